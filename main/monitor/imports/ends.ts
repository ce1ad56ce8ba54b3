import type { Answer, MetaData } from '../../model/asset.ts';
import { isTerminal } from '../../model/import-status.ts';
import { spacing } from '../machine/machine.ts';
import { urgent, type Former, type ImportsState, type Poll } from './imports.ts';

/** What belongs to the file itself. Resolution and format are words of the service, which may come to be written otherwise. */
const ofTheFile = ['size', 'durationMs'] as const satisfies readonly (keyof MetaData)[];

/**
 * Whether two terminal answers about one asset are the ends of two imports although nobody saw it in progress in between: the
 * status differs, or the file does. What one of them leaves out tells nothing. Two ends with the same word of the same file
 * cannot be told apart; a notice for each look would be false, so there is none.
 */
export function isAnotherEnd(before: Answer, now: Answer): boolean {
  if (before.status !== now.status) return true;
  return ofTheFile.some((field) => {
    const [one, other] = [before.metaData?.[field] ?? null, now.metaData?.[field] ?? null];
    return one !== null && other !== null && one !== other;
  });
}

/** A server that has not heard yet that an import began again is waited for only so long. */
const mayBeBehindMs = 10 * 60_000;
/** An end like that of the attempt before is believed once nothing else was said for so long. */
const convincingMs = 30_000;
const askedAgainMs = 10_000;

/** Whether an answer may tell the end of the attempt before once more, by a server that has not heard yet that it began again. */
export function mayBeOfBefore({ former }: Poll, answer: Answer, at: number): boolean {
  if (former === null || !isTerminal(answer.status) || isAnotherEnd(former.end, answer)) return false;
  const { beganAt, saidAgainAt } = former;
  return at - beganAt < mayBeBehindMs && at - (saidAgainAt ?? at) < convincingMs;
}

/** It is asked for again before that is believed; until then it is known as it was before. */
export function doubt(state: ImportsState, { watch, former }: Poll, at: number): void {
  const waitMs = Math.max(askedAgainMs, spacing(state) * state.settings.value.floorMs);
  state.polls.patch(watch, {
    ...{ problem: null, problemsInRow: 0, missing: null },
    former: former && { ...former, saidAgainAt: former.saidAgainAt ?? at },
    ...urgent(at + waitMs),
  });
}

/** `began`: the end before the attempt that has just begun, where one has. */
export function formerAfter(
  { former }: Poll,
  began: Answer | null,
  answer: Answer,
  at: number,
): Former | null {
  if (began !== null) return { end: began, beganAt: at, saidAgainAt: null };
  const isOther = former !== null && (!isTerminal(answer.status) || isAnotherEnd(former.end, answer));
  return isOther ? { ...former, saidAgainAt: null } : former;
}
