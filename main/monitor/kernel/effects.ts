import type { AccountId, WatchId } from '../../model/asset.ts';
import type { GroupId } from '../../model/group.ts';
import type { Delivery, Hook } from '../../model/hook.ts';
import type { Notice, NoticeKey } from '../../model/notice.ts';
import type { Problem } from '../../model/problem.ts';
import type { WishId } from '../../model/wish.ts';
import type { StoredChanges } from '../../model/stored.ts';
import type { Ask, RequestNumber } from './events.ts';

/** What the shell must do next, as plain values. It runs each and feeds the result back as an event. */
export type Effect =
  | { readonly kind: 'ask'; readonly request: RequestNumber; readonly ask: Ask }
  | { readonly kind: 'abort'; readonly requests: readonly RequestNumber[] }
  | {
      readonly kind: 'save';
      readonly revision: number;
      readonly changes: StoredChanges;
      /** True where a banner waits for this save; others may be coalesced. */
      readonly urgent: boolean;
    }
  | {
      readonly kind: 'show';
      readonly banner: number;
      readonly notices: readonly Notice[];
      readonly digest: boolean;
      /** What a notifier may leave under this name once it has shown the banner tells a later run that it was shown. */
      readonly receipt: string;
    }
  /** Hand it on; `tries` of the delivery are those before. */
  | { readonly kind: 'deliver'; readonly delivery: Delivery; readonly hook: Hook }
  /** What the banner of this receipt tells of was muted: it is taken from the screen where the system can do that. */
  | { readonly kind: 'close'; readonly receipt: string }
  | { readonly kind: 'wake'; readonly at: number | null }
  /** The account stopped asking until the person acts; said once. */
  | { readonly kind: 'tell-problem'; readonly account: AccountId; readonly problem: Problem }
  /** What looks different; the last effect of each step, also where only the health may have changed. */
  | {
      readonly kind: 'changed';
      readonly watches: readonly WatchId[];
      readonly notices: readonly NoticeKey[];
      readonly groups: readonly GroupId[];
      /** A hook changed, or something came of a delivery. */
      readonly hooks: boolean;
      readonly wishes: readonly WishId[];
    };

export type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;
