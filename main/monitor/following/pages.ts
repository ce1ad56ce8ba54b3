import type { ListedAsset, ListedPage, WatchId } from '../../model/asset.ts';
import type { Follow } from '../../model/follow.ts';
import type { Problem } from '../../model/problem.ts';
import { isOpen, type Watch } from '../../model/watch.ts';
import type { Step } from '../kernel/step.ts';
import { withJitter } from '../kernel/chance.ts';
import { clockAt } from '../kernel/time.ts';
import { moveTo } from '../imports/watchlist.ts';
import { restsFrom, type QuestionFor, type Request } from '../service/service.ts';
import {
  isSeen,
  keyOf,
  markSeen,
  settleOldest,
  wasComplete,
  watchIdIn,
  type FollowingState,
  type ListPoll,
  type Look,
} from './follows.ts';
import { countIds, hasId, rangesOf, unionOf } from './id-ranges.ts';
import { hasNextPage, pageOf, readBy, rest, restAfterProblems } from './looks.ts';
import { extentOf, isReached, orderAfter, orderOf } from './page-order.ts';
import { dropNewcomer, endBaseline, endFirstLook, noteFirstListed } from './newcomers.ts';
import { askOfBack, isAwaited, isBack } from './back.ts';
import { decideReading, hearBell, hearOfUnlisted, replan } from './doorbell.ts';

/** Pages read this far apart do not show one moment: what seems missing may have slipped from one page to another. */
const oneMomentMs = 60_000;

/** So many first looks past which something may have slipped; after that, nobody knows what else was there. */
const mostFirstLooks = 3;

/** What a page adds to what its look has found so far. */
interface Reading {
  readonly list: ListPoll;
  /** Null where nobody follows the project. */
  readonly follow: Follow | null;
  readonly isFirstLook: boolean;
  /** When the page was asked for, steady ms. */
  readonly sentAt: number;
  /** The same, epoch ms by the clock. */
  readonly askedAt: number;
  readonly dealtWith: ListedAsset[];
  readonly listed: Set<WatchId>;
  readonly newcomers: Set<number>;
  newest: ListedAsset[];
  found: number;
}

/** Takes a page of a project's list. Nothing of it is kept but what is new, and which watches it lists. */
export function takePage(
  state: FollowingState,
  { question, sentAt }: Request<QuestionFor<'page'>>,
  page: ListedPage,
  step: Step,
): void {
  const list = state.lists.get(question.follow);
  const look = list?.look;
  if (!list || !look || pageOf(look) !== question.page) return;
  const follow = state.follows.get(list.id) ?? null;
  const reading: Reading = {
    list,
    follow,
    isFirstLook: follow?.baselineAt === null && list.lookedAt === null,
    sentAt,
    askedAt: clockAt(state, sentAt),
    dealtWith: [],
    listed: new Set(look.listed),
    newcomers: new Set(look.newcomers),
    newest: [...look.newest],
    found: look.found,
  };
  for (const asset of listedFirst(page, look)) takeAsset(state, reading, asset, step);
  if (follow !== null) markSeen(state, follow.id, reading.dealtWith);
  if (follow !== null && reading.isFirstLook)
    reading.newest = noteFirstListed(state, follow, page, reading.newest);
  const read = lookAfter(look, page, reading, step.at);
  const goesOn = hasNextPage(look, read, page, list.order);
  state.lists.patch(list.id, {
    problem: null,
    problemsInRow: 0,
    canReadSince: 0,
    look: read,
  });
  if (!goesOn) endLook(state, reading, read, step);
}

/** One that is listed twice may be listed differently: in turn it would be imported again, and not, and be asked for at each look. */
function listedFirst({ assets }: ListedPage, { ids }: Look): readonly ListedAsset[] {
  const taken = new Set<number>();
  return assets.filter(({ assetId }) => {
    const isFirst = !taken.has(assetId) && !hasId(ids, assetId);
    taken.add(assetId);
    return isFirst;
  });
}

function lookAfter(
  look: Look,
  { assets, skipped, totalCount }: ListedPage,
  reading: Reading,
  at: number,
): Look {
  const { listed, newcomers, newest, found } = reading;
  const hasChanged = look.totalCount !== null && look.totalCount !== totalCount;
  const ids = unionOf(look.ids, rangesOf(assets.map(({ assetId }) => assetId)));
  const isOneMoment = at - look.readAt <= oneMomentMs;
  const listedAgain = countIds(look.ids) + assets.length - countIds(ids);
  const isNext = joins(look, totalCount, listedAgain);
  return {
    ...look,
    ...{ totalCount, readAt: at, listed, newcomers, newest, found },
    extents: [...look.extents, extentOf(assets, skipped)],
    ids,
    // An asset whose entry could not be read is there, whatever the list seems to leave out.
    steady: look.steady && !hasChanged && skipped === 0 && isOneMoment,
    nothingSlipped: look.nothingSlipped && isNext && isOneMoment,
  };
}

