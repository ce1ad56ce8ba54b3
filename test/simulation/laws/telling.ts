import type { WatchId } from '../../../main/model/asset.ts';
import type { GroupId } from '../../../main/model/group.ts';
import {
  inDoubtKeyOf,
  isAboutFiles,
  lateKeyOf,
  notRegisteredKeyOf,
  type ImportNotice,
  type Notice,
  type NoticeFate,
  type NoticeKey,
} from '../../../main/model/notice.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import type { End } from '../service.ts';
import type { Court } from './court.ts';
import { goneStatus, hasEnded } from './knowing.ts';
import { isWithheld } from './releases.ts';
import type { Wish } from './wishes.ts';

export interface TellingPorts {
  readonly court: Court;
  /** How long the laptop has been awake, ms. */
  readonly awake: () => number;
  /** The notice as the disk has it. */
  readonly onDisk: (key: NoticeKey) => Readonly<Notice> | null;
  /** The end of which the newest answer about it told. */
  readonly newestEndOf: (watch: WatchId) => End | null;
  /** It was seen in progress before it ended, so it is told with a banner. */
  readonly isLearned: (end: End) => boolean;
  /** How many notices it may have: two where the first has been forgotten. */
  readonly mostOf: (end: End) => number;
  readonly wishOf: (notice: Readonly<Notice>) => Wish;
  /** Of what its group kept to itself, and does no longer. */
  readonly wishOfReleased: (notice: Readonly<ImportNotice>) => Wish;
  /** The person stopped watching it at one time. */
  readonly isUnwanted: (watch: WatchId) => boolean;
  /** The person stopped watching all that was in the group. */
  readonly isEmpty: (group: GroupId) => boolean;
  /** Counts what kept notices back that is not the app's doing. */
  readonly hindrances: () => number;
}

export type TellingLaws = ReturnType<typeof createTellingLaws>;

/** A digest waits 50 s at most and another second is spent on gathering; the rest is for slow disks and notifiers. */
const latestMs = 75_000;
/** What comes after a digest makes one more, for as long as what it waits for is heard of, piece by piece. */
const secondDigestMs = 300_000;

interface Recorded {
  readonly awake: number;
  readonly hindrances: number;
  /** A digest was under way. */
  readonly amidDigest: boolean;
}

interface Calls {
  /** The life of the process in which it was last handed to the notifier. */
  readonly life: number;
}

function countsAsOvertaken(notice: Readonly<Notice>): boolean {
  const { about, fate } = notice;
  if (fate.kind !== 'held') return false;
  return about === 'group-failure'
    ? fate.reason === 'told-with-group'
    : (about === 'late' || isAboutFiles(notice)) && fate.reason === 'over-by-then';
}

const isHeldBack = ({ kind }: NoticeFate) => kind === 'held' || kind === 'postponed';

