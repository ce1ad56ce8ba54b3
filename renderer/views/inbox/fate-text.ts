import type { Language, NoticeFate } from '../../../main/contract.ts';
import { notShownText } from '../../../words/not-shown-text.ts';
import { words } from '../../../words/words.ts';

/** What became of a notice, in the person's language: shown by what, held and why, or not shown and why. */
export function fateText(fate: NoticeFate, language: Language): string {
  const { inbox, settings } = words[language];
  switch (fate.kind) {
    case 'recorded':
      return inbox.fates.recorded;
    case 'postponed':
      return inbox.postponed[fate.reason];
    case 'showing':
      return inbox.fates.showing;
    case 'shown':
      return inbox.fates.shown(settings.choices.notifier[fate.by]);
    case 'held':
      return inbox.held[fate.reason];
    case 'not-shown':
      return inbox.fates.notShown(notShownText(fate.reasons, language));
  }
}
