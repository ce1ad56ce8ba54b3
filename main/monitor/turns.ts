import type { WatchId } from '../model/asset.ts';
import { probeTimeOf, type DueWatches, type Poll } from './imports/imports.ts';
import type { Step } from './kernel/step.ts';
import type { Readable } from './kernel/store.ts';
import { earliest } from './kernel/time.ts';
import type { FollowingState } from './following/follows.ts';
import { followTime, nextFollowQuestion, noteTurn } from './following/looks.ts';
import { announceSending, maySendFiles, nextToSend, sendTime } from './registering/sending.ts';
import { nextToSettle, noteReading, settleTime } from './registering/settling.ts';
import type { RegisteringState } from './registering/wishes.ts';
import { isReachable, machineMayAsk } from './machine/machine.ts';
import { isOfSome, namesFrom } from './service/disturbances.ts';
import {
  detailsKeyOf,
  hasRoom,
  maySend,
  send,
  type Account,
  type Question,
  type Slowdown,
} from './service/service.ts';

/** Every fourth request goes to a followed project, which must be looked at even when watches could use up the whole rate. */
const turns = 4;

type AskingState = FollowingState & RegisteringState;
type View = Readable<AskingState>;

/** Sends all that is due and that the budget allows. */
export function askWhatIsDue(state: AskingState, step: Step): void {
  if (!machineMayAsk(state, step.at)) return;
  for (const { id } of state.accounts.values()) {
    announceSending(state, state.accounts.get(id)!, step);
    for (let goesOn = true; goesOn;) {
      const account = state.accounts.get(id)!;
      const question = maySend(state, account, step.at) ? nextQuestion(state, account, step.at) : null;
      if (question !== null) ask(state, account, question, step);
      goesOn = question !== null;
    }
  }
}

/** The next time (steady ms) at which something could be sent, or null where only an event can change that. */
export function nextAskTime(state: View): number | null {
  if (!isReachable(state)) return null;
  const at = state.newestClock.value + state.ahead.value;
  const first = earliest([...state.accounts.values()].map((account) => nextTimeOf(state, account, at)));
  return first === null ? null : Math.max(first, state.machine.value.canAskSince);
}

/** True where there is something that a probe could ask. */
export function hasToAsk(state: View, { id }: Account): boolean {
  if (state.due.of(id).size() + state.troubled.of(id).size() + state.onTheWire.of(id) > 0) return true;
  return followTime(state, id) !== null || state.errandsOf.of(id).size > 0;
}

/** The next question: due watches before followed projects, and names last. Null where nothing is to be asked. */
function nextQuestion(state: View, account: Account, at: number): Question | null {
  const due = overdueFirst(state.due.of(account.id), at);
  if (account.slowdown !== null) {
    if (due !== null && goesOn(account.slowdown, at)) return look(state, due);
    // A probe asks whatever comes next, even before its time.
    return at < account.slowdown.probeAt ? null : probe(state, account, at);
  }
  const wish = account.sent % wishTurns === 0 ? nextOfWishes(state, account, at) : null;
  if (wish !== null) return wish;
  const troubled = overdueFirst(state.troubled.of(account.id), at);
  const first = (due?.turnAt ?? Infinity) <= (troubled?.turnAt ?? Infinity) ? due : troubled;
  const isFollowsTurn = first === null || account.sent % turns === turns - 1;
  const question = isFollowsTurn ? nextFollowQuestion(state, account.id, at) : null;
  if (question !== null || first !== null) return question ?? look(state, first!);
  return nextOfWishes(state, account, at) ?? nextName(state, account, at);
}

function overdueFirst(due: DueWatches, at: number): Poll | null {
  due.comeTo(at);
  return due.overdue() > 0 ? due.first() : null;
}

/** What has not met what some have is asked in its time, and its end is heard of as ever. */
const goesOn = (slowdown: Slowdown, at: number): boolean => isOfSome(slowdown) && at >= slowdown.notBefore;

