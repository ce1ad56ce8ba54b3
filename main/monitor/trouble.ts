import { isOpen } from './asking.ts';
import type { AccountId } from './asset.ts';
import type { Moment } from './moment.ts';
import type { Problem } from './problem.ts';
import type { Account, Slowdown, State } from './state.ts';

/** What is wrong with the account at the moment. */
export function troubleOf(account: Account): Problem | null {
  return account.stopped ?? account.slowdown?.problem ?? null;
}

/** Puts the account into trouble, or out of it, and has its open rows shown anew where that changes what they say. */
export function setTrouble(
  state: State,
  account: Account,
  trouble: { readonly stopped: Problem | null; readonly slowdown: Slowdown | null },
  moment: Moment,
): void {
  const before = troubleOf(account);
  account.stopped = trouble.stopped;
  account.slowdown = trouble.slowdown;
  if (before?.kind === troubleOf(account)?.kind) return;
  for (const watch of state.watches.values()) {
    if (watch.account === account.id && isOpen(watch)) moment.changedWatches.add(watch.id);
  }
}

/** The person wants the account to be asked: what stopped it is forgotten, but not what `Retry-After` asked for. */
export function askAccountAgain(state: State, id: AccountId, moment: Moment): void {
  const account = state.accounts.get(id);
  if (account === undefined) return;
  setTrouble(state, account, { stopped: null, slowdown: account.slowdown }, moment);
  if (account.slowdown !== null) account.slowdown.probeAt = Math.max(moment.at, account.slowdown.notBefore);
}
