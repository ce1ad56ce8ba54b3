import type { AccountId } from '../../model/asset.ts';
import { followIdOf } from '../../model/follow.ts';
import { problemRules, type Problem } from '../../model/problem.ts';
import { backOff, withJitter } from '../kernel/chance.ts';
import type { Reply } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import { disturbedKeys, isOwnDisturbance } from './disturbances.ts';
import { slower } from './pace.ts';
import { type Account, type Question, type Request, type ServiceState, type Slowdown } from './service.ts';

/** Whose trouble it is that a question met. */
export type Blame =
  /** The network needs a moment after a wake: it is asked again at this steady time, and nothing is called a problem. */
  | { readonly kind: 'not-yet'; readonly askAt: number }
  /** That of what was asked for, and of nothing else in the account; `problem` as far as that is known. */
  | { readonly kind: 'question'; readonly problem: Problem }
  /** The account's. `beganHere`: all was well until this question. */
  | { readonly kind: 'account'; readonly beganHere: boolean };

type Met = Extract<Reply, { readonly kind: 'problem' }>;

/** How soon a network error right after a wake is asked again. */
const notYetMs = 3_000;

/**
 * Notes the trouble that a question of this account met, which slows the account down or stops it where it is everybody's. `counts`: among
 * those in a row.
 */
export function blame(
  state: ServiceState,
  account: Account,
  request: Request,
  met: Met,
  step: Step,
  counts = true,
): Blame {
  const { problem } = met;
  if (problem.kind === 'offline' && step.at < state.machine.value.lenientUntil) {
    const askAt = step.at + notYetMs;
    state.accounts.patch(account.id, { canSendSince: Math.max(account.canSendSince, askAt) });
    return { kind: 'not-yet', askAt };
  }
  const rule = problemRules[problem.kind];
  if (rule.scope === 'watch') {
    const failedInRow = counts ? withFailure(account, request) : account.failedInRow;
    if (failedInRow.length < enough) noteAnswer(state, request, step);
    state.accounts.patch(account.id, { failedInRow });
    if (failedInRow.length < enough) return { kind: 'question', problem };
    slowDown(state, account, request, problem, step);
    // By its own word it is there, and the key is taken: what it refuses now, it refuses of that alone.
    const answeredFrom = Math.max(account.answeredFrom, request.sentAt);
    if (problem.code !== null) state.accounts.patch(account.id, { answeredFrom });
    return { kind: 'question', problem };
  }
  if (isOwnDisturbance(state, account, request, problem, step.at)) {
    if (problem.kind === 'rate-limit') keepWithinLimit(state, account, request, problem, step);
    // What was asked with the same key at the same time was answered: neither is wrong. A permission may be for some things only.
    const isRefuted = rule.then === 'stop' && problem.kind !== 'permission';
    return { kind: 'question', problem: isRefuted ? unconfirmed(problem) : problem };
  }
  const beganHere = account.slowdown === null;
  if (rule.then === 'stop') refuse(state, account, request, met, step);
  else slowDown(state, account, request, problem, step);
  if (beganHere && problem.kind === 'rate-limit') goSlower(state, account.id, step.at);
  return { kind: 'account', beganHere };
}

/** The service answered, whatever it said, which ends the account's trouble. */
export function noteAnswer({ accounts, disturbances }: ServiceState, request: Request, step: Step): void {
  const account = accounts.get(request.account);
  if (account === undefined) return;
  for (const key of disturbedKeys(account.id, request.question)) disturbances.remove(key);
  const isOver = account.slowdown !== null && !isOlderThanTrouble(account, request);
  if (isOver) step.facts.push({ kind: 'account-recovered', account: account.id });
  accounts.patch(account.id, {
    answeredAt: step.clock,
    answeredFrom: Math.max(account.answeredFrom, request.sentAt),
    hasWorked: true,
    // In a rest that lasts until the next import is due, nothing shows that more is let through.
    ...(isOver && account.pace !== null && { pace: { ...account.pace, from: step.at } }),
    ...(!isOlderThanTrouble(account, request) && untroubled),
  });
}

const untroubled = { slowdown: null, refused: null, stopped: null, lastReportedProblem: null };

/** A request that left before the trouble began says nothing about it: its answer must not cut `Retry-After` short. */
function isOlderThanTrouble({ slowdown }: Account, { sentAt }: Request): boolean {
  return slowdown !== null && sentAt <= slowdown.since;
}

/**
 * So many different questions in a row that came to nothing are no chance. One asset that is not found, or whose answer cannot be read,
 * is a trouble of that asset; where no other is answered, the service is not itself and the account rests as in any outage.
 */
const enough = 3;

/** All that a followed project lists counts as one: hundreds of its assets may be refused, and nobody else's. */
function withFailure({ id, failedInRow }: Account, { question }: Request): readonly string[] {
  const subject = subjectOf(id, question);
  return failedInRow.length >= enough || failedInRow.includes(subject)
    ? failedInRow
    : [...failedInRow, subject];
}

