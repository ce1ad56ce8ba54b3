import type { AccountId, WatchId } from './asset.ts';
import type { Problem } from './problem.ts';
import type { Registration } from './registration.ts';

/** Made by whoever wishes, and never used twice. */
export type WishId = string;

/** A file that the person wants registered. */
export interface NewWish extends Registration {
  readonly id: WishId;
  readonly account: AccountId;
  /** What the person calls it, in the list. */
  readonly label: string | null;
  /** Whose place in the list the new asset takes; null where it is none's. */
  readonly replaces: WatchId | null;
}

/**
 * What became of it. `sent` is on disk before the request leaves, and says no more than that it may have left: only a reply or the
 * project's list can tell whether the service took it.
 */
export type WishState =
  | { readonly kind: 'waiting' }
  | ({ readonly kind: 'sent' } & Sent)
  /** Nobody can tell whether it was registered: the person is asked. */
  | ({ readonly kind: 'in-doubt' } & Sent)
  | { readonly kind: 'registered'; readonly assetId: number }
  /** The service said no, so nothing was registered. */
  | { readonly kind: 'refused'; readonly problem: Problem };

interface Sent {
  /** Assets up to this id were there before. */
  readonly above: number;
  /** Assets that have left the list since: where one of them is it, it stays out. */
  readonly left?: readonly number[];
}

/** Times are epoch milliseconds. */
export interface Wish extends NewWish {
  /** When the person wished it, or last said what is to be done. Those of one time were wished together, and are told of together. */
  readonly wishedAt: number;
  /** Of what left the list before it was sent again, the highest id: that is no more what the last request made. */
  readonly leftBefore?: number;
  readonly state: WishState;
}

/** Whether something is still to come of it without the person. */
export const isUnderway = ({ state }: Pick<Wish, 'state'>): boolean =>
  state.kind === 'waiting' || state.kind === 'sent';

/** Whether it is not known yet what became of it. */
export const isUnsettled = (wish: Pick<Wish, 'state'>): boolean =>
  isUnderway(wish) || wish.state.kind === 'in-doubt';

/**
 * What a wish is told from others by: the details of an asset name its key in one Unicode form or the other, and no bucket. So no two
 * of one object are unsettled at a time.
 */
export const objectOf = ({
  account,
  workspace,
  projectId,
  key,
}: Pick<NewWish, 'account' | 'workspace' | 'projectId' | 'key'>): string =>
  JSON.stringify([account, workspace, projectId, key.normalize('NFC')]);

/** Of each object that something is unsettled of, the wish. */
export const unsettledByObject = (wishes: Iterable<Wish>): Map<string, WishId> =>
  new Map([...wishes].filter(isUnsettled).map((wish) => [objectOf(wish), wish.id]));
