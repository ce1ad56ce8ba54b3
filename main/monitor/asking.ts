import { takeBackQuestion } from './follow/questions.ts';
import { isTerminal } from './import-status.ts';
import type { Moment } from './moment.ts';
import type { Asking, RequestNumber, State, Watch } from './state.ts';

export function machineMayAsk(state: State, at: number): boolean {
  const { suspended, online, askFrom } = state.machine;
  return !suspended && online && at >= askFrom && state.pausedUntil === null;
}

/** Takes a request off the wire and gives it back, or null where it is not known (any more): its answer is too late. */
export function endRequest(state: State, request: RequestNumber): Asking | null {
  const asking = state.asking.get(request);
  if (asking === undefined) return null;
  state.asking.delete(request);
  const account = state.accounts.get(asking.account);
  if (account) account.inFlight -= 1;
  const watch = 'watch' in asking ? state.watches.get(asking.watch) : undefined;
  if (watch?.inFlight?.request === request) watch.inFlight = null;
  return asking;
}

/** Calls back every request that `matches`; what it asked is due again. */
export function abortRequests(state: State, moment: Moment, matches: (asking: Asking) => boolean): void {
  const requests = [...state.asking].filter(([, asking]) => matches(asking)).map(([request]) => request);
  if (requests.length === 0) return;
  for (const request of requests) {
    const asking = endRequest(state, request)!;
    giveBack(state, asking, moment.at);
    if ('watch' in asking) moment.changedWatches.add(asking.watch);
  }
  moment.effects.push({ kind: 'abort', requests });
}

/** Makes what a lost request asked due again at `dueAt`. */
export function giveBack(state: State, asking: Asking, dueAt: number): void {
  if (!('watch' in asking)) return takeBackQuestion(state, asking);
  const watch = state.watches.get(asking.watch);
  if (!watch) return;
  if (asking.for === 'name') state.accounts.get(asking.account)?.unnamed.add(watch.id);
  else schedule(state, watch, dueAt);
}

/** Sets when a watch is asked next; null takes it out of the queue. */
export function schedule(state: State, watch: Watch, dueAt: number | null): void {
  watch.dueAt = dueAt;
  const due = state.accounts.get(watch.account)?.due;
  if (dueAt === null) due?.remove(watch.id);
  else due?.put(watch.id, dueAt);
}

/** True while the schedule has a reason to ask for this watch. */
export function isOpen(watch: Watch): boolean {
  return watch.known === null || !isTerminal(watch.known.status);
}
