import { fail, ok, type Result } from '../result';

/** Outlook's frame may refuse the clipboard; that is an outcome, not a bug. */
export async function copyText(text: string): Promise<Result<true>> {
  try {
    await navigator.clipboard.writeText(text);
    return ok(true);
  } catch {
    return fail({ kind: 'clipboard' });
  }
}
