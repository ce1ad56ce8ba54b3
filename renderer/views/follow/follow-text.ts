import type { FollowCard, Language } from '../../../main/contract.ts';
import { formatAge, formatNumber } from '../../../words/format.ts';
import { mutedText } from '../muting/mute-text.ts';
import { words } from '../../../words/words.ts';

/** `drama / 1234` */
export function placeOf({ workspace, projectId }: FollowCard): string {
  return `${workspace} / ${projectId}`;
}

/** When the project was looked at, and what was found: `looked 20 s ago · 3 importing · 120 known`. */
export function stateText(card: FollowCard, now: number, language: Language): string {
  const { follow } = words[language];
  const parts = [
    lookText(card, now, language),
    card.importing > 0 ? follow.importing(formatNumber(card.importing, language)) : null,
    follow.known(formatNumber(card.known, language)),
    card.mute === null ? null : mutedText(card.mute, 'project', now, language),
    card.waiting > 0 ? follow.waiting(formatNumber(card.waiting, language)) : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function lookText(
  { isFirstLook, nextLookAt, lookedAt }: FollowCard,
  now: number,
  language: Language,
): string {
  const { follow } = words[language];
  const isLooking = nextLookAt === null;
  // It goes on until all is asked for that its list named.
  if (isFirstLook) return isLooking || lookedAt !== null ? follow.firstLook : follow.notYet;
  if (lookedAt !== null) return follow.looked(formatAge(now - lookedAt, language));
  return isLooking ? follow.looking : follow.notYet;
}
