import { abortRequests, isOpen } from '../asking.ts';
import type { AccountId } from '../asset.ts';
import type { EventOf } from '../event.ts';
import type { Moment } from '../moment.ts';
import type { State } from '../state.ts';
import { askAccountAgain } from '../trouble.ts';
import { followFrom, followIdOf, type Follow, type FollowId, type StoredFollow } from './follow.ts';
import { noIds } from './id-ranges.ts';
import { rewriteSeen } from './seen.ts';

/** Follows a project; its first look begins as soon as the account's budget allows. */
export function followed(state: State, event: EventOf<'followed'>, moment: Moment): void {
  const { account, workspace, projectId, projectName } = event;
  const id = followIdOf(account, workspace, projectId);
  if (state.follows.has(id)) return;
  const fresh = { baselineAt: null, runningListed: 'unknown', complete: noIds, unfinished: noIds } as const;
  enterFollow(state, { id, account, workspace, projectId, projectName, since: moment.at, ...fresh }, moment);
}

/** The project is looked at no longer; the watches that were found stay. */
export function unfollowed(state: State, event: EventOf<'unfollowed'>, moment: Moment): void {
  leave(state, event.follow, moment);
}

/** Undo of `unfollowed`, with all that was seen. */
export function followPutBack(state: State, event: EventOf<'follow-put-back'>, moment: Moment): void {
  if (!state.follows.has(event.follow.id)) enterFollow(state, event.follow, moment);
}

/** The person wants to know now. */
export function lookNow(state: State, event: EventOf<'look-now'>, moment: Moment): void {
  for (const follow of state.follows.values()) {
    if (event.follows !== 'all' && !event.follows.includes(follow.id)) continue;
    follow.lookNow = true;
    follow.pageFrom = 0;
    askAccountAgain(state, follow.account, moment);
  }
}

export function unfollowAll(state: State, account: AccountId, moment: Moment): void {
  for (const follow of [...state.follows.values()]) {
    if (follow.account === account) leave(state, follow.id, moment);
  }
}

/** At the start of a run: the follow as it was written. Watches are counted in as they are restored, after it. */
export function restoreFollow(state: State, stored: StoredFollow): void {
  state.follows.set(stored.id, followFrom(stored));
}

function enterFollow(state: State, stored: StoredFollow, moment: Moment): void {
  const follow = followFrom(stored);
  state.follows.set(follow.id, follow);
  for (const watch of state.watches.values()) {
    if (isOpen(watch) && isIn(follow, watch)) follow.open.add(watch.id);
  }
  moment.unsavedFollows.add(follow.id);
  rewriteSeen(follow, moment);
}

function isIn(follow: Follow, { account, reference }: { account: AccountId; reference: Place }): boolean {
  const { workspace, projectId } = reference;
  return follow.account === account && follow.workspace === workspace && follow.projectId === projectId;
}

interface Place {
  readonly workspace: string;
  readonly projectId: number;
}

function leave(state: State, id: FollowId, moment: Moment): void {
  if (!state.follows.has(id)) return;
  abortRequests(state, moment, (asking) => 'follow' in asking && asking.follow === id);
  state.follows.delete(id);
  moment.unsavedFollows.add(id);
  moment.unsavedSeen.delete(id);
}
