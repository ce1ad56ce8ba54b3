import { watchIdOf } from './asset.ts';
import type { Problem } from './problem.ts';
import type { Account, Asking } from './state.ts';

/** A question that met a disturbance of the service (5xx) at its last attempt. */
export interface Disturbance {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Others were answered meanwhile: it is this question's own, until it is answered. */
  readonly isOwn: boolean;
}

/** The newest of an account that are remembered. One that is forgotten slows the account down once more, and no more than that. */
const mostRemembered = 1_000;

/**
 * Notes a problem of the service, and tells whether it is that of one asset or project alone: met again although what was asked
 * after the last time was answered. While the account is in trouble nothing is known of the others, and `Retry-After` is for all.
 */
export function noteDisturbance(account: Account, asking: Asking, problem: Problem, at: number): boolean {
  if (problem.kind !== 'service') return false;
  const key = keyOf(asking);
  const before = account.disturbances.get(key);
  const wasOwn = before?.isOwn === true;
  const othersAnswered = before !== undefined && account.answeredFrom > before.at;
  const isCalm = account.slowdown === null && problem.retryAfterMs === null;
  const isOwn = isCalm && (wasOwn || othersAnswered);
  account.disturbances.delete(key);
  account.disturbances.set(key, { at, isOwn: wasOwn || isOwn });
  for (const [oldest] of account.disturbances) {
    if (account.disturbances.size <= mostRemembered) break;
    account.disturbances.delete(oldest);
  }
  return isOwn;
}

/** The service answered what was asked, whatever it said. */
export function endDisturbance(account: Account, asking: Asking): void {
  account.answeredFrom = Math.max(account.answeredFrom, asking.since);
  account.disturbances.delete(keyOf(asking));
}

/** Moves what is remembered along with a clock that was set back by so many milliseconds. */
export function setBackDisturbances(account: Account, back: number): void {
  account.answeredFrom -= back;
  for (const [key, disturbance] of account.disturbances)
    account.disturbances.set(key, { ...disturbance, at: disturbance.at - back });
}

function keyOf(asking: Asking): string {
  switch (asking.for) {
    case 'newcomer':
      return `status ${watchIdOf(asking.account, asking.reference)}`;
    case 'page':
      return `page ${asking.follow}`;
    case 'status':
    case 'name':
      return `${asking.for} ${asking.watch}`;
  }
}
