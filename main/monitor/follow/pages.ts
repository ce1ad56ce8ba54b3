import { accountAnswered } from '../answers.ts';
import { isOpen, schedule } from '../asking.ts';
import { watchIdOf } from '../asset.ts';
import type { ListedAsset, ListedPage } from '../event.ts';
import { goneStatus, isFailure } from '../import-status.ts';
import { noteNotListed } from '../missing.ts';
import { touchWatch, type Moment } from '../moment.ts';
import { moveTo } from '../moved.ts';
import type { Problem } from '../problem.ts';
import type { NewcomerAsking, PageAsking, State, Watch } from '../state.ts';
import type { Follow, Look } from './follow.ts';
import { hasId } from './id-ranges.ts';
import { dropNewcomer, endBaseline } from './newcomers.ts';
import { hasNextPage, rest, restPages } from './looks.ts';
import { chooseSample } from './running-listed.ts';
import { isSeen, markSeen } from './seen.ts';

/** Pages that are read this far apart are no look at one moment: what is missing may have slipped from one to another. */
const oneMomentMs = 60_000;

/**
 * That an import whose metadata is complete has ended is not documented either. The newest of a first look, by their ids, are asked
 * for all the same, since among them is what may still run; later ones are asked for whatever their metadata.
 */
const newestAsked = 200;

/** What a page brought, to be marked in one go. */
interface Marks {
  readonly complete: number[];
  readonly unfinished: number[];
}

/** Takes a page of a project's list. Nothing of it is kept but what is new, and which watches it lists. */
export function takePage(state: State, asking: PageAsking, page: ListedPage, moment: Moment): void {
  accountAnswered(state, asking, moment);
  const follow = state.follows.get(asking.follow);
  const look = follow?.look;
  if (!follow || !look || look.page !== asking.page) return;
  const { assets, totalCount } = page;
  follow.problem = null;
  follow.problemsInRow = 0;
  follow.pageFrom = 0;
  const hasChanged = look.totalCount !== null && look.totalCount !== totalCount;
  if (hasChanged || moment.at - look.readAt > oneMomentMs) look.steady = false;
  look.totalCount = totalCount;
  look.readAt = moment.at;
  look.inFlight = false;
  const marks: Marks = { complete: [], unfinished: [] };
  for (const asset of assets) {
    const watch = state.watches.get(watchIdOf(follow.account, { ...asset, ...placeOf(follow) }));
    if (watch === undefined) takeUnwatched(follow, look, asset, marks, moment.at);
    else takeWatched(state, { follow, look, asset, watch, marks, sentAt: asking.since }, moment);
  }
  markSeen(follow, marks.complete, marks.unfinished, moment);
  if (isFirstLook(follow)) look.newest = newestOf([...look.newest, ...assets.filter(isComplete)]);
  look.read += assets.length;
  follow.pages = Math.max(follow.pages, look.page);
  if (hasNextPage(look, page)) look.page += 1;
  else endLook(state, follow, look, moment);
}

/** The list of this project cannot be read: `problem` says why, null where the fault is our own. It is tried again more and more seldom. */
export function pageMetProblem(
  state: State,
  asking: PageAsking,
  problem: Problem | null,
  moment: Moment,
): void {
  const follow = state.follows.get(asking.follow);
  if (follow === undefined) return;
  follow.problem = problem;
  follow.problemsInRow += 1;
  rest(state, follow, moment.at);
}

/**
 * Trouble of the service that began with a question of this project, while the account is well otherwise: where it is the
 * project's alone, each answer to a watch would end it, and the same question would come at once again.
 */
export function followMetService(
  state: State,
  asking: PageAsking | NewcomerAsking,
  problem: Problem,
  moment: Moment,
): void {
  const follow = state.follows.get(asking.follow);
  if (follow === undefined) return;
  if (asking.for === 'newcomer') return dropNewcomer(state, asking, moment);
  follow.problem = problem;
  restPages(state, follow, moment.at);
}

function placeOf({ workspace, projectId }: Follow) {
  return { workspace, projectId };
}

