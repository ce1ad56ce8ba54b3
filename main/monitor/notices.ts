import type { EventOf } from './event.ts';
import { gather, keepRhythm, takeGathered } from './gathering.ts';
import { enterNotice, forgetOldest, setFate } from './ledger.ts';
import { ownNoticeOf } from './groups/own-notice.ts';
import { touchNotice, type Moment } from './moment.ts';
import { noticeKeyOf, type Notice, type NoticeFate } from './notice.ts';
import type { PendingBanner, State, Watch } from './state.ts';

/** Writes the end of an attempt into the ledger, once: the key holds the attempt. Says whether it is told by itself. */
export function recordNotice(state: State, watch: Watch, moment: Moment): 'told' | 'held' {
  const known = watch.known;
  if (known === null) return 'held';
  const own = ownNoticeOf(state, watch, known.status);
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
  enterNotice(state, notice);
  touchNotice(moment, notice.key);
  if (notice.fate.kind === 'recorded') gather(state, notice.key, moment.at);
  forgetOldest(state, moment);
}

/** What a watch is called in a notice. */
export function nameOf(watch: Watch): string | null {
  return watch.label ?? watch.fileName;
}

/** Makes one banner of all that was gathered. It is shown after the save that records it as `showing` has ended. */
export function flushGathered(state: State, moment: Moment): void {
  const gathering = takeGathered(state, moment.at);
  const notices = gathering?.notices.filter((key) => state.notices.has(key) && !state.settled.has(key)) ?? [];
  if (gathering === null || notices.length === 0) return;
  const number = state.nextBanner++;
  const receipt = `${moment.at}-${number}`;
  for (const key of notices) setFate(state, key, { kind: 'showing', receipt }, moment);
  keepRhythm(state, notices.length, moment.at);
  const banner: PendingBanner = {
    banner: number,
    notices,
    receipt,
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
    const { banner: number, digest, receipt } = banner;
    const notices = banner.notices.flatMap((key) => state.notices.get(key) ?? []);
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
  state.banners.delete(number);
  for (const key of banner.notices) setFate(state, key, fate, moment);
  forgetOldest(state, moment);
}
