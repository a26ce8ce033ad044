/** What still stands in square brackets, each once: `[your answer]` is for the owner to say. */
export function toFillIn(text: string): readonly string[] {
  return [...new Set(text.match(/\[[^[\]\n]{1,80}\]/g) ?? [])];
}