/** Laws 1 and 2: one notice for each end, on disk before it is shown, and never twice as a banner. */
export function createTellingLaws(ports: TellingPorts) {
  const { court, awake, onDisk, newestEndOf, isLearned, mostOf, wishOf, wishOfReleased } = ports;
  const { isUnwanted, isEmpty, hindrances } = ports;
  const written = new Map<NoticeKey, Readonly<Notice>>();
  const keysOfEnd = new Map<string, Set<NoticeKey>>();
  /** Which end each notice tells of: that of the answer with which it was recorded. */
  const ends = new Map<NoticeKey, End>();
  const calls = new Map<NoticeKey, Calls>();
  const seen = new Set<NoticeKey>();
  /** What a notifier could not show, or was silent about. */
  const failed = new Set<NoticeKey>();
  /** The notifier said itself that it did not show it, so it may be told again. */
  const refused = new Set<NoticeKey>();
  /** What the person wanted to hear of when it was learned. */
  const wanted = new Set<NoticeKey>();
  /** Those of them that a mute held back until they left the list. */
  const givenUp = new Set<NoticeKey>();
  /** Notices of which it was found right that they are told to nobody. */
  const judged = new Set<NoticeKey>();
  /** Left by a banner that appeared. */
  const receipts = new Set<string>();
  /** What the present run could know at its start to have been shown. */
  let known = new Set<NoticeKey>();
  /** From before the story. */
  const old = new Set<NoticeKey>();
  const recorded = new Map<NoticeKey, Recorded>();
  const held = new Set<NoticeKey>();
  /** What their group kept to itself. */
  const withheld = new Set<NoticeKey>();
  let life = 0;
  /** In which there was a banner. */
  let bannerOfLife = -1;
  let [lastAt, lastCount, banners] = [-Infinity, 0, 0];

  const endOf = ({ key }: Pick<Notice, 'key'>): End | null => ends.get(key) ?? null;

  function checkTold(notice: Readonly<Notice>, digest: boolean): void {
    const { key } = notice;
    if (onDisk(key)?.fate.kind !== 'showing')
      court.breach(2, `${key} was handed to the notifier before that was on disk`);
    const end = endOf(notice);
    if (end !== null && !isLearned(end)) court.breach(1, `${key} had a banner, though it was a baseline`);
    const before = calls.get(key);
    if (refused.delete(key)) return void calls.set(key, { life });
    if (before?.life === life) court.breach(2, `${key} was handed to the notifier twice`);
    else if (before !== undefined && !digest) court.breach(2, `${key} had two banners`);
    if (known.has(key)) court.breach(2, `${key} was told again although its banner left a receipt`);
    calls.set(key, { life });
    const start = recorded.get(key);
    const isSecond = (digest || start?.amidDigest === true) && bannerOfLife === life;
    const allowed =
      (isSecond ? secondDigestMs : latestMs) + (lastAt === -Infinity ? 0 : lastCount * 1_000 + 5_000);
    if (start && start.hindrances === hindrances() && awake() - start.awake > allowed)
      court.breach(
        1,
        `${key} was told ${Math.round((awake() - start.awake) / 1_000)} s after it was learned`,
      );
  }

  function checkWish({ key, fate }: Readonly<Notice>, wish: Wish): void {
    const held = fate.kind === 'held' ? fate.reason : 'told';
    if (held !== wish) court.breach(1, `${key} is ${held}, and the person wants it ${wish}`);
    if (wish === 'told') wanted.add(key);
  }

  /** A replica that is behind had it begin again, and the monitor takes the same end for another one. */
  function isSecondOfOneEnd(notice: Readonly<Notice>): boolean {
    const end = endOf(notice);
    return end !== null && (keysOfEnd.get(end.id)?.size ?? 0) > 1;
  }

  function checkRelease(notice: Readonly<Notice>): void {
    if (isWithheld(notice)) withheld.add(notice.key);
    else if (withheld.delete(notice.key) && notice.about === 'import' && !isSecondOfOneEnd(notice))
      checkWish(notice, wishOfReleased(notice));
  }

  const recordedIn = ({ awaited }: MonitorView): Recorded => ({
    awake: awake(),
    hindrances: hindrances(),
    amidDigest: awaited.size > 0,
  });

  /** Of a group's first failure, the notice that all of it is done; any other itself. */
  const wholeOf = (failure: NoticeKey): NoticeKey => failure.replace(/failure$/, 'done');

  /** What it says of what is in progress is so no longer. */
  function isOvertaken(notice: Readonly<Notice>, { watches, notices, wishes }: MonitorView): boolean {
    if (notice.about === 'in-doubt')
      return ![...wishes.values()].some(
        (wish) => wish.state.kind === 'in-doubt' && inDoubtKeyOf(wish) === notice.key,
      );
    if (notice.about === 'not-registered')
      return ![...wishes.values()].some(
        (wish) => wish.state.kind === 'refused' && notRegisteredKeyOf(wish) === notice.key,
      );
    const whole = wholeOf(notice.key);
    // The person may have cleared from the inbox that the whole of it was told.
    if (notice.about === 'group-failure') return notices.has(whole) || recorded.has(whole);
    if (notice.about !== 'late') return false;
    const watch = watches.get(notice.watch);
    const isOf = watch !== undefined && notice.key === lateKeyOf(watch);
    return !isOf || hasEnded(watch.known) || watch.lastEnd !== null;
  }

  /** What would not be true any more need not be told. */
  function checkOvertaken(notice: Readonly<Notice>, state: MonitorView): void {
    if (!wanted.has(notice.key) || !countsAsOvertaken(notice)) return;
    if (!isOvertaken(notice, state)) court.breach(1, `${notice.key} is not told, though it is true`);
    wanted.delete(notice.key);
  }

  /** The end of what was muted need not be told any more to whoever stopped watching it, or registered it again. */
  function checkGivenUp(notice: Readonly<Notice>, { wishes }: MonitorView): void {
    const { key, fate } = notice;
    if (fate.kind !== 'held' || fate.reason !== 'no-longer-watched') {
      // The person took it back that they stopped watching it.
      if (givenUp.delete(key)) wanted.add(key);
      judged.delete(key);
      return;
    }
    // What it tells of may have been added again since, which brings nothing back.
    if (judged.has(key)) return;
    judged.add(key);
    const watch = 'watch' in notice ? notice.watch : null;
    const isReplaced = [...wishes.values()].some((wish) => wish.replaces !== null && wish.replaces === watch);
    const hasLeft = watch !== null && (isUnwanted(watch) || isReplaced);
    if (!hasLeft && !('group' in notice && isEmpty(notice.group)))
      court.breach(1, `${key} is given up for no reason`);
    if (wanted.delete(key)) givenUp.add(key);
  }

  /** What became of it must have become of it. */
  function checkFate({ key, fate }: Readonly<Notice>): void {
    if (fate.kind === 'shown' && !seen.has(key)) court.breach(2, `${key} counts as shown and was not seen`);
    if (fate.kind === 'not-shown' && !failed.has(key))
      court.breach(1, `${key} counts as not shown, and no notifier refused it`);
  }

  return {
    written,
    wanted,
    /** Whether it appeared, or a notifier that was asked to show it did not. */
    wasTried: (key: NoticeKey) => seen.has(key) || failed.has(key),
    wasRefused: (key: NoticeKey) => refused.has(key),
    keysOf: (end: End): ReadonlySet<NoticeKey> => keysOfEnd.get(end.id) ?? new Set(),
    /** Whether a notice, or one of the end of that name, ever was on disk. */
    isWritten: (key: string) => written.has(key) || (keysOfEnd.get(key)?.size ?? 0) > 0,
    endOf,
    banners: () => banners,
    afterStep(state: MonitorView, notices: readonly NoticeKey[]): void {
      for (const key of notices) {
        const notice = state.notices.get(key);
        // What its group was to tell, and will not, or what was postponed, is to be told only from then on.
        if (notice !== undefined && isHeldBack(notice.fate)) held.add(key);
        else if (held.delete(key)) recorded.set(key, recordedIn(state));
        if (notice !== undefined) checkRelease(notice);
        if (notice !== undefined) checkGivenUp(notice, state);
        if (notice !== undefined) checkOvertaken(notice, state);
        // Cleared from the inbox in the step in which it counts as overtaken.
        else if (wholeOf(key) !== key && recorded.has(wholeOf(key))) wanted.delete(key);
        if (notice === undefined || recorded.has(key) || old.has(key)) continue;
        recorded.set(key, recordedIn(state));
        const isOfService = notice.about === 'import' && notice.status !== goneStatus;
        const end = isOfService ? newestEndOf(notice.watch) : null;
        if (end !== null) ends.set(key, end);
        checkWish(notice, wishOf(notice));
        if (!isOfService) continue;
        if (end === null) court.breach(1, `${key} tells of no end: ${notice.status}`);
        else if (end.status !== notice.status)
          court.breach(1, `${key} says ${notice.status}, not ${end.status}`);
        else if (end.text !== notice.text) court.breach(1, `${key} says "${notice.text}", not "${end.text}"`);
      }
    },
    handedOver(state: MonitorView, notices: readonly Readonly<Notice>[], digest: boolean): void {
      for (const notice of notices) {
        checkTold(notice, digest);
        if (isOvertaken(notice, state)) court.breach(1, `${notice.key} is not true any more, and is told`);
      }
      bannerOfLife = life;
      banners += 1;
      [lastAt, lastCount] = [awake(), notices.length];
    },
    appeared(notices: readonly Readonly<Notice>[]): void {
      for (const { key } of notices) seen.add(key);
    },
    /** `inWords`: the app was told that it did not appear. */
    notShown(notices: readonly Readonly<Notice>[], inWords: boolean): void {
      for (const { key } of notices) {
        failed.add(key);
        if (inWords) refused.add(key);
      }
    },
    leftReceipt(receipt: string): void {
      receipts.add(receipt);
    },
    wrote(notices: readonly Readonly<Notice>[]): void {
      for (const notice of notices) {
        if (old.has(notice.key)) continue;
        const isNew = !written.has(notice.key);
        checkFate(notice);
        written.set(notice.key, notice);
        const end = endOf(notice);
        if (!isNew || end === null) continue;
        const keys = keysOfEnd.get(end.id) ?? new Set();
        keysOfEnd.set(end.id, keys.add(notice.key));
        if (keys.size > mostOf(end)) court.breach(1, `${end.id} has ${keys.size} notices`);
      }
    },
    /** What was recorded and not written is forgotten; it is learned anew. */
    started(found: readonly Notice[]): void {
      life += 1;
      // One that came only after another start had looked for it is of no banner any more.
      const awaited = found.filter(({ fate }) => fate.kind === 'showing' && receipts.has(fate.receipt));
      known = new Set(awaited.map(({ key }) => key));
      withheld.clear();
      for (const notice of found) {
        if (!isWithheld(notice)) continue;
        withheld.add(notice.key);
        // That its group tells of it no more has died with the process.
        wanted.delete(notice.key);
      }
      // A process on its way out says no more of what it still writes.
      for (const notice of found) if (countsAsOvertaken(notice)) wanted.delete(notice.key);
      for (const { key, fate } of found) {
        if (!written.has(key)) old.add(key);
        if (isHeldBack(fate)) held.add(key);
      }
      for (const key of recorded.keys()) {
        if (written.has(key)) continue;
        recorded.delete(key);
        ends.delete(key);
        held.delete(key);
        wanted.delete(key);
      }
      for (const key of recorded.keys())
        recorded.set(key, { awake: awake(), hindrances: hindrances(), amidDigest: true });
    },
  };
}
