import type { Language } from '../main/contract.ts';
import { formatNumber } from './format.ts';
import type { SharedWords } from './shared-words.ts';

export interface GroupResult {
  readonly completed: number;
  readonly failed: number;
  /** Assets that are no longer there. */
  readonly gone: number;
}

/** `Batch A: 2 of 50 failed (48 imported)`: what became of the imports of a group that is over. The failures come first. */
export function groupResultText(
  group: string,
  { completed, failed, gone }: GroupResult,
  { notices }: SharedWords,
  language: Language,
): string {
  const number = (value: number) => formatNumber(value, language);
  const all = number(completed + failed + gone);
  if (failed > 0) {
    const failures = notices.groupPartlyFailed(group, number(completed), all, number(failed));
    return gone === 0 ? failures : notices.andGone(failures, number(gone));
  }
  return gone > 0
    ? notices.groupPartlyGone(group, number(completed), all, number(gone))
    : notices.groupDone(group, number(completed), all);
}
