import type { AccountId } from '../model/asset.ts';
import type { FollowId } from '../model/follow.ts';

/** The requests about followed projects. */
export interface FollowRequests {
  follow: {
    request: { account: AccountId; workspace: string; projectId: number; projectName: string };
    /** False if it was followed already. */
    response: { followed: boolean };
  };
  /** The `undo` of the response brings it back with everything seen so far, as long as the app runs. */
  unfollow: { request: { follow: FollowId }; response: { undo: number } };
  undoUnfollow: { request: { undo: number }; response: { restored: boolean } };
  lookNow: { request: { follow: FollowId }; response: null };
}
