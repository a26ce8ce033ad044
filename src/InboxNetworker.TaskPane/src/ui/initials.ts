const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** One or two letters that stand for a person: of the name, else of the address, else none. */
export function initials(name: string, address: string): string {
  const words = wordsOf(name.replace(/\(.*?\)|\[.*?\]/g, ' '));
  const named = name.includes(',') && words.length === 2 ? words.reverse() : words;
  const first = named[0];
  const last = named.length > 1 ? named.at(-1) : undefined;
  if (first !== undefined) return letter(first) + (last === undefined ? '' : letter(last));
  const local = wordsOf(address.split('@')[0] ?? '')[0];
  return local === undefined ? '' : letter(local);
}

/** The parts of a text that begin with a letter or a digit, of any script. */
function wordsOf(text: string): string[] {
  return text.split(/[\s,._-]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
}

function letter(word: string): string {
  for (const { segment } of segmenter.segment(word)) return segment.toLocaleUpperCase();
  return '';
}

/** Fluent's palettes that tell people apart: `--colorPalette…Background2` and `…Foreground2`. */
const palettes = [
  'DarkRed',
  'Cranberry',
  'Pumpkin',
  'Peach',
  'Marigold',
  'Gold',
  'Brass',
  'Brown',
  'Forest',
  'Seafoam',
  'DarkGreen',
  'LightTeal',
  'Teal',
  'Steel',
  'Blue',
  'RoyalBlue',
  'Cornflower',
  'Navy',
  'Lavender',
  'Purple',
  'Grape',
  'Lilac',
  'Pink',
  'Magenta',
  'Plum',
  'Mink',
] as const;

export type Palette = (typeof palettes)[number];

/** The same colour for the same address, always, in whatever case it is written (FNV-1a). */
export function avatarColor(address: string): Palette {
  let hash = 0x811c9dc5;
  const seed = address.toLowerCase();
  for (let i = 0; i < seed.length; i++) {
    hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193) >>> 0;
  }
  return palettes[hash % palettes.length] ?? 'Steel';
}
