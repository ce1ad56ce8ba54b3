import type { Language, NotShownReason } from '../main/contract.ts';
import { words } from './words.ts';

/** Why a banner could not be shown, for each notifier that was tried. */
export function notShownText(reasons: readonly NotShownReason[], language: Language): string {
  const { notices, settings } = words[language];
  return reasons
    .map(({ by, reason }) => `${settings.choices.notifier[by]}: ${notices.notShown[reason]}`)
    .join(' · ');
}