function takeUnwatched(follow: Follow, look: Look, asset: ListedAsset, marks: Marks, at: number): void {
  const { assetId, fileName, complete, size = null } = asset;
  if (follow.left.delete(assetId)) return void (complete ? marks.complete : marks.unfinished).push(assetId);
  const isNew = !isSeen(follow, assetId);
  // Metadata that was there and is gone: the asset is imported again.
  const isAgain = !complete && hasId(follow.complete, assetId);
  const refused = follow.refused.get(assetId);
  const isBaseline = refused?.isBaseline ?? isFirstLook(follow);
  if ((isNew && !(isBaseline && complete)) || isAgain) {
    if (refused !== undefined) look.refused.add(assetId);
    if (follow.newcomers.has(assetId) || (refused !== undefined && at < refused.askFrom)) return;
    follow.newcomers.set(assetId, {
      assetId,
      fileName,
      size,
      complete,
      isBaseline,
      isAgain,
      inFlight: false,
    });
    if (refused === undefined) look.found += 1;
  } else noteComplete(follow, asset, marks);
}

interface Relisted {
  readonly follow: Follow;
  readonly look: Look;
  readonly asset: ListedAsset;
  readonly watch: Watch;
  readonly marks: Marks;
  /** When the page was asked for. */
  readonly sentAt: number;
}

function takeWatched(state: State, relisted: Relisted, moment: Moment): void {
  const { follow, look, asset, watch, marks, sentAt } = relisted;
  if (isOpen(watch)) look.listed.add(watch.id);
  else if (isBack(follow, watch, asset)) schedule(state, watch, moment.at);
  // An answer that is younger than the page says that the asset stands where we ask for it.
  const isNewer = watch.known === null || watch.problem !== null || watch.known.receivedAt <= sentAt;
  if (isNewer && watch.reference.projectId !== follow.projectId)
    moveTo(state, watch, follow.projectId, moment);
  if (watch.fileName === null) {
    watch.fileName = asset.fileName;
    state.accounts.get(watch.account)?.unnamed.delete(watch.id);
    touchWatch(moment, watch.id);
  }
  // It helps to estimate the end, so it is worth a write only before that.
  if (watch.size === null && isOpen(watch) && (asset.size ?? 0) > 0) {
    watch.size = asset.size ?? null;
    touchWatch(moment, watch.id);
  }
  if (asset.complete || isSeen(follow, asset.assetId)) noteComplete(follow, asset, marks);
  else marks.unfinished.push(asset.assetId);
}

/**
 * Whether an import that has ended is worth another look: it was gone and is listed; its metadata went away, as of one that is
 * imported again; or metadata came to one that had failed. Each is so only once, since the mark follows the list.
 */
function isBack(follow: Follow, watch: Watch, { assetId, complete }: ListedAsset): boolean {
  if (watch.known === null || watch.inFlight !== null) return false;
  const { status } = watch.known;
  const wasComplete = hasId(follow.complete, assetId);
  return status === goneStatus || (complete ? !wasComplete && isFailure(status) : wasComplete);
}

/** Notes only what differs from what is known, so that a look at a project where nothing changes writes nothing. */
function noteComplete(follow: Follow, { assetId, complete }: ListedAsset, marks: Marks): void {
  if (complete && !hasId(follow.complete, assetId)) marks.complete.push(assetId);
  if (!complete && hasId(follow.complete, assetId)) marks.unfinished.push(assetId);
}

function isFirstLook(follow: Follow): boolean {
  return follow.baselineAt === null && follow.lookedAt === null;
}

const isComplete = ({ complete }: ListedAsset): boolean => complete;

function newestOf(assets: readonly ListedAsset[]): readonly ListedAsset[] {
  return assets.toSorted((one, other) => other.assetId - one.assetId).slice(0, newestAsked);
}

function askForNewest(state: State, follow: Follow, { newest }: Look): void {
  for (const { assetId, fileName, size = null, complete } of newest) {
    const isWatched = state.watches.has(watchIdOf(follow.account, { ...placeOf(follow), assetId }));
    if (isWatched || follow.newcomers.has(assetId)) continue;
    const as = { isBaseline: true, isAgain: false, inFlight: false };
    follow.newcomers.set(assetId, { assetId, fileName, size, complete, ...as });
  }
}

function endLook(state: State, follow: Follow, look: Look, moment: Moment): void {
  if (isFirstLook(follow)) askForNewest(state, follow, look);
  follow.lookedAt = moment.at;
  endBaseline(follow, moment);
  follow.pages = look.page;
  follow.quietLooks = look.found > 0 ? 0 : follow.quietLooks + 1;
  rest(state, follow, moment.at);
  if (!look.steady) return;
  for (const id of follow.refused.keys()) if (!look.refused.has(id)) follow.refused.delete(id);
  follow.lookedFrom = look.beganAt;
  chooseSample(state, follow, look, moment.at);
  for (const id of [...follow.open]) {
    const watch = state.watches.get(id);
    if (watch !== undefined && !look.listed.has(id)) noteNotListed(state, watch, look.beganAt, moment);
  }
}
