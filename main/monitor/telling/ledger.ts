import { isFailure } from '../../model/import-status.ts';
import {
  isAboutFiles,
  isSettled,
  type HeldReason,
  type Notice,
  type NoticeFate,
  type NoticeKey,
  type NotifierName,
} from '../../model/notice.ts';
import type { WatchId } from '../../model/asset.ts';
import type { GroupId } from '../../model/group.ts';
import { nameOf, type Watch } from '../../model/watch.ts';
import type { EventOf } from '../kernel/events.ts';
import type { SavingState } from '../kernel/saving.ts';
import type { Step } from '../kernel/step.ts';
import type { Store } from '../kernel/store.ts';
import { indexNames } from '../kernel/lookup.ts';

/** A banner on its way: handed to the notifiers, or waiting for the ledger to be on disk. */
export interface PendingBanner {
  readonly banner: number;
  readonly notices: readonly NoticeKey[];
  /** Digits and a `-`; of no other banner, also of no other run. */
  readonly receipt: string;
  /** The save that must have ended before the banner may be shown. */
  readonly afterSave: number;
  readonly handedOver: boolean;
}

/** A banner that may still be on the screen. */
export type ShownBanner = Pick<PendingBanner, 'banner' | 'notices' | 'receipt'>;

/** How notices that wait are told together. Times are steady. */
export interface Gathering {
  /** When news are to be told. A digest has its own times; see gathering.ts. */
  readonly flushAt: number;
  /** Waits until each of the awaited watches was heard of, but not for ever. */
  readonly digest: boolean;
  /** It was told once, and this is what it did not hear of in its time. */
  readonly isRest: boolean;
  /** A second wake has put the digest off; a third may not. */
  readonly wasPostponed: boolean;
  /** When the first of the notices that wait came, or the wake that put them off. */
  readonly since: number;
  /** Since when a digest can be asked for; null while nothing can be asked. */
  readonly canAskSince: number | null;
  /** When one of the awaited watches was last heard of; at first when asking became possible. */
  readonly heardAt: number;
}

export type TellingState = SavingState & Readonly<ReturnType<typeof createTelling>>;

/** The least time between two banners. It doubles while each tells of many, so that a busy minute is not a burst. */
export const shortestPauseMs = 5_000;

export function createTelling(store: Store) {
  const notices = store.collection<NoticeKey, Notice>(({ key }) => key);
  return {
    /** Oldest first; bounded. The ledger and the inbox are one list. */
    notices,
    inbox: notices.keep(indexInbox()),
    banners: store.collection<number, PendingBanner>(({ banner }) => banner),
    nextBanner: store.cell(1),
    /** The newest that were shown in this run. Oldest first; bounded. */
    onScreen: store.collection<number, ShownBanner>(({ banner }) => banner),
    gathering: store.cell<Gathering | null>(null),
    /** The watches that a digest waits for. */
    awaited: store.collection<WatchId, { readonly watch: WatchId }>(({ watch }) => watch),
    /** On their way, and no news any more: a banner with one of them says "while you were away". */
    overdue: store.collection<NoticeKey, { readonly notice: NoticeKey }>(({ notice }) => notice),
    /** When the newest banner was sent off (steady ms), and how long the next one waits after it, so that none come in a burst. */
    rhythm: store.cell({ lastBannerAt: 0, pauseMs: shortestPauseMs }),
    /** Which notifier showed the newest banner; null before any, and where none could. */
    lastNotifier: store.cell<NotifierName | null>(null),
    /** The system was told to keep quiet when a banner was last tried. */
    isSystemQuiet: store.cell(false),
  };
}

/** What every notice about an import says of it. */
export function toldOf(watch: Watch, { clock }: Step) {
  return {
    watch: watch.id,
    reference: watch.reference,
    name: nameOf(watch),
    status: watch.known?.status ?? '',
    text: watch.known?.text ?? null,
    metaData: watch.known?.metaData ?? null,
    at: clock,
    read: false,
  };
}

export function heldAs(reason: HeldReason, { clock }: Step): NoticeFate {
  return { kind: 'held', reason, at: clock };
}

/** The inbox keeps this many notices, and older ones are forgotten. Ten thousand imports may end in one minute, twice. */
export const inboxLimit = 20_000;

