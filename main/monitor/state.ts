import type { AccountId, Answer, AssetReference, WatchId } from './asset.ts';
import type { Disturbance } from './disturbances.ts';
import type { DueQueue } from './due-queue.ts';
import type { Follow, FollowId } from './follow/follow.ts';
import type { Missing } from './missing.ts';
import type { History } from './learning/history.ts';
import type { Group, GroupId, Membership } from './groups/group.ts';
import type { Notice, NoticeKey, NotifierName } from './notice.ts';
import type { Bucket } from './tally.ts';
import type { Problem, ProblemKind } from './problem.ts';
import type { Moment } from './moment.ts';

export type RequestNumber = number;

/** A request that was sent and has not come back. */
export interface InFlight {
  readonly request: RequestNumber;
  readonly since: number;
}

interface OnTheWire {
  readonly account: AccountId;
  readonly since: number;
}

/** How the import of a watch stands, or what its asset is called. */
export interface WatchAsking extends OnTheWire {
  readonly for: 'status' | 'name';
  readonly watch: WatchId;
}

/** How the import of an asset stands that a followed project lists and that is not watched. */
export interface NewcomerAsking extends OnTheWire {
  readonly for: 'newcomer';
  readonly follow: FollowId;
  readonly reference: AssetReference;
}

/** A page of a followed project's list. */
export interface PageAsking extends OnTheWire {
  readonly for: 'page';
  readonly follow: FollowId;
  readonly page: number;
}

/** What a request on the wire asks. */
export type Asking = WatchAsking | NewcomerAsking | PageAsking;

/** An asset being watched: its reference, label, and what is known of it. All times are epoch milliseconds. */
export interface Watch {
  readonly id: WatchId;
  readonly account: AccountId;
  reference: AssetReference;
  /** The person's own name for it. */
  label: string | null;
  fileName: string | null;
  /** Bytes, where the asset's details told them before the import ended. */
  size: number | null;
  group: Membership | null;
  readonly addedAt: number;
  /** Counts the imports of this asset: a terminal one that goes back to IN_PROGRESS is the next attempt. */
  attempt: number;
  /** The newest answer; a problem never touches it. */
  known: Answer | null;
  /** The end of this attempt, where the newest answer has a status that nobody knows; else absent. */
  lastEnd?: Answer;
  /** The person was told that it takes longer than usual; absent: not. */
  toldLate?: boolean;
  /** The clock was set while this attempt was in progress, or seems to have been; absent: not. */
  isAgeDoubtful?: boolean;
  /** When this attempt was first seen or added; the start of "importing for". */
  startedAt: number;
  /** When the end was learned, null while it is not terminal. */
  endedAt: number | null;
  /** This watch's own trouble; the account's trouble is kept once, in the account. */
  problem: Problem | null;
  /** Problems in a row, for the watch's own back-off. */
  problemsInRow: number;
  /** Set while the service does not find the asset. */
  missing: Missing | null;
  inFlight: InFlight | null;
  /** When the schedule wants to ask next; null when nothing more is to be asked. */
  dueAt: number | null;
  /** Where this watch stands in the tally; null before it was counted. */
  counted: Bucket | null;
}

/** An account that is backing off: one probe at a time until an answer comes. */
export interface Slowdown {
  readonly problem: Problem;
  readonly since: number;
  failures: number;
  probeAt: number;
  /** The end of what `Retry-After` asked for, epoch ms; 0 where it did not. Not even the person's wish brings a probe before it. */
  readonly notBefore: number;
  /** The watch that met it last; null where another question did. */
  readonly metBy: WatchId | null;
}

export interface Account {
  readonly id: AccountId;
  /** Watches of this account, next due first. */
  readonly due: DueQueue<WatchId>;
  /** Watches whose file name is still to be asked. */
  readonly unnamed: Set<WatchId>;
  /** Requests on the wire, so that the budget holds. */
  inFlight: number;
  /** The rate budget: no request before this time. */
  sendFrom: number;
  slowdown: Slowdown | null;
  /** Asking is pointless until the person acts: enters a key, or wants to know all the same. */
  stopped: Problem | null;
  /** What of this kind the person was told of since the account last worked: a *Check now* that meets it again is no news. */
  said: ProblemKind | null;
  /** False while there is no key that could sign. */
  ready: boolean;
  /** When the newest answer of any kind came from the service. */
  answeredAt: number | null;
  /** When the newest request that was answered had left. */
  answeredFrom: number;
  /** By what was asked, oldest first; see disturbances.ts. */
  readonly disturbances: Map<string, Disturbance>;
  /** What was asked in a row and met trouble of its own each time, by watch or followed project. */
  readonly fruitless: Set<string>;
  /** When it last said how an import stands, or listed assets: it finds at least some things. */
  heardAt: number | null;
  /** Requests of this run, by which watches and followed projects take turns. */
  sent: number;
}

