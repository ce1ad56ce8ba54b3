import { abortRequests, isOpen, schedule } from './asking.ts';
import type { EventOf } from './event.ts';
import type { Moment } from './moment.ts';
import type { State } from './state.ts';

/** A fault that comes again with each answer must not make a storm of requests. */
const restMs = 10_000;

/**
 * A step broke off in the middle, by a fault of our own, and what it was about to bring about was lost. Whatever it may have left
 * half done is taken up again: requests that perhaps never left, watches that fell out of the queue, and the alarm.
 */
export function brokeOff(state: State, _event: EventOf<'broke-off'>, moment: Moment): void {
  abortRequests(state, moment, () => true);
  for (const account of state.accounts.values()) account.inFlight = 0;
  for (const watch of state.watches.values()) {
    watch.inFlight = null;
    if (isOpen(watch) && watch.dueAt === null) schedule(state, watch, moment.at);
  }
  for (const { look, newcomers } of state.follows.values()) {
    if (look !== null) look.inFlight = false;
    for (const newcomer of newcomers.values()) newcomer.inFlight = false;
  }
  state.machine.askFrom = Math.max(state.machine.askFrom, moment.at + restMs);
  state.wakeAt = null;
}
