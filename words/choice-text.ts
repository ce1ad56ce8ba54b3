import { settingDefinitions, type Language, type SettingName } from '../main/contract.ts';
import { formatMinutes } from './format.ts';
import { languageNames } from './language.ts';
import { sharedWords } from './shared-words.ts';

/** What the window calls a choice of a setting, such as `5 seconds` for 5000. */
export function choiceText(setting: SettingName, choice: string | number, language: Language): string {
  if (settingDefinitions[setting].shown === 'time') return formatMinutes(Number(choice), language);
  const named: Partial<Record<SettingName, Readonly<Record<string, string>>>> =
    sharedWords[language].settings.choices;
  const texts: Readonly<Record<string, string>> = { ...languageNames, ...named[setting] };
  return texts[choice] ?? String(choice);
}
