import { watchIdOf } from './asset.ts';
import { machineMayAsk, schedule } from './asking.ts';
import {
  followTime,
  nextFollowQuestion,
  referenceOf,
  sendQuestion,
  type FollowQuestion,
} from './follow/questions.ts';
import type { Moment } from './moment.ts';
import type { Account, Asking, RequestNumber, State, Watch } from './state.ts';

/** The account's budget: requests on the wire at once, and milliseconds between two of them (5 a second). */
const atOnce = 4;
const spacingMs = 200;
/** So many requests, then one for a followed project: it must be looked at also where watches fill the whole rate. */
const turns = 4;

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
    const time = nextOfAccount(state, account);
    if (time !== null && (next === null || time < next)) next = time;
  }
  return next === null ? null : Math.max(next, state.machine.askFrom);
}

/** True where there is something that a probe could ask. */
export function hasToAsk(state: State, account: Account): boolean {
  return account.due.size() > 0 || account.inFlight > 0 || followTime(state, account.id) !== null;
}

function maySend(account: Account, at: number): boolean {
  if (!account.ready || account.stopped !== null || at < account.sendFrom) return false;
  if (account.slowdown !== null) return account.inFlight === 0 && at >= account.slowdown.probeAt;
  return account.inFlight < atOnce;
}

/** Sends the next request: due watches before followed projects, and names last. False where nothing is to be asked. */
function askNext(state: State, account: Account, moment: Moment): boolean {
  // A probe asks whatever is next, also before its time.
  const isProbe = account.slowdown !== null;
  const until = isProbe ? Infinity : moment.at;
  const watch = isProbe ? probedWatch(state, account) : dueWatch(state, account, until);
  if (isProbe && watch !== null && moment.at < probeTime(state, watch)) return false;
  const isFollowsTurn = watch === null || account.sent % turns === turns - 1;
  const question = isFollowsTurn
    ? nextFollowQuestion(state, account.id, watch === null ? until : moment.at)
    : null;
  if (question !== null) askForFollow(state, account, question, moment);
  else if (watch !== null) askStatus(state, account, watch, moment);
  else return !isProbe && askName(state, account, moment);
  return true;
}

function dueWatch(state: State, account: Account, until: number): Watch | null {
  const first = account.due.first();
  return first === null || first.dueAt > until ? null : state.watches.get(first.key)!;
}

/** Another watch than the one that met the trouble, where there is one: it may be the trouble of that one alone. */
function probedWatch(state: State, account: Account): Watch | null {
  const { due, slowdown } = account;
  const first = due.first();
  if (first === null || first.key !== slowdown?.metBy) return dueWatch(state, account, Infinity);
  due.remove(first.key);
  const other = dueWatch(state, account, Infinity);
  due.put(first.key, first.dueAt);
  return other ?? state.watches.get(first.key)!;
}

/** When a probe may ask for the watch that is due next (epoch ms): before its time, but not sooner than the person's floor. */
function probeTime(state: State, { dueAt, known }: Watch): number {
  const floorEnd = known === null ? 0 : known.receivedAt + state.settings.floorMs;
  return Math.min(dueAt ?? 0, floorEnd);
}

function askStatus(state: State, account: Account, watch: Watch, moment: Moment): void {
  schedule(state, watch, null);
  const request = startRequest(state, account, { for: 'status', watch: watch.id }, moment);
  watch.inFlight = { request, since: moment.at };
  const { reference } = watch;
  moment.effects.push({ kind: 'ask', account: account.id, watch: watch.id, reference, request });
}

function askName(state: State, account: Account, moment: Moment): boolean {
  const unnamed = firstOf(account.unnamed);
  if (unnamed === null) return false;
  account.unnamed.delete(unnamed);
  const { id: watch, reference } = state.watches.get(unnamed)!;
  const request = startRequest(state, account, { for: 'name', watch }, moment);
  moment.effects.push({ kind: 'learn-name', account: account.id, watch, reference, request });
  return true;
}

function askForFollow(state: State, account: Account, question: FollowQuestion, moment: Moment): void {
  const { follow } = question;
  sendQuestion(state, question, moment.at);
  if (question.kind === 'newcomer') {
    const reference = referenceOf(follow, question.newcomer.assetId);
    const request = startRequest(state, account, { for: 'newcomer', follow: follow.id, reference }, moment);
    const watch = watchIdOf(account.id, reference);
    moment.effects.push({ kind: 'ask', account: account.id, watch, reference, request });
    return;
  }
  const { workspace, projectId } = follow;
  const page = follow.look?.page ?? 1;
  const request = startRequest(state, account, { for: 'page', follow: follow.id, page }, moment);
  moment.effects.push({ kind: 'read-page', account: account.id, workspace, projectId, page, request });
}

type Unsent<Each> = Each extends unknown ? Omit<Each, 'account' | 'since'> : never;

function startRequest(state: State, account: Account, asked: Unsent<Asking>, moment: Moment): RequestNumber {
  const request = state.nextRequest++;
  state.asking.set(request, { ...asked, account: account.id, since: moment.at });
  account.inFlight += 1;
  account.sent += 1;
  account.sendFrom = moment.at + spacingMs;
  if ('watch' in asked) moment.changedWatches.add(asked.watch);
  return request;
}

function nextOfAccount(state: State, account: Account): number | null {
  if (!account.ready || account.stopped !== null || account.inFlight >= atOnce) return null;
  const due = account.due.first()?.dueAt ?? Infinity;
  const next = Math.min(due, followTime(state, account.id) ?? Infinity);
  if (account.slowdown !== null) {
    if (account.inFlight > 0 || next === Infinity) return null;
    const watch = probedWatch(state, account);
    return Math.max(account.slowdown.probeAt, account.sendFrom, watch === null ? 0 : probeTime(state, watch));
  }
  if (account.unnamed.size > 0) return account.sendFrom;
  return next === Infinity ? null : Math.max(next, account.sendFrom);
}

function firstOf<Value>(values: Set<Value>): Value | null {
  for (const value of values) return value;
  return null;
}
