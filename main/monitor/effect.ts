import type { AccountId, AssetReference, WatchId } from './asset.ts';
import type { FollowId } from './follow/follow.ts';
import type { SeenIds } from './follow/seen-ids.ts';
import type { GroupId } from './groups/group.ts';
import type { Notice, NoticeKey } from './notice.ts';
import type { Problem } from './problem.ts';
import type { RequestNumber } from './state.ts';

export type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

/** What must be written: the entries that changed since the last save, never the whole. */
export interface SaveEffect {
  readonly kind: 'save';
  readonly revision: number;
  readonly watches: readonly WatchId[];
  readonly notices: readonly NoticeKey[];
  /** By the key of the attempt that took so long. */
  readonly durations: readonly NoticeKey[];
  readonly follows: readonly FollowId[];
  /** What followed projects saw since the last save. */
  readonly seen: readonly SeenIds[];
  readonly groups: readonly GroupId[];
  /** True where a banner waits for this save; others may be coalesced. */
  readonly urgent: boolean;
}

/** What the shell must do next, as plain values. It runs each and feeds the result back as an event. */
export type Effect =
  | {
      readonly kind: 'ask';
      readonly account: AccountId;
      readonly watch: WatchId;
      readonly reference: AssetReference;
      readonly request: RequestNumber;
    }
  | { readonly kind: 'abort'; readonly requests: readonly RequestNumber[] }
  | {
      readonly kind: 'learn-name';
      readonly account: AccountId;
      readonly watch: WatchId;
      readonly reference: AssetReference;
      readonly request: RequestNumber;
    }
  | {
      readonly kind: 'read-page';
      readonly account: AccountId;
      readonly workspace: string;
      readonly projectId: number;
      /** Counts from 1. */
      readonly page: number;
      readonly request: RequestNumber;
    }
  | SaveEffect
  | {
      readonly kind: 'show';
      readonly banner: number;
      readonly notices: readonly Readonly<Notice>[];
      readonly digest: boolean;
      /** What a notifier may leave under this name once it has shown the banner tells a later run that it was shown. */
      readonly receipt: string;
    }
  | { readonly kind: 'wake'; readonly at: number | null }
  | { readonly kind: 'watches-changed'; readonly watches: readonly WatchId[] }
  | { readonly kind: 'notices-changed'; readonly notices: readonly NoticeKey[] }
  | { readonly kind: 'groups-changed'; readonly groups: readonly GroupId[] }
  /** The account stopped asking until the person acts; said once. */
  | { readonly kind: 'tell-problem'; readonly account: AccountId; readonly problem: Problem };
