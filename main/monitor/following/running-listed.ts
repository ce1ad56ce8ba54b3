import type { WatchId } from '../../model/asset.ts';
import { runningListedAnswers, type Follow, type RunningListed } from '../../model/follow.ts';
import type { Appearance } from '../../model/listing.ts';
import { followOf, type FollowingState } from './follows.ts';

/** A watch was in progress when its list showed it so. */
export function learnFromRunning(state: FollowingState, id: WatchId, appearance: Appearance): void {
  const follow = followOf(state, state.watches.get(id)!);
  if (follow !== null) learnListed(state, follow, appearance === 'absent' ? 'no' : 'yes');
}

/** So many are found ended, and none in progress, before it is said that running ones are probably not listed. */
const enoughEnded = 5;

/** A newcomer was found after its end: one may have been quick, many were not listed while they ran. */
export function learnFromEnded(state: FollowingState, follow: Follow): void {
  const foundEnded = state.lists.get(follow.id)!.foundEnded + 1;
  state.lists.patch(follow.id, { foundEnded });
  if (foundEnded >= enoughEnded) learnListed(state, follow, 'probably-no');
}

/**
 * What proves more than another counts, and the list of answers is in that order: one that is listed proves that they are; one that is
 * missing proves it only as long as none was listed.
 */
export function learnListed(state: FollowingState, { id }: Follow, runningListed: RunningListed): void {
  const known = state.follows.get(id)?.runningListed ?? 'unknown';
  if (runningListedAnswers.indexOf(runningListed) > runningListedAnswers.indexOf(known))
    state.follows.patch(id, { runningListed });
}