/** Whether the machine can ask at all. */
export interface Machine {
  suspended: boolean;
  /** When it is doubted that a suspended machine sleeps; null while it is not suspended. */
  doubtedAt: number | null;
  online: boolean;
  /** When the machine went offline; null while it is online. */
  offlineSince: number | null;
  /** After a wake nothing is asked before this time: the network needs a moment. */
  askFrom: number;
  /** After a wake network errors are "not yet" until this time. */
  lenientUntil: number;
}

export interface NoticeChoice {
  readonly completed: boolean;
  readonly failed: boolean;
  /** An import that takes longer than usual; absent: not. */
  readonly late?: boolean;
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
  readonly notices: NoticeKey[];
  /** Digits and a `-`; of no other banner, also of no other run. */
  readonly receipt: string;
  /** The save that must have ended before the banner may be shown. */
  afterSave: number;
  /** Told as "while you were away". */
  digest: boolean;
  handedOver: boolean;
}

/** Notices that wait to be told together. */
export interface Gathering {
  readonly notices: NoticeKey[];
  /** When news are to be told. A digest has its own times; see gathering.ts. */
  flushAt: number;
  /** Told as "while you were away": waits until each of `awaiting` was heard of, but not for ever. */
  digest: boolean;
  /** A second wake has put the digest off; a third may not. */
  putOff: boolean;
  readonly awaiting: Set<WatchId>;
  /** When the first of `notices` came, or the wake that put them off. */
  since: number;
  /** Since when a digest can be asked for; null while nothing can be asked. */
  askableFrom: number | null;
  /** When one of `awaiting` was last heard of; at first when asking became possible. */
  heardAt: number;
}

export interface State {
  readonly watches: Map<WatchId, Watch>;
  readonly accounts: Map<AccountId, Account>;
  /** The accounts that the person has, also those whose key is still to be unlocked. */
  readonly owned: Set<AccountId>;
  readonly follows: Map<FollowId, Follow>;
  readonly groups: Map<GroupId, Group>;
  /** Those whose members changed in this moment. */
  readonly unsettledGroups: Set<GroupId>;
  /** Those of whose round the last member in progress was removed, as long as that can be undone. */
  readonly emptiedRounds: Set<GroupId>;
  /** Oldest first; bounded. The ledger and the inbox are one list. */
  readonly notices: Map<NoticeKey, Notice>;
  /** Those whose fate will not change any more, in the order in which that came. */
  readonly settled: Set<NoticeKey>;
  /** How many notices nobody has read; `failures` of them are of failed imports. */
  readonly unread: { all: number; failures: number };
  readonly history: History;
  readonly banners: Map<number, PendingBanner>;
  gathering: Gathering | null;
  /** When the newest banner was sent off, so that banners never come in a burst. */
  lastBannerAt: number;
  /** The least time between two banners, ms; see gathering.ts. */
  bannerPauseMs: number;
  readonly asking: Map<RequestNumber, Asking>;
  readonly tally: Record<Bucket, number>;
  /** How many of the tally's `importing` are of which account. */
  readonly importingOf: Map<AccountId, number>;
  readonly machine: Machine;
  settings: MonitorSettings;
  pausedUntil: number | null;
  /** The person chose how long the pause is, and not at what time of day it ends. */
  pauseIsLength: boolean;
  /** The time of the newest event, by which a clock that was set back is noticed. */
  newestAt: number;
  /** State of the seeded generator; see random.ts. */
  random: number;
  nextRequest: RequestNumber;
  nextBanner: number;
  /** Numbers the saves; what is on disk is `savedRevision`. */
  revision: number;
  savedRevision: number;
  /** The last save failed; said to the person, tried again at `retryAt`. */
  saveProblem: { readonly reason: string; readonly retryAt: number } | null;
  /** The newest `wake` effect: a tick that comes long after it means that the machine slept. */
  wakeAt: number | null;
  /** The moment under way, or one that broke off by a fault of our own; null between two moments. */
  unfinished: Moment | null;
  /** Which notifier showed the newest banner; null before any. */
  lastNotifier: NotifierName | null;
}
