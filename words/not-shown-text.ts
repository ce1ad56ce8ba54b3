import type { Language, NotShownReason } from '../main/contract.ts';
import { sharedWords } from './shared-words.ts';

/** Why a banner could not be shown, for each notifier that was tried. */
export function notShownText(reasons: readonly NotShownReason[], language: Language): string {
  const { notices, settings } = sharedWords[language];
  return reasons
    .map(({ by, reason }) => `${settings.choices.notifier[by]}: ${notices.notShown[reason]}`)
    .join(' · ');
}
