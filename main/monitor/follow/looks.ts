import type { AccountId } from '../asset.ts';
import type { ListedPage } from '../event.ts';
import { random, withJitter } from '../random.ts';
import type { State } from '../state.ts';
import type { Follow, Look } from './follow.ts';

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

/** The rest between two looks in milliseconds, before jitter. `pages`: of all projects of the account together. */
export function restBetweenLooks(follow: Follow, pages: number, floorMs: number): number {
  const often = Math.max(oftenMs, floorMs);
  const cost = pages > 1 ? pages * perPageMs : 0;
  if (follow.problemsInRow > 0) {
    return Math.min(often * 2 ** Math.min(follow.problemsInRow, 10), longestAfterProblemMs) + cost;
  }
  if (follow.open.size > 0 || follow.newcomers.size > 0) return often + cost;
  return Math.min(often * 2 ** Math.min(follow.quietLooks, 10), seldomMs) + cost;
}

/** When the next page of this project may be read: 0 for at once, null where something else must happen before. */
export function nextPageTime(state: State, follow: Follow, pages: number): number | null {
  const { look, pageFrom } = follow;
  if (look !== null) return look.inFlight || follow.newcomers.size > manyNewcomers ? null : pageFrom;
  if (follow.lookNow) return pageFrom;
  const rest = restBetweenLooks(follow, pages, state.settings.floorMs);
  return Math.max(pageFrom, follow.restSince + Math.round(rest * follow.spread));
}

/** Whether there is a page after the one that was read. Neither number of the list is believed alone: a look must come to an end. */
export function hasNextPage({ page, read }: Look, { assets, totalCount, pages }: ListedPage): boolean {
  return assets.length > 0 && page < Math.min(pages, mostPages) && read < totalCount;
}

/** The pages of all projects that the account follows, by their newest looks. */
export function pagesOfAccount(state: State, account: AccountId): number {
  let pages = 0;
  for (const follow of state.follows.values()) if (follow.account === account) pages += follow.pages;
  return pages;
}

export function newLook(at: number): Look {
  return {
    beganAt: at,
    page: 1,
    inFlight: false,
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

/** From `at` on the project rests, with jitter, so that many projects are not looked at in step. */
export function rest(state: State, follow: Follow, at: number): void {
  follow.look = null;
  follow.restSince = at;
  follow.spread = 0.9 + 0.2 * random(state);
}

/** The list alone cannot be read: its next page waits, longer each time, and a look that is under way goes on after that. */
export function restPages(state: State, follow: Follow, at: number): void {
  follow.problemsInRow += 1;
  const often = Math.max(oftenMs, state.settings.floorMs);
  const pause = Math.min(often * 2 ** Math.min(follow.problemsInRow, 10), longestAfterProblemMs);
  follow.pageFrom = at + withJitter(state, pause);
}

/** Moves every plan along with a clock that was set back by so many milliseconds. */
export function setBack(follow: Follow, back: number): void {
  follow.restSince -= back;
  follow.pageFrom -= back;
  for (const [id, refused] of follow.refused)
    follow.refused.set(id, { ...refused, askFrom: refused.askFrom - back });
  if (follow.lookedFrom !== null) follow.lookedFrom -= back;
  if (follow.sample !== null) follow.sample = { ...follow.sample, at: follow.sample.at - back };
  if (follow.look === null) return;
  follow.look.readAt -= back;
  follow.look.beganAt -= back;
}
