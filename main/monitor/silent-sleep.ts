import { abortRequests } from './asking.ts';
import type { MonitorEvent } from './event.ts';
import { resumed, suspended, wakeUp } from './machine.ts';
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

/**
 * What is on the wire since before the sleep is given up, and everything else is as after a sleep that was told. But it may be that
 * the clock was put ahead, which looks the same.
 */
export function wokeUnannounced(state: State, moment: Moment): void {
  abortRequests(state, moment, ({ since }) => moment.at - since > longestRequestMs);
  wakeUp(state, moment, true);
}

/**
 * Ends a suspension whose end nobody tells, because the sleep was called off or its wake went by unseen: the machine is awake
 * where a person acts at it, or where the process runs on when it should long have been asleep. An alarm that is long overdue
 * shows a wake that may be one of a few seconds, as laptops make them by themselves, so it is looked at again a while later.
 */
export function doubtSuspension(state: State, event: MonitorEvent, moment: Moment): void {
  const { doubtedAt } = state.machine;
  if (doubtedAt === null) return;
  const { at } = moment;
  if (event.kind !== 'check-now' && at < doubtedAt) return;
  if (event.kind !== 'check-now' && at - doubtedAt > sleptMs)
    suspended(state, { kind: 'suspended', at }, moment);
  else resumed(state, { kind: 'resumed', at }, moment);
}

/** Requests are numbered as they are sent, so the first is the oldest. */
function oldestRequest(state: State): number {
  for (const { since } of state.asking.values()) return since;
  return Infinity;
}
