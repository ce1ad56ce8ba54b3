import type { AccountId, AssetReference } from '../asset.ts';
import type { Asking, State } from '../state.ts';
import type { Follow, Newcomer } from './follow.ts';
import { newLook, nextPageTime, pagesOfAccount } from './looks.ts';

/** What a followed project has to ask: the next page of its list, or how one newcomer stands. */
export type FollowQuestion =
  | { readonly kind: 'page'; readonly follow: Follow }
  | { readonly kind: 'newcomer'; readonly follow: Follow; readonly newcomer: Newcomer };

/**
 * The next question of the account's projects that is due at `at`; `at` may be Infinity for a probe. The project that waited longest
 * is first. One page at a time, because pages are large; pages before newcomers, since each project's pages wait for its newcomers.
 */
export function nextFollowQuestion(state: State, account: AccountId, at: number): FollowQuestion | null {
  const follows = followsOf(state, account);
  const pages = pagesOfAccount(state, account);
  if (!follows.some(({ look }) => look?.inFlight === true)) {
    const due = follows.filter((follow) => isDue(nextPageTime(state, follow, pages), at));
    const follow = longestWaiting(due);
    if (follow !== null) return { kind: 'page', follow };
  }
  const follow = longestWaiting(follows.filter((each) => nextNewcomer(each) !== null));
  const newcomer = follow === null ? null : nextNewcomer(follow);
  return follow === null || newcomer === null ? null : { kind: 'newcomer', follow, newcomer };
}

/** When the account's projects have something to ask (0 for at once), or null where only an event can change that. */
export function followTime(state: State, account: AccountId): number | null {
  const follows = followsOf(state, account);
  if (follows.some((follow) => nextNewcomer(follow) !== null)) return 0;
  if (follows.some(({ look }) => look?.inFlight === true)) return null;
  const pages = pagesOfAccount(state, account);
  const times = follows.flatMap((follow) => nextPageTime(state, follow, pages) ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

/** Notes that the question is on the wire. */
export function sendQuestion(state: State, question: FollowQuestion, at: number): void {
  const { follow } = question;
  follow.servedBy = state.nextRequest;
  if (question.kind === 'newcomer') {
    question.newcomer.inFlight = true;
    return;
  }
  if (follow.look === null) {
    follow.look = newLook(at);
    follow.lookNow = false;
  }
  follow.look.inFlight = true;
}

/** A question that was called back or met trouble of the account is to be asked again. */
export function takeBackQuestion(state: State, asking: Asking): void {
  if (asking.for === 'page') {
    const look = state.follows.get(asking.follow)?.look;
    if (look) look.inFlight = false;
  }
  if (asking.for === 'newcomer') {
    const newcomer = state.follows.get(asking.follow)?.newcomers.get(asking.reference.assetId);
    if (newcomer) newcomer.inFlight = false;
  }
}

export function referenceOf({ workspace, projectId }: Follow, assetId: number): AssetReference {
  return { workspace, projectId, assetId };
}

function followsOf(state: State, account: AccountId): Follow[] {
  if (state.follows.size === 0) return [];
  return [...state.follows.values()].filter((follow) => follow.account === account);
}

function isDue(time: number | null, at: number): boolean {
  return time !== null && time <= at;
}

function longestWaiting(follows: readonly Follow[]): Follow | null {
  let first: Follow | null = null;
  for (const follow of follows) if (first === null || follow.servedBy < first.servedBy) first = follow;
  return first;
}

/** Few are on the wire at once, so the first that is not comes soon. */
function nextNewcomer({ newcomers }: Follow): Newcomer | null {
  for (const newcomer of newcomers.values()) if (!newcomer.inFlight) return newcomer;
  return null;
}
