import type { AccountId } from '../model/asset.ts';
import { replan } from './following/doorbell.ts';
import { followed, followsOf, listsOf, unfollowed } from './following/follows.ts';
import { lookNow } from './following/looks.ts';
import { forgetRefusals } from './following/newcomers.ts';
import { groupChanged, releaseNoticesOf, ungrouped } from './groups/withheld.ts';
import { problemNotTold } from './held-problems.ts';
import { delivered, hookKept, hookRemoved } from './hooks/delivering.ts';
import { watchesOf } from './imports/imports.ts';
import { added, checkNow, endRestsOf, handled, planAccount, removed, scarce } from './imports/watchlist.ts';
import { inAccount, watchesIn } from './imports/tally.ts';
import { muted } from './muting/mutes.ts';
import type { EventOf, HappeningKind } from './kernel/events.ts';
import { isRepeated } from './kernel/repeating.ts';
import { saved, saveFailed } from './kernel/saving.ts';
import type { Step } from './kernel/step.ts';
import {
  cameOnline,
  leaving,
  paused,
  restAfterFault,
  resumed,
  suspended,
  unpaused,
  wentOffline,
} from './machine/machine.ts';
import { callBackAndAskAgain, replied } from './replies.ts';
import { releaseWaiting, takeBackUnsent } from './registering/sending.ts';
import { settleAnew } from './registering/settling.ts';
import { wished, wishesAnswered, wishesDropped, wishesOfGone } from './registering/wishes.ts';
import { accountNotReady, accountReady, accountRemoved } from './service/accounts.ts';
import { awaitedOf, type State } from './state.ts';
import { disturbable, told } from './telling/banners.ts';
import { awaitMore, giveUpAwaiting } from './telling/gathering.ts';
import { failuresRead, inboxCleared, noticesRead } from './telling/ledger.ts';
import { undone } from './undo.ts';

type Handlers = {
  readonly [Kind in HappeningKind]: (state: State, event: EventOf<Kind>, step: Step) => void;
};

const handlers: Handlers = {
  // The alarm has gone off: forgetting it lets the next one be set, even for the same time.
  tick: ({ wakeAt }) => wakeAt.set(null),
  'step-failed': stepFailed,
  'account-ready': ready,
  'account-not-ready': notReady,
  'account-removed': disconnected,
  added,
  removed,
  unfollowed(state, { follow }, step) {
    replan(state, state.lists.get(follow), step);
    unfollowed(state, follow, step);
  },
  undone,
  wished,
  'wishes-dropped': wishesDropped,
  'wishes-answered': wishesAnswered,
  renamed: ({ watches }, { watch, label }) => watches.patch(watch, { label }),
  'group-changed': groupChanged,
  ungrouped,
  handled: (state, event) => {
    handled(state, event);
    if (event.isHandled) failuresRead(state, event.watches);
  },
  muted,
  'check-now': checkedNow,
  replied,
  followed,
  'look-now': (state, { follows }, step) => lookNow(state, follows, step),
  leaving(state) {
    leaving(state);
    takeBackUnsent(state);
  },
  suspended: (state, _event, step) => suspended(state, step),
  resumed: (state, _event, step) => resumed(state, step),
  offline: (state, _event, step) => wentOffline(state, step),
  online: (state, _event, step) => cameOnline(state, step),
  scarce,
  paused,
  unpaused: (state, _event, step) => unpaused(state, step),
  'settings-changed': (state, { settings }) => state.settings.set(settings),
  saved,
  'save-failed': saveFailed,
  'problem-not-told': problemNotTold,
  disturbable,
  told,
  'hook-kept': hookKept,
  'hook-removed': hookRemoved,
  delivered,
  'notices-read': noticesRead,
  'inbox-cleared': inboxCleared,
};

export function handle<Kind extends HappeningKind>(state: State, event: EventOf<Kind>, step: Step): void {
  const handler = handlers[event.kind] as Handlers[Kind];
  handler(state, event, step);
}

/**
 * Everything that the failed step changed was taken back. What nobody will report a second time is handled again; the answer that came
 * with it is asked for again, after a rest.
 */
function stepFailed(state: State, { of: failed }: EventOf<'step-failed'>, step: Step): void {
  restAfterFault(state, step);
  state.wakeAt.set(null);
  if (failed.kind === 'replied') return replied(state, { ...failed, reply: { kind: 'aborted' } }, step);
  if (isRepeated(failed)) handle(state, failed, step);
}

function checkedNow(state: State, event: EventOf<'check-now'>, step: Step): void {
  if (event.watches === 'all') lookNow(state, 'all', step);
  checkNow(state, event, step);
}

function ready(state: State, event: EventOf<'account-ready'>, step: Step): void {
  const { account, keptAt } = event;
  // What is on the wire was signed with the previous key: its refusal would say nothing about this one.
  callBackOf(state, account, step);
  accountReady(
    state,
    event,
    watchesOf(state, account).some(({ known }) => known !== null && known.receivedAt >= keptAt),
  );
  planAccount(state, account, step);
  endRestsOf(state, account, step);
  for (const list of listsOf(state, account)) forgetRefusals(state, list.id, step);
  settleAnew(state, account);
  releaseWaiting(state, account);
  step.facts.push({ kind: 'account-recovered', account });
  // Nothing has been asked of it in this run yet, as when its key was locked at the start.
  if (state.accounts.get(account)?.sent !== 0) return;
  const open = watchesIn(state, inAccount(account), 'importing');
  awaitMore(state, [...open], step.at);
}

function notReady(state: State, { account }: EventOf<'account-not-ready'>, step: Step): void {
  callBackOf(state, account, step);
  accountNotReady(state, account, step);
  planAccount(state, account, step);
}

/** The watches of a disconnected account stay in the list; its followed projects go. */
function disconnected(state: State, { account }: EventOf<'account-removed'>, step: Step): void {
  callBackOf(state, account, step);
  for (const { id } of followsOf(state, account)) unfollowed(state, id, step);
  wishesOfGone(state, account, step);
  accountRemoved(state, account, step);
  // Before its notices are released: they must not end up in a digest that waits for this account.
  giveUpAwaiting(state, awaitedOf(state, account));
  releaseNoticesOf(state, account, step);
  for (const { id } of watchesOf(state, account)) state.polls.patch(id, { dueAt: null });
}

function callBackOf(state: State, account: AccountId, step: Step): void {
  callBackAndAskAgain(state, (request) => request.account === account, step);
}
