import type { Language } from '../contract.ts';
import { languageOf } from '../../words/language.ts';

/**
 * The language of a terminal: what the locale variables say, the strongest first; where none is set, as on Windows, the system's.
 * `systemLocale` is a BCP 47 tag.
 */
export function terminalLanguage(
  environment: Readonly<Record<string, string | undefined>>,
  systemLocale: string,
): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'];
  return languageOf('system', [locale || systemLocale]);
}
