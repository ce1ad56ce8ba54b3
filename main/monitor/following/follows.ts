import {
  watchIdOf,
  type AccountId,
  type AssetReference,
  type ListedAsset,
  type WatchId,
} from '../../model/asset.ts';
import {
  followIdOf,
  projectOf,
  type Follow,
  type FollowId,
  type IdRanges,
  type SeenAssets,
} from '../../model/follow.ts';
import type { Problem } from '../../model/problem.ts';
import type { Watch } from '../../model/watch.ts';
import type { EventOf } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable, Store } from '../kernel/store.ts';
import { indexNames } from '../kernel/lookup.ts';
import type { ImportsState } from '../imports/imports.ts';
import { muteInPlace } from '../imports/watchlist.ts';
import { wholeList, type PageExtent, type PageOrder, type Part } from './page-order.ts';
import { callBack } from '../service/service.ts';
import { countIds, hasId, withoutIds } from './id-ranges.ts';
import { isAmong, withLeft, withSeen, type Seen } from './seen.ts';

/** What belongs to the list of a project, in this run, and is not written, as it begins. Times are steady unless they say otherwise. */
const firstPoll = {
  /** Of a followed project: found since the baseline, and ended by then; as long as none was in progress. */
  foundEnded: 0,
  look: null as Look | null,
  /** When the newest whole look ended, epoch ms by the clock. */
  lookedAt: null as number | null,
  /** First looks in a row past which something may have slipped; 0 once nothing has past a look at the whole list. */
  looksInVain: 0,
  /** When the newest look at the whole list began during which the list did not change. */
  lookedFrom: null as number | null,
  /** The newest look at all assets from the id `lowest` on during which the list did not change, and when it began. */
  partLookedFrom: null as { readonly at: number; readonly lowest: number } | null,
  /** Null where it is not known; forgotten when a look contradicts it. */
  order: null as PageOrder | null,
  /** When the newest look at the whole list began. */
  wholeFrom: -Infinity,
  /** What the next look is to read, unless something calls for the whole list. */
  part: wholeList(1),
  /** The plan of the next look counts from here. */
  restingSince: 0,
  /** The next look's interval is multiplied by this. */
  jitter: 1,
  /** The next look is due at once; also where one is under way, whose earlier pages are old by now. */
  lookNow: true,
  /** Looks in a row that found nothing. */
  quietLooks: 0,
  /** After trouble of the list alone: no page is read before this time. */
  canReadSince: 0,
  /** Why this project cannot be looked at; the account's trouble is kept in the account. */
  problem: null as Problem | null,
  problemsInRow: 0,
  /** When this project's turn was last, as a number of a request: whoever waited longest is next. */
  lastRequest: 0,
};

/** Where a list is read. */
export type Project = Pick<Follow, 'id' | 'account' | 'workspace' | 'projectId'>;

/** The list of a project that is followed, or that is read in the place of asking for each of many imports there. */
export type ListPoll = Readonly<typeof firstPoll> & Project;

/** One reading of the pages of a part, one after another. Times are steady. */
export interface Look {
  readonly beganAt: number;
  readonly part: Part;
  /** What its pages held so far. */
  readonly extents: readonly PageExtent[];
  readonly ids: IdRanges;
  /** As the newest page has it; null before the first. */
  readonly totalCount: number | null;
  /** When the newest page came. */
  readonly readAt: number;
  /** False where the list changed in the midst of it: then what is missing may merely have slipped to a page read before. */
  readonly steady: boolean;
  /** Whether it lists all that was there when it began, and is still. What joins the list meanwhile takes nothing from it. */
  readonly nothingSlipped: boolean;
  /** The open watches that it listed. */
  readonly listed: ReadonlySet<WatchId>;
  /** The ids of newcomers that it listed; any of them may be refused before it ends. */
  readonly newcomers: ReadonlySet<number>;
  /** Of a first look: the newest assets that were listed with complete metadata. */
  readonly newest: readonly ListedAsset[];
  readonly found: number;
}

