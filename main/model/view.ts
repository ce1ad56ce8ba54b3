import type { AccountId, Answer } from './asset.ts';
import type { Follow } from './follow.ts';
import type { Group, GroupId } from './group.ts';
import type { RowOutcome } from './import-status.ts';
import type { Mute, MuteSubject } from './mute.ts';
import type { Problem } from './problem.ts';
import type { Scarcity } from './scarcity.ts';
import type { Watch } from './watch.ts';
import type { Wish } from './wish.ts';

/** How long imports like this one usually take: eight of ten end between the two, in milliseconds from `startedAt`. */
export interface Usual {
  readonly fromMs: number;
  readonly toMs: number;
}

type OfWatch = Pick<
  Watch,
  | 'id'
  | 'account'
  | 'reference'
  | 'label'
  | 'fileName'
  | 'addedAt'
  | 'formerIds'
  | 'startedAt'
  | 'endedAt'
  | 'isHandled'
>;

/** What of a watch is muted: itself, its group, or its project. */
export type RowMute = Mute & { readonly of: MuteSubject; readonly id: string };

/** One watch as the window shows it. Times are epoch milliseconds; words and durations are made by whoever shows it. */
export interface Row extends OfWatch, Pick<Answer, 'text' | 'metaData'> {
  readonly group: GroupId | null;
  readonly outcome: RowOutcome;
  /** The status as it came, null before the first answer. */
  readonly status: string | null;
  /** When the newest answer came; the age of what is known. */
  readonly knownAt: number | null;
  /** Why nothing newer is known: this watch's own problem, else its account's, while the import is not over. */
  readonly problem: Problem | null;
  /** A request is on the wire. */
  readonly asking: boolean;
  readonly nextAskAt: number | null;
  /** Null where too little like it was seen to end, and once it has ended. */
  readonly usual: Usual | null;
  /** Known to be still in progress at an age that only one of twenty imports like it reaches. */
  readonly isLate: boolean;
  readonly mute: RowMute | null;
}

/** A group as the window shows it. */
export interface GroupRow extends Omit<Group, 'round'> {
  /** Of all its members. */
  readonly importing: number;
  readonly completed: number;
  readonly failed: number;
  readonly gone: number;
}

/** A followed project as the window shows it. Times are epoch milliseconds. */
export interface FollowCard extends Omit<Follow, 'since' | 'baselineAt'> {
  /** When the newest whole look of this run ended. */
  readonly lookedAt: number | null;
  /** Null while a look is under way. */
  readonly nextLookAt: number | null;
  /** The first look is not over: what it finds ended was there before. */
  readonly isFirstLook: boolean;
  readonly importing: number;
  /** Assets that were found so far, whatever became of them. */
  readonly known: number;
  /** Found, and still to be asked for. */
  readonly waiting: number;
  readonly problem: Problem | null;
}

/** A file that is to be registered, or what became of it, as the window shows it. */
export type WishCard = Pick<
  Wish,
  'id' | 'account' | 'workspace' | 'projectId' | 'bucket' | 'key' | 'wishedAt' | 'state'
>;

/** What is muted counts in `all` alone. */
export interface Counts {
  readonly all: number;
  /** In progress, waiting for the first answer, or of unknown status, where the account was not forgotten. */
  readonly importing: number;
  readonly completed: number;
  /** Terminal and not completed. */
  readonly failed: number;
  /** Notices of failures that the person has not read. */
  readonly unreadFailures: number;
  readonly unread: number;
  /** Files of which nobody knows whether they were registered: the person is asked. */
  readonly inDoubt: number;
}

/** Why banners are held back now. `until`: epoch ms. */
export type Quiet = { readonly kind: 'hours'; readonly until: number } | { readonly kind: 'system' };

/**
 * The health of the whole, in order of precedence: `paused` by the person; `needs-you` (an account cannot be asked until
 * the person acts); `unknown` (nothing fresh is known); `idle` (nothing in progress); `watching`.
 */
export type Health =
  | { readonly kind: 'paused'; readonly until: number }
  | { readonly kind: 'needs-you'; readonly account: AccountId; readonly problem: Problem }
  | { readonly kind: 'no-account' }
  | { readonly kind: 'key-missing'; readonly account: AccountId }
  | {
      readonly kind: 'unknown';
      /** Null where the machine itself is offline or asleep. */
      readonly problem: Problem | null;
      readonly since: number;
      readonly answeredAt: number | null;
      readonly nextAt: number | null;
    }
  | { readonly kind: 'idle'; readonly answeredAt: number | null; readonly quiet: Quiet | null }
  | {
      readonly kind: 'watching';
      readonly answeredAt: number | null;
      readonly nextAt: number | null;
      /** More is due than an account may ask: each import is looked at less often. */
      readonly isSlowed: boolean;
      /** Looks are spaced twice as far because of these. */
      readonly scarce: readonly Scarcity[];
      readonly quiet: Quiet | null;
    };

/** The icons of the tray; each has a shape of its own. */
export const trayIcons = ['idle', 'importing', 'needs-you', 'unknown', 'paused', 'quiet'] as const;
export type TrayIcon = (typeof trayIcons)[number];
