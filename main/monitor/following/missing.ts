import type { WatchId } from '../../model/asset.ts';
import type { Follow } from '../../model/follow.ts';
import type { Problem } from '../../model/problem.ts';
import { isOpen, type Watch } from '../../model/watch.ts';
import { takeGone } from '../imports/answers.ts';
import type { Missing } from '../imports/imports.ts';
import type { Step } from '../kernel/step.ts';
import { detailsKeyOf } from '../service/service.ts';
import { followOf, followsOf, isSeen, type FollowingState } from './follows.ts';

const minute = 60_000;

/** Without a look at its project: not found this often, over this long, while other imports of the account were answered. */
const timesEnough = 4;
const longEnoughMs = 10 * minute;
/** The same where nothing else was answered: then it may be the service that finds nothing at all. */
const longEnoughAloneMs = 24 * 60 * minute;
const looksEnough = 2;

/** The service does not find the import of an asset (`status`), or its details. */
export function noteNotFound(
  state: FollowingState,
  id: WatchId,
  what: 'status' | 'details',
  problem: Problem,
  step: Step,
): void {
  const watch = state.watches.get(id);
  if (watch === undefined || !isOpen(watch) || !saysNotThere(state, watch, problem)) return;
  const known = state.polls.get(id)!.missing;
  const missing = known ?? { since: step.at, times: 0, detailsToo: false, looks: 0 };
  if (what === 'status') {
    // Details may know that it was moved, and where to.
    const wantsDetails = !missing.detailsToo && !state.onTheWire.has(detailsKeyOf(id));
    state.polls.patch(id, {
      missing: { ...missing, times: missing.times + 1 },
      ...(wantsDetails && { wantsDetails }),
    });
  } else if (known !== null) state.polls.patch(id, { missing: { ...known, detailsToo: true } });
  retireIfGone(state, watch, step);
}

/** A whole look that began at `beganAt` (steady ms) at the project of this watch did not list it. */
export function noteNotListed(state: FollowingState, id: WatchId, beganAt: number, step: Step): void {
  const watch = state.watches.get(id);
  const missing = state.polls.get(id)?.missing ?? null;
  if (watch === undefined || missing === null || beganAt < missing.since) return;
  state.polls.patch(id, { missing: { ...missing, looks: missing.looks + 1 } });
  retireIfGone(state, watch, step);
}

/**
 * A page of a proxy, which has no code of the service, proves nothing. The service may also refuse what is not there (`10001`);
 * that counts only for an asset that the list had before, since a running import may be one that is never listed.
 */
function saysNotThere(state: FollowingState, watch: Watch, { kind, code }: Problem): boolean {
  if (code === null) return false;
  if (kind === 'not-found') return true;
  const follow = followOf(state, watch);
  return kind === 'refused' && follow !== null && isSeen(state, follow.id, watch.reference.assetId);
}

/**
 * It is asked for no longer, so that a wrong id among many does not keep their group open for ever. It is told once, as the end of
 * the attempt; one that was never heard of has had none, and its row alone says that it is not there.
 */
function retireIfGone(state: FollowingState, watch: Watch, step: Step): void {
  const missing = state.polls.get(watch.id)?.missing ?? null;
  if (missing !== null && isGone(state, watch, missing, step.at)) takeGone(state, watch, step);
}

function isGone(state: FollowingState, watch: Watch, missing: Missing, at: number): boolean {
  if (!missing.detailsToo) return false;
  const follow = followOf(state, watch);
  // A project that is itself not found has no list that could say anything, and one that never listed the asset says nothing of it.
  // One that was never heard of may be so new that neither its status nor the list has it yet: that takes its time.
  if (
    watch.known !== null &&
    follow !== null &&
    hasList(state, follow) &&
    wouldBeListed(state, follow, watch)
  )
    return missing.looks >= looksEnough && othersLookedAt(state, follow, missing.since);
  const answeredSince = (state.accounts.get(watch.account)?.lastAwaitedReplyAt ?? 0) > missing.since;
  const enough = answeredSince ? longEnoughMs : longEnoughAloneMs;
  return missing.times >= timesEnough && at - missing.since >= enough;
}

function wouldBeListed(state: FollowingState, follow: Follow, { reference }: Watch): boolean {
  return follow.runningListed === 'yes' || isSeen(state, follow.id, reference.assetId);
}

/** Any other followed project of the workspace may be where the asset was moved to. */
function othersLookedAt(state: FollowingState, follow: Follow, since: number): boolean {
  return followsOf(state, follow.account).every((other) => {
    if (other.id === follow.id || other.workspace !== follow.workspace || !hasList(state, other)) return true;
    return (state.lists.get(other.id)?.lookedFrom ?? 0) >= since;
  });
}

/** Its list can be read, now or once the service can answer again. */
function hasList({ lists }: FollowingState, { id }: Follow): boolean {
  const problem = lists.get(id)?.problem ?? null;
  return problem === null || problem.kind === 'service';
}