/** An asset that was listed, is not known, and is to be asked for once. */
export interface Newcomer extends ListedAsset {
  readonly follow: FollowId;
  /** Found by the first look. */
  readonly isBaseline: boolean;
  /** It was listed with complete metadata before, and is no longer. */
  readonly isAgain: boolean;
  /** It could not be asked for so many times. */
  readonly refusals: number;
  /** A refused one is asked again by a look that lists it from this steady time on; null while it waits for its turn. */
  readonly askAgainFrom: number | null;
}

export type FollowingState = ImportsState & Readonly<ReturnType<typeof createFollowing>>;

export const keyOf = ({ follow, assetId }: Pick<Newcomer, 'follow' | 'assetId'>): string =>
  `${follow}#${assetId}`;

export function createFollowing(store: Store) {
  const lists = store.collection<FollowId, ListPoll>(({ id }) => id);
  const newcomers = store.collection<string, Newcomer>(keyOf);
  const isWaiting = ({ askAgainFrom }: Newcomer) => askAgainFrom === null;
  return {
    follows: store.collection<FollowId, Follow>(({ id }) => id),
    seen: store.collection<FollowId, SeenAssets>(({ follow }) => follow),
    lists,
    /** By account. */
    listsFor: lists.keep(indexNames<FollowId, ListPoll>(({ account }) => [account])),
    newcomers,
    /** Keys of those that wait for their turn, or are being asked for, by followed project. */
    waitingNewcomers: newcomers.keep(
      indexNames<string, Newcomer>((each) => (isWaiting(each) ? [each.follow] : [])),
    ),
    refusedNewcomers: newcomers.keep(
      indexNames<string, Newcomer>((each) => (isWaiting(each) ? [] : [each.follow])),
    ),
  };
}

/** Follows a project; its first look begins as soon as the account's budget allows. */
export function followed(state: FollowingState, event: EventOf<'followed'>, { clock }: Step): void {
  const { account, workspace, projectId, projectName } = event;
  const id = followIdOf(account, workspace, projectId);
  if (state.follows.has(id)) return;
  const fresh = { since: clock, baselineAt: null, runningListed: 'unknown', mute: null } as const;
  enterFollow(state, { id, account, workspace, projectId, projectName, ...fresh }, null);
}

export function enterFollow(state: FollowingState, follow: Follow, seen: SeenAssets | null): void {
  state.follows.put(follow);
  const nothing = { settled: { to: 0, count: 0 }, complete: [], unfinished: [] };
  const before = { refused: [], unlisted: [] };
  state.seen.put(seen ?? { follow: follow.id, ...nothing, ...before });
  beginReading(state, follow);
}

/** The list is read from now on, at once for the first time. */
export function beginReading(
  { lists }: FollowingState,
  { id, account, workspace, projectId }: Project,
): void {
  lists.put({ ...firstPoll, id, account, workspace, projectId });
}

/** The project is looked at no longer, unless many imports in progress are worth it; the watches that were found stay, as muted as they were. */
export function unfollowed(state: FollowingState, follow: FollowId, step: Step): void {
  callBack(state, ({ question }) => 'follow' in question && question.follow === follow, step);
  for (const key of [...state.waitingNewcomers.of(follow), ...state.refusedNewcomers.of(follow)])
    state.newcomers.remove(key);
  // Whoever wants less of a muted project would else be told at once of all that was held back.
  const mute = state.follows.get(follow)?.mute ?? null;
  if (mute !== null) muteInPlace(state, follow, mute);
  state.follows.remove(follow);
  state.seen.remove(follow);
  state.lists.remove(follow);
  state.bells.remove(follow);
}

/** The followed project where the watch stands, or null. */
export function followOf(
  { follows }: Readable<FollowingState>,
  watch: Pick<Watch, 'account' | 'reference'>,
): Follow | null {
  return follows.get(projectOf(watch)) ?? null;
}

/** The lists of the account that are read. */
export function listsOf({ lists, listsFor }: Readable<FollowingState>, account: AccountId): ListPoll[] {
  return [...listsFor.of(account)].map((id) => lists.get(id)!);
}

export function followsOf({ follows }: Readable<FollowingState>, account: AccountId): Follow[] {
  return follows.size === 0 ? [] : [...follows.values()].filter((follow) => follow.account === account);
}

/** Where the watch stands. */
export function placeOf(watch: Pick<Watch, 'account' | 'reference'>): Project {
  const { workspace, projectId } = watch.reference;
  return { id: projectOf(watch), account: watch.account, workspace, projectId };
}

