import type { RequestOf, ResponseOf } from '../contract.ts';
import { storedFollow, type StoredFollow } from '../monitor/follow/follow.ts';
import type { Runner } from '../runner/runner.ts';

/** How many "stop following" can be undone. */
const undoLimit = 20;

/** What the window can ask of the followed projects. */
export function createFollowRequests({ state, dispatch }: Runner) {
  const stash = new Map<number, StoredFollow>();
  let nextUndo = 1;

  return {
    follow(request: RequestOf<'follow'>): ResponseOf<'follow'> {
      const before = state.follows.size;
      dispatch({ kind: 'followed', ...request });
      return { followed: state.follows.size > before };
    },
    unfollow({ follow: id }: RequestOf<'unfollow'>): ResponseOf<'unfollow'> {
      const undo = nextUndo++;
      const follow = state.follows.get(id);
      if (follow !== undefined) stash.set(undo, storedFollow(follow));
      stash.delete(undo - undoLimit);
      dispatch({ kind: 'unfollowed', follow: id });
      return { undo };
    },
    undoUnfollow({ undo }: RequestOf<'undoUnfollow'>): ResponseOf<'undoUnfollow'> {
      const follow = stash.get(undo);
      stash.delete(undo);
      if (follow !== undefined) dispatch({ kind: 'follow-put-back', follow });
      return { restored: follow !== undefined };
    },
    lookNow({ follow }: RequestOf<'lookNow'>): null {
      dispatch({ kind: 'look-now', follows: [follow] });
      return null;
    },
  };
}
