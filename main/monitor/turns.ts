import type { WatchId } from '../model/asset.ts';
import { probeTimeOf } from './imports/imports.ts';
import type { Step } from './kernel/step.ts';
import type { Readable } from './kernel/store.ts';
import { earliest } from './kernel/time.ts';
import type { FollowingState } from './following/follows.ts';
import { followTime, nextFollowQuestion, noteTurn } from './following/looks.ts';
import { announceSending, maySendFiles, nextToSend, sendTime } from './registering/sending.ts';
import { nextToSettle, noteReading, settleTime } from './registering/settling.ts';
import type { RegisteringState } from './registering/wishes.ts';
import type { SavingState } from './kernel/saving.ts';
import { isReachable, machineMayAsk } from './machine/machine.ts';
import { hasRoom, maySend, send, type Account, type Question } from './service/service.ts';

/** Every fourth request goes to a followed project, which must be looked at even when watches could use up the whole rate. */
const turns = 4;

type AskingState = FollowingState & RegisteringState & SavingState;
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
  if (state.due.of(id).size() > 0 || state.onTheWire.of(id) > 0) return true;
  return followTime(state, id) !== null || state.errandsOf.of(id).size > 0;
}

/** The next question: due watches before followed projects, and names last. Null where nothing is to be asked. */
function nextQuestion(state: View, account: Account, at: number): Question | null {
  // A probe asks whatever comes next, even before its time.
  if (account.slowdown !== null) return probe(state, account, at);
  const wish = account.sent % wishTurns === 0 ? nextOfWishes(state, account, at) : null;
  if (wish !== null) return wish;
  const due = state.due.of(account.id);
  due.comeTo(at);
  const watch = due.overdue() > 0 ? due.first()!.watch : null;
  const isFollowsTurn = watch === null || account.sent % turns === turns - 1;
  const question = isFollowsTurn ? nextFollowQuestion(state, account.id, at) : null;
  if (question !== null || watch !== null) return question ?? about('status', state, watch!);
  return nextOfWishes(state, account, at) ?? nextName(state, account);
}

/** Every second request goes to what the person wants registered, so that a thousand files keep no import waiting. */
const wishTurns = 2;

/** What settles a wish goes before the next is sent: the person is not to wait for what may be known. */
function nextOfWishes(state: View, account: Account, at: number): Question | null {
  return nextToSettle(state, account, at) ?? (maySendFiles(account) ? nextToSend(state, account.id) : null);
}

function probe(state: View, account: Account, at: number): Question | null {
  const watch = probedWatch(state, account);
  if (watch === null)
    return nextFollowQuestion(state, account.id, Infinity) ?? nextToSettle(state, account, at);
  if (at < probeTimeOf(state, state.polls.get(watch)!)) return null;
  const isFollowsTurn = account.sent % turns === turns - 1;
  const question = isFollowsTurn ? nextFollowQuestion(state, account.id, at) : null;
  // If the asset is not found any more, its details may know where it went, and any answer at all ends the trouble.
  const { wantsDetails, missing } = state.polls.get(watch)!;
  return question ?? about(wantsDetails && missing !== null ? 'details' : 'status', state, watch);
}

/** Before this time `probe` has nothing to ask: an alarm that comes sooner would come again and again. */
function earliestProbe(state: View, account: Account, at: number): number {
  const watch = probedWatch(state, account);
  if (watch !== null) return probeTimeOf(state, state.polls.get(watch)!);
  return followTime(state, account.id) === null ? (settleTime(state, account, at) ?? Infinity) : 0;
}

/** Another watch than the one that met the trouble, where there is one: it may be the trouble of that one alone. */
function probedWatch(state: View, { id, slowdown }: Account): WatchId | null {
  const due = state.due.of(id);
  return (due.first(slowdown?.lastFailedWatch ?? undefined) ?? due.first())?.watch ?? null;
}

function nextName(state: View, { id }: Account): Question | null {
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
  const ofWishes = earliest([
    settleTime(state, account, at),
    maySendFiles(account) ? sendTime(state, id, at) : null,
  ]);
  const next = Math.min(due, followTime(state, id) ?? Infinity, ofWishes ?? Infinity);
  if (slowdown !== null) {
    if (next === Infinity) return null;
    return Math.max(slowdown.probeAt, canSendSince, earliestProbe(state, account, at));
  }
  if (state.unnamed.of(id).size > 0) return canSendSince;
  return next === Infinity ? null : Math.max(next, canSendSince);
}
