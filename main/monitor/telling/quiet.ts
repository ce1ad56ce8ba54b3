import { isFailure } from '../../model/import-status.ts';
import type { QuietHours, Span } from '../../model/monitor-settings.ts';
import type { Notice, PostponedReason } from '../../model/notice.ts';
import type { Step } from '../kernel/step.ts';
import type { TimeState } from '../kernel/time.ts';
import type { Readable } from '../kernel/store.ts';
import { beginDigest } from './gathering.ts';
import type { TellingState } from './ledger.ts';

/**
 * Holds back what is to be told while nothing may disturb, and gives it to one digest afterwards. To be called before banners are made.
 */
export function holdBack(state: TellingState, quiet: QuietHours, step: Step): void {
  const reason = quietReason(state, quiet, step.clock);
  if (reason === null) return release(state, step);
  const isHeld = (notice: Notice) =>
    reason === 'do-not-disturb' || !quiet.letsFailuresPass || !tellsOfFailure(notice);
  takeBack(state, isHeld);
  const { notices, inbox } = state;
  for (const key of [...inbox.of('waiting')])
    if (isHeld(notices.get(key)!)) notices.patch(key, { fate: { kind: 'postponed', reason } });
}

/** Why nothing may disturb at this time of the clock; null where banners may be shown. */
export function quietReason(
  { isSystemQuiet }: Readable<TellingState>,
  { spans }: QuietHours,
  clock: number,
): PostponedReason | null {
  if (isSystemQuiet.value) return 'do-not-disturb';
  return spanAt(spans, clock) === null ? null : 'quiet-hours';
}

export function spanAt(spans: readonly Span[], clock: number): Span | null {
  return spans.find(({ from, until }) => from <= clock && clock < until) ?? null;
}

/** When quiet hours next begin or end, steady ms; null where they do not. */
export function nextQuietTime(
  { ahead }: Readable<TimeState>,
  { spans }: QuietHours,
  { clock }: Step,
): number | null {
  const next = spans.flatMap(({ from, until }) => [from, until]).find((time) => time > clock);
  return next === undefined ? null : next + ahead.value;
}

function tellsOfFailure(notice: Notice): boolean {
  return notice.about === 'group-done' ? notice.failed > 0 : isFailure(notice.status);
}

/** A banner that waits for a full disk may come to be shown long after quiet hours have begun. */
function takeBack({ banners, notices }: TellingState, isHeld: (notice: Notice) => boolean): void {
  for (const banner of [...banners.values()]) {
    if (banner.handedOver) continue;
    const rest = banner.notices.filter((key) => !isHeld(notices.get(key)!));
    if (rest.length === banner.notices.length) continue;
    const stays = new Set(rest);
    for (const key of banner.notices) if (!stays.has(key)) notices.patch(key, { fate: { kind: 'recorded' } });
    if (rest.length === 0) banners.remove(banner.banner);
    else banners.patch(banner.banner, { notices: rest });
  }
}

function release(state: TellingState, { at }: Step): void {
  const { notices, inbox } = state;
  const postponed = [...inbox.of('postponed')];
  if (postponed.length === 0) return;
  for (const key of postponed) notices.patch(key, { fate: { kind: 'recorded' } });
  beginDigest(state, [], at);
}