/** Records a notice, once: what the ledger has under its key stays. One whose fate is `recorded` is told with the next banner. */
export function record(state: TellingState, notice: Notice): void {
  if (state.notices.has(notice.key)) return;
  state.notices.put(notice);
  forgetOldest(state);
}

/** Notices on their way stay whatever their number, or one could be lost. */
export function forgetOldest({ notices, inbox }: TellingState): void {
  for (const key of inbox.of('settled')) {
    if (notices.size <= inboxLimit) return;
    notices.remove(key);
  }
}

export function noticesRead({ notices }: TellingState, event: EventOf<'notices-read'>): void {
  for (const key of event.notices === 'all' ? notices.keys() : event.notices)
    notices.patch(key, { read: true });
}

/** Who has seen to a failure has read of it. */
export function failuresRead({ notices, inbox }: TellingState, watches: readonly WatchId[]): void {
  const seenTo = new Set(watches);
  for (const key of [...inbox.of('unread failure')]) {
    const notice = notices.get(key);
    if (notice?.about === 'import' && seenTo.has(notice.watch)) notices.patch(key, { read: true });
  }
}

/** Forgets every notice that has come to its end. */
export function inboxCleared(
  { notices, inbox }: TellingState,
  _event: EventOf<'inbox-cleared'>,
  step: Step,
): void {
  // That a group was told as a whole would be forgotten before its first failure, which a mute may hold back, would be told after it.
  for (const { key, about, fate } of [...notices.values()])
    if (about === 'group-failure' && fate.kind === 'postponed' && notices.has(wholeKeyOf(key)))
      notices.patch(key, { fate: heldAs('told-with-group', step) });
  for (const key of inbox.of('settled')) notices.remove(key);
}

/** Of the notice that tells of all of it, from that of its first failure. */
export const wholeKeyOf = (failure: NoticeKey): NoticeKey => failure.replace(/failure$/, 'done');

/** What may disturb where failures may: also a group with some. */
export function tellsOfFailure(notice: Notice): boolean {
  if (isAboutFiles(notice)) return true;
  return notice.about === 'group-done' ? notice.failed > 0 : isFailure(notice.status);
}

/** What a person has to see to, once: a group's failures are told one by one as well. */
const isOfFailure = (notice: Notice): boolean =>
  notice.about === 'not-registered' || (notice.about === 'import' && isFailure(notice.status));

/** What is not told any more where it came to be true no longer while it waited. */
const isWhileTrue = (notice: Notice): boolean =>
  isAboutFiles(notice) || notice.about === 'group-failure' || notice.about === 'late';

/**
 * `waiting`: still to be told, and in no banner, `waiting while true` among them. `postponed`: to be told, and nothing may disturb now,
 * `postponed failure` among them; `muted`: nor while this is muted, which counts nowhere; `postponed of`: both, of a group. `settled`: their
 * fate will not change any more, in the order in which that came.
 */
type Shelf =
  | `postponed of ${GroupId}`
  | 'waiting'
  | 'waiting while true'
  | 'postponed'
  | 'postponed failure'
  | 'muted'
  | 'settled'
  | 'unread'
  | 'unread failure';

const indexInbox = () =>
  indexNames<NoticeKey, Notice, Shelf>((notice) => {
    const { fate } = notice;
    const isMuted = fate.kind === 'postponed' && fate.reason === 'muted';
    const isUnread = !notice.read && !isMuted;
    const shelves: Shelf[] = isUnread ? ['unread'] : [];
    if (isUnread && isOfFailure(notice)) shelves.push('unread failure');
    if (fate.kind === 'recorded') shelves.push('waiting');
    if (fate.kind === 'recorded' && isWhileTrue(notice)) shelves.push('waiting while true');
    if (fate.kind === 'postponed') shelves.push(isMuted ? 'muted' : 'postponed');
    if (fate.kind === 'postponed' && !isMuted && tellsOfFailure(notice)) shelves.push('postponed failure');
    if (fate.kind === 'postponed' && 'group' in notice) shelves.push(`postponed of ${notice.group}`);
    if (isSettled(notice)) shelves.push('settled');
    return shelves;
  });