/**
 * Whether a page goes on where the ones before end. Each asset that is new on those moves one to this page, which so lists it again; where
 * it lists more again, or the list became shorter, it begins behind one that is on no page.
 */
function joins(look: Look, totalCount: number, listedAgain: number): boolean {
  const added = totalCount - (look.totalCount ?? totalCount);
  return look.totalCount === null || (added >= 0 && listedAgain <= added);
}

/** The list of this project cannot be read: `problem` says why, null where the fault is our own. It is retried at growing intervals. */
export function pageMetProblem(
  state: FollowingState,
  { follow }: QuestionFor<'page'>,
  problem: Problem | null,
  step: Step,
): void {
  const list = state.lists.get(follow)!;
  state.lists.patch(follow, { problem, problemsInRow: list.problemsInRow + 1 });
  rest(state, follow, restsFrom(problem, step.at));
  replan(state, list, step);
}

/**
 * Trouble of the service that began with a question of this project, while the account is well otherwise: where it is the
 * project's alone, each answer to a watch would end it, and the same question would come at once again.
 */
export function serviceFailed(
  state: FollowingState,
  question: QuestionFor<'page' | 'newcomer'>,
  problem: Problem,
  step: Step,
): void {
  if (question.for === 'newcomer') return dropNewcomer(state, question, problem, step);
  const problemsInRow = state.lists.get(question.follow)!.problemsInRow + 1;
  const pause = withJitter(state, restAfterProblems(state, problemsInRow));
  state.lists.patch(question.follow, {
    problem,
    problemsInRow,
    canReadSince: restsFrom(problem, step.at) + pause,
  });
}

function takeAsset(state: FollowingState, reading: Reading, asset: ListedAsset, step: Step): void {
  const { list, follow } = reading;
  const watch = state.watches.get(watchIdIn(list, asset.assetId));
  if (asset.isElsewhere) return noteElsewhere(state, reading, watch);
  if (watch !== undefined) {
    takeWatched(state, reading, asset, watch, step);
    if (isAwaited(state, watch.id)) return;
  } else if (follow !== null && takeNewcomer(state, reading, follow, asset, step.at)) return;
  reading.dealtWith.push(asset);
}

/** By its own entry it stands in another project: it is there, and here neither new nor missing. */
function noteElsewhere({ polls }: FollowingState, { listed }: Reading, watch: Watch | undefined): void {
  if (watch === undefined) return;
  listed.add(watch.id);
  polls.patch(watch.id, { missing: null });
}

/** True if the asset is to be asked for, now or later, and so is not dealt with yet. */
function takeNewcomer(
  state: FollowingState,
  reading: Reading,
  follow: Follow,
  asset: ListedAsset,
  at: number,
): boolean {
  const { isFirstLook } = reading;
  const { assetId, complete } = asset;
  const key = keyOf({ follow: follow.id, assetId });
  const known = state.newcomers.get(key);
  if (known !== undefined) reading.newcomers.add(assetId);
  const wasSeen = isSeen(state, follow.id, assetId);
  if (isFirstLook && complete && known === undefined && !wasSeen) {
    reading.newest.push(asset);
    return true;
  }
  // Metadata that was there and is gone: the asset is imported again.
  const isAgain = !complete && wasComplete(state, follow.id, assetId);
  const { refused, unlisted } = state.seen.get(follow.id)!;
  const wasBefore = hasId(refused, assetId) || hasId(unlisted, assetId);
  const isBaseline = known?.isBaseline ?? (isFirstLook || wasBefore);
  const isRefused = known !== undefined && known.refusals > 0 && !known.isAgain;
  // What was asked for once is asked for until it is answered: with complete metadata it may still be in progress.
  const isNew = isRefused || !wasSeen;
  if (!isNew && !isAgain) {
    if (known !== undefined && known.askAgainFrom !== null) state.newcomers.remove(key);
    return false;
  }
  const refusals = known?.refusals ?? 0;
  reading.newcomers.add(assetId);
  if (known !== undefined && (known.askAgainFrom === null || at < known.askAgainFrom)) return true;
  state.newcomers.put({ ...asset, follow: follow.id, isBaseline, isAgain, refusals, askAgainFrom: null });
  // What the list alone says to be imported again must not keep a project busy: it may show it now so, now otherwise.
  if (refusals === 0 && !isAgain) reading.found += 1;
  return true;
}

