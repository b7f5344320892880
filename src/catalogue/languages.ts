import { en, type Words } from './en.ts';
import { fr } from './fr.ts';

/** Each language in which the pages can be read, with its own name. A further one is another catalogue in this table. */
export const languages = {
  en: { name: 'English', words: en },
  fr: { name: 'Français', words: fr },
} as const satisfies Record<string, Readonly<{ name: string; words: Words }>>;

export type Language = keyof typeof languages;

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);
