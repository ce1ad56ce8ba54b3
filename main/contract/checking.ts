import type { WatchId } from '../model/asset.ts';

/** What keeps the service from being asked, although the person wants it. Times are epoch ms. */
export type CheckHold =
  | { readonly kind: 'paused'; readonly until: number }
  | { readonly kind: 'offline'; readonly since: number }
  | { readonly kind: 'key-missing' }
  | { readonly kind: 'account-gone' };

export interface CheckRequests {
  /** `all` means all in progress, and the followed projects. `hold` is null where at least one of them is asked for. */
  checkNow: {
    request: { watches: readonly WatchId[] | 'all' };
    response: { checked: number; hold: CheckHold | null };
  };
}
