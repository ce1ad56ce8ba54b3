import type { Notice, NoticeKey } from '../../../main/model/notice.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import type { End } from '../service.ts';
import type { Absences, EndedAway } from './absences.ts';
import type { Court } from './court.ts';

export interface RhythmPorts {
  readonly court: Court;
  /** True time, ms. */
  readonly now: () => number;
  readonly absences: Absences;
  readonly isWritten: (key: NoticeKey) => boolean;
  readonly endOf: (notice: Readonly<Notice>) => End | null;
  /** The notifier said of it that it could not show it. */
  readonly wasRefused: (key: NoticeKey) => boolean;
}

export type RhythmLaws = ReturnType<typeof createRhythmLaws>;

/** Five seconds, less what a save in between may take. */
const apartMs = 4_800;
/** A digest waits a minute for what was not heard of, counted from the last that was, and what ends meanwhile may stand in it. */
const freshMs = 120_000;
/** One, and one more of what was not heard of before that. */
const digestsAtOnce = 2;

/** Law 2 and design 7: "while you were away" says what is true, once each time, and banners are no burst. */
export function createRhythmLaws({ court, now, absences, isWritten, endOf, wasRefused }: RhythmPorts) {
  /** By the end. */
  const away = new Map<string, EndedAway>();
  const recorded = new Map<NoticeKey, { readonly at: number; readonly life: number }>();
  const held = new Set<NoticeKey>();
  /** Its group was to tell of it, and will not: it is news from then on. */
  const freed = new Set<NoticeKey>();
  /** Held back in quiet hours, and not told since. */
  const postponed = new Set<NoticeKey>();
  let life = 0;
  let last: { readonly at: number; readonly returns: number } | null = null;
  let digests = { count: 0, newest: -Infinity, returns: -1 };

  const isLeftOver = (key: NoticeKey) => (recorded.get(key)?.life ?? 0) < life;
  /** What a group tells of may have ended at any time. */
  const awayOf = (notice: Readonly<Notice>): EndedAway =>
    'groupName' in notice ? 'maybe' : (away.get(endOf(notice)?.id ?? '') ?? 'no');

  function checkBanner(notices: readonly Readonly<Notice>[]): void {
    // Another process knows nothing of the last one's banners, and after a return or a jump the clock says that time has gone by.
    const isSame = last !== null && last.returns === absences.returns();
    if (isSame && now() - last!.at < apartMs)
      court.breach(2, `two banners came within ${Math.round(now() - last!.at)} ms`);
    for (const notice of notices) {
      // That an import takes long is so as it is told, also where the person takes back what had kept it from that.
      if (postponed.has(notice.key) && notice.about !== 'late')
        court.breach(9, `${notice.key} was held back, and came as news`);
      if (freed.has(notice.key)) continue;
      if (awayOf(notice) === 'yes')
        court.breach(2, `${notice.key} ended while the app was away, and came as news`);
      if (isLeftOver(notice.key) && !wasRefused(notice.key))
        court.breach(2, `${notice.key} was left over by an earlier run, and came as news`);
    }
  }

  function checkDigest(notices: readonly Readonly<Notice>[]): void {
    // Each time that something was held back makes one of its own.
    if (notices.some(({ key }) => postponed.delete(key))) return;
    const isTrue = notices.some(
      (notice) =>
        isLeftOver(notice.key) ||
        wasRefused(notice.key) ||
        awayOf(notice) !== 'no' ||
        recorded.get(notice.key)!.at - absences.lastBack() <= freshMs,
    );
    if (!isTrue) court.breach(2, `a digest tells of ${notices[0]!.key}, and nobody was away`);
    if (digests.returns !== absences.returns())
      digests = { count: 0, newest: -Infinity, returns: absences.returns() };
    // Not when it was shown: one that waits for a full disk was made long before.
    const learnedAt = ({ key }: Readonly<Notice>) => recorded.get(key)?.at ?? 0;
    const isNew = notices.some((notice) => wasRefused(notice.key) || learnedAt(notice) > digests.newest);
    if (!isNew || digests.count >= digestsAtOnce)
      court.breach(2, `digest ${digests.count + 1} after one return tells of ${notices[0]!.key}`);
    digests = { ...digests, count: digests.count + 1, newest: Math.max(...notices.map(learnedAt)) };
  }

  return {
    learned: (end: string, ended: EndedAway): void => void away.set(end, ended),
    afterStep(state: MonitorView, notices: readonly NoticeKey[]): void {
      absences.look();
      for (const key of notices) {
        if (state.notices.get(key)?.fate.kind === 'postponed') postponed.add(key);
        const isHeld = state.notices.get(key)?.fate.kind === 'held';
        if (isHeld) held.add(key);
        else if (held.delete(key)) {
          freed.add(key);
          recorded.delete(key);
        }
        if (!recorded.has(key)) recorded.set(key, { at: now(), life });
      }
    },
    handedOver(notices: readonly Readonly<Notice>[], digest: boolean): void {
      if (digest) checkDigest(notices);
      else checkBanner(notices);
      last = { at: now(), returns: absences.returns() };
    },
    /** `found`: on the disk. */
    started(found: readonly Notice[]): void {
      life += 1;
      postponed.clear();
      for (const { key, fate } of found) if (fate.kind === 'postponed') postponed.add(key);
      for (const key of recorded.keys()) if (!isWritten(key)) recorded.delete(key);
    },
  };
}
