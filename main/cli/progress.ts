import type { WatchId } from '../model/asset.ts';
import type { Follow } from '../model/follow.ts';
import { isTerminal } from '../model/import-status.ts';
import { problemRules, type Problem } from '../model/problem.ts';
import type { Watch } from '../model/watch.ts';
import { isUnderway } from '../model/wish.ts';
import { countsOf } from '../monitor/view/rows.ts';
import type { MonitorView } from '../monitor/state.ts';
import { clockAt } from '../monitor/kernel/time.ts';
import type { WatchOrder } from './arguments.ts';
import type { Attempts } from './attempts.ts';
import type { Place } from './references.ts';
import { isTriedAgain } from './trouble-report.ts';

/** What the end of the run leaves open. */
export interface LeftOpen {
  /** Given up: the service knows of no such thing. */
  readonly notThere: readonly Place[];
  /** Of `watch`: not known to have ended. Of `status`: nothing was heard of them, nor why. */
  readonly unknown: readonly Place[];
}

/** `status` without a timeout waits no longer than this, in milliseconds, to ask once more where the account is in trouble. */
const patienceMs = 15_000;

/** So many refusals in a row of one asset or project alone say that this key will not learn of it: some half a minute. */
const enoughRefusals = 3;

function isRefused(
  poll: { readonly problem: Problem | null; readonly problemsInRow: number } | undefined,
): boolean {
  if (!poll || poll.problem === null) return false;
  return problemRules[poll.problem.kind].then === 'stop' && poll.problemsInRow >= enoughRefusals;
}

/** How much of an order is done. Kept as it changes, because it is looked at after each event. */
export function createProgress(order: WatchOrder, id: string, state: MonitorView, attempts: Attempts) {
  const unheard = new Set<WatchId>();
  const untried = new Set<WatchId>();
  /** What may still be learned: with a timeout, trouble is no answer while it is asked again. */
  const unanswered = new Set<WatchId>();
  const notThere = new Set<WatchId>();
  const givenUp = new Set<WatchId>();

  /** All that it was seen to list at first was asked for. */
  const isBaselineOver = ({ id, baselineAt }: Follow) =>
    baselineAt !== null && state.waitingNewcomers.of(id).size === 0;
  /** And nothing of it slipped past a look at a list that changed in the midst of it. */
  const isLookedThrough = (follow: Follow) =>
    isBaselineOver(follow) && state.lists.get(follow.id)?.looksInVain === 0;
  const owner = () => state.accounts.get(id);
  const isFollowDone = (follow: Follow) =>
    isBaselineOver(follow) || isFollowGivenUp(follow) || isRefused(state.lists.get(follow.id));
  const isFollowGivenUp = (follow: Follow) => follow.baselineAt === null && attempts.isGivenUp(follow);
  const isFollowNotThere = (follow: Follow) => follow.baselineAt === null && attempts.isNotThere(follow);

  /** Each was asked for; with a timeout, what met trouble is asked for again until it is over. */
  function isStatusOver(at: number): boolean {
    if (order.timeoutMs !== null) return unanswered.size === 0;
    if (unheard.size === 0) return true;
    const account = owner();
    if (account && isTriedAgain(account)) return false;
    const probeAt = clockAt(state, account?.slowdown?.probeAt ?? null) ?? at;
    return untried.size === 0 || probeAt - at > patienceMs;
  }

  return {
    note(watch: Watch): void {
      const { id, known, reference } = watch;
      const poll = state.polls.get(id);
      const isUnheard = known === null && poll?.problem === null;
      put(unheard, id, isUnheard);
      put(untried, id, isUnheard && !attempts.isTried(reference));
      put(notThere, id, known === null && attempts.isNotThere(reference));
      const isGivenUp = (known === null && attempts.isGivenUp(reference)) || isRefused(poll);
      put(givenUp, id, isGivenUp);
      put(unanswered, id, known === null && poll?.problem?.kind !== 'unreadable' && !isGivenUp);
    },
    /** Nothing more can be learned, or all that was ordered is known. */
    isOver(at: number): boolean {
      if (owner()?.stopped) return true;
      if (order.command === 'register' && [...state.wishes.values()].some(isUnderway)) return false;
      if (order.command === 'register' && !order.wait) return state.wishes.size > 0;
      if (state.watches.size + state.follows.size + state.wishes.size === 0) return false;
      if (order.command === 'status') return isStatusOver(at);
      if (!order.wait || countsOf(state).importing > givenUp.size) return false;
      return [...state.follows.values()].every(isFollowDone);
    },
    leftOpen(): LeftOpen {
      const watches = [...state.watches.values()];
      const follows = [...state.follows.values()];
      // What became of a registration is said line by line; of its import nobody has asked.
      if (order.command === 'register' && !order.wait) return { notThere: [], unknown: [] };
      const isOpen = ({ id, known }: Watch) =>
        order.command === 'status' ? unheard.has(id) : known === null || !isTerminal(known.status);
      return {
        notThere: [
          ...watches.filter(({ id }) => notThere.has(id)).map(({ reference }) => reference),
          ...follows.filter(isFollowNotThere).map(projectOf),
        ],
        unknown: [
          ...watches
            .filter((watch) => isOpen(watch) && !notThere.has(watch.id))
            .map(({ reference }) => reference),
          ...follows.filter((follow) => !isLookedThrough(follow) && !isFollowNotThere(follow)).map(projectOf),
        ],
      };
    },
    /** What the exit code is made from: each status, and null for what was not heard of. */
    statuses(): readonly (string | null)[] {
      const known = [...state.watches.values()].map((watch) => watch.known?.status ?? null);
      // What a project holds that was not looked through is as unknown as an import that was not heard of.
      const unseen = [...state.follows.values()].filter((follow) => !isLookedThrough(follow)).map(() => null);
      return [...known, ...unseen];
    },
  };
}

const projectOf = ({ workspace, projectId }: Follow): Place => ({ workspace, projectId });

function put(among: Set<WatchId>, id: WatchId, isIn: boolean): void {
  if (isIn) among.add(id);
  else among.delete(id);
}