function subjectOf(account: AccountId, question: Question): string {
  switch (question.for) {
    case 'status':
    case 'details':
      return question.watch;
    case 'page':
    case 'newcomer':
      return question.follow;
    case 'survey':
      return question.project;
    case 'origin':
      return followIdOf(account, question.reference.workspace, question.reference.projectId);
    case 'registration':
      return followIdOf(account, question.registration.workspace, question.registration.projectId);
  }
}

/** The service said how an import stands, or listed assets. True where that ends an outage in which everything came to nothing. */
export function noteAwaitedReply({ accounts }: ServiceState, id: AccountId, at: number): boolean {
  const wasOutage = (accounts.get(id)?.failedInRow.length ?? 0) >= enough;
  accounts.patch(id, { lastAwaitedReplyAt: at, failedInRow: [] });
  return wasOutage;
}

/** What is refused so often is refused for good; `overMs`: and over so long, because a gateway may have a bad minute. */
const forGood = {
  newKey: { times: 3, overMs: 0 },
  workedBefore: { times: 3, overMs: 180_000 },
} as const;

/** How soon a key that has never worked is tried again, ms. */
const retryMs = 3_000;
/** How soon an account that is refused for good is probed, ms. */
const rareMs = 15 * 60_000;

/**
 * The service refuses the account: its key, its permission, or the time of this computer. One refusal is no proof; where it is
 * believed the person is told, once. A *Check now* that meets the same again is no news.
 */
function refuse(
  state: ServiceState,
  account: Account,
  request: Request,
  { problem, requests = 1 }: Met,
  step: Step,
): void {
  const { id, hasWorked, slowdown, stopped } = account;
  // Requests that were already on the wire at the first refusal are no further tries.
  const isNews = slowdown === null || request.sentAt > slowdown.since;
  if (!isNews && account.refused !== null) return;
  const refused = {
    since: account.refused?.since ?? step.at,
    times: (account.refused?.times ?? 0) + requests,
  };
  const { times, overMs } = hasWorked ? forGood.workedBefore : forGood.newKey;
  const isForGood = stopped !== null || (refused.times >= times && step.at - refused.since >= overMs);
  const backOffMs = isForGood ? rareMs : hasWorked ? null : retryMs;
  // What no response said, such as a certificate out of its time, is a fact of this computer.
  const isCertain = isForGood || problem.httpStatus === null;
  slowDown(state, account, request, isCertain ? problem : unconfirmed(problem), step, backOffMs);
  state.accounts.patch(id, {
    refused,
    ...(isForGood && { stopped: problem, lastReportedProblem: problem.kind }),
  });
  if (!isForGood) return;
  if (stopped === null) step.facts.push({ kind: 'account-silent', account: id });
  if (account.lastReportedProblem !== problem.kind)
    step.effects.push({ kind: 'tell-problem', account: id, problem });
}

/** A limit of one kind of question alone is obeyed by all others too. */
function keepWithinLimit(
  state: ServiceState,
  account: Account,
  request: Request,
  problem: Problem,
  step: Step,
): void {
  if (problem.retryAfterMs !== null) return slowDown(state, account, request, problem, step);
  const canSendSince = Math.max(account.canSendSince, step.at + firstProbeMs);
  state.accounts.patch(account.id, { canSendSince });
}

const unconfirmed = (problem: Problem): Problem => ({ ...problem, kind: 'unconfirmed' });

function slowDown(
  state: ServiceState,
  { id, slowdown: present }: Account,
  { question, sentAt }: Request,
  problem: Problem,
  { at }: Step,
  backOffMs: number | null = null,
): void {
  // Requests that were already on the wire when the trouble began tell nothing new: four of them failing at once would otherwise
  // count as four failed probes.
  const isNews = present === null || sentAt > present.since;
  const waitUntil = problem.retryAfterMs === null ? 0 : at + problem.retryAfterMs;
  const notBefore = Math.max(waitUntil, present?.notBefore ?? 0);
  const failures = (present?.failures ?? 0) + (isNews ? 1 : 0);
  const next = isNews
    ? probeAt(state, backOffMs ?? backOff(firstProbeMs, failures, longestProbeMs), problem.retryAfterMs, at)
    : present.probeAt;
  const slowdown: Slowdown = {
    problem: isNews || waitUntil > present.notBefore ? problem : present.problem,
    since: present?.since ?? at,
    failures,
    probeAt: Math.max(next, notBefore),
    notBefore,
    lastFailedWatch: isNews ? ('watch' in question ? question.watch : null) : present.lastFailedWatch,
  };
  state.accounts.patch(id, { slowdown });
}

function goSlower({ accounts }: ServiceState, id: AccountId, at: number): void {
  const { pace, slowdown } = accounts.get(id)!;
  accounts.patch(id, { pace: slower(pace, at, slowdown!.probeAt) });
}

const firstProbeMs = 5_000;
/** Keeps an outage of eight hours to about 125 probes. */
const longestProbeMs = 240_000;

/** When to probe an account that is in trouble, steady ms: with jitter, and never before what `Retry-After` asked for. */
function probeAt(state: ServiceState, backOffMs: number, retryAfterMs: number | null, at: number): number {
  return at + Math.max(withJitter(state, backOffMs), retryAfterMs ?? 0);
}
