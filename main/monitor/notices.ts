import type { EventOf } from './event.ts';
import { flushTime, gather, keepRhythm, takeGathered } from './gathering.ts';
import { enterNotice, forgetOldest, setFate } from './ledger.ts';
import { ownNoticeOf } from './groups/own-notice.ts';
import { touchNotice, type Moment } from './moment.ts';
import { noticeKeyOf, type HeldReason, type Notice, type NoticeFate } from './notice.ts';
import type { PendingBanner, State, Watch } from './state.ts';

/**
 * Writes the end of an attempt into the ledger, once: the key holds the attempt. Says whether it is told by itself; `heldBecause`
 * keeps it from that.
 */
export function recordNotice(
  state: State,
  watch: Watch,
  moment: Moment,
  heldBecause?: HeldReason,
): 'told' | 'held' {
  const known = watch.known;
  if (known === null) return 'held';
  const own = heldBecause ?? ownNoticeOf(state, watch, known.status);
  enterLedger(
    state,
    {
      about: 'import',
      key: noticeKeyOf(watch),
      watch: watch.id,
      reference: watch.reference,
      name: nameOf(watch),
      status: known.status,
      text: known.text,
      metaData: known.metaData,
      at: moment.at,
      fate: own === 'told' ? { kind: 'recorded' } : { kind: 'held', reason: own, at: moment.at },
      read: false,
    },
    moment,
  );
  return own === 'told' ? 'told' : 'held';
}

/** Records a notice, once: what the ledger has under its key stays. One that is not held is told with the next banner. */
export function enterLedger(state: State, notice: Notice, moment: Moment): void {
  if (state.notices.has(notice.key)) return;
  touchNotice(moment, notice.key);
  enterNotice(state, notice);
  if (notice.fate.kind === 'recorded') gather(state, notice.key, moment.at);
  forgetOldest(state, moment);
}

/** What a watch is called in a notice. */
export function nameOf(watch: Watch): string | null {
  return watch.label ?? watch.fileName;
}

/**
 * Makes one banner of all that was gathered. It is shown after the save that records it as `showing` has ended. One banner at a time
 * waits for the disk: meanwhile the next is not made, and where the disk is full, the one that waits takes in what comes.
 */
export function flushGathered(state: State, moment: Moment): void {
  const waiting = waitingBanner(state);
  if (waiting !== null && state.saveProblem === null) return;
  const gathering = takeGathered(state, moment.at);
  const notices = gathering?.notices.filter((key) => state.notices.has(key) && !state.settled.has(key)) ?? [];
  if (gathering === null || notices.length === 0) return;
  const banner = waiting ?? newBanner(state, moment);
  const { receipt } = banner;
  for (const key of notices) setFate(state, key, { kind: 'showing', receipt }, moment);
  banner.notices.push(...notices);
  banner.afterSave = state.revision + 1;
  banner.digest ||= gathering.digest;
  if (waiting === null) keepRhythm(state, notices.length, moment.at);
}

/** When the next banner is to be made, epoch ms; null while only an event can change that. */
export function nextBannerTime(state: State): number | null {
  const { gathering, saveProblem } = state;
  if (gathering === null || (waitingBanner(state) !== null && saveProblem === null)) return null;
  const time = flushTime(state, gathering);
  return time === Infinity ? null : time;
}

function newBanner(state: State, { at }: Moment): PendingBanner {
  const banner = state.nextBanner++;
  const receipt = `${at}-${banner}`;
  const made = { banner, notices: [], receipt, afterSave: 0, digest: false, handedOver: false };
  state.banners.set(banner, made);
  return made;
}

function waitingBanner({ banners }: State): PendingBanner | null {
  for (const banner of banners.values()) if (!banner.handedOver) return banner;
  return null;
}

/** Hands over every banner whose save is on disk. */
export function handOver(state: State, moment: Moment): void {
  for (const banner of state.banners.values()) {
    if (banner.handedOver || banner.afterSave > state.savedRevision) continue;
    state.lastBannerAt = moment.at;
    const { banner: number, digest, receipt } = banner;
    const notices = banner.notices.flatMap((key) => state.notices.get(key) ?? []);
    banner.handedOver = true;
    moment.effects.push({ kind: 'show', banner: number, notices, digest, receipt });
  }
}

export function shown(state: State, event: EventOf<'shown'>, moment: Moment): void {
  state.lastNotifier = event.by;
  endBanner(state, event.banner, { kind: 'shown', by: event.by, at: moment.at }, moment);
}

export function notShown(state: State, event: EventOf<'not-shown'>, moment: Moment): void {
  state.lastNotifier = null;
  endBanner(state, event.banner, { kind: 'not-shown', reasons: event.reasons, at: moment.at }, moment);
}

/** Banners of an earlier run that were shown, although it ended before it could note that: a digest need not tell of them. */
export function shownBefore(state: State, event: EventOf<'shown-before'>, moment: Moment): void {
  const shownAt = new Map(event.receipts.map(({ name, at }) => [name, at]));
  for (const { key, fate } of state.notices.values()) {
    const at = fate.kind === 'showing' && fate.receipt !== undefined ? shownAt.get(fate.receipt) : undefined;
    if (at !== undefined) setFate(state, key, { kind: 'shown', by: 'node-notifier', at }, moment);
  }
}

function endBanner(state: State, number: number, fate: NoticeFate, moment: Moment): void {
  const banner = state.banners.get(number);
  if (banner === undefined) return;
  for (const key of banner.notices) setFate(state, key, fate, moment);
  // Last: notices of no banner, on which a fault of our own cut this short, would be told by another one.
  state.banners.delete(number);
  forgetOldest(state, moment);
}
