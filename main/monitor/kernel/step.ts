import type { AccountId, WatchId } from '../../model/asset.ts';
import type { NewGroup } from '../../model/group.ts';
import type { Problem } from '../../model/problem.ts';
import type { Usual } from '../../model/view.ts';
import type { Watch } from '../../model/watch.ts';
import type { Effect } from './effects.ts';

/** What one event brings about, gathered while it is handled. */
export interface Step {
  /** On the steady axis of kernel/time.ts, ms. */
  readonly at: number;
  /** By this computer's clock, epoch ms. Only ages, notices and times of day are reckoned by it. */
  readonly clock: number;
  readonly effects: Effect[];
  /** What was learned, for the rooms that listen. */
  readonly facts: Fact[];
}

/** What a room has found out. It does not know who listens. */
export type Fact =
  /** Nothing may be asked until further notice. */
  | { readonly kind: 'silenced' }
  /** Asking is possible again. `away`: for so long that what ended meanwhile is told in a digest. */
  | { readonly kind: 'woke'; readonly away: boolean }
  | { readonly kind: 'unpaused' }
  /** The account was answered after trouble of its own, or is ready to be asked. */
  | { readonly kind: 'account-recovered'; readonly account: AccountId }
  /** The account cannot be asked until the person acts. */
  | { readonly kind: 'account-silent'; readonly account: AccountId }
  /** The group is to be made where it is not there; what enters after this is its member. */
  | { readonly kind: 'group-wanted'; readonly group: NewGroup }
  /** It is watched from now on, and in progress as far as is known. */
  | { readonly kind: 'entered'; readonly watch: WatchId }
  | { readonly kind: 'left'; readonly watch: Watch }
  /** A watch that was in the list before was given a group. */
  | { readonly kind: 'grouped'; readonly watch: WatchId }
  /** A new attempt at an import that had ended. */
  | { readonly kind: 'began-again'; readonly watch: WatchId }
  /** It was seen in progress and has ended. */
  | { readonly kind: 'ended'; readonly watch: WatchId }
  /** A followed project had it only after its end. */
  | { readonly kind: 'found-ended'; readonly watch: WatchId }
  /** The service does not find the import of a watch that was in progress, or its details. */
  | {
      readonly kind: 'not-found';
      readonly watch: WatchId;
      readonly what: 'status' | 'details';
      readonly problem: Problem;
    }
  /** In progress at an age that few reach. */
  | { readonly kind: 'late'; readonly watch: WatchId; readonly usual: Usual | null }
  /** Something came of a question about it, be it trouble. */
  | { readonly kind: 'heard'; readonly watch: WatchId };
