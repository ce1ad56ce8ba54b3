import type { WatchId } from './asset.ts';
import type { EventOf } from './event.ts';
import { isFailure } from './import-status.ts';
import { touchNotice, type Moment } from './moment.ts';
import { noticeKeyOf, type Notice, type NoticeFate, type NoticeKey } from './notice.ts';
import type { Gathering, PendingBanner, State, Watch } from './state.ts';

/** The inbox keeps this many notices; older ones are forgotten. */
export const inboxLimit = 1_000;

/** Ends that are learned within this time make one banner. */
const gatherMs = 1_000;
/** The least time between two banners, so that a busy minute is not a burst. */
const betweenBannersMs = 5_000;
/** A digest waits this long for the rest to be heard of. */
const digestWaitMs = 20_000;

/** Writes the end of an attempt into the ledger, once: the key holds the attempt. */
export function recordNotice(state: State, watch: Watch, moment: Moment): void {
  const key = noticeKeyOf(watch);
  const known = watch.known;
  if (known === null || state.notices.has(key)) return;
  const wanted = isFailure(known.status) ? state.settings.notices.failed : state.settings.notices.completed;
  const notice: Notice = {
    key,
    watch: watch.id,
    reference: watch.reference,
    name: watch.label ?? watch.fileName,
    status: known.status,
    text: known.text,
    metaData: known.metaData,
    at: moment.at,
    fate: wanted ? { kind: 'recorded' } : { kind: 'held', reason: 'turned-off', at: moment.at },
    read: false,
  };
  state.notices.set(key, notice);
  touchNotice(moment, key);
  if (wanted) gather(state, key, moment.at);
  forgetOldest(state, moment);
}

/** From now on the next banner is a digest that waits for these watches to be heard of. */
export function beginDigest(state: State, awaiting: Iterable<WatchId>, at: number): void {
  const gathering = (state.gathering ??= { notices: [], flushAt: 0, digest: true, awaiting: new Set() });
  gathering.digest = true;
  gathering.flushAt = at + digestWaitMs;
  for (const watch of awaiting) gathering.awaiting.add(watch);
}

/** The watch was heard of, or will not be: a digest need not wait for it. */
export function stopAwaiting(state: State, watch: WatchId): void {
  state.gathering?.awaiting.delete(watch);
}

export function gather(state: State, notice: NoticeKey, at: number): void {
  if (state.gathering === null) {
    const flushAt = Math.max(at + gatherMs, state.lastBannerAt + betweenBannersMs);
    state.gathering = { notices: [], flushAt, digest: false, awaiting: new Set() };
  }
  state.gathering.notices.push(notice);
}

/** When the gathered notices are to be told, epoch ms. */
export function flushTime(gathering: Gathering): number {
  return gathering.digest && gathering.awaiting.size === 0 ? 0 : gathering.flushAt;
}

/** Makes one banner of all that was gathered. It is shown after the save that records it as `showing` has ended. */
export function flushGathered(state: State, moment: Moment): void {
  const gathering = state.gathering;
  if (gathering === null || moment.at < flushTime(gathering)) return;
  state.gathering = null;
  const notices = gathering.notices.filter((key) => state.notices.has(key));
  if (notices.length === 0) return;
  for (const key of notices) setFate(state, key, { kind: 'showing' }, moment);
  state.lastBannerAt = moment.at;
  const banner: PendingBanner = {
    banner: state.nextBanner++,
    notices,
    afterSave: state.revision + 1,
    digest: gathering.digest,
    handedOver: false,
  };
  state.banners.set(banner.banner, banner);
}

/** Hands over every banner whose save is on disk. */
export function handOver(state: State, moment: Moment): void {
  for (const banner of state.banners.values()) {
    if (banner.handedOver || banner.afterSave > state.savedRevision) continue;
    banner.handedOver = true;
    const notices = banner.notices.flatMap((key) => state.notices.get(key) ?? []);
    moment.effects.push({ kind: 'show', banner: banner.banner, notices, digest: banner.digest });
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

function endBanner(state: State, number: number, fate: NoticeFate, moment: Moment): void {
  const banner = state.banners.get(number);
  if (banner === undefined) return;
  state.banners.delete(number);
  for (const key of banner.notices) setFate(state, key, fate, moment);
}

export function noticesRead(state: State, event: EventOf<'notices-read'>, moment: Moment): void {
  const keys = event.notices === 'all' ? [...state.notices.keys()] : event.notices;
  for (const key of keys) {
    const notice = state.notices.get(key);
    if (notice === undefined || notice.read) continue;
    notice.read = true;
    touchNotice(moment, key);
  }
}

/** Forgets every notice that has come to its end; one on its way stays, or it could be lost. */
export function inboxCleared(state: State, _event: EventOf<'inbox-cleared'>, moment: Moment): void {
  for (const notice of [...state.notices.values()]) if (isSettled(notice)) forget(state, notice.key, moment);
}

function forgetOldest(state: State, moment: Moment): void {
  if (state.notices.size <= inboxLimit) return;
  for (const notice of state.notices.values()) {
    if (state.notices.size <= inboxLimit) return;
    if (isSettled(notice)) forget(state, notice.key, moment);
  }
}

function forget(state: State, key: NoticeKey, moment: Moment): void {
  state.notices.delete(key);
  touchNotice(moment, key);
}

function isSettled(notice: Notice): boolean {
  return notice.fate.kind !== 'recorded' && notice.fate.kind !== 'showing';
}

function setFate(state: State, key: NoticeKey, fate: NoticeFate, moment: Moment): void {
  const notice = state.notices.get(key);
  if (notice === undefined) return;
  notice.fate = fate;
  touchNotice(moment, key);
}
