import type { WatchId } from '../../model/asset.ts';
import type { FollowId } from '../../model/follow.ts';
import type { Problem, ProblemKind } from '../../model/problem.ts';
import { isOpen, type Watch } from '../../model/watch.ts';
import { takeGone } from '../imports/answers.ts';
import type { Missing } from '../imports/imports.ts';
import type { Step } from '../kernel/step.ts';
import { detailsKeyOf } from '../service/service.ts';
import { followOf, followsOf, isSeen, type FollowingState } from './follows.ts';

const minute = 60_000;

/** Not found this often, over this long, while other imports of the account were answered. */
const timesEnough = 4;
const longEnoughMs = 10 * minute;
/** The same where nothing else was answered: then it may be the service that finds nothing at all. */
const longEnoughAloneMs = 24 * 60 * minute;

/** The service does not find the import of an asset (`status`), or its details. */
export function noteNotFound(
  state: FollowingState,
  id: WatchId,
  what: 'status' | 'details',
  problem: Problem,
  step: Step,
): void {
  const watch = state.watches.get(id);
  if (watch === undefined || !isOpen(watch)) return;
  if (!(what === 'status' ? saysNotThere(state, watch, problem) : tellsNoMore(problem))) return;
  const known = state.polls.get(id)!.missing;
  const missing = counted(known ?? newMissing(step.at), step.at);
  if (what === 'status') {
    // Details may know that it was moved, and where to, also where they were not found for a moment before.
    const wantsDetails = !state.onTheWire.has(detailsKeyOf(id));
    state.polls.patch(id, {
      missing: { ...missing, times: missing.times + 1, detailsToo: false },
      ...(wantsDetails && { wantsDetails }),
    });
  } else if (known !== null) state.polls.patch(id, { missing: { ...missing, detailsToo: true } });
  retireIfGone(state, watch, step);
}

function newMissing(at: number): Missing {
  return { since: at, searchedMs: 0, countedTo: at, times: 0, detailsToo: false };
}

function counted(missing: Missing, at: number): Missing {
  return { ...missing, searchedMs: missing.searchedMs + at - missing.countedTo, countedTo: at };
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
 * Beside an import that is not found, details that the service refuses say no more than those that it does not find, for good: a key
 * may read how imports stand and no details.
 */
const tellsNoMore = ({ kind, code }: Problem): boolean =>
  code !== null && (kind === 'not-found' || kind === 'refused' || kind === 'permission');

/**
 * It is asked for no longer, so that a wrong id among many does not keep their group open for ever. It is told once, as the end of
 * the attempt; one that was never heard of has had none, and its row alone says that it is not there.
 */
function retireIfGone(state: FollowingState, watch: Watch, step: Step): void {
  const missing = state.polls.get(watch.id)?.missing ?? null;
  if (missing !== null && isGone(state, watch, missing)) takeGone(state, watch, step);
}

/** Only import-status and details can say that it is gone; the lists of followed projects, that it may be there after all. */
function isGone(
  state: FollowingState,
  { account, reference }: Watch,
  { since, searchedMs, times, detailsToo }: Missing,
): boolean {
  const answeredSince = (state.accounts.get(account)?.lastAwaitedReplyAt ?? 0) > since;
  const isLong = searchedMs >= (answeredSince ? longEnoughMs : longEnoughAloneMs);
  if (!detailsToo || times < timesEnough || !isLong) return false;
  // Any of the workspace may be where the asset was moved to.
  return followsOf(state, account).every(
    ({ id, workspace }) => workspace !== reference.workspace || wasLookedAt(state, id, since),
  );
}

/** What says nothing for good of a list that it keeps from being read. */
const passing: ReadonlySet<ProblemKind> = new Set(['service', 'rate-limit', 'offline', 'intercepted']);

/** Since that steady time, or it has no list that could be read. */
function wasLookedAt({ lists }: FollowingState, follow: FollowId, since: number): boolean {
  const { problem, lookedFrom } = lists.get(follow)!;
  return (lookedFrom ?? 0) >= since || (problem !== null && !passing.has(problem.kind));
}
