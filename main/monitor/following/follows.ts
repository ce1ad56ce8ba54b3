import type { AccountId, AssetReference, ListedAsset, WatchId } from '../../model/asset.ts';
import { followIdOf, type Follow, type FollowId, type SeenAssets } from '../../model/follow.ts';
import type { Problem } from '../../model/problem.ts';
import type { Watch } from '../../model/watch.ts';
import type { EventOf } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import type { Collection, Index, Readable, Store } from '../kernel/store.ts';
import type { ImportsState } from '../imports/imports.ts';
import { askAccountAgain } from '../service/accounts.ts';
import { callBack } from '../service/service.ts';
import { countIds, hasId, rangesOf, unionOf, withoutIds } from './id-ranges.ts';

/** What belongs to the run of a followed project and is not written. Times are steady unless they say otherwise. */
export interface FollowPoll {
  readonly follow: FollowId;
  /** Found since the baseline, and ended by then; as long as none was in progress. */
  readonly foundEnded: number;
  readonly look: Look | null;
  /** When the newest whole look ended, epoch ms by the clock. */
  readonly lookedAt: number | null;
  /** When the newest look began during which the list did not change. */
  readonly lookedFrom: number | null;
  /** The plan of the next look counts from here. */
  readonly restingSince: number;
  /** The next look's interval is multiplied by this. */
  readonly jitter: number;
  /** The next look is due at once; also where one is under way, whose earlier pages are old by now. */
  readonly lookNow: boolean;
  /** Looks in a row that found nothing. */
  readonly quietLooks: number;
  /** Pages that the newest look read, or the present one where that is more. */
  readonly pages: number;
  /** After trouble of the list alone: no page is read before this time. */
  readonly canReadSince: number;
  /** Why this project cannot be looked at; the account's trouble is kept in the account. */
  readonly problem: Problem | null;
  readonly problemsInRow: number;
  /** A watch by which it is learned whether running imports are listed. */
  readonly sample: Sample | null;
  /** When this project's turn was last, as a number of a request: whoever waited longest is next. */
  readonly lastRequest: number;
}

/** One reading of all pages, one page after another. Times are steady. */
export interface Look {
  readonly beganAt: number;
  /** The page to be read next, or on the wire; counts from 1. */
  readonly page: number;
  /** As the newest page has it; null before the first. */
  readonly totalCount: number | null;
  /** When the newest page came. */
  readonly readAt: number;
  /** False where the list changed in the midst of it: then what is missing may merely have slipped to a page read before. */
  readonly steady: boolean;
  /** The open watches that it listed. */
  readonly listed: ReadonlySet<WatchId>;
  /** The ids of refused newcomers that it listed. */
  readonly refused: ReadonlySet<number>;
  /** Of a first look: the newest assets that were listed with complete metadata. */
  readonly newest: readonly ListedAsset[];
  /** How many assets it listed. */
  readonly read: number;
  readonly found: number;
}

/** A watch that was in progress before a look, and whether the look listed it. */
export interface Sample {
  readonly watch: WatchId;
  readonly listed: boolean;
  readonly at: number;
}

/** An asset that was listed, is not known, and is to be asked for once. */
export interface Newcomer {
  readonly follow: FollowId;
  readonly assetId: number;
  readonly fileName: string | null;
  /** Bytes, where the list told them. */
  readonly size: number | null;
  /** Listed with complete metadata. */
  readonly complete: boolean;
  /** Found by the first look. */
  readonly isBaseline: boolean;
  /** It was listed with complete metadata before, and is no longer. */
  readonly isAgain: boolean;
  /** It could not be asked for so many times. */
  readonly refusals: number;
  /** A refused one is asked again by a look that lists it from this steady time on; null while it waits for its turn. */
  readonly askAgainFrom: number | null;
}

/** An asset that the person stopped watching in this run before any list named it. */
interface LeftAsset {
  readonly follow: FollowId;
  readonly assetId: number;
}

