import { abortRequests, isOpen, schedule } from './asking.ts';
import type { AccountId, WatchId } from './asset.ts';
import { createDueQueue } from './due-queue.ts';
import type { EventOf } from './event.ts';
import { unfollowAll } from './follow/following.ts';
import { awaitMore, stopAwaitingAccount } from './gathering.ts';
import { releaseHeldOf } from './groups/released.ts';
import type { Moment } from './moment.ts';
import type { Account, State } from './state.ts';
import { setTrouble } from './trouble.ts';

/** The account has a key that can sign: newly, again, or after the person mended it. What stopped it is forgotten. */
export function accountReady(state: State, event: EventOf<'account-ready'>, moment: Moment): void {
  const account = accountOf(state, event.account);
  // What is on the wire was signed with the key from before: its refusal would say nothing of this one.
  abortRequests(state, moment, (asking) => asking.account === event.account);
  account.ready = true;
  account.said = null;
  account.disturbances.clear();
  account.fruitless.clear();
  setTrouble(state, account, { stopped: null, slowdown: null }, moment);
  enterWatches(state, account, moment);
  // Nothing was asked of it in this run, as where its key was locked at the start.
  if (account.sent === 0) awaitMore(state, openOf(state, account), moment.at);
}

export function accountNotReady(state: State, event: EventOf<'account-not-ready'>, moment: Moment): void {
  const account = accountOf(state, event.account);
  account.ready = false;
  stopAwaitingAccount(state, account.id);
  abortRequests(state, moment, (asking) => asking.account === event.account);
  enterWatches(state, account, moment);
}

/** The account is forgotten; its watches stay in the list with what is known of them until they are removed. */
export function accountRemoved(state: State, event: EventOf<'account-removed'>, moment: Moment): void {
  abortRequests(state, moment, (asking) => asking.account === event.account);
  unfollowAll(state, event.account, moment);
  state.accounts.delete(event.account);
  state.owned.delete(event.account);
  stopAwaitingAccount(state, event.account);
  releaseHeldOf(state, event.account, moment);
  for (const watch of state.watches.values()) {
    if (watch.account !== event.account) continue;
    watch.dueAt = null;
    moment.changedWatches.add(watch.id);
  }
}

function accountOf(state: State, id: AccountId): Account {
  const present = state.accounts.get(id);
  if (present) return present;
  const account: Account = {
    id,
    due: createDueQueue(),
    unnamed: new Set(),
    inFlight: 0,
    sendFrom: 0,
    slowdown: null,
    stopped: null,
    said: null,
    ready: false,
    answeredAt: null,
    answeredFrom: 0,
    disturbances: new Map(),
    fruitless: new Set(),
    heardAt: null,
    sent: 0,
  };
  state.accounts.set(id, account);
  state.owned.add(id);
  return account;
}

function enterWatches(state: State, account: Account, moment: Moment): void {
  for (const watch of state.watches.values()) {
    if (watch.account !== account.id) continue;
    moment.changedWatches.add(watch.id);
    // So that a start in an outage can tell how old is what the list shows.
    if (watch.known !== null) account.answeredAt = Math.max(account.answeredAt ?? 0, watch.known.receivedAt);
    if (watch.fileName === null) account.unnamed.add(watch.id);
    if (isOpen(watch) && watch.inFlight === null) schedule(state, watch, watch.dueAt ?? moment.at);
  }
}

function openOf({ watches }: State, { id }: Account): WatchId[] {
  return [...watches.values()].flatMap((watch) => (watch.account === id && isOpen(watch) ? watch.id : []));
}
