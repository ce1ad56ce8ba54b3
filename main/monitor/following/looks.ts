import type { AccountId, ListedPage, WatchId } from '../../model/asset.ts';
import type { Follow, FollowId } from '../../model/follow.ts';
import { roomInList } from '../imports/imports.ts';
import { inProject, watchesIn } from '../imports/tally.ts';
import { backOff, jitter } from '../kernel/chance.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable } from '../kernel/store.ts';
import { earliest } from '../kernel/time.ts';
import { countIds } from './id-ranges.ts';
import { isReached, partFrom, wholeList, type PageOrder, type Part } from './page-order.ts';
import { spacing } from '../machine/machine.ts';
import { askAccountAgain, isOfNetwork } from '../service/accounts.ts';
import { pageKeyOf, statusKeyOf, type QuestionFor } from '../service/service.ts';
import {
  listsOf,
  referenceIn,
  watchIdIn,
  type FollowingState,
  type ListPoll,
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

/** The rest between two looks in milliseconds, before jitter; infinite where none is worth it. `pages`: of all lists of the account. */
export function restBetweenLooks(state: State, poll: ListPoll, pages: number): number {
  const cost = costOf(pages);
  if (poll.problemsInRow > 0) return restAfterProblems(state, poll.problemsInRow) + cost;
  const isImporting = watchesIn(state, inProject(poll.id), 'importing').size > 0;
  const bellMs = isImporting ? (state.bells.get(poll.id)?.everyMs ?? Infinity) : Infinity;
  const quietMs = state.follows.has(poll.id) ? restOfFollowed(state, poll, isImporting) + cost : Infinity;
  return Math.min(Math.max(state.settings.value.floorMs, bellMs), quietMs);
}

function restOfFollowed(state: State, poll: ListPoll, isImporting: boolean): number {
  const isBusy = isImporting || state.waitingNewcomers.of(poll.id).size > 0;
  return isBusy ? often(state) : backOff(often(state), poll.quietLooks + 1, seldomMs);
}

/** The shortest rest in milliseconds that the size of the lists allows. */
export const costOf = (pages: number): number => (pages > 1 ? pages * perPageMs : 0);

/** The rest in milliseconds, before jitter, after so many problems in a row that are this list's own. */
export function restAfterProblems(state: State, problemsInRow: number): number {
  return backOff(2 * often(state), problemsInRow, longestAfterProblemMs);
}

export const often = ({ settings }: State) => Math.max(oftenMs, settings.value.floorMs);

/** When the next page of this project may be read, steady ms: 0 for at once, null where something else must happen before. */
export function nextPageTime(state: State, { id }: Pick<Follow, 'id'>, pages: number): number | null {
  const poll = state.lists.get(id)!;
  if (state.onTheWire.has(pageKeyOf(id)) || !isWanted(state, id)) return null;
  if (poll.look !== null)
    return state.waitingNewcomers.of(id).size > manyNewcomers ? null : poll.canReadSince;
  if (poll.lookNow) return poll.canReadSince;
  const rest = restBetweenLooks(state, poll, pages);
  if (rest === Infinity) return null;
  return Math.max(poll.canReadSince, poll.restingSince + spacing(state) * Math.round(rest * poll.jitter));
}

/** A list that nobody follows is read for imports in progress alone. */
function isWanted(state: State, id: FollowId): boolean {
  return state.follows.has(id) || watchesIn(state, inProject(id), 'importing').size > 0;
}

/** The page to be read next, or on the wire; counts from 1. */
export const pageOf = ({ part, extents }: Look): number => part.firstPage + extents.length;

/** How many assets it listed, with those before its part. */
export const readBy = ({ part, extents }: Look): number =>
  extents.reduce((sum, { count }) => sum + count, part.before);

/**
 * Whether another page follows the one that was read, with which `before` became `look`. Neither of the list's numbers is trusted alone: an
 * asset that it does not count yet would be found by nobody, and where it counts one page more each time the look would not end.
 */
export function hasNextPage(
  before: Look,
  look: Look,
  { assets, skipped, totalCount, pages }: ListedPage,
  order: PageOrder | null,
): boolean {
  const isLast =
    assets.length + skipped === 0 ||
    pageOf(look) > Math.min(pages, mostPages) ||
    (readBy(look) >= totalCount && countIds(look.ids) === countIds(before.ids));
  return !isLast && !isReached(order, look.extents.at(-1)!, look.part);
}

/**
 * What the next look at a list is to read: where its order is known, only the pages that can hold what is in progress, waits, or is new.
 * What can stand anywhere, such as an asset that was moved here, is found by a look at the whole list from time to time. `at`: when it
 * will probably be, steady ms.
 */
function nextPart(state: State, list: ListPoll, at: number): Part {
  const { id, order, wholeFrom, looksInVain } = list;
  const whole = wholeList(order?.pages.length ?? pagesOf(list));
  if (order === null || looksInVain > 0 || at - wholeFrom >= Math.max(seldomMs, costOf(whole.pages)))
    return whole;
  const awaited = [
    ...[...state.waitingNewcomers.of(id)].map((key) => state.newcomers.get(key)!.assetId),
    ...[...watchesIn(state, inProject(id), 'importing')].map(
      (watch) => state.watches.get(watch)!.reference.assetId,
    ),
  ];
  return partFrom(
    order,
    awaited.reduce((lowest, each) => Math.min(lowest, each), Infinity),
  );
}

/** Pages that the next look will probably read, or the present one where that is more. */
export const pagesOf = ({ part, look }: ListPoll): number => Math.max(part.pages, look?.extents.length ?? 0);

/** The same of all lists of the account. */
export const pagesOfAccount = (state: State, account: AccountId): number => pagesIn(listsOf(state, account));

const pagesIn = (lists: readonly ListPoll[]): number => lists.reduce((sum, list) => sum + pagesOf(list), 0);

/** The look is over, and the project rests from `at` (steady ms) on, with jitter, so that many projects are not looked at in step. */
export function rest(state: FollowingState, follow: FollowId, at: number): void {
  const list = state.lists.get(follow)!;
  const restMs = restBetweenLooks(state, list, pagesOfAccount(state, list.account));
  const part = nextPart(state, list, at + restMs);
  state.lists.patch(follow, { look: null, restingSince: at, jitter: jitter(state), part });
}

/** The network may be another one: a list that could not be read because of it is read at once. */
export function readAgain({ lists }: FollowingState): void {
  for (const { id, problem } of lists.values())
    if (problem !== null && isOfNetwork(problem.kind)) lists.patch(id, { lookNow: true, canReadSince: 0 });
}

/** What a followed project has to ask: the next page of its list, or how one newcomer stands. */
type FollowQuestion = QuestionFor<'page' | 'newcomer'>;

/**
 * The next question of the account's projects that is due at `at` (steady ms); `at` may be Infinity for a probe. The project that waited
 * longest is first. One page at a time, because pages are large; pages before newcomers, since each project's pages wait for its
 * newcomers.
 */
export function nextFollowQuestion(state: State, account: AccountId, at: number): FollowQuestion | null {
  const lists = listsOf(state, account).toSorted((one, other) => one.lastRequest - other.lastRequest);
  const pages = pagesIn(lists);
  const isDue = (list: ListPoll) => (nextPageTime(state, list, pages) ?? Infinity) <= at;
  const due = isReading(state, lists) ? undefined : lists.find(isDue);
  if (due !== undefined) {
    const { id: follow, workspace, projectId, look } = due;
    const page = look === null ? partOf(due).firstPage : pageOf(look);
    return { for: 'page', follow, workspace, projectId, page };
  }
  for (const list of lists) {
    const newcomer = nextNewcomer(state, list);
    if (newcomer !== null)
      return { for: 'newcomer', follow: list.id, reference: referenceIn(list, newcomer.assetId) };
  }
  return null;
}

/** When the account's projects have something to ask (steady ms, 0 for at once), or null where only an event can change that. */
export function followTime(state: State, account: AccountId): number | null {
  const lists = listsOf(state, account);
  if (lists.some((list) => nextNewcomer(state, list) !== null)) return 0;
  if (isReading(state, lists)) return null;
  const pages = pagesIn(lists);
  return earliest(lists.map((list) => nextPageTime(state, list, pages)));
}

/** Notes that the question is about to be sent, as this number. */
export function noteTurn(
  state: FollowingState,
  question: FollowQuestion,
  lastRequest: number,
  at: number,
): void {
  const list = state.lists.get(question.follow)!;
  const begins = question.for === 'page' && list.look === null;
  state.lists.patch(question.follow, {
    lastRequest,
    ...(begins && { look: newLook(at, partOf(list)), lookNow: false }),
  });
}

/** The person wants to know of all. */
function partOf({ lookNow, part, order }: ListPoll): Part {
  return lookNow ? wholeList(order?.pages.length ?? 1) : part;
}

function newLook(at: number, part: Part): Look {
  const found = { listed: new Set<WatchId>(), newcomers: new Set<number>(), newest: [], found: 0 };
  const read = { beganAt: at, readAt: at, extents: [], ids: [], totalCount: null };
  return { part, ...read, steady: true, nothingSlipped: true, ...found };
}

function isReading({ onTheWire }: State, lists: readonly ListPoll[]): boolean {
  return lists.some(({ id }) => onTheWire.has(pageKeyOf(id)));
}

/** Only a few are on the wire at once, so this soon finds one that is not. They wait while the list has no room for what is in progress. */
function nextNewcomer(state: State, list: ListPoll): Newcomer | null {
  const { newcomers, waitingNewcomers, onTheWire } = state;
  if (roomInList(state) <= 0) return null;
  for (const key of waitingNewcomers.of(list.id)) {
    const newcomer = newcomers.get(key)!;
    if (!onTheWire.has(statusKeyOf(watchIdIn(list, newcomer.assetId)))) return newcomer;
  }
  return null;
}

/** The person wants to know now. */
export function lookNow(state: FollowingState, follows: readonly FollowId[] | 'all', { at }: Step): void {
  for (const { id, account } of state.follows.values()) {
    if (follows !== 'all' && !follows.includes(id)) continue;
    state.lists.patch(id, { lookNow: true, canReadSince: 0 });
    for (const key of state.refusedNewcomers.of(id)) state.newcomers.patch(key, { askAgainFrom: at });
    askAccountAgain(state, account, at);
  }
}