export interface FollowingState extends ImportsState {
  readonly follows: Collection<FollowId, Follow>;
  readonly seen: Collection<FollowId, SeenAssets>;
  readonly followPolls: Collection<FollowId, FollowPoll>;
  readonly newcomers: Collection<string, Newcomer>;
  readonly newcomersOf: NewcomersOf;
  readonly leftAssets: Collection<string, LeftAsset>;
}

export interface NewcomersOf {
  /** Keys of those that wait for their turn, or are being asked for. */
  readonly waiting: (follow: FollowId) => ReadonlySet<string>;
  readonly refused: (follow: FollowId) => ReadonlySet<string>;
}

export const keyOf = ({ follow, assetId }: { follow: FollowId; assetId: number }): string =>
  `${follow}#${assetId}`;

export function createFollowing(store: Store): Omit<FollowingState, keyof ImportsState> {
  const newcomers = store.collection<string, Newcomer>(keyOf);
  return {
    follows: store.collection<FollowId, Follow>(({ id }) => id),
    seen: store.collection<FollowId, SeenAssets>(({ follow }) => follow),
    followPolls: store.collection<FollowId, FollowPoll>(({ follow }) => follow),
    newcomers,
    newcomersOf: newcomers.keep(indexNewcomers()),
    leftAssets: store.collection<string, LeftAsset>(keyOf),
  };
}

export function newFollowPoll(follow: FollowId): FollowPoll {
  return {
    follow,
    foundEnded: 0,
    look: null,
    lookedAt: null,
    lookedFrom: null,
    restingSince: 0,
    jitter: 1,
    lookNow: true,
    quietLooks: 0,
    pages: 1,
    canReadSince: 0,
    problem: null,
    problemsInRow: 0,
    sample: null,
    lastRequest: 0,
  };
}

/** Follows a project; its first look begins as soon as the account's budget allows. */
export function followed(state: FollowingState, event: EventOf<'followed'>, { clock }: Step): void {
  const { account, workspace, projectId, projectName } = event;
  const id = followIdOf(account, workspace, projectId);
  if (state.follows.has(id)) return;
  const fresh = { since: clock, baselineAt: null, runningListed: 'unknown' } as const;
  enterFollow(state, { id, account, workspace, projectId, projectName, ...fresh }, null);
}

export function enterFollow(state: FollowingState, follow: Follow, seen: SeenAssets | null): void {
  state.follows.put(follow);
  state.seen.put(seen ?? { follow: follow.id, complete: [], unfinished: [] });
  state.followPolls.put(newFollowPoll(follow.id));
}

/** The project is looked at no longer; the watches that were found stay. */
export function unfollowed(state: FollowingState, follow: FollowId, step: Step): void {
  callBack(state, ({ question }) => 'follow' in question && question.follow === follow, step);
  for (const key of [...state.newcomersOf.waiting(follow), ...state.newcomersOf.refused(follow)])
    state.newcomers.remove(key);
  for (const left of [...state.leftAssets.values()])
    if (left.follow === follow) state.leftAssets.remove(keyOf(left));
  state.follows.remove(follow);
  state.seen.remove(follow);
  state.followPolls.remove(follow);
}

export function unfollowAll(state: FollowingState, account: AccountId, step: Step): void {
  for (const { id } of followsOf(state, account)) unfollowed(state, id, step);
}

/** The person wants to know now. */
export function lookNow(
  state: FollowingState,
  { follows }: Pick<EventOf<'look-now'>, 'follows'>,
  { at }: Step,
): void {
  for (const { id, account } of state.follows.values()) {
    if (follows !== 'all' && !follows.includes(id)) continue;
    state.followPolls.patch(id, { lookNow: true, canReadSince: 0 });
    askAccountAgain(state, account, at);
  }
}

/** The followed project where the watch stands, or null. */
export function followOf(
  { follows }: Readable<FollowingState>,
  { account, reference }: Pick<Watch, 'account' | 'reference'>,
): Follow | null {
  return follows.get(followIdOf(account, reference.workspace, reference.projectId)) ?? null;
}

