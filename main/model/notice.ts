import type { Answer, AssetReference, ProjectPlace, WatchId } from './asset.ts';
import type { GroupId } from './group.ts';
import type { Outcome } from './import-status.ts';
import type { Problem } from './problem.ts';
import type { Usual } from './view.ts';
import type { Wish } from './wish.ts';

/**
 * `watchId#addedAt.attempt`: one notice per ended attempt, so that a re-import, or a watch added again, is told again. Of a group
 * `group:id@createdAt:round:kind`. Of what was to be registered with the time at which it was wished, so that what is tried again is
 * told again.
 */
export type NoticeKey = string;

export function noticeKeyOf(watch: { id: WatchId; addedAt: number; attempt: number }): NoticeKey {
  return `${watch.id}#${watch.addedAt}.${watch.attempt}`;
}

/** Whether it is of one of this watch's attempts, and not of one that had the same id before. */
export function isNoticeOf(watch: { id: WatchId; addedAt: number }, key: NoticeKey): boolean {
  return key.startsWith(`${watch.id}#${watch.addedAt}.`);
}

/** Of the notice that an attempt takes longer than usual. */
export function lateKeyOf(watch: { id: WatchId; addedAt: number; attempt: number }): NoticeKey {
  return `${noticeKeyOf(watch)}:late`;
}

/** Of the notice that nobody knows whether a file was registered. */
export function inDoubtKeyOf({ id, wishedAt }: Pick<Wish, 'id' | 'wishedAt'>): NoticeKey {
  return `wish:${id}@${wishedAt}:in-doubt`;
}

/** Of the notice that some of what was wished together was not registered. */
export function notRegisteredKeyOf({ wishedAt }: Pick<Wish, 'wishedAt'>): NoticeKey {
  return `wishes@${wishedAt}:not-registered`;
}

/** In the order in which they are tried where the platform prefers neither (notifier-chain.ts). */
export const notifierNames = ['node-notifier', 'electron'] as const;
export type NotifierName = (typeof notifierNames)[number];

/** Why a notifier could not show a banner; `words/notices` says each to the person. */
export const notShownCauses = [
  'not-supported',
  'no-session-bus',
  'no-notification-service',
  'notify-send-missing',
  'wrong-processor',
  'no-answer',
  'refused',
  'program-failed',
] as const;
export type NotShownCause = (typeof notShownCauses)[number];

export interface NotShownReason {
  readonly by: NotifierName;
  readonly reason: NotShownCause;
}

/**
 * Why a notice had no banner on purpose. `ended-before-found`: a followed project had it only after its end. `no-longer-watched`: it was
 * muted, and left the list before that was over. `over-by-then`: it takes longer than usual, and had ended or left the list before that could
 * be told; or a file needed the person, who had seen to it before.
 */
export const heldReasons = [
  'turned-off',
  'told-with-group',
  'ended-before-found',
  'no-longer-watched',
  'over-by-then',
] as const;
export type HeldReason = (typeof heldReasons)[number];

/** Why a notice that is to be told waits: it comes in a digest when that is over. */
export const postponedReasons = ['quiet-hours', 'do-not-disturb', 'muted'] as const;
export type PostponedReason = (typeof postponedReasons)[number];

/**
 * The life of a notice in the ledger: `recorded` (to be saved) -> `showing` (saved, handed to the notifiers) -> one of the rest; where
 * nothing may disturb, or what it tells of is muted, it is `postponed` first, and then recorded again.
 * A notice found `showing` at start was caught by a crash. Where its banner left a receipt it was shown; else it may have been
 * seen, so it goes to the digest and not to a banner.
 */
export type NoticeFate =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'postponed'; readonly reason: PostponedReason }
  /** `receipt` is the name of its banner's. */
  | { readonly kind: 'showing'; readonly receipt: string }
  | { readonly kind: 'shown'; readonly by: NotifierName; readonly at: number }
  | { readonly kind: 'held'; readonly reason: HeldReason; readonly at: number }
  | { readonly kind: 'not-shown'; readonly reasons: readonly NotShownReason[]; readonly at: number };

