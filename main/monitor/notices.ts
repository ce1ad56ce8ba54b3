import type { EventOf } from './event.ts';
import { gather, keepRhythm, takeGathered } from './gathering.ts';
import { goneStatus, isFailure } from './import-status.ts';
import { enterNotice, forgetOldest, setFate } from './ledger.ts';
import { touchNotice, type Moment } from './moment.ts';
import { noticeKeyOf, type Notice, type NoticeFate } from './notice.ts';
import type { PendingBanner, State, Watch } from './state.ts';

/** Writes the end of an attempt into the ledger, once: the key holds the attempt. */
export function recordNotice(state: State, watch: Watch, moment: Moment): void {
  const key = noticeKeyOf(watch);
  const known = watch.known;
  if (known === null || state.notices.has(key)) return;
  const wanted =
    isFailure(known.status) || known.status === goneStatus
      ? state.settings.notices.failed
      : state.settings.notices.completed;
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
  enterNotice(state, notice);
  touchNotice(moment, key);
  if (wanted) gather(state, key, moment.at);
  forgetOldest(state, moment);
}

/** Makes one banner of all that was gathered. It is shown after the save that records it as `showing` has ended. */
export function flushGathered(state: State, moment: Moment): void {
  const gathering = takeGathered(state, moment.at);
  const notices = gathering?.notices.filter((key) => state.notices.has(key)) ?? [];
  if (gathering === null || notices.length === 0) return;
  for (const key of notices) setFate(state, key, { kind: 'showing' }, moment);
  keepRhythm(state, notices.length, moment.at);
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
  forgetOldest(state, moment);
}
