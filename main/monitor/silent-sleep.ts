import { abortRequests } from './asking.ts';
import { wakeUp } from './machine.ts';
import type { Moment } from './moment.ts';
import type { State } from './state.ts';

/** An event that comes this long after another was certain to come means that the machine slept without saying so. */
const sleptMs = 60_000;
/** The client gives a request up after this time. */
const longestRequestMs = 30_000;

/**
 * Whether the machine slept just before `at` (epoch ms): the alarm is long overdue, or a request on the wire should long have
 * ended. To be asked at each event, because after a sleep the late alarm is not always the first to come.
 */
export function hasSlept(state: State, at: number): boolean {
  if (state.machine.suspended) return false;
  const expected = Math.min(state.wakeAt ?? Infinity, oldestRequest(state) + longestRequestMs);
  return at - expected > sleptMs;
}

/** What is on the wire since before the sleep is given up, and everything else is as after a sleep that was told. */
export function wokeUnannounced(state: State, moment: Moment): void {
  abortRequests(state, moment, ({ since }) => moment.at - since > longestRequestMs);
  wakeUp(state, moment, true);
}

/** Requests are numbered as they are sent, so the first is the oldest. */
function oldestRequest(state: State): number {
  for (const { since } of state.asking.values()) return since;
  return Infinity;
}
