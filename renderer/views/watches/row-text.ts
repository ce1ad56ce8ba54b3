import { type AccountCard, type Language, outcomeRules, type Row } from '../../../main/contract.ts';
import { formatAge, formatDayOrTime, formatDuration, formatDurationRange } from '../../../words/format.ts';
import { metaDataParts } from '../../../words/meta-data.ts';
import { problemText } from '../../../words/problem-text.ts';
import { words } from '../../../words/words.ts';
import { rowMutedText } from '../muting/mute-text.ts';

/** The person's label, else the file name, else the id. */
export function rowName(row: Row, language: Language): string {
  return row.label ?? row.fileName ?? words[language].watchlist.asset(String(row.reference.assetId));
}

/** The name of its account where there is more than one; a single one's would say nothing. */
export function accountNameOf({ account }: Row, accounts: readonly AccountCard[]): string | null {
  return accounts.length < 2 ? null : (accounts.find(({ id }) => id === account)?.name ?? null);
}

/** How long it has been importing, when it ended, or how old is what is known where a problem stands in the way. */
export function rowWhen(row: Row, now: number, language: Language): string {
  if (row.endedAt !== null) return formatDayOrTime(row.endedAt, now, language);
  if (row.problem !== null && row.knownAt !== null)
    return words[language].watchlist.known(formatAge(now - row.knownAt, language));
  return formatDuration(now - row.startedAt, language);
}

/** `usually 12 to 18 min`; null where nothing like it was seen, or what was seen differs too much for a range to say anything. */
export function usualText(row: Row, language: Language): string | null {
  if (row.usual === null) return null;
  const { usually } = words[language].watchlist;
  return usually(formatDurationRange(row.usual.fromMs, row.usual.toMs, language));
}

/** What else there is to say of it in a few words: of the file, or of the time that it takes. */
export function detailsText(row: Row, now: number, language: Language): string | null {
  const { late, handled } = words[language].watchlist;
  if (row.mute !== null) return rowMutedText(row.mute, now, language);
  if (row.isHandled) return handled;
  if (row.endedAt === null) return row.isLate ? late : usualText(row, language);
  return metaDataParts(row.metaData, language).join(' · ') || null;
}

export interface Reason {
  readonly kind: 'failed' | 'problem';
  readonly happened: string;
  /** The service's own words are of any language. */
  readonly isRemote: boolean;
  readonly next: string;
}

/** Why a row needs the person, and what to do next; null where it does not. */
export function reasonOf(row: Row, language: Language): Reason | null {
  if (row.problem !== null) {
    const { title, advice } = problemText(row.problem, language);
    return { kind: 'problem', happened: title, isRemote: false, next: advice };
  }
  const { outcome, text } = row;
  const { bucket, serviceText } = outcomeRules[outcome];
  if (outcome === 'waiting' || outcome === 'importing' || bucket !== 'failed') return null;
  const { happened, saidInstead, next } = words[language].advice[outcome];
  if (serviceText === 'instead' && text !== null)
    return { kind: 'failed', happened: saidInstead(text), isRemote: true, next };
  return { kind: 'failed', happened, isRemote: false, next };
}