function takeWatched(
  state: FollowingState,
  { list, follow, listed, sentAt, askedAt }: Reading,
  asset: ListedAsset,
  watch: Watch,
  step: Step,
): void {
  const { id } = watch;
  listed.add(id);
  if (!isOpen(watch) && follow !== null && isBack(state, follow, watch, asset)) askOfBack(state, watch, step);
  else if (state.polls.get(id)!.mayBeBack !== null) state.polls.patch(id, { mayBeBack: null });
  const { heardAt, problem } = state.polls.get(id)!;
  // An answer that is younger than the page says that the asset stands where we ask for it.
  const isNewer = heardAt === null || problem !== null || heardAt <= sentAt;
  if (isNewer) moveTo(state, id, list.projectId, step);
  state.polls.patch(id, { missing: null });
  hearBell(state, id, list, asset.complete ? 'whole' : 'bare', askedAt, step);
  if (watch.fileName === null && asset.fileName !== null) {
    state.watches.patch(id, { fileName: asset.fileName });
    state.polls.patch(id, { wantsDetails: false });
  }
  // It helps to estimate the end, so it is worth a write only before that.
  if (watch.size === null && isOpen(watch) && (asset.size ?? 0) > 0)
    state.watches.patch(id, { size: asset.size });
}

function endLook(state: FollowingState, reading: Reading, look: Look, step: Step): void {
  const { list, follow, isFirstLook } = reading;
  const isAllListed = look.part.lowest === 0 && look.nothingSlipped;
  const looksInVain = isAllListed ? 0 : list.looksInVain + (isFirstLook ? 1 : 0);
  // What slipped would be found after the baseline, as if it were new.
  const looksAgain = isFirstLook && looksInVain % mostFirstLooks > 0;
  if (follow !== null && isFirstLook && !looksAgain) endFirstLook(state, follow, look);
  state.lists.patch(list.id, {
    looksInVain,
    ...(looksAgain ? { lookNow: true } : { lookedAt: step.clock }),
    // A look of a part says nothing of how long the list is; of the whole, it may have become shorter.
    ...(look.part.lowest === 0 && { part: { ...list.part, pages: look.extents.length } }),
    quietLooks: look.found > 0 ? 0 : list.quietLooks + 1,
  });
  // Where one stands on two pages, as when the list was sorted anew in between, another stands on none.
  const isEachOnce = countIds(look.ids) === readBy(look) - look.part.before;
  const isAsThought = noteOrder(state, list, look, isEachOnce);
  rest(state, list.id, step.at);
  const isToItsEnd = readBy(look) === look.totalCount;
  // What was read from the first to the last is all, in whatever order, and whatever it was read for.
  const isWhole = isToItsEnd && look.part.before === 0;
  const isAll =
    isWhole || (isAsThought && (isToItsEnd || isReached(list.order, look.extents.at(-1)!, look.part)));
  if (look.steady && isAll && isEachOnce)
    hearOfUnlisted(state, list, look, isWhole ? 0 : look.part.lowest, step);
  if (look.steady) noteSteady(state, list, look);
  decideReading(state, list, step);
  if (follow === null) return;
  endBaseline(state, follow.id, step);
  settleOldest(state, follow.id);
  if (!look.steady || look.part.lowest > 0) return;
  for (const key of [...state.refusedNewcomers.of(follow.id)])
    if (!look.newcomers.has(state.newcomers.get(key)!.assetId)) state.newcomers.remove(key);
}

/** Only the whole list shows its order; a part of it may contradict what is known of that. False where it does. */
function noteOrder(state: FollowingState, { id, order }: ListPoll, look: Look, isEachOnce: boolean): boolean {
  const { extents, ids, beganAt } = look;
  const isWhole = look.part.lowest === 0;
  if (isWhole)
    state.lists.patch(id, { order: isEachOnce ? orderOf(extents, ids) : null, wholeFrom: beganAt });
  else state.lists.patch(id, { order: orderAfter(order!, look) });
  return isWhole || state.lists.get(id)!.order !== null;
}

function noteSteady(state: FollowingState, { id }: ListPoll, { beganAt, part }: Look): void {
  state.lists.patch(id, {
    partLookedFrom: { at: beganAt, lowest: part.lowest },
    ...(part.lowest === 0 && { lookedFrom: beganAt }),
  });
}
