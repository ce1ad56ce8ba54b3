import type { AccountId } from '../model/asset.ts';
import { followed, lookNow, unfollowAll, unfollowed } from './following/follows.ts';
import { groupChanged, releaseNoticesOf, ungrouped } from './groups/withheld.ts';
import { isOpen, watchesOf } from './imports/imports.ts';
import { added, checkNow, leaveAlone, planAccount, removed, renamed } from './imports/watchlist.ts';
import type { EventOf, Happening, HappeningKind } from './kernel/events.ts';
import { saved, saveFailed } from './kernel/saving.ts';
import type { Step } from './kernel/step.ts';
import {
  cameOnline,
  paused,
  restAfterFault,
  resumed,
  suspended,
  unpaused,
  wentOffline,
} from './machine/machine.ts';
import { callBackAndAskAgain, replied } from './replies.ts';
import { accountNotReady, accountReady, accountRemoved } from './service/accounts.ts';
import { awaitedOf, type State } from './state.ts';
import { told } from './telling/banners.ts';
import { awaitMore, giveUpAwaiting } from './telling/gathering.ts';
import { inboxCleared, noticesRead } from './telling/ledger.ts';
import { undone } from './undo.ts';

type Handlers = {
  readonly [Kind in HappeningKind]: (state: State, event: EventOf<Kind>, step: Step) => void;
};

const handlers: Handlers = {
  // The alarm is spent, so that the next is set also where it is for the same time.
  tick: ({ wakeAt }) => wakeAt.set(null),
  'step-failed': stepFailed,
  'account-ready': ready,
  'account-not-ready': notReady,
  'account-removed': disconnected,
  added,
  removed,
  unfollowed: (state, { follow }, step) => unfollowed(state, follow, step),
  undone,
  renamed,
  'group-changed': groupChanged,
  ungrouped,
  'check-now': checkedNow,
  replied,
  followed,
  'look-now': lookNow,
  suspended: (state, _event, step) => suspended(state, step),
  resumed: (state, _event, step) => resumed(state, step),
  offline: (state, _event, step) => wentOffline(state, step),
  online: (state, _event, step) => cameOnline(state, step),
  paused,
  unpaused: (state, _event, step) => unpaused(state, step),
  'settings-changed': (state, { settings }) => state.settings.set(settings),
  saved,
  'save-failed': saveFailed,
  told,
  'notices-read': noticesRead,
  'inbox-cleared': inboxCleared,
};

export function handle<Kind extends HappeningKind>(state: State, event: EventOf<Kind>, step: Step): void {
  const handler = handlers[event.kind] as Handlers[Kind];
  handler(state, event, step);
}

/**
 * All that the failed step changed was taken back. What it was told and nobody will tell again is taken once more; the answer that it
 * brought is asked for anew, after a rest.
 */
function stepFailed(state: State, { of: failed }: EventOf<'step-failed'>, step: Step): void {
  restAfterFault(state, step);
  state.wakeAt.set(null);
  if (failed.kind === 'replied') return replied(state, { ...failed, reply: { kind: 'aborted' } }, step);
  if (isReport(failed)) handle(state, failed, step);
}

/** What the shell reports once, and what the machine and the accounts have come to. */
function isReport({ kind }: Happening): boolean {
  return repeated.has(kind);
}

const repeated: ReadonlySet<HappeningKind> = new Set([
  'account-ready',
  'account-not-ready',
  'account-removed',
  'suspended',
  'resumed',
  'offline',
  'online',
  'settings-changed',
  'saved',
  'save-failed',
  'told',
]);

function checkedNow(state: State, event: EventOf<'check-now'>, step: Step): void {
  if (event.watches === 'all') lookNow(state, { follows: 'all' }, step);
  checkNow(state, event, step);
}

function ready(state: State, { account }: EventOf<'account-ready'>, step: Step): void {
  // What is on the wire was signed with the key from before: its refusal would say nothing of this one.
  callBackOf(state, account, step);
  accountReady(
    state,
    account,
    watchesOf(state, account).some(({ known }) => known !== null),
  );
  planAccount(state, account, step);
  // Nothing was asked of it in this run, as where its key was locked at the start.
  if (state.accounts.get(account)?.sent !== 0) return;
  const open = watchesOf(state, account).filter(isOpen);
  awaitMore(
    state,
    open.map(({ id }) => id),
    step.at,
  );
}

function notReady(state: State, { account }: EventOf<'account-not-ready'>, step: Step): void {
  callBackOf(state, account, step);
  accountNotReady(state, account, step);
  planAccount(state, account, step);
}

/** The watches of a disconnected account stay in the list; its followed projects go. */
function disconnected(state: State, { account }: EventOf<'account-removed'>, step: Step): void {
  callBackOf(state, account, step);
  unfollowAll(state, account, step);
  accountRemoved(state, account, step);
  // Before its notices are told: they are no part of a digest that waits for it.
  giveUpAwaiting(state, awaitedOf(state, account));
  releaseNoticesOf(state, account, step);
  leaveAlone(state, account);
}

function callBackOf(state: State, account: AccountId, step: Step): void {
  callBackAndAskAgain(state, (request) => request.account === account, step);
}
