import { accountAnswered } from './answers.ts';
import type { WatchId } from './asset.ts';
import { endRequest, giveBack, isOpen, schedule } from './asking.ts';
import { noteDisturbance } from './disturbances.ts';
import type { EventOf } from './event.ts';
import { dropNewcomer } from './follow/newcomers.ts';
import { followMetService, pageMetProblem } from './follow/pages.ts';
import { noteNotFound } from './missing.ts';
import { noteFruitless } from './fruitless.ts';
import type { Moment } from './moment.ts';
import { stopAwaiting, stopAwaitingAccount } from './gathering.ts';
import { problemRules, type Problem } from './problem.ts';
import { askAgainAt, probeAt } from './schedule.ts';
import type { Account, Asking, Slowdown, State, Watch } from './state.ts';
import { setTrouble } from './trouble.ts';

/** How soon a network error right after a wake is asked again, without being called a problem. */
const notYetMs = 3_000;

/** A problem never changes what is known of an import; it only says why nothing newer is. */
export function problemMet(
  state: State,
  event: EventOf<'problem'> | EventOf<'page-problem'>,
  moment: Moment,
): void {
  const asking = endRequest(state, event.request);
  if (asking === null) return;
  const account = state.accounts.get(asking.account);
  if (account === undefined || isUnwanted(state, asking)) return;
  if ('watch' in asking) moment.changedWatches.add(asking.watch);
  if (isNotYet(state, event.problem, moment.at)) {
    giveBack(state, asking, moment.at + notYetMs);
    account.sendFrom = Math.max(account.sendFrom, moment.at + notYetMs);
    return;
  }
  const rule = problemRules[event.problem.kind];
  const isAnswered = rule.scope === 'watch';
  if (isAnswered && noteFruitless(account, asking)) {
    slowAccount(state, account, asking, event.problem, moment);
    return meetAlone(state, asking, event.problem, moment);
  }
  if (isAnswered) accountAnswered(state, asking, moment);
  if (isAnswered || noteDisturbance(account, asking, event.problem, moment.at))
    return meetAlone(state, asking, event.problem, moment);
  giveBack(state, asking, moment.at);
  if ('follow' in asking && event.problem.kind === 'service' && account.slowdown === null)
    followMetService(state, asking, event.problem, moment);
  if (rule.then === 'stop') stopAccount(state, account, event.problem, moment);
  else slowAccount(state, account, asking, event.problem, moment);
}

/**
 * A request that the shell itself gave up. It is asked again at the watch's next turn and not at once: a fault of our own
 * would else send it five times a second for ever. A name waits for the next start.
 */
export function aborted(
  state: State,
  event: EventOf<'aborted'> | EventOf<'page-aborted'>,
  moment: Moment,
): void {
  const asking = endRequest(state, event.request);
  if (asking === null) return;
  if (asking.for === 'page') return pageMetProblem(state, asking, null, moment);
  if (asking.for === 'newcomer') return dropNewcomer(state, asking, moment);
  moment.changedWatches.add(asking.watch);
  const watch = state.watches.get(asking.watch);
  if (watch === undefined || asking.for === 'name') return;
  watch.problemsInRow += 1;
  schedule(state, watch, isOpen(watch) ? askAgainAt(state, watch, moment.at) : null);
}

function isNotYet(state: State, problem: Problem, at: number): boolean {
  return problem.kind === 'offline' && at < state.machine.lenientUntil;
}

/** The watch was removed while the request was on the wire: what came of it is nobody's concern. */
function isUnwanted(state: State, asking: Asking): boolean {
  return 'watch' in asking && !state.watches.has(asking.watch);
}

/** A problem of what was asked for, and of nothing else in the account. */
function meetAlone(state: State, asking: Asking, problem: Problem, moment: Moment): void {
  if (asking.for === 'page') return pageMetProblem(state, asking, problem, moment);
  if (asking.for === 'newcomer') return dropNewcomer(state, asking, moment);
  const watch = state.watches.get(asking.watch);
  if (watch === undefined) return;
  if (asking.for === 'status') meetOfWatch(state, watch, problem, moment);
  // A name is a nicety: the id is shown in its place, and the name is asked for again at the next start.
  noteNotFound(state, watch, asking.for === 'status' ? 'status' : 'details', problem, moment);
}

function meetOfWatch(state: State, watch: Watch, problem: Problem, moment: Moment): void {
  watch.problem = problem;
  watch.problemsInRow += 1;
  // A look at an import that has ended was the person's wish, and is not repeated.
  schedule(state, watch, isOpen(watch) ? askAgainAt(state, watch, moment.at) : null);
  stopAwaiting(state, watch.id);
}

function stopAccount(state: State, account: Account, problem: Problem, moment: Moment): void {
  if (account.stopped !== null) return;
  // The slowdown stays: what `Retry-After` asked for holds also once the person has acted.
  setTrouble(state, account, { stopped: problem, slowdown: account.slowdown }, moment);
  stopAwaitingAccount(state, account.id);
  if (account.said === problem.kind) return;
  account.said = problem.kind;
  moment.effects.push({ kind: 'tell-problem', account: account.id, problem });
}

function slowAccount(state: State, account: Account, asking: Asking, problem: Problem, moment: Moment): void {
  const present = account.slowdown;
  // Requests that were already on the wire when the trouble began tell nothing new: four of them failing at once would
  // otherwise count as four failed probes.
  const isNews = present === null || asking.since > present.since;
  const waitUntil = problem.retryAfterMs === null ? 0 : moment.at + problem.retryAfterMs;
  const notBefore = Math.max(waitUntil, present?.notBefore ?? 0);
  const failures = (present?.failures ?? 0) + (isNews ? 1 : 0);
  const next = isNews ? probeAt(state, failures, problem.retryAfterMs, moment.at) : present.probeAt;
  const slowdown: Slowdown = {
    problem: isNews || waitUntil > present.notBefore ? problem : present.problem,
    since: present?.since ?? moment.at,
    failures,
    probeAt: Math.max(next, notBefore),
    notBefore,
    metBy: isNews ? watchOf(asking) : present.metBy,
  };
  setTrouble(state, account, { stopped: account.stopped, slowdown }, moment);
}

function watchOf(asking: Asking): WatchId | null {
  return 'watch' in asking ? asking.watch : null;
}
