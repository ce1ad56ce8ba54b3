import { takeAnswer } from './answers.ts';
import { followIdOf, type Follow } from './follow/follow.ts';
import { isSeen } from './follow/seen.ts';
import { isOpen } from './asking.ts';
import { goneStatus } from './import-status.ts';
import type { Moment } from './moment.ts';
import type { Problem } from './problem.ts';
import type { State, Watch } from './state.ts';

/** What speaks for it that an asset is not there any more, since it was last heard of. */
export interface Missing {
  since: number;
  /** Answers in a row that it is not found. */
  times: number;
  /** Its details are not found either. */
  detailsToo: boolean;
  /** Whole looks at its project that did not list it. */
  looks: number;
}

const minute = 60_000;

/** Without a look at its project: not found this often, over this long, while other imports of the account were answered. */
const timesEnough = 4;
const longEnoughMs = 10 * minute;
/** The same where nothing else was answered: then it may be the service that finds nothing at all. */
const longEnoughAloneMs = 24 * 60 * minute;
const looksEnough = 2;

/** The service does not find the asset's import (`status`), or its details. */
export function noteNotFound(
  state: State,
  watch: Watch,
  of: 'status' | 'details',
  problem: Problem,
  moment: Moment,
): void {
  if (!isOpen(watch) || !saysNotThere(state, watch, problem)) return;
  if (of === 'details') {
    if (watch.missing !== null) watch.missing.detailsToo = true;
  } else {
    watch.missing ??= { since: moment.at, times: 0, detailsToo: false, looks: 0 };
    watch.missing.times += 1;
    // Details may know that it was moved, and where to.
    if (!watch.missing.detailsToo) state.accounts.get(watch.account)?.unnamed.add(watch.id);
  }
  retireIfGone(state, watch, moment);
}

/** A whole look that began at `beganAt` (epoch ms) at the project of this watch did not list it. */
export function noteNotListed(state: State, watch: Watch, beganAt: number, moment: Moment): void {
  if (watch.missing === null || beganAt < watch.missing.since) return;
  watch.missing.looks += 1;
  retireIfGone(state, watch, moment);
}

/**
 * A page of a proxy, which has no code of the service, proves nothing. The service may also refuse what is not there (`10001`);
 * that counts only for an asset that the list had before, since a running import may be one that is never listed.
 */
function saysNotThere(state: State, watch: Watch, problem: Problem): boolean {
  if (problem.code === null) return false;
  if (problem.kind === 'not-found') return true;
  const follow = followOf(state, watch);
  return problem.kind === 'refused' && follow !== null && isSeen(follow, watch.reference.assetId);
}

/**
 * It is asked for no longer, so that a wrong id among many does not keep their group open for ever. It is told once, as the end of
 * the attempt; one that was never heard of has had none, and its row alone says that it is not there.
 */
function retireIfGone(state: State, watch: Watch, moment: Moment): void {
  if (watch.missing === null || !isGone(state, watch, watch.missing, moment.at)) return;
  watch.missing = null;
  state.accounts.get(watch.account)?.unnamed.delete(watch.id);
  const { assetId } = watch.reference;
  const metaData = watch.known?.metaData ?? null;
  const answer = { assetId, status: goneStatus, text: null, metaData, receivedAt: moment.at };
  takeAnswer(state, watch, answer, moment);
  moment.changedWatches.add(watch.id);
}

function isGone(state: State, watch: Watch, missing: Missing, at: number): boolean {
  if (!missing.detailsToo) return false;
  const follow = followOf(state, watch);
  // A project that is itself not found has no list that could say anything, and one that never listed the asset says nothing of it.
  // One that was never heard of may be so new that neither its status nor the list has it yet: that takes its time.
  if (watch.known !== null && follow !== null && hasList(follow) && wouldBeListed(follow, watch)) {
    return missing.looks >= looksEnough && othersLookedAt(state, follow, missing.since);
  }
  const answeredSince = (state.accounts.get(watch.account)?.heardAt ?? 0) > missing.since;
  const enough = answeredSince ? longEnoughMs : longEnoughAloneMs;
  return missing.times >= timesEnough && at - missing.since >= enough;
}

function wouldBeListed(follow: Follow, { reference }: Watch): boolean {
  return follow.runningListed === 'yes' || isSeen(follow, reference.assetId);
}

/** Any other followed project of the workspace may be where the asset was moved to. */
function othersLookedAt(state: State, follow: Follow, since: number): boolean {
  for (const other of state.follows.values()) {
    if (other === follow || other.account !== follow.account || other.workspace !== follow.workspace)
      continue;
    if (hasList(other) && (other.lookedFrom ?? 0) < since) return false;
  }
  return true;
}

/** Its list can be read, now or once the service can answer again. */
function hasList({ problem }: Follow): boolean {
  return problem === null || problem.kind === 'service';
}

function followOf(state: State, { account, reference }: Watch): Follow | null {
  return state.follows.get(followIdOf(account, reference.workspace, reference.projectId)) ?? null;
}
