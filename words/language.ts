import { languages, type Language } from '../main/model/language.ts';

/** A language is named in itself, so that whoever cannot read the current one finds theirs. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ko: '한국어',
  ja: '日本語',
};

/**
 * The language in force. `preferred` are the system's languages, most wanted first, as BCP 47 tags (`ko-KR`) or POSIX locales
 * (`ko_KR.UTF-8`). English where none of them is known.
 */
export function languageOf(choice: Language | 'system', preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split(/[-_.@]/)[0];
    const language = languages.find((candidate) => candidate === primary);
    if (language) return language;
  }
  return 'en';
}
