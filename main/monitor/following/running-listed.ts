import type { WatchId } from '../../model/asset.ts';
import { runningListedAnswers, type Follow, type RunningListed } from '../../model/follow.ts';
import { inProject, watchesIn } from '../imports/tally.ts';
import type { Request } from '../service/service.ts';
import { followOf, type FollowingState, type Look } from './follows.ts';

/**
 * Takes a watch that was in progress before a whole look as a sample. It teaches whether running imports are listed once a later
 * answer says that it is in progress still: then it was so while the look went on.
 */
export function chooseSample(state: FollowingState, follow: Follow, look: Look, at: number): void {
  const wanted = follow.runningListed === 'yes' ? null : runningBefore(state, follow, look);
  const sample = wanted === null ? null : { watch: wanted, listed: look.listed.has(wanted), at };
  state.lists.patch(follow.id, { sample });
}

function runningBefore(state: FollowingState, follow: Follow, look: Look): WatchId | null {
  const beganAt = look.beganAt - state.ahead.value;
  const wasRunning = (id: WatchId) =>
    state.watches.get(id)?.known?.status === 'IN_PROGRESS' &&
    (state.polls.get(id)?.lastStatusAt ?? Infinity) < beganAt;
  return [...watchesIn(state, inProject(follow.id), 'importing')].find(wasRunning) ?? null;
}

/** What the answer to a request about a watch says of the look before it. */
export function learnFromAnswer(state: FollowingState, id: WatchId, { sentAt }: Request): void {
  const watch = state.watches.get(id);
  const follow = watch && followOf(state, watch);
  const sample = follow && state.lists.get(follow.id)?.sample;
  if (!watch || !follow || sample?.watch !== id || sentAt < sample.at) return;
  state.lists.patch(follow.id, { sample: null });
  if (watch.known?.status === 'IN_PROGRESS') learnListed(state, follow, sample.listed ? 'yes' : 'no');
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
