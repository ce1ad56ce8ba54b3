import type { AccountId } from '../monitor/asset.ts';
import type { FollowId } from '../monitor/follow/follow.ts';

export type { FollowCard } from '../monitor/follow/card.ts';
export type { FollowId } from '../monitor/follow/follow.ts';

/** What the window can ask about followed projects. */
export interface FollowRequests {
  follow: {
    request: { account: AccountId; workspace: string; projectId: number; projectName: string };
    /** False where it is followed already. */
    response: { followed: boolean };
  };
  /** The answer's `undo` brings it back, with all that was seen, for as long as the app runs. */
  unfollow: { request: { follow: FollowId }; response: { undo: number } };
  undoUnfollow: { request: { undo: number }; response: { restored: boolean } };
  lookNow: { request: { follow: FollowId }; response: null };
}
