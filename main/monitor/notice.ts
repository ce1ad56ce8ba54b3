import type { AssetReference, MetaData, WatchId } from './asset.ts';

/** `watchId#addedAt.attempt`: one notice per ended attempt, so that a re-import, or a watch added again, is told again. */
export type NoticeKey = string;

export function noticeKeyOf(watch: { id: WatchId; addedAt: number; attempt: number }): NoticeKey {
  return `${watch.id}#${watch.addedAt}.${watch.attempt}`;
}

export type NotifierName = 'node-notifier' | 'electron';

/** Why a notifier could not show a banner; `words/notices` says each to the person. */
export type NotShownCause =
  | 'not-supported'
  | 'no-session-bus'
  | 'no-notification-service'
  | 'notify-send-missing'
  | 'wrong-processor'
  | 'no-answer'
  | 'refused'
  | 'program-failed';

export interface NotShownReason {
  readonly by: NotifierName;
  readonly reason: NotShownCause;
}

/** Why a notice had no banner on purpose. */
export type HeldReason = 'turned-off';

/**
 * The life of a notice in the ledger: `recorded` (to be saved) -> `showing` (saved, handed to the notifiers) -> one of the rest.
 * A notice found `showing` at start was caught by a crash: it may have been seen, so it goes to the digest and not to a banner.
 */
export type NoticeFate =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'showing' }
  | { readonly kind: 'shown'; readonly by: NotifierName; readonly at: number }
  | { readonly kind: 'held'; readonly reason: HeldReason; readonly at: number }
  | { readonly kind: 'not-shown'; readonly reasons: readonly NotShownReason[]; readonly at: number };

/** What the person is told of one ended import, with all that is needed to say it after the watch is gone. */
export interface Notice {
  readonly key: NoticeKey;
  readonly watch: WatchId;
  readonly reference: AssetReference;
  /** The person's label, else the file name, else null. */
  readonly name: string | null;
  readonly status: string;
  readonly text: string | null;
  readonly metaData: MetaData | null;
  /** Epoch milliseconds at which the end was learned. */
  readonly at: number;
  fate: NoticeFate;
  read: boolean;
}
