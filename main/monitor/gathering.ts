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
/** A digest waits this long for the rest to be heard of, counted from when something can be asked. */
const digestWaitMs = 20_000;
/** What is there to tell waits no longer than this for a key or a network that comes late. */
const patienceMs = 30_000;
/** A digest that nothing was heard for in this time, though it could be asked, is none any more. */
const forgottenMs = 60_000;
/** So many may have ended that asking for them takes minutes: what comes after the digest makes one more, as long as it goes on. */
const longestDigestMs = 300_000;

/**
 * From now on the next banner is a digest that waits for these watches to be heard of. One that has something to tell is put
 * off once at most: a laptop that wakes every few minutes for a few seconds would else never tell it.
 */
export function beginDigest(state: State, awaiting: Iterable<WatchId>, at: number): void {
  const gathering = (state.gathering ??= emptyGathering(at, true));
  for (const watch of awaiting) gathering.awaiting.add(watch);
  const putsOff = gathering.digest && gathering.notices.length > 0;
  if (putsOff && gathering.putOff) return;
  gathering.digest = true;
  gathering.putOff = putsOff;
  gathering.since = at;
  gathering.askableFrom = null;
}

/** Further watches of which something may have been missed; a digest that is there waits for them without being put off. */
export function awaitMore(state: State, awaiting: readonly WatchId[], at: number): void {
  if (awaiting.length === 0) return;
  if (state.gathering?.digest !== true) return beginDigest(state, awaiting, at);
  for (const watch of awaiting) state.gathering.awaiting.add(watch);
}

export function gather(state: State, notice: NoticeKey, at: number): void {
  state.gathering ??= emptyGathering(at + gatherMs, false);
  const { gathering } = state;
  if (gathering.notices.length === 0) gathering.since = at;
  gathering.notices.push(notice);
  if (!gathering.digest) gathering.flushAt = Math.max(gathering.flushAt, endOfPause(state, at));
}

function endOfPause({ bannerPauseMs, lastBannerAt }: State, at: number): number {
  const calm = Math.max(at + calmMs, lastBannerAt + shortestPauseMs);
  return Math.min(calm, lastBannerAt + bannerPauseMs);
}

/** The watch was heard of, or will not be: a digest need not wait for it. */
export function stopAwaiting(state: State, watch: WatchId): void {
  const { gathering } = state;
  if (gathering?.awaiting.delete(watch)) gathering.heardAt = state.newestAt;
}

/** The account cannot be asked until the person acts: a digest of the others does not wait for it. */
export function stopAwaitingAccount({ gathering, watches }: State, account: AccountId): void {
  if (gathering === null) return;
  for (const id of gathering.awaiting)
    if (watches.get(id)?.account === account) gathering.awaiting.delete(id);
}

/** When the gathered notices are to be told, epoch ms; infinite while only an event can change that. */
export function flushTime({ lastBannerAt }: State, gathering: Gathering): number {
  const time = gathering.digest ? digestTime(gathering) : gathering.flushAt;
  return gathering.notices.length === 0 ? time : Math.max(time, lastBannerAt + shortestPauseMs);
}

/** With nothing to tell, the time at which what ends is no longer told as what ended meanwhile. */
function digestTime({ notices, awaiting, since, askableFrom, heardAt }: Gathering): number {
  if (awaiting.size === 0) return 0;
  if (notices.length === 0) return askableFrom === null ? Infinity : heardAt + forgottenMs;
  if (askableFrom === null) return since + patienceMs;
  const firstAt = askableFrom + digestWaitMs;
  if (since < firstAt) return Math.min(firstAt, since + patienceMs);
  return Math.min(since + longestDigestMs, Math.max(heardAt + digestWaitMs, since + gatherMs));
}

/** Takes what was gathered where it is time to tell it; null where there is nothing to tell yet. */
export function takeGathered(state: State, at: number): Gathering | null {
  const { gathering } = state;
  if (gathering === null) return null;
  noteAskable(state, gathering, at);
  if (at < flushTime(state, gathering)) return null;
  state.gathering = restOf(gathering, at);
  return gathering;
}

/** A digest's time is counted only while there is an account that can be asked. */
function noteAskable({ machine, pausedUntil, accounts }: State, gathering: Gathering, at: number): void {
  const mayAsk = machine.online && !machine.suspended && pausedUntil === null;
  const canAsk = mayAsk && [...accounts.values()].some(({ ready, stopped }) => ready && stopped === null);
  if (!canAsk) gathering.askableFrom = null;
  else gathering.askableFrom ??= gathering.heardAt = at;
}

/** What a digest did not hear of in its time makes a second one, unless nothing more is heard. */
function restOf(gathering: Gathering, at: number): Gathering | null {
  const { digest, notices, awaiting, since, askableFrom, heardAt } = gathering;
  if (!digest || notices.length === 0 || awaiting.size === 0) return null;
  const isSecond = askableFrom !== null && since >= askableFrom + digestWaitMs;
  if (isSecond && at >= heardAt + digestWaitMs) return null;
  return { ...gathering, notices: [], putOff: false };
}

/** A banner of so many notices goes off: how soon the next one may follow. */
export function keepRhythm(state: State, notices: number, at: number): void {
  const pause = state.bannerPauseMs;
  if (at - state.lastBannerAt > 2 * pause) state.bannerPauseMs = shortestPauseMs;
  else if (notices >= manyNotices) state.bannerPauseMs = Math.min(2 * pause, longestPauseMs);
  state.lastBannerAt = at;
}

function emptyGathering(flushAt: number, digest: boolean): Gathering {
  const times = { flushAt, since: flushAt, askableFrom: null, heardAt: flushAt };
  return { notices: [], digest, putOff: false, awaiting: new Set(), ...times };
}
