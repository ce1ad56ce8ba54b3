import type { AccountId, ListedPage } from '../../model/asset.ts';
import type { Follow, FollowId } from '../../model/follow.ts';
import { jitter, withJitter } from '../kernel/chance.ts';
import type { Readable } from '../kernel/store.ts';
import { pageKeyOf } from '../service/service.ts';
import { followsOf, type FollowingState, type FollowPoll, type Look } from './follows.ts';

const second = 1_000;

/** How often a project is looked at while imports of it are in progress or new ones turn up. */
const oftenMs = 30 * second;
/** The longest rest of a project where nothing changes; reached by doubling. */
const seldomMs = 600 * second;
/**
 * Rest for each page of all the projects that an account follows. A page is one request, so that looks take at most half a
 * request a second, a tenth of the account's rate, however large the projects are and however many.
 */
const perPageMs = 2 * second;
const longestAfterProblemMs = 900 * second;

/** No look reads more pages, whatever the list says: a million assets. */
const mostPages = 1_000;

/** More newcomers than this wait: the next page is not read before some of them were asked for. */
const manyNewcomers = 200;

type State = Readable<FollowingState>;

/** The rest between two looks in milliseconds, before jitter. `pages`: of all projects of the account together. */
export function restBetweenLooks(state: State, poll: FollowPoll, pages: number): number {
  const often = Math.max(oftenMs, state.settings.value.floorMs);
  const cost = pages > 1 ? pages * perPageMs : 0;
  if (poll.problemsInRow > 0) return restAfter(poll.problemsInRow, often) + cost;
  const isBusy =
    state.openImports.in(poll.follow).size > 0 || state.newcomersOf.waiting(poll.follow).size > 0;
  if (isBusy) return often + cost;
  return Math.min(often * 2 ** Math.min(poll.quietLooks, 10), seldomMs) + cost;
}

function restAfter(problemsInRow: number, often: number): number {
  return Math.min(often * 2 ** Math.min(problemsInRow, 10), longestAfterProblemMs);
}

/** When the next page of this project may be read, steady ms: 0 for at once, null where something else must happen before. */
export function nextPageTime(state: State, { id }: Follow, pages: number): number | null {
  const poll = state.followPolls.get(id)!;
  if (state.onTheWire.has(pageKeyOf(id))) return null;
  if (poll.look !== null)
    return state.newcomersOf.waiting(id).size > manyNewcomers ? null : poll.canReadSince;
  if (poll.lookNow) return poll.canReadSince;
  const rest = restBetweenLooks(state, poll, pages);
  return Math.max(poll.canReadSince, poll.restingSince + Math.round(rest * poll.jitter));
}

/** Whether there is a page after the one that was read. Neither number of the list is believed alone: a look must come to an end. */
export function hasNextPage(
  { page, read }: Look,
  { assets, skipped, totalCount, pages }: ListedPage,
): boolean {
  return assets.length + skipped > 0 && page < Math.min(pages, mostPages) && read < totalCount;
}

/** The pages of all projects that the account follows, by their newest looks. */
export function pagesOfAccount(state: State, account: AccountId): number {
  return followsOf(state, account).reduce((sum, { id }) => sum + state.followPolls.get(id)!.pages, 0);
}

export function newLook(at: number): Look {
  return {
    beganAt: at,
    page: 1,
    totalCount: null,
    readAt: at,
    steady: true,
    listed: new Set(),
    refused: new Set(),
    newest: [],
    read: 0,
    found: 0,
  };
}

/** The look is over, and the project rests from `at` (steady ms) on, with jitter, so that many projects are not looked at in step. */
export function rest(state: FollowingState, follow: FollowId, at: number): void {
  state.followPolls.patch(follow, { look: null, restingSince: at, jitter: jitter(state) });
}

/** The list alone cannot be read: its next page waits, longer each time, and a look that is under way goes on after that. */
export function restPages(state: FollowingState, { follow, problemsInRow }: FollowPoll, at: number): void {
  const pause = restAfter(problemsInRow + 1, Math.max(oftenMs, state.settings.value.floorMs));
  state.followPolls.patch(follow, {
    problemsInRow: problemsInRow + 1,
    canReadSince: at + withJitter(state, pause),
  });
}