/** If the asset is not found any more, its details may know where it went. */
function look(state: View, { watch, wantsDetails, missing }: Poll): Question {
  const asksWhere = wantsDetails && missing !== null && !state.onTheWire.has(detailsKeyOf(watch));
  return about(asksWhere ? 'details' : 'status', state, watch);
}

/** Every second request goes to what the person wants registered, so that a thousand files keep no import waiting. */
const wishTurns = 2;

/** What settles a wish goes before the next is sent: the person is not to wait for what may be known. */
function nextOfWishes(state: View, account: Account, at: number): Question | null {
  return nextToSettle(state, account, at) ?? (maySendFiles(account) ? nextToSend(state, account.id) : null);
}

function probe(state: View, account: Account, at: number): Question | null {
  const watch = probedWatch(state, account);
  const list = (by: number) => nextFollowQuestion(state, account.id, by) ?? nextToSettle(state, account, at);
  if (watch === null) return list(Infinity);
  if (at < probeTimeOf(state, watch)) return null;
  const isListsTurn = account.sent % turns === turns - 1;
  // Any answer at all ends the trouble.
  return (isListsTurn ? list(at) : null) ?? look(state, watch);
}

/** Before this time `probe` has nothing to ask: an alarm that comes sooner would come again and again. */
function earliestProbe(state: View, account: Account, at: number): number {
  const watch = probedWatch(state, account);
  if (watch !== null) return probeTimeOf(state, watch);
  return followTime(state, account.id) === null ? (settleTime(state, account, at) ?? Infinity) : 0;
}

/**
 * Another watch than those that met the trouble, where there is one: it may be the trouble of these alone. New imports of a project that
 * the key may not read would else be probed one after another, since first looks come first, and all others be asked for no more.
 */
function probedWatch(state: View, { id, slowdown }: Account): Poll | null {
  const [due, troubled] = [state.due.of(id), state.troubled.of(id)];
  const last = slowdown?.lastFailedWatch ?? undefined;
  const other = state.answered.of(id).first(last) ?? due.first(last) ?? troubled.first(last);
  return other ?? due.first() ?? troubled.first();
}

function nextName(state: View, { id }: Account, at: number): Question | null {
  if (at < namesFrom(state, id)) return null;
  for (const watch of state.unnamed.of(id)) return about('details', state, watch);
  return null;
}

function about(what: 'status' | 'details', { watches }: View, watch: WatchId): Question {
  return { for: what, watch, reference: watches.get(watch)!.reference };
}

function ask(state: AskingState, account: Account, question: Question, step: Step): void {
  if ('follow' in question) noteTurn(state, question, state.nextRequest.value, step.at);
  else if (question.for === 'survey') noteReading(state, question, step.at);
  else if (question.for === 'registration') state.errands.patch(question.wish, { leavesAfter: null });
  else if (question.for === 'details') state.polls.patch(question.watch, { wantsDetails: false });
  else if (question.for === 'status') state.polls.patch(question.watch, { dueAt: null });
  send(state, account, question, step);
}

function nextTimeOf(state: View, account: Account, at: number): number | null {
  const { id, slowdown, canSendSince } = account;
  if (!hasRoom(state, account)) return null;
  const due = state.due.of(id).first()?.dueAt ?? Infinity;
  const troubled = state.troubled.of(id).first()?.dueAt ?? Infinity;
  const ofWishes = earliest([
    settleTime(state, account, at),
    maySendFiles(account) ? sendTime(state, id, at) : null,
  ]);
  const next = Math.min(due, troubled, followTime(state, id) ?? Infinity, ofWishes ?? Infinity);
  if (slowdown !== null) {
    if (next === Infinity) return null;
    const probe = Math.max(slowdown.probeAt, earliestProbe(state, account, at));
    const inTime = goesOn(slowdown, Infinity) ? Math.max(slowdown.notBefore, due) : Infinity;
    return Math.max(canSendSince, Math.min(probe, inTime));
  }
  const first = state.unnamed.of(id).size > 0 ? Math.min(next, namesFrom(state, id)) : next;
  return first === Infinity ? null : Math.max(first, canSendSince);
}
