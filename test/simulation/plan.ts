import type { Hook } from '../../main/model/hook.ts';
import type { QuietHours } from '../../main/model/monitor-settings.ts';
import type { HappeningKind } from './happenings.ts';
import { plainManner, type Lists, type Manner } from './service.ts';

/** Something that happens to the app or around it; what the fields mean is said where it is acted. */
export interface Happening {
  /** True time, ms from the beginning. */
  readonly at: number;
  readonly kind: HappeningKind;
  /** Milliseconds. */
  readonly lasts: number;
  /** `a1`, `a2`, … */
  readonly account: string;
  readonly assetId: number;
  /** One of the ways of its kind. */
  readonly how: string;
}

export interface PlannedAsset {
  readonly account: string;
  readonly assetId: number;
  /** When the person adds it, true time in ms; null where the app has it from an earlier run. */
  readonly addedAt: number | null;
  /** When its import ends; may be before it is added, or after the story. */
  readonly endsAt: number;
  readonly as: string;
  /** It appears in its project at `addedAt`, and only a look at the project tells of it. */
  readonly isFound: boolean;
  /** Whether the person picked it from a list, so that its name is known. */
  readonly isNamed: boolean;
}

/** An asset that nobody adds: only who follows its project hears of it. */
export interface PlannedStranger {
  readonly account: string;
  readonly assetId: number;
  readonly projectId: number;
  /** True time, ms; 0 where it is there from the beginning. */
  readonly appearsAt: number;
  /** Negative where it ended before. */
  readonly endsAt: number;
  readonly as: string;
}

export interface PlannedWish {
  readonly account: string;
  /** When the person wants the file registered, true time in ms. */
  readonly at: number;
  readonly key: string;
  /** The asset whose place it takes, where it is in the list and has ended; null where it is new. */
  readonly replaces: number | null;
  /** How long its import takes, ms. */
  readonly takes: number;
  readonly as: string;
  /** There is no such bucket, which the service says. */
  readonly isRefused: boolean;
  /** It stands in another bucket than most. */
  readonly isOfOther: boolean;
  /** The service imports the asset anew whose place it takes, and makes no other. */
  readonly keepsId: boolean;
}

/** All that is decided of a story before it is played. What is taken out of it changes nothing else in it. */
export interface Plan {
  readonly seed: number;
  readonly accounts: readonly string[];
  readonly assets: readonly PlannedAsset[];
  readonly strangers: readonly PlannedStranger[];
  readonly wishes: readonly PlannedWish[];
  readonly happenings: readonly Happening[];
  /** How long things go wrong, ms; after that all is mended. */
  readonly roughMs: number;
  readonly floorMs: number;
  /** Notices that are in the inbox from earlier times. */
  readonly oldNotices: number;
  readonly startsOffline: boolean;
  /** Accounts whose project the person follows from the beginning. */
  readonly follows: readonly string[];
  /** How the service lists assets at first. */
  readonly lists: Omit<Lists, 'lie' | 'shuffles'>;
  readonly manner: Manner;
  /** What former runs learned of how lists show imports. */
  readonly learned: 'nothing' | 'the truth' | 'otherwise';
  /** Banners are shown by a program that outlives the app and leaves a receipt, as on Linux. */
  readonly leavesReceipts: boolean;
  /** What the person adds to an account forms a group. */
  readonly isGrouped: boolean;
  /** Every third of it forms another. */
  readonly hasSecondGroups: boolean;
  /** How long imports took in former runs, ms; null where there were none. */
  readonly usualMs: number | null;
  /** The person wants to hear of imports that take longer than usual. */
  readonly wantsLate: boolean;
  /** What ended so long ago leaves the list; null where nothing does. */
  readonly tidyAfterMs: number | null;
  /** Of the clock as it was at the beginning, epoch ms. */
  readonly quiet: QuietHours;
  /** What the person wants done after imports end; they are there from the beginning. */
  readonly hooks: readonly Hook[];
}

/** A story in which nothing is asked for, happens, or was before. */
export const plainPlan: Plan = {
  seed: 8,
  accounts: ['a1'],
  assets: [],
  strangers: [],
  wishes: [],
  happenings: [],
  roughMs: 0,
  floorMs: 5_000,
  oldNotices: 0,
  startsOffline: false,
  follows: [],
  lists: { unfinished: 'bare', showsFailed: false, newestFirst: false, byId: false, onPage: 1_000 },
  manner: plainManner,
  learned: 'nothing',
  leavesReceipts: true,
  isGrouped: false,
  hasSecondGroups: false,
  usualMs: null,
  wantsLate: false,
  tidyAfterMs: null,
  quiet: { spans: [], letsFailuresPass: false },
  hooks: [],
};
