import { watchIdOf, type ListedAsset, type ListedPage } from '../../model/asset.ts';
import type { Follow } from '../../model/follow.ts';
import { goneStatus, isFailure } from '../../model/import-status.ts';
import type { Problem } from '../../model/problem.ts';
import type { Watch } from '../../model/watch.ts';
import type { Step } from '../kernel/step.ts';
import { isOpen } from '../imports/imports.ts';
import { isAsked, moveTo } from '../imports/watchlist.ts';
import type { QuestionFor, Request } from '../service/service.ts';
import {
  isSeen,
  keyOf,
  markSeen,
  referenceIn,
  wasComplete,
  type FollowingState,
  type Look,
  type Newcomer,
} from './follows.ts';
import { hasNextPage, rest, restPages } from './looks.ts';
import { noteNotListed } from './missing.ts';
import { dropNewcomer, endBaseline } from './newcomers.ts';
import { chooseSample } from './running-listed.ts';

/** Pages that are read this far apart are no look at one moment: what is missing may have slipped from one to another. */
const oneMomentMs = 60_000;

/**
 * That an import whose metadata is complete has ended is not documented either. The newest of a first look, by their ids, are asked
 * for all the same, since among them is what may still run; later ones are asked for whatever their metadata.
 */
const newestAsked = 200;

/** What is gathered while one page is taken. */
interface Reading {
  readonly follow: Follow;
  readonly isFirstLook: boolean;
  /** When the page was asked for, epoch ms by the clock. */
  readonly askedAt: number;
  readonly complete: number[];
  readonly unfinished: number[];
  readonly listed: Watch[];
  readonly refused: number[];
  /** The person stopped watching them. */
  readonly left: Set<number>;
  found: number;
}

/** Takes a page of a project's list. Nothing of it is kept but what is new, and which watches it lists. */
export function takePage(
  state: FollowingState,
  { question, sentAt }: Request<QuestionFor<'page'>>,
  page: ListedPage,
  step: Step,
): void {
  const follow = state.follows.get(question.follow);
  const poll = state.followPolls.get(question.follow);
  const look = poll?.look;
  if (!follow || !poll || !look || look.page !== question.page) return;
  const reading: Reading = {
    follow,
    isFirstLook: isFirstLook(state, follow),
    askedAt: sentAt - state.ahead.value,
    complete: [],
    unfinished: [],
    listed: [],
    refused: [],
    left: new Set(),
    found: 0,
  };
  for (const asset of page.assets) takeAsset(state, reading, asset, step);
  markSeen(state, follow.id, reading);
  const read = lookAfter(look, page, reading, step.at);
  const goesOn = hasNextPage(read, page);
  state.followPolls.patch(follow.id, {
    problem: null,
    problemsInRow: 0,
    canReadSince: 0,
    pages: Math.max(poll.pages, look.page),
    look: goesOn ? { ...read, page: read.page + 1 } : read,
  });
  if (!goesOn) endLook(state, follow, read, step);
}

function lookAfter(
  look: Look,
  { assets, skipped, totalCount }: ListedPage,
  reading: Reading,
  at: number,
): Look {
  const hasChanged = look.totalCount !== null && look.totalCount !== totalCount;
  return {
    ...look,
    totalCount,
    readAt: at,
    // An asset whose entry could not be read is there, whatever the list seems to leave out.
    steady: look.steady && !hasChanged && skipped === 0 && at - look.readAt <= oneMomentMs,
    listed: new Set([...look.listed, ...reading.listed.map(({ id }) => id)]),
    refused: new Set([...look.refused, ...reading.refused]),
    newest: reading.isFirstLook
      ? newestOf([
          ...look.newest,
          ...assets.filter(({ assetId, complete }) => complete && !reading.left.has(assetId)),
        ])
      : look.newest,
    read: look.read + assets.length + skipped,
    found: look.found + reading.found,
  };
}

/** The list of this project cannot be read: `problem` says why, null where the fault is our own. It is retried at growing intervals. */
export function pageMetProblem(
  state: FollowingState,
  { question }: Request<QuestionFor<'page'>>,
  problem: Problem | null,
  { at }: Step,
): void {
  const poll = state.followPolls.get(question.follow);
  if (poll === undefined) return;
  state.followPolls.patch(poll.follow, { problem, problemsInRow: poll.problemsInRow + 1 });
  rest(state, poll.follow, at);
}

/**
 * Trouble of the service that began with a question of this project, while the account is well otherwise: where it is the
 * project's alone, each answer to a watch would end it, and the same question would come at once again.
 */
export function serviceFailed(
  state: FollowingState,
  request: Request<QuestionFor<'page' | 'newcomer'>>,
  problem: Problem,
  step: Step,
): void {
  const { question } = request;
  if (question.for === 'newcomer') return dropNewcomer(state, { ...request, question }, step);
  const poll = state.followPolls.get(question.follow);
  if (poll === undefined) return;
  state.followPolls.patch(poll.follow, { problem });
  restPages(state, poll, step.at);
}

function takeAsset(state: FollowingState, reading: Reading, asset: ListedAsset, step: Step): void {
  const { follow } = reading;
  const watch = state.watches.get(watchIdOf(follow.account, referenceIn(follow, asset.assetId)));
  if (watch === undefined) takeUnwatched(state, reading, asset, step.at);
  else takeWatched(state, reading, asset, watch, step);
}

