import type { RequestOf, ResponseOf } from '../contract.ts';
import { followIdOf } from '../model/follow.ts';
import type { UndoNumber } from '../monitor/kernel/events.ts';
import { sizeOfRemoval } from '../monitor/undo.ts';
import type { Runner } from '../runner/runner.ts';

/** What the window can ask of the followed projects. */
export function createFollowRequests({ state, dispatch }: Runner, nextUndo: () => UndoNumber) {
  return {
    follow(request: RequestOf<'follow'>): ResponseOf<'follow'> {
      const { account, workspace, projectId } = request;
      const followed = !state.follows.has(followIdOf(account, workspace, projectId));
      dispatch({ kind: 'followed', ...request });
      return { followed };
    },
    unfollow({ follow }: RequestOf<'unfollow'>): ResponseOf<'unfollow'> {
      const undo = nextUndo();
      dispatch({ kind: 'unfollowed', follow, undo });
      return { undo };
    },
    undoUnfollow({ undo }: RequestOf<'undoUnfollow'>): ResponseOf<'undoUnfollow'> {
      const restored = sizeOfRemoval(state, undo) > 0;
      dispatch({ kind: 'undone', undo });
      return { restored };
    },
    lookNow({ follow }: RequestOf<'lookNow'>): null {
      dispatch({ kind: 'look-now', follows: [follow] });
      return null;
    },
  };
}
