import type { HappeningKind } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import { resumed, suspended, type MachineState } from './machine.ts';

/** An event that comes this long after another was certain to come means that the machine slept without saying so. */
const sleptMs = 60_000;
/** The client gives a request up after this time. */
export const longestRequestMs = 30_000;

/**
 * Whether the machine slept just before this step: the alarm is long overdue, or a request on the wire should long have ended. To be
 * asked at each event, because after a sleep the late alarm is not always the first to come. A clock that was put ahead looks the same.
 * `oldestRequest`: when it was sent, steady ms; infinite where none is on the wire.
 */
export function hasSlept({ machine, wakeAt }: MachineState, oldestRequest: number, { at }: Step): boolean {
  if (machine.value.suspended) return false;
  const expected = Math.min(wakeAt.value ?? Infinity, oldestRequest + longestRequestMs);
  return at - expected > sleptMs;
}

/**
 * Ends a suspension whose end nobody tells, because the sleep was called off or its wake went by unseen: the machine is awake where
 * a person acts at it, or where the process runs on when it should long have been asleep. An alarm that is long overdue shows a wake
 * that may be one of a few seconds, as laptops make them by themselves, so it is looked at again a while later.
 */
export function doubtSuspension(state: MachineState, kind: HappeningKind, step: Step): void {
  const { doubtedAt } = state.machine.value;
  if (doubtedAt === null) return;
  const isPersonHere = kind === 'check-now';
  if (!isPersonHere && step.at < doubtedAt) return;
  if (!isPersonHere && step.at - doubtedAt > sleptMs) suspended(state, step);
  else resumed(state, step);
}