/** The fate of the notice will not change any more: only such a one has the time at which it came. */
export function isSettled({ fate }: { readonly fate: NoticeFate }): boolean {
  return 'at' in fate;
}

/** What a notifier may leave once it has shown a banner, for a later run. `at`: when it did, epoch ms. */
export interface Receipt {
  readonly name: string;
  readonly at: number;
}

export const importSubjects = ['import', 'group-done', 'group-failure', 'late'] as const;
export const noticeSubjects = [...importSubjects, 'in-doubt', 'not-registered'] as const;

interface NoticeOf<About extends (typeof noticeSubjects)[number]> {
  readonly about: About;
  readonly key: NoticeKey;
  /** Epoch milliseconds at which it was learned. */
  readonly at: number;
  readonly fate: NoticeFate;
  readonly read: boolean;
}

/** An import, mostly an ended one, with all that is needed to say it after the watch is gone. */
interface ToldImport extends Pick<Answer, 'status' | 'text' | 'metaData'> {
  readonly watch: WatchId;
  readonly reference: AssetReference;
  /** The person's label, else the file name, else null. */
  readonly name: string | null;
}

interface OfGroup {
  readonly group: GroupId;
  /** As it was called then. */
  readonly groupName: string;
}

/** One ended import, told by itself. */
export interface ImportNotice extends NoticeOf<'import'>, ToldImport {}

export interface FailedMember extends Pick<ToldImport, 'watch' | 'name' | 'status'> {
  readonly assetId: number;
}

/** Nothing of a group is in progress any more. The numbers are of the round. */
export interface GroupDoneNotice extends NoticeOf<'group-done'>, OfGroup {
  readonly completed: number;
  readonly failed: number;
  /** Assets that are no longer there. */
  readonly gone: number;
  /** The first of them; `failed` counts them all. */
  readonly failedMembers: readonly FailedMember[];
}

/** The first failure of a round of a group, while the rest goes on. */
export interface GroupFailureNotice extends NoticeOf<'group-failure'>, OfGroup, ToldImport {
  /** Imports of the round that had ended by then, and all of them. */
  readonly ended: number;
  readonly all: number;
}

/** An import in progress takes longer than nearly all like it. */
export interface LateNotice extends NoticeOf<'late'>, ToldImport {
  readonly usual: Usual | null;
}

/** `object`: the key of the object in its bucket. */
interface OfFile extends ProjectPlace {
  readonly object: string;
}

/** Nobody can tell whether a file was registered: the person is asked. */
export interface InDoubtNotice extends NoticeOf<'in-doubt'>, OfFile {}

/** Some of the files that were wished together were not registered, and nothing of it is under way any more. Names the first of them. */
export interface NotRegisteredNotice extends NoticeOf<'not-registered'>, OfFile {
  readonly refused: number;
  readonly problem: Problem;
}

/** What the person is told, once. */
export type Notice =
  ImportNotice | GroupDoneNotice | GroupFailureNotice | LateNotice | InDoubtNotice | NotRegisteredNotice;

type AboutFiles = (InDoubtNotice | NotRegisteredNotice)['about'];

/** Whether it tells of files that were to be registered, and so of no import. */
export function isAboutFiles<Each extends Pick<Notice, 'about'>>(
  notice: Each,
): notice is Extract<Each, { readonly about: AboutFiles }> {
  return notice.about === 'in-doubt' || notice.about === 'not-registered';
}

/** A past notice as the inbox shows it; one of an import says what its status means. */
export type InboxEntry = EntryOf<Notice>;

type EntryOf<Each extends Notice> = Each extends { readonly status: string }
  ? Each & { readonly outcome: Outcome }
  : Each;
