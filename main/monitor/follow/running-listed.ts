import type { Moment } from '../moment.ts';
import type { Asking, State, Watch } from '../state.ts';
import { followIdOf, type Follow, type Look, type RunningListed } from './follow.ts';

/**
 * Takes a watch that was in progress before a whole look as a sample. It teaches whether running imports are listed once a later
 * answer says that it is in progress still: then it was so while the look went on.
 */
export function chooseSample(state: State, follow: Follow, look: Look, at: number): void {
  follow.sample = null;
  if (follow.runningListed === 'yes') return;
  for (const id of follow.open) {
    const watch = state.watches.get(id);
    if (watch?.known?.status !== 'IN_PROGRESS' || watch.known.receivedAt >= look.beganAt) continue;
    follow.sample = { watch: id, listed: look.listed.has(id), at };
    return;
  }
}

/** What the answer to `asking` says of the look before it. */
export function learnFromAnswer(state: State, watch: Watch, asking: Asking, moment: Moment): void {
  const { workspace, projectId } = watch.reference;
  const follow = state.follows.get(followIdOf(watch.account, workspace, projectId));
  const sample = follow?.sample;
  if (!follow || sample?.watch !== watch.id || asking.since < sample.at) return;
  follow.sample = null;
  if (watch.known?.status === 'IN_PROGRESS') learn(follow, sample.listed ? 'yes' : 'no', moment);
}

/** So many are found ended, and none in progress, before it is said that running ones are probably not listed. */
const enoughEnded = 5;

/** A newcomer was found after its end: one may have been quick, many were not listed while they ran. */
export function learnFromEnded(follow: Follow, moment: Moment): void {
  follow.foundEnded += 1;
  if (follow.foundEnded >= enoughEnded) learn(follow, 'probably-no', moment);
}

/** What proves more than another counts. */
const weights: Record<RunningListed, number> = { unknown: 0, 'probably-no': 1, no: 2, yes: 3 };

/** One that is listed proves that they are; one that is missing proves it only as long as none was listed. */
export function learn(follow: Follow, runningListed: RunningListed, moment: Moment): void {
  if (weights[runningListed] <= weights[follow.runningListed]) return;
  follow.runningListed = runningListed;
  moment.unsavedFollows.add(follow.id);
}
