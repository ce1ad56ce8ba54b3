import type { ListedAsset, WatchId } from '../../model/asset.ts';
import type { Follow } from '../../model/follow.ts';
import { goneStatus, isFailure } from '../../model/import-status.ts';
import type { Watch } from '../../model/watch.ts';
import { askAgainAt } from '../imports/imports.ts';
import { isAsked } from '../imports/watchlist.ts';
import type { Step } from '../kernel/step.ts';
import { isSettled, wasComplete, type FollowingState } from './follows.ts';

/** The list may be ahead of whoever answers how an import stands: so many of their answers are heard before it is not believed. */
const answersEnough = 3;

/** It is asked for once more by each look, and what the list shows is dealt with by the one after which it is asked for no more. */
export function askOfBack(state: FollowingState, { id }: Watch, step: Step): void {
  const { dueAt, mayBeBack, lastStatusAt, problemsInRow } = state.polls.get(id)!;
  if (dueAt !== null || isAsked(state, id)) return;
  const wasAnswered = mayBeBack !== null && mayBeBack.askedBefore !== lastStatusAt;
  const times = (mayBeBack?.times ?? 0) + (wasAnswered ? 1 : 0);
  if (times >= answersEnough) return state.polls.patch(id, { mayBeBack: null });
  state.polls.patch(id, {
    dueAt: askAgainAt(state, problemsInRow, step),
    mayBeBack: { askedBefore: lastStatusAt, times },
  });
}

/** Else a run that ends before the answer would have dealt with what its list shows, and the next would not ask. */
export const isAwaited = ({ polls }: FollowingState, id: WatchId): boolean =>
  polls.get(id)!.mayBeBack !== null;

/**
 * Whether an import that has ended is worth another look: it was gone and is listed; its metadata went away, as of one that is
 * imported again; or metadata came to one that had failed. Each is so only until it is dealt with, since the mark follows the list.
 */
export function isBack(
  state: FollowingState,
  follow: Follow,
  watch: Watch,
  { assetId, complete }: ListedAsset,
): boolean {
  if (watch.known === null) return false;
  const { status } = watch.known;
  if (isSettled(state, follow.id, assetId)) return status === goneStatus;
  const was = wasComplete(state, follow.id, assetId);
  return status === goneStatus || (complete ? !was && isFailure(status) : was);
}
