import type { WatchId } from '../../model/asset.ts';
import { isAboutFiles, isSettled } from '../../model/notice.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable } from '../kernel/store.ts';
import { shortestPauseMs, type Gathering, type TellingState } from './ledger.ts';

/** Ends learned within this time make one banner. */
const gatherMs = 1_000;
/** As long as a banner can name its imports one by one it is no burst, and the next end need not wait longer. */
const manyNotices = 5;
const longestPauseMs = 60_000;
/** A busy time is over when nothing has ended for this long: what was gathered need not wait out its pause. */
const calmMs = 10_000;
/** A digest waits this long for the rest to be heard of, counted from when something can be asked. */
const digestWaitMs = 20_000;
/** News waits no longer than this for a late key or network. */
const patienceMs = 30_000;
/** A digest is dropped if nothing is heard for it in this time although the account can be asked. */
const forgottenMs = 60_000;
/** So many may have ended that asking for them takes minutes: what comes after the digest makes one more, as long as it goes on. */
const longestDigestMs = 300_000;

/**
 * From now on the next banner is a digest that waits for these watches to be heard of. One that has something to tell is postponed
 * once at most: a laptop that wakes every few minutes for a few seconds would else never tell it.
 */
export function beginDigest(state: TellingState, watches: Iterable<WatchId>, at: number): void {
  const gathering = state.gathering.value ?? emptyGathering(at, true);
  for (const watch of watches) state.awaited.put({ watch });
  const postpones = gathering.digest && state.inbox.of('waiting').size > 0;
  if (postpones && gathering.wasPostponed) return state.gathering.set(gathering);
  state.gathering.set({
    ...gathering,
    digest: true,
    wasPostponed: postpones,
    since: at,
    canAskSince: null,
  });
}

/**
 * Further watches of which something may have been missed, and that can be asked for from now on; a digest that is there waits for them
 * without being postponed, and is not over before they could be heard of.
 */
export function awaitMore(state: TellingState, watches: readonly WatchId[], at: number): void {
  const gathering = state.gathering.value;
  if (watches.length === 0) return;
  if (gathering?.digest !== true) return beginDigest(state, watches, at);
  for (const watch of watches) state.awaited.put({ watch });
  state.gathering.set({ ...gathering, heardAt: at });
}

/** The watch was heard of, or never will be: no digest needs to wait for it. */
export function stopAwaiting({ awaited, gathering }: TellingState, watch: WatchId, at: number): void {
  if (!awaited.has(watch)) return;
  awaited.remove(watch);
  if (gathering.value !== null) gathering.set({ ...gathering.value, heardAt: at });
}

/** These cannot be heard of until a person acts: a digest of the others does not wait for them, and one that has nothing to tell is over. */
export function giveUpAwaiting(
  { awaited, inbox, gathering }: TellingState,
  watches: Iterable<WatchId>,
): void {
  for (const watch of watches) awaited.remove(watch);
  if (gathering.value?.digest && awaited.size === 0 && inbox.of('waiting').size === 0) gathering.set(null);
}

/** Takes note of the notices that this step brought and that are to be told. */
export function gatherNews(state: TellingState, { at }: Step): void {
  const heard = new Set(
    [...state.awaited.changes()].flatMap(([watch, { to }]) => (to === null ? watch : [])),
  );
  let news = 0;
  for (const [key, { from, to }] of state.notices.changes()) {
    if (to === null || isSettled(to)) state.overdue.remove(key);
    if (to?.fate.kind !== 'recorded' || from?.fate.kind === 'recorded') continue;
    news += 1;
    // What was awaited was heard of, by itself or as one of its group; or it was held back, or caught on its way by a crash.
    if (
      ('watch' in to ? heard.has(to.watch) : heard.size > 0 && !isAboutFiles(to)) ||
      from?.fate.kind === 'postponed' ||
      from?.fate.kind === 'showing'
    )
      state.overdue.put({ notice: key });
  }
  if (news === 0) return;
  const gathering = state.gathering.value ?? emptyGathering(at + gatherMs, false);
  state.gathering.set({
    ...gathering,
    since: state.inbox.of('waiting').size === news ? at : gathering.since,
    flushAt: gathering.digest ? gathering.flushAt : Math.max(gathering.flushAt, endOfPause(state, at)),
  });
}

