import { de } from './de';
import { en } from './en';

/** The same tree of texts, each leaf as any text of the same kind. */
type Texts<T> = T extends (...args: infer Args) => string
  ? (...args: Args) => string
  : T extends string
    ? string
    : T extends readonly unknown[]
      ? { readonly [Index in keyof T]: Texts<T[Index]> }
      : { readonly [Key in keyof T]: Texts<T[Key]> };

export type Strings = Texts<typeof en>;

const languages: Readonly<Record<string, Strings>> = { en, de };

/** Every text that a user reads and the Api does not write, in the language of the user. */
export let strings: Strings = en;

/** Chooses the language for all texts from then on; what is not known is English. Said before anything is drawn. */
export function speak(locale: string): void {
  strings = languages[locale.toLowerCase().split('-')[0] ?? ''] ?? en;
  document.documentElement.lang = strings.language;
}
