import type { AccountId, WatchId } from './asset.ts';
import type { NoticeKey } from './notice.ts';
import type { Gathering, State } from './state.ts';

/** Ends that are learned within this time make one banner. */
const gatherMs = 1_000;
/** The least time between two banners. It doubles while each tells of many, so that a busy minute is not a burst. */
export const shortestPauseMs = 5_000;
/** What a banner can still name one by one is no burst, and the next end need not wait longer for it. */
const manyNotices = 5;
const longestPauseMs = 60_000;
/** A busy time is over when nothing has ended for so long: what was gathered need not wait for the rest of its pause. */
const calmMs = 10_000;
/** A digest waits this long for the rest to be heard of. */
const digestWaitMs = 20_000;

/**
 * From now on the next banner is a digest that waits for these watches to be heard of. One that has something to tell is put
 * off once at most: a laptop that wakes every few minutes for a few seconds would else never tell it.
 */
export function beginDigest(state: State, awaiting: Iterable<WatchId>, at: number): void {
  const flushAt = at + digestWaitMs;
  const gathering = (state.gathering ??= emptyGathering(flushAt, true));
  for (const watch of awaiting) gathering.awaiting.add(watch);
  const putsOff = gathering.digest && gathering.notices.length > 0 && flushAt > gathering.flushAt;
  if (putsOff && gathering.putOff) return;
  gathering.digest = true;
  gathering.putOff = putsOff;
  gathering.flushAt = flushAt;
}

export function gather(state: State, notice: NoticeKey, at: number): void {
  state.gathering ??= emptyGathering(at + gatherMs, false);
  const { gathering } = state;
  gathering.notices.push(notice);
  if (!gathering.digest) gathering.flushAt = Math.max(gathering.flushAt, endOfPause(state, at));
}

function endOfPause({ bannerPauseMs, lastBannerAt }: State, at: number): number {
  const calm = Math.max(at + calmMs, lastBannerAt + shortestPauseMs);
  return Math.min(calm, lastBannerAt + bannerPauseMs);
}

/** The watch was heard of, or will not be: a digest need not wait for it. */
export function stopAwaiting(state: State, watch: WatchId): void {
  state.gathering?.awaiting.delete(watch);
}

/** The account cannot be asked until the person acts: a digest of the others does not wait for it. */
export function stopAwaitingAccount({ gathering, watches }: State, account: AccountId): void {
  if (gathering === null) return;
  for (const id of gathering.awaiting)
    if (watches.get(id)?.account === account) gathering.awaiting.delete(id);
}

/** When the gathered notices are to be told, epoch ms. */
export function flushTime(gathering: Gathering): number {
  return gathering.digest && gathering.awaiting.size === 0 ? 0 : gathering.flushAt;
}

/** Takes what was gathered where it is time to tell it; null where there is nothing to tell yet. */
export function takeGathered(state: State, at: number): Gathering | null {
  const { gathering } = state;
  if (gathering === null || at < flushTime(gathering)) return null;
  state.gathering = null;
  return gathering;
}

/** A banner of so many notices goes off: how soon the next one may follow. */
export function keepRhythm(state: State, notices: number, at: number): void {
  const pause = state.bannerPauseMs;
  if (at - state.lastBannerAt > 2 * pause) state.bannerPauseMs = shortestPauseMs;
  else if (notices >= manyNotices) state.bannerPauseMs = Math.min(2 * pause, longestPauseMs);
  state.lastBannerAt = at;
}

function emptyGathering(flushAt: number, digest: boolean): Gathering {
  return { notices: [], flushAt, digest, putOff: false, awaiting: new Set() };
}
