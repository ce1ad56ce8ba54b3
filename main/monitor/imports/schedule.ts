import type { Watch } from '../../model/watch.ts';
import { backOff, withJitter } from '../kernel/chance.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable } from '../kernel/store.ts';
import { outlookOf } from '../learning/history.ts';
import { nothingLearned, type Outlook } from '../learning/estimate.ts';
import { waitAfter } from '../learning/next-look.ts';
import type { ImportsState, Poll } from './imports.ts';

/** When to ask next (steady ms) after an answer: never sooner than the person's floor. */
export function nextAskAt(state: ImportsState, watch: Watch, { at, clock }: Step): number {
  const outlook = outlookOf(state, watch) ?? nothingLearned;
  const wait = withJitter(state, waitAfter(outlook, clock - watch.startedAt));
  return at + Math.max(state.settings.value.floorMs, wait);
}

const firstRetryMs = 10_000;
const longestRetryMs = 15 * 60_000;

/** When to ask next (steady ms) after so many problems in a row, 1 or more, that are this watch's own. */
export function askAgainAt(state: ImportsState, problemsInRow: number, { at }: Step): number {
  const wait = withJitter(state, backOff(firstRetryMs, problemsInRow, longestRetryMs));
  return at + Math.max(state.settings.value.floorMs, wait);
}

/** Whether the import was seen in progress at an age that few imports like it reach. */
export function isLate(watch: Watch, { lastStatusAt }: Poll, { lateAfterMs }: Outlook): boolean {
  return lastStatusAt !== null && lateAfterMs !== null && lastStatusAt - watch.startedAt > lateAfterMs;
}

/** When a probe may ask for this watch, steady ms: before its time, but not sooner than the person's floor. */
export function probeTimeOf(state: Readable<ImportsState>, { dueAt, lastStatusAt }: Poll): number {
  const floorEnd =
    lastStatusAt === null ? 0 : lastStatusAt + state.ahead.value + state.settings.value.floorMs;
  return Math.min(dueAt ?? 0, floorEnd);
}