export function referenceIn({ workspace, projectId }: Project, assetId: number): AssetReference {
  return { workspace, projectId, assetId };
}

/** The watch that the listed asset has or would have. */
export function watchIdIn(project: Project, assetId: number): WatchId {
  return watchIdOf(project.account, referenceIn(project, assetId));
}

export function isSeen({ seen }: Readable<FollowingState>, follow: FollowId, assetId: number): boolean {
  return isAmong(seen.get(follow)!, assetId);
}

export function isSettled({ seen }: Readable<FollowingState>, follow: FollowId, assetId: number): boolean {
  return assetId <= seen.get(follow)!.settled.to;
}

/** Whether the asset was last listed with complete metadata. */
export function wasComplete({ seen }: Readable<FollowingState>, follow: FollowId, assetId: number): boolean {
  return hasId(seen.get(follow)!.complete, assetId);
}

/** How many assets of the project were found, also by a first look that has still to ask for them. */
export function countFound({ seen }: Readable<FollowingState>, follow: FollowId): number {
  const { settled, ...known } = seen.get(follow)!;
  return settled.count + countKnown(known);
}

const countKnown = ({ complete, unfinished, refused }: Omit<SeenAssets, 'settled'>) =>
  countIds(complete) + countIds(unfinished) + countIds(refused);

/**
 * Marks assets as dealt with: they are never taken for newcomers again. The mark is written with what the same step brought about, such
 * as a newcomer's watch, so that no crash comes between the two. What is known already is not written again.
 */
export function markSeen(state: FollowingState, follow: FollowId, assets: readonly Seen[]): void {
  state.seen.put(withSeen(state.seen.get(follow)!, assets));
}

/** Ranges of both kinds that a project keeps. Ids that stand alone, as where projects share a count of ids, take one each. */
const mostRanges = 50_000;

/**
 * Settles the older half of the assets where they would take more room than any real project needs: a service that lists ids with gaps
 * between them would make what is kept grow for ever. New imports have the highest ids, so none is missed; no id is forgotten, so none is
 * told twice. Called at the end of a look, when all that it listed is dealt with or waits; what waits is not passed by.
 */
export function settleOldest(state: FollowingState, follow: FollowId): void {
  const { settled: before, ...known } = state.seen.get(follow)!;
  const { complete, unfinished, refused, unlisted } = known;
  // Two numbers each. Looked at first, since this is asked after every look.
  if ((complete.length + unfinished.length) / 2 <= mostRanges) return;
  const ends = [...complete, ...unfinished].filter((_id, at) => at % 2 === 1);
  const middle = ends.toSorted((one, other) => one - other)[ends.length >> 1]!;
  const waiting = [...state.waitingNewcomers.of(follow)].map((key) => state.newcomers.get(key)!.assetId);
  const to = waiting.reduce((lowest, assetId) => Math.min(lowest, assetId - 1), middle);
  const above = (ids: IdRanges) => withoutIds(ids, [1, to]);
  const left = { follow, complete: above(complete), unfinished: above(unfinished) };
  const rest = { ...left, refused: above(refused), unlisted: above(unlisted) };
  const count = before.count + countKnown(known) - countKnown(rest);
  state.seen.put({ ...rest, settled: { to: Math.max(to, before.to), count } });
}

/**
 * The asset became a watch before its turn as a newcomer came: it would else be asked for twice at a time. Another project of the
 * workspace may have listed it, where it was moved or the person named the wrong one.
 */
export function noLongerNew(state: FollowingState, { account, reference }: Watch): void {
  const { workspace, assetId } = reference;
  for (const { id: follow } of followsOf(state, account).filter((each) => each.workspace === workspace)) {
    const newcomer = state.newcomers.get(keyOf({ follow, assetId }));
    if (newcomer === undefined) continue;
    state.newcomers.remove(keyOf(newcomer));
    markSeen(state, follow, [newcomer]);
  }
}

/** The person stopped watching it: a look at its project must not bring it back as if it were new, in this run or a later one. */
export function noteLeft(state: FollowingState, watch: Watch): void {
  const follow = followOf(state, watch);
  if (follow !== null) state.seen.put(withLeft(state.seen.get(follow.id)!, watch));
}
