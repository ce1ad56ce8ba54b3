import type { InboxEntry, Language } from '../../main/contract.ts';
import { words } from '../../words/words.ts';

/** The ends of one moment as a screen reader says them: each by name where they are few, else their numbers. */
export function endsText(entries: readonly InboxEntry[], language: Language): string {
  const { outcomes, watchlist } = words[language];
  const few = 3;
  if (entries.length > few) {
    const failed = entries.filter(({ outcome }) => outcome !== 'completed').length;
    return watchlist.ended(entries.length, failed);
  }
  return entries
    .map(
      ({ name, outcome, reference }) => `${name ?? watchlist.asset(reference.assetId)}: ${outcomes[outcome]}`,
    )
    .join(', ');
}
