import { type InboxEntry, type Language, outcomeRules } from '../../main/contract.ts';
import { formatNumber } from '../../words/format.ts';
import { words } from '../../words/words.ts';

/** The ends of one moment as a screen reader says them: each by name where they are few, else their numbers. */
export function endsText(entries: readonly InboxEntry[], language: Language): string {
  const { notices, outcomes, watchlist } = words[language];
  const few = 3;
  // What is told of a group names imports that are said one by one already.
  const ends = entries.filter((entry) => entry.about === 'import');
  if (ends.length > few) {
    const failed = ends.filter(({ outcome }) => outcomeRules[outcome].bucket === 'failed').length;
    return watchlist.ended(formatNumber(ends.length, language), formatNumber(failed, language));
  }
  return ends
    .map(
      ({ name, outcome, reference }) =>
        `${name ?? watchlist.asset(String(reference.assetId))}: ${outcomes[outcome]}`,
    )
    .join(notices.separator);
}
