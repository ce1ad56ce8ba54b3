import type { QuietHours, Span } from '../../model/monitor-settings.ts';
import type { HeldReason, Notice, NoticeKey, PostponedReason } from '../../model/notice.ts';
import type { Step } from '../kernel/step.ts';
import type { TimeState } from '../kernel/time.ts';
import type { Readable } from '../kernel/store.ts';
import { beginDigest } from './gathering.ts';
import { heldAs, tellsOfFailure, type TellingState } from './ledger.ts';

/** How it stands with what notices tell of, as those rooms know it that this one does not. */
export interface Standing {
  readonly isAboutMuted: (notice: Notice) => boolean;
  /** It tells of an import or a group that is not in the list any more. */
  readonly hasLeft: (notice: Notice) => boolean;
  /** This step may have changed what is muted for notices of earlier steps. */
  readonly hasChanged: boolean;
  /** Why it would not be true any more and is not told, although nothing is in its way; null where it is true. */
  readonly overtakenAs: (notice: Notice) => HeldReason | null;
}

/**
 * Holds back what is to be told while nothing may disturb, or while it is about what is muted, and gives it to one digest afterwards. To be
 * called before banners are made.
 */
export function holdBack(state: TellingState, quiet: QuietHours, standing: Standing, step: Step): void {
  const { notices, inbox } = state;
  const silence = quietReason(state, quiet, step.clock);
  const letsFailuresPass = silence === 'quiet-hours' && quiet.letsFailuresPass;
  const reasonFor = (notice: Notice): PostponedReason | null => {
    if (standing.isAboutMuted(notice)) return 'muted';
    return letsFailuresPass && tellsOfFailure(notice) ? null : silence;
  };
  const mayBeHeld = silence !== null || standing.hasChanged;
  takeBack(
    state,
    (notice) => standing.overtakenAs(notice) !== null || (mayBeHeld && reasonFor(notice) !== null),
  );
  // In the midst of quiet hours failures may come to be let pass, or the system may cease to be told to keep quiet.
  const postponed = letsFailuresPass ? inbox.of('postponed failure') : [];
  const keys = new Set([
    ...(mayBeHeld ? inbox.of('waiting') : [...justRecorded(state), ...inbox.of('waiting while true')]),
    ...(silence === null || standing.hasChanged ? inbox.of('postponed') : postponed),
    ...(standing.hasChanged ? inbox.of('muted') : []),
  ]);
  let isReleased = false;
  for (const key of keys) {
    const notice = notices.get(key)!;
    const before = notice.fate.kind === 'postponed' ? notice.fate.reason : null;
    if (before === 'muted' && standing.hasLeft(notice)) {
      notices.patch(key, { fate: heldAs('no-longer-watched', step) });
      continue;
    }
    const reason = reasonFor(notice);
    const overtaken = reason === null ? standing.overtakenAs(notice) : null;
    if (overtaken !== null) {
      notices.patch(key, { fate: heldAs(overtaken, step) });
      continue;
    }
    if (reason === before) continue;
    notices.patch(key, { fate: reason === null ? { kind: 'recorded' } : { kind: 'postponed', reason } });
    isReleased ||= reason === null;
  }
  if (isReleased) beginDigest(state, [], step.at);
}

/** Those of earlier steps are as they were then, unless more has changed: thousands may wait while each answer makes a step. */
function justRecorded({ notices }: TellingState): readonly NoticeKey[] {
  return [...notices.changes()].flatMap(([key, { to }]) => (to?.fate.kind === 'recorded' ? key : []));
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