function takeUnwatched(state: FollowingState, reading: Reading, asset: ListedAsset, at: number): void {
  const { follow } = reading;
  const { assetId, complete } = asset;
  const key = keyOf({ follow: follow.id, assetId });
  if (state.leftAssets.has(key)) {
    state.leftAssets.remove(key);
    reading.left.add(assetId);
    return void (complete ? reading.complete : reading.unfinished).push(assetId);
  }
  const known = state.newcomers.get(key);
  // Metadata that was there and is gone: the asset is imported again.
  const isAgain = !complete && wasComplete(state, follow.id, assetId);
  const isBaseline = known?.isBaseline ?? reading.isFirstLook;
  const isNew = !isSeen(state, follow.id, assetId) && !(isBaseline && complete);
  if (!isNew && !isAgain) return noteComplete(state, reading, asset);
  const isRefused = known !== undefined && known.refusals > 0;
  if (isRefused) reading.refused.push(assetId);
  const isWaiting = known !== undefined && (known.askAgainFrom === null || at < known.askAgainFrom);
  if (isWaiting) return;
  state.newcomers.put(newcomerOf(follow, asset, { isBaseline, isAgain, refusals: known?.refusals ?? 0 }));
  if (!isRefused) reading.found += 1;
}

function newcomerOf(
  { id }: Follow,
  { assetId, fileName, size, complete }: ListedAsset,
  part: Pick<Newcomer, 'isBaseline' | 'isAgain' | 'refusals'>,
): Newcomer {
  return { follow: id, assetId, fileName, size, complete, ...part, askAgainFrom: null };
}

function takeWatched(
  state: FollowingState,
  reading: Reading,
  asset: ListedAsset,
  watch: Watch,
  step: Step,
): void {
  const { follow } = reading;
  const { id } = watch;
  if (isOpen(watch)) reading.listed.push(watch);
  else if (isBack(state, follow, watch, asset)) state.polls.patch(id, { dueAt: step.at });
  const { lastStatusAt, problem } = state.polls.get(id)!;
  // An answer that is younger than the page says that the asset stands where we ask for it.
  const isNewer = lastStatusAt === null || problem !== null || lastStatusAt <= reading.askedAt;
  if (isNewer) moveTo(state, id, follow.projectId, step);
  if (watch.fileName === null && asset.fileName !== null) {
    state.watches.patch(id, { fileName: asset.fileName });
    state.polls.patch(id, { wantsDetails: false });
  }
  // It helps to estimate the end, so it is worth a write only before that.
  if (watch.size === null && isOpen(watch) && (asset.size ?? 0) > 0)
    state.watches.patch(id, { size: asset.size });
  if (asset.complete || isSeen(state, follow.id, asset.assetId)) noteComplete(state, reading, asset);
  else reading.unfinished.push(asset.assetId);
}

/**
 * Whether an import that has ended is worth another look: it was gone and is listed; its metadata went away, as of one that is
 * imported again; or metadata came to one that had failed. Each is so only once, since the mark follows the list.
 */
function isBack(
  state: FollowingState,
  follow: Follow,
  watch: Watch,
  { assetId, complete }: ListedAsset,
): boolean {
  if (watch.known === null || isAsked(state, watch.id)) return false;
  const { status } = watch.known;
  const was = wasComplete(state, follow.id, assetId);
  return status === goneStatus || (complete ? !was && isFailure(status) : was);
}

/** Notes only what differs from what is known, so that a look at a project where nothing changes writes nothing. */
function noteComplete(state: FollowingState, reading: Reading, { assetId, complete }: ListedAsset): void {
  if (complete !== wasComplete(state, reading.follow.id, assetId))
    (complete ? reading.complete : reading.unfinished).push(assetId);
}

function isFirstLook({ followPolls }: FollowingState, { id, baselineAt }: Follow): boolean {
  return baselineAt === null && followPolls.get(id)?.lookedAt === null;
}

function newestOf(assets: readonly ListedAsset[]): readonly ListedAsset[] {
  return assets.toSorted((one, other) => other.assetId - one.assetId).slice(0, newestAsked);
}

function askForNewest(state: FollowingState, follow: Follow, { newest }: Look): void {
  for (const asset of newest) {
    const { assetId } = asset;
    const isWatched = state.watches.has(watchIdOf(follow.account, referenceIn(follow, assetId)));
    if (isWatched || state.newcomers.has(keyOf({ follow: follow.id, assetId }))) continue;
    state.newcomers.put(newcomerOf(follow, asset, { isBaseline: true, isAgain: false, refusals: 0 }));
  }
}

function endLook(state: FollowingState, follow: Follow, look: Look, step: Step): void {
  if (isFirstLook(state, follow)) askForNewest(state, follow, look);
  const { quietLooks } = state.followPolls.get(follow.id)!;
  state.followPolls.patch(follow.id, {
    lookedAt: step.clock,
    pages: look.page,
    quietLooks: look.found > 0 ? 0 : quietLooks + 1,
  });
  endBaseline(state, follow.id, step);
  rest(state, follow.id, step.at);
  if (!look.steady) return;
  for (const key of [...state.newcomersOf.refused(follow.id)])
    if (!look.refused.has(state.newcomers.get(key)!.assetId)) state.newcomers.remove(key);
  state.followPolls.patch(follow.id, { lookedFrom: look.beganAt });
  chooseSample(state, follow, look, step.at);
  for (const id of [...state.openImports.in(follow.id)])
    if (!look.listed.has(id)) noteNotListed(state, id, look.beganAt, step);
}
