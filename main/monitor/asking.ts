import type { Moment } from './moment.ts';
import { isTerminal } from './import-status.ts';
import type { Account, Asking, RequestNumber, State, Watch } from './state.ts';

/** The account's budget: requests on the wire at once, and milliseconds between two of them (5 a second). */
const atOnce = 4;
const spacingMs = 200;

/** Sends all that is due and that the budget allows. */
export function askWhatIsDue(state: State, moment: Moment): void {
  if (!machineMayAsk(state, moment.at)) return;
  for (const account of state.accounts.values()) {
    while (maySend(account, moment.at) && askNext(state, account, moment));
  }
}

/** The next time (epoch ms) at which something could be sent, or null where only an event can change that. */
export function nextAskTime(state: State): number | null {
  if (state.machine.suspended || !state.machine.online || state.pausedUntil !== null) return null;
  let next: number | null = null;
  for (const account of state.accounts.values()) {
    const time = nextOfAccount(account);
    if (time !== null && (next === null || time < next)) next = time;
  }
  return next === null ? null : Math.max(next, state.machine.askFrom);
}

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
  const watch = state.watches.get(asking.watch);
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
    moment.changedWatches.add(asking.watch);
  }
  moment.effects.push({ kind: 'abort', requests });
}

/** Makes what a lost request asked due again at `dueAt`. */
export function giveBack(state: State, asking: Asking, dueAt: number): void {
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

function maySend(account: Account, at: number): boolean {
  if (!account.ready || account.stopped !== null || at < account.sendFrom) return false;
  if (account.slowdown !== null) return account.inFlight === 0 && at >= account.slowdown.probeAt;
  return account.inFlight < atOnce;
}

function askNext(state: State, account: Account, moment: Moment): boolean {
  const first = account.due.first();
  if (first !== null && (first.dueAt <= moment.at || account.slowdown !== null)) {
    const watch = state.watches.get(first.key)!;
    schedule(state, watch, null);
    const request = startRequest(state, account, watch, 'status', moment);
    watch.inFlight = { request, since: moment.at };
    const { reference } = watch;
    moment.effects.push({ kind: 'ask', account: account.id, watch: watch.id, reference, request });
    return true;
  }
  const unnamed = account.slowdown === null ? firstOf(account.unnamed) : null;
  if (unnamed === null) return false;
  account.unnamed.delete(unnamed);
  const watch = state.watches.get(unnamed)!;
  const request = startRequest(state, account, watch, 'name', moment);
  moment.effects.push({
    kind: 'learn-name',
    account: account.id,
    watch: watch.id,
    reference: watch.reference,
    request,
  });
  return true;
}

function startRequest(
  state: State,
  account: Account,
  watch: Watch,
  purpose: Asking['for'],
  moment: Moment,
): RequestNumber {
  const request = state.nextRequest++;
  state.asking.set(request, { account: account.id, watch: watch.id, since: moment.at, for: purpose });
  account.inFlight += 1;
  account.sendFrom = moment.at + spacingMs;
  moment.changedWatches.add(watch.id);
  return request;
}

function nextOfAccount(account: Account): number | null {
  if (!account.ready || account.stopped !== null || account.inFlight >= atOnce) return null;
  const first = account.due.first();
  if (account.slowdown !== null) {
    return account.inFlight > 0 || first === null
      ? null
      : Math.max(account.slowdown.probeAt, account.sendFrom);
  }
  if (account.unnamed.size > 0) return account.sendFrom;
  return first === null ? null : Math.max(first.dueAt, account.sendFrom);
}

function firstOf<Value>(values: Set<Value>): Value | null {
  for (const value of values) return value;
  return null;
}

/** True while the schedule has a reason to ask for this watch. */
export function isOpen(watch: Watch): boolean {
  return watch.known === null || !isTerminal(watch.known.status);
}
