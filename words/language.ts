import type { Language, Settings } from '../main/contract.ts';

const known: readonly Language[] = ['en', 'ko', 'ja'];

/**
 * The language in force. `preferred` are the system's languages, most wanted first, as BCP 47 tags (`ko-KR`) or POSIX locales
 * (`ko_KR.UTF-8`). English where none of them is known.
 */
export function languageOf(choice: Settings['language'], preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split(/[-_.@]/)[0];
    const language = known.find((candidate) => candidate === primary);
    if (language) return language;
  }
  return 'en';
}
