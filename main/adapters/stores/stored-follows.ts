import type { SavedFollow, StoredFollow } from '../../monitor/follow/follow.ts';
import { nothingSeen, seenAfter, type SeenIds } from '../../monitor/follow/seen-ids.ts';

/** Keeps what was seen, but not where the project was followed anew: then everything is to be seen again. */
export function putFollow(follows: Map<string, StoredFollow>, follow: SavedFollow): void {
  const before = follows.get(follow.id);
  const { complete, unfinished } = before?.since === follow.since ? before : nothingSeen;
  follows.set(follow.id, { ...follow, complete, unfinished });
}

/** Adds what a follow saw; what an earlier following of the same project saw is dropped. */
export function putSeen(follows: Map<string, StoredFollow>, seen: SeenIds): void {
  const follow = follows.get(seen.follow);
  if (follow?.since === seen.since) follows.set(follow.id, { ...follow, ...seenAfter(follow, seen) });
}