export function followsOf({ follows }: Readable<FollowingState>, account: AccountId): Follow[] {
  return follows.size === 0 ? [] : [...follows.values()].filter((follow) => follow.account === account);
}

export function referenceIn({ workspace, projectId }: Follow, assetId: number): AssetReference {
  return { workspace, projectId, assetId };
}

export function isSeen({ seen }: Readable<FollowingState>, follow: FollowId, assetId: number): boolean {
  const { complete, unfinished } = seen.get(follow) ?? { complete: [], unfinished: [] };
  return hasId(complete, assetId) || hasId(unfinished, assetId);
}

/** Whether the asset was last listed with complete metadata. */
export function wasComplete({ seen }: Readable<FollowingState>, follow: FollowId, assetId: number): boolean {
  return hasId(seen.get(follow)?.complete ?? [], assetId);
}

/** How many assets of the project were dealt with. */
export function countSeen({ seen }: Readable<FollowingState>, follow: FollowId): number {
  const { complete, unfinished } = seen.get(follow) ?? { complete: [], unfinished: [] };
  return countIds(complete) + countIds(unfinished);
}

/**
 * Marks assets as dealt with: they are never taken for newcomers again. The mark is written with what the same step brought about, such
 * as a newcomer's watch, so that no crash comes between the two.
 */
export function markSeen(
  state: FollowingState,
  follow: FollowId,
  marks: { readonly complete: readonly number[]; readonly unfinished: readonly number[] },
): void {
  const known = state.seen.get(follow);
  if (known === undefined) return;
  const complete = rangesOf(marks.complete.filter((id) => !hasId(known.complete, id)));
  const unfinished = rangesOf(marks.unfinished.filter((id) => !hasId(known.unfinished, id)));
  if (complete.length === 0 && unfinished.length === 0) return;
  state.seen.put({
    follow,
    complete: unionOf(withoutIds(known.complete, unfinished), complete),
    unfinished: unionOf(withoutIds(known.unfinished, complete), unfinished),
  });
}

/** The asset became a watch before its turn as a newcomer came: it would else be asked for twice at a time. */
export function noLongerNew(state: FollowingState, watch: Watch): void {
  const follow = followOf(state, watch);
  if (follow === null) return;
  const { assetId } = watch.reference;
  const newcomer = state.newcomers.get(keyOf({ follow: follow.id, assetId }));
  if (newcomer === undefined) return;
  state.newcomers.remove(keyOf(newcomer));
  markSeen(state, follow.id, marksOf(newcomer));
}

export function marksOf({ assetId, complete }: { assetId: number; complete: boolean }) {
  return complete ? { complete: [assetId], unfinished: [] } : { complete: [], unfinished: [assetId] };
}

/**
 * The person stopped watching it: a look at its project must not bring it back as if it were new. It is not marked as seen before a
 * list names it, because what was never listed cannot be found missing there.
 */
export function noteLeft(state: FollowingState, watch: Watch): void {
  const follow = followOf(state, watch);
  const { assetId } = watch.reference;
  if (follow !== null && !isSeen(state, follow.id, assetId))
    state.leftAssets.put({ follow: follow.id, assetId });
}

function indexNewcomers(): Index<Newcomer> & NewcomersOf {
  const waiting = new Map<FollowId, Set<string>>();
  const refused = new Map<FollowId, Set<string>>();
  const none: ReadonlySet<string> = new Set();
  const shelfOf = ({ askAgainFrom }: Newcomer) => (askAgainFrom === null ? waiting : refused);
  return {
    clear() {
      waiting.clear();
      refused.clear();
    },
    changed(from, to) {
      if (from !== null && (to === null || shelfOf(from) !== shelfOf(to)))
        shelfOf(from).get(from.follow)?.delete(keyOf(from));
      if (to === null) return;
      const shelf = shelfOf(to);
      if (!shelf.has(to.follow)) shelf.set(to.follow, new Set());
      shelf.get(to.follow)!.add(keyOf(to));
    },
    waiting: (follow) => waiting.get(follow) ?? none,
    refused: (follow) => refused.get(follow) ?? none,
  };
}
