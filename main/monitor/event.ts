import type { AccountId, Answer, AssetReference, MetaData, WatchId } from './asset.ts';
import type { FollowId, StoredFollow } from './follow/follow.ts';
import type { GroupId, GroupTell, NewGroup, SavedGroup } from './groups/group.ts';
import type { NotShownReason, NoticeKey, NotifierName } from './notice.ts';
import type { Problem } from './problem.ts';
import type { MonitorSettings, RequestNumber, Watch } from './state.ts';

/** What to watch; the name is known where the person picked it from a list. */
export interface NewWatch {
  readonly account: AccountId;
  readonly reference: AssetReference;
  readonly label: string | null;
  readonly fileName: string | null;
  /** Bytes, where a list told them. */
  readonly size?: number | null;
}

/** What is taken of an asset in the list of its project. */
export interface ListedAsset {
  readonly assetId: number;
  readonly fileName: string;
  /** Its metadata is there, as of an import that has completed. */
  readonly complete: boolean;
  /** Bytes, where the list tells them. */
  readonly size?: number | null;
}

/** One page of the list of a project's assets. */
export interface ListedPage {
  readonly assets: readonly ListedAsset[];
  /** Of all pages. */
  readonly totalCount: number;
  readonly pages: number;
}

/** Everything that can happen to the monitor. Each event carries its time; the monitor has no clock of its own. */
export type MonitorEvent = { readonly at: number } & (
  | { readonly kind: 'tick' }
  /** The step of another event broke off by a fault of our own. */
  | { readonly kind: 'broke-off' }
  | { readonly kind: 'account-ready'; readonly account: AccountId }
  | { readonly kind: 'account-not-ready'; readonly account: AccountId }
  | { readonly kind: 'account-removed'; readonly account: AccountId }
  | {
      readonly kind: 'added';
      readonly watches: readonly NewWatch[];
      /** Which group the new ones form, or join where it is there. */
      readonly group?: NewGroup;
    }
  | { readonly kind: 'removed'; readonly watches: readonly WatchId[] }
  | {
      readonly kind: 'put-back';
      readonly watches: readonly Watch[];
      /** Their groups, for those that were emptied. */
      readonly groups?: readonly SavedGroup[];
    }
  | {
      readonly kind: 'group-changed';
      readonly group: GroupId;
      readonly name?: string;
      readonly tell?: GroupTell;
      readonly eachAsset?: boolean;
    }
  /** The members stay; the group goes. */
  | { readonly kind: 'ungrouped'; readonly group: GroupId }
  | { readonly kind: 'renamed'; readonly watch: WatchId; readonly label: string | null }
  | {
      readonly kind: 'named';
      readonly watch: WatchId;
      readonly request: RequestNumber;
      readonly fileName: string;
      readonly projectId: number;
      /** Documented as always there; whether it is while the import runs is not known. */
      readonly metaData?: MetaData | null;
    }
  | { readonly kind: 'check-now'; readonly watches: readonly WatchId[] | 'all' }
  | {
      readonly kind: 'answered';
      readonly watch: WatchId;
      readonly request: RequestNumber;
      readonly answer: Answer;
    }
  | {
      readonly kind: 'problem';
      readonly watch: WatchId;
      readonly request: RequestNumber;
      readonly problem: Problem;
    }
  | { readonly kind: 'aborted'; readonly watch?: WatchId; readonly request: RequestNumber }
  | {
      readonly kind: 'followed';
      readonly account: AccountId;
      readonly workspace: string;
      readonly projectId: number;
      readonly projectName: string;
    }
  | { readonly kind: 'unfollowed'; readonly follow: FollowId }
  | { readonly kind: 'follow-put-back'; readonly follow: StoredFollow }
  | { readonly kind: 'look-now'; readonly follows: readonly FollowId[] | 'all' }
  | { readonly kind: 'page-read'; readonly request: RequestNumber; readonly page: ListedPage }
  | { readonly kind: 'page-problem'; readonly request: RequestNumber; readonly problem: Problem }
  | { readonly kind: 'page-aborted'; readonly request: RequestNumber }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'online' }
  /** `isLength`: the person chose how long, and not until what time of day. */
  | { readonly kind: 'paused'; readonly until: number; readonly isLength?: boolean }
  | { readonly kind: 'unpaused' }
  | { readonly kind: 'settings-changed'; readonly settings: MonitorSettings }
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'save-failed'; readonly revision: number; readonly reason: string }
  | { readonly kind: 'shown'; readonly banner: number; readonly by: NotifierName }
  /** To be the first event of a run. `at` is when the banner was shown, epoch ms. */
  | {
      readonly kind: 'shown-before';
      readonly receipts: readonly { readonly name: string; readonly at: number }[];
    }
  | { readonly kind: 'not-shown'; readonly banner: number; readonly reasons: readonly NotShownReason[] }
  | { readonly kind: 'notices-read'; readonly notices: readonly NoticeKey[] | 'all' }
  | { readonly kind: 'inbox-cleared' }
);

export type MonitorEventKind = MonitorEvent['kind'];
export type EventOf<Kind extends MonitorEventKind> = Extract<MonitorEvent, { kind: Kind }>;
