import type { AccountId, ListedPage, WatchId } from '../../model/asset.ts';
import type { Follow, FollowId } from '../../model/follow.ts';
import { inProject, watchesIn } from '../imports/tally.ts';
import { backOff, jitter } from '../kernel/chance.ts';
import type { Readable } from '../kernel/store.ts';
import { earliest } from '../kernel/time.ts';
import { pageKeyOf, statusKeyOf, type QuestionFor } from '../service/service.ts';
import {
  followsOf,
  referenceIn,
  watchIdIn,
  type FollowingState,
  type FollowPoll,
  type Look,
  type Newcomer,
} from './follows.ts';

const second = 1_000;

/** How often a project is looked at while its imports are in progress or new ones turn up. */
const oftenMs = 30 * second;
/** How rarely a project is looked at in which nothing changes; reached by doubling. */
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
  const cost = pages > 1 ? pages * perPageMs : 0;
  if (poll.problemsInRow > 0) return restAfterProblems(state, poll.problemsInRow) + cost;
  const isBusy =
    watchesIn(state, inProject(poll.follow), 'importing').size > 0 ||
    state.waitingNewcomers.of(poll.follow).size > 0;
  return (isBusy ? often(state) : backOff(often(state), poll.quietLooks + 1, seldomMs)) + cost;
}

/** The rest in milliseconds, before jitter, after so many problems in a row that are this list's own. */
export function restAfterProblems(state: State, problemsInRow: number): number {
  return backOff(2 * often(state), problemsInRow, longestAfterProblemMs);
}

const often = ({ settings }: State) => Math.max(oftenMs, settings.value.floorMs);

/** When the next page of this project may be read, steady ms: 0 for at once, null where something else must happen before. */
export function nextPageTime(state: State, { id }: Pick<Follow, 'id'>, pages: number): number | null {
  const poll = state.followPolls.get(id)!;
  if (state.onTheWire.has(pageKeyOf(id))) return null;
  if (poll.look !== null)
    return state.waitingNewcomers.of(id).size > manyNewcomers ? null : poll.canReadSince;
  if (poll.lookNow) return poll.canReadSince;
  const rest = restBetweenLooks(state, poll, pages);
  return Math.max(poll.canReadSince, poll.restingSince + Math.round(rest * poll.jitter));
}

/** Whether another page follows the one that was read. Neither of the list's numbers is trusted alone: every look must end. */
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

/** The look is over, and the project rests from `at` (steady ms) on, with jitter, so that many projects are not looked at in step. */
export function rest(state: FollowingState, follow: FollowId, at: number): void {
  state.followPolls.patch(follow, { look: null, restingSince: at, jitter: jitter(state) });
}

/** What a followed project has to ask: the next page of its list, or how one newcomer stands. */
type FollowQuestion = QuestionFor<'page' | 'newcomer'>;

/**
 * The next question of the account's projects that is due at `at` (steady ms); `at` may be Infinity for a probe. The project that waited
 * longest is first. One page at a time, because pages are large; pages before newcomers, since each project's pages wait for its
 * newcomers.
 */
export function nextFollowQuestion(state: State, account: AccountId, at: number): FollowQuestion | null {
  const turnOf = ({ id }: Follow) => state.followPolls.get(id)!.lastRequest;
  const follows = followsOf(state, account).toSorted((one, other) => turnOf(one) - turnOf(other));
  const pages = pagesOfAccount(state, account);
  const isDue = (follow: Follow) => (nextPageTime(state, follow, pages) ?? Infinity) <= at;
  const due = isReading(state, follows) ? undefined : follows.find(isDue);
  if (due !== undefined) {
    const { id: follow, workspace, projectId } = due;
    return {
      for: 'page',
      follow,
      workspace,
      projectId,
      page: state.followPolls.get(follow)!.look?.page ?? 1,
    };
  }
  for (const follow of follows) {
    const newcomer = nextNewcomer(state, follow);
    if (newcomer !== null)
      return { for: 'newcomer', follow: follow.id, reference: referenceIn(follow, newcomer.assetId) };
  }
  return null;
}

/** When the account's projects have something to ask (steady ms, 0 for at once), or null where only an event can change that. */
export function followTime(state: State, account: AccountId): number | null {
  const follows = followsOf(state, account);
  if (follows.some((follow) => nextNewcomer(state, follow) !== null)) return 0;
  if (isReading(state, follows)) return null;
  const pages = pagesOfAccount(state, account);
  return earliest(follows.map((follow) => nextPageTime(state, follow, pages)));
}

/** Notes that the question is about to be sent, as this number. */
export function noteTurn(
  state: FollowingState,
  question: FollowQuestion,
  lastRequest: number,
  at: number,
): void {
  const { look } = state.followPolls.get(question.follow)!;
  const begins = question.for === 'page' && look === null;
  state.followPolls.patch(question.follow, {
    lastRequest,
    ...(begins && { look: newLook(at), lookNow: false }),
  });
}

function newLook(at: number): Look {
  const found = { listed: new Set<WatchId>(), refused: new Set<number>(), newest: [], read: 0, found: 0 };
  return { beganAt: at, page: 1, totalCount: null, readAt: at, steady: true, ...found };
}

function isReading({ onTheWire }: State, follows: readonly Follow[]): boolean {
  return follows.some(({ id }) => onTheWire.has(pageKeyOf(id)));
}

/** Only a few are on the wire at once, so this soon finds one that is not. */
function nextNewcomer({ newcomers, waitingNewcomers, onTheWire }: State, follow: Follow): Newcomer | null {
  for (const key of waitingNewcomers.of(follow.id)) {
    const newcomer = newcomers.get(key)!;
    if (!onTheWire.has(statusKeyOf(watchIdIn(follow, newcomer.assetId)))) return newcomer;
  }
  return null;
}
