import type { AccountId, Answer, AssetReference, WatchId } from './asset.ts';
import type { DueQueue } from './due-queue.ts';
import type { Notice, NoticeKey, NotifierName } from './notice.ts';
import type { Problem } from './problem.ts';

export type RequestNumber = number;

/** A request that was sent and has not come back. */
export interface InFlight {
  readonly request: RequestNumber;
  readonly since: number;
}

/** An asset being watched: its reference, label, and what is known of it. All times are epoch milliseconds. */
export interface Watch {
  readonly id: WatchId;
  readonly account: AccountId;
  reference: AssetReference;
  /** The person's own name for it. */
  label: string | null;
  fileName: string | null;
  readonly addedAt: number;
  /** Counts the imports of this asset: a terminal one that goes back to IN_PROGRESS is the next attempt. */
  attempt: number;
  /** The newest answer; a problem never touches it. */
  known: Answer | null;
  /** When this attempt was first seen or added; the start of "importing for". */
  startedAt: number;
  /** When the end was learned, null while it is not terminal. */
  endedAt: number | null;
  /** This watch's own trouble; the account's trouble is kept once, in the account. */
  problem: Problem | null;
  /** Problems in a row, for the watch's own back-off. */
  problemsInRow: number;
  inFlight: InFlight | null;
  /** When the schedule wants to ask next; null when nothing more is to be asked. */
  dueAt: number | null;
  /** The newest request whose answer was taken: an older one that arrives later is dropped. */
  answeredRequest: RequestNumber;
}

/** An account that is backing off: one probe at a time until an answer comes. */
export interface Slowdown {
  readonly problem: Problem;
  readonly since: number;
  failures: number;
  probeAt: number;
}

export interface Account {
  readonly id: AccountId;
  /** Watches of this account, next due first. */
  readonly due: DueQueue<WatchId>;
  /** Requests on the wire, so that the budget holds. */
  inFlight: number;
  /** Token bucket of the rate budget: tokens left at `tokensAt`. */
  tokens: number;
  tokensAt: number;
  slowdown: Slowdown | null;
  /** Asking is pointless until the person acts. Cleared by `account-mended`. */
  stopped: Problem | null;
  /** False while there is no key that could sign. */
  ready: boolean;
  /** When the newest answer of any kind came from the service. */
  answeredAt: number | null;
}

/** Whether the machine can ask at all. */
export interface Machine {
  suspended: boolean;
  online: boolean;
  /** After a wake network errors are "not yet" until this time. Zero when there was no wake. */
  graceUntil: number;
}

export interface NoticeChoice {
  readonly completed: boolean;
  readonly failed: boolean;
}

/** What the monitor needs of the person's settings. */
export interface MonitorSettings {
  /** The least time between two looks at one asset, in milliseconds. */
  readonly floorMs: number;
  readonly notices: NoticeChoice;
}

/** A banner on its way: handed to the notifiers, or waiting for the ledger to be on disk. */
export interface PendingBanner {
  readonly banner: number;
  readonly notices: readonly NoticeKey[];
  /** The save that must have ended before the banner may be shown. */
  readonly afterSave: number;
  /** Told as "while you were away". */
  readonly digest: boolean;
  handedOver: boolean;
}

export interface State {
  readonly watches: Map<WatchId, Watch>;
  readonly accounts: Map<AccountId, Account>;
  /** Oldest first; bounded. The ledger and the inbox are one list. */
  readonly notices: Map<NoticeKey, Notice>;
  readonly banners: Map<number, PendingBanner>;
  readonly machine: Machine;
  settings: MonitorSettings;
  pausedUntil: number | null;
  /** State of the seeded generator; see random.ts. */
  random: number;
  nextRequest: RequestNumber;
  nextBanner: number;
  /** Numbers the saves; what is on disk is `savedRevision`. */
  revision: number;
  savedRevision: number;
  /** The last save failed; said to the person, tried again. */
  saveProblem: string | null;
  /** Which notifier showed the newest banner; null before any. */
  lastNotifier: NotifierName | null;
}