function endOfPause({ rhythm }: TellingState, at: number): number {
  const { lastBannerAt, pauseMs } = rhythm.value;
  const calm = Math.max(at + calmMs, lastBannerAt + shortestPauseMs);
  return Math.min(calm, lastBannerAt + pauseMs);
}

/** When what was gathered is to be told, steady ms; infinite while only an event can change that. */
export function tellTime(state: Readable<TellingState>, gathering: Gathering): number {
  const time = gathering.digest ? digestTime(state, gathering) : gathering.flushAt;
  const isEmpty = state.inbox.of('waiting').size === 0;
  return isEmpty ? time : Math.max(time, state.rhythm.value.lastBannerAt + shortestPauseMs);
}

/** With nothing to tell, the time at which what ends is no longer told as what ended meanwhile. */
function digestTime(
  { inbox, awaited }: Readable<TellingState>,
  { isRest, since, canAskSince, heardAt }: Gathering,
): number {
  if (awaited.size === 0) return 0;
  if (inbox.of('waiting').size === 0) return canAskSince === null ? Infinity : heardAt + forgottenMs;
  if (canAskSince === null) return since + patienceMs;
  const firstAt = canAskSince + digestWaitMs;
  if (!isRest) return Math.min(since < firstAt ? firstAt : since + digestWaitMs, since + patienceMs);
  return Math.min(since + longestDigestMs, Math.max(heardAt + digestWaitMs, since + gatherMs));
}

/**
 * Takes what was gathered where it is time to tell it; null where it is not. `canAsk`: whether any account can be asked now, since a
 * digest's time is counted only meanwhile.
 */
export function takeGathered(state: TellingState, canAsk: boolean, { at }: Step): Gathering | null {
  if (state.gathering.value === null) return null;
  const gathering = noteAskable(state.gathering.value, canAsk, at);
  const isTime = at >= tellTime(state, gathering);
  const next = isTime ? restOf(state, gathering, at) : gathering;
  state.gathering.set(next);
  if (next === null) for (const watch of [...state.awaited.keys()]) state.awaited.remove(watch);
  return isTime ? gathering : null;
}

function noteAskable(gathering: Gathering, canAsk: boolean, at: number): Gathering {
  if (canAsk === (gathering.canAskSince !== null)) return gathering;
  if (!canAsk) return { ...gathering, canAskSince: null };
  // What was told before anything could be asked was no digest of what would be heard.
  return { ...gathering, isRest: false, canAskSince: at, heardAt: at };
}

/** What a digest did not hear of in its time makes a second one, unless nothing more is heard. */
function restOf({ inbox, awaited }: TellingState, gathering: Gathering, at: number): Gathering | null {
  const { digest, isRest, since, canAskSince, heardAt } = gathering;
  if (!digest || inbox.of('waiting').size === 0 || awaited.size === 0) return null;
  const isSecond = canAskSince !== null && (isRest || since >= canAskSince + digestWaitMs);
  if (isSecond && at >= heardAt + digestWaitMs) return null;
  return { ...gathering, isRest: true, wasPostponed: false };
}

/** A banner of so many notices goes off: how soon the next one may follow. */
export function keepRhythm({ rhythm }: TellingState, notices: number, at: number): void {
  const { lastBannerAt, pauseMs } = rhythm.value;
  const isCalm = at - lastBannerAt > 2 * pauseMs;
  const longer = notices >= manyNotices ? Math.min(2 * pauseMs, longestPauseMs) : pauseMs;
  rhythm.set({ lastBannerAt: at, pauseMs: isCalm ? shortestPauseMs : longer });
}

function emptyGathering(flushAt: number, digest: boolean): Gathering {
  const fresh = { isRest: false, wasPostponed: false, canAskSince: null };
  return { ...fresh, flushAt, digest, since: flushAt, heardAt: flushAt };
}
