import type { AccountId } from '../../model/asset.ts';
import type { ProblemKind } from '../../model/problem.ts';
import type { EventOf } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import { newAccount, type Account, type ServiceState } from './service.ts';

/**
 * The account has a key that can sign: newly, again, or after the person mended it. What stopped it is forgotten. `hasAnswers`: the
 * list has answers that came with its key in an earlier run.
 */
export function accountReady(
  state: ServiceState,
  { account: id, keptAt }: EventOf<'account-ready'>,
  hasAnswers: boolean,
): void {
  const known = state.accounts.get(id) ?? newAccount(id);
  // A keyring that was slow to open has it missing for a while; a key that was entered anew, also meanwhile, has no answers yet.
  const isSame = known.keptAt === keptAt;
  const hasWorked = {
    unread: hasAnswers,
    missing: (isSame && known.hasWorked) || hasAnswers,
    ready: false,
  }[known.key];
  forgetDisturbances(state, id);
  state.accounts.put({
    ...known,
    key: 'ready',
    keptAt,
    hasWorked,
    refused: null,
    stopped: null,
    slowdown: null,
    lastReportedProblem: null,
    failedInRow: [],
  });
}

export function accountNotReady({ accounts }: ServiceState, id: AccountId, { facts }: Step): void {
  accounts.put({ ...(accounts.get(id) ?? newAccount(id)), key: 'missing' });
  facts.push({ kind: 'account-silent', account: id });
}

/** The person disconnected it: there is no key any more with which could be asked. */
export function accountRemoved(state: ServiceState, id: AccountId, { facts }: Step): void {
  forgetDisturbances(state, id);
  state.accounts.remove(id);
  facts.push({ kind: 'account-silent', account: id });
}

/**
 * The person wants the account to be asked: it is probed at once, but not before what `Retry-After` asked for. In the very millisecond in
 * which the trouble began, too: the probe would else count as sent before it, and be followed by another.
 */
export function askAccountAgain({ accounts }: ServiceState, id: AccountId, at: number): void {
  const slowdown = accounts.get(id)?.slowdown ?? null;
  const sooner = slowdown && {
    ...slowdown,
    since: Math.min(slowdown.since, at - 1),
    probeAt: Math.max(at, slowdown.notBefore),
  };
  accounts.patch(id, { stopped: null, slowdown: sooner });
}

/** Troubles of a network, which is another one when the laptop is opened elsewhere. */
export const isOfNetwork = (kind: ProblemKind): boolean => kind === 'offline' || kind === 'intercepted';

/** What was learned of the network before a sleep says nothing about the network now. */
export function forgetNetworkTroubles({ accounts, disturbances }: ServiceState): void {
  for (const { id, slowdown } of accounts.values())
    if (slowdown !== null && isOfNetwork(slowdown.problem.kind)) accounts.patch(id, { slowdown: null });
  for (const { key, kind } of [...disturbances.values()]) if (isOfNetwork(kind)) disturbances.remove(key);
}

/** Whether answers of the account can be expected if the machine can ask. */
export function canBeAsked(account: Account | undefined): boolean {
  return account?.key === 'ready' && account.stopped === null;
}

function forgetDisturbances({ disturbances }: ServiceState, id: AccountId): void {
  for (const { key, account } of [...disturbances.values()]) if (account === id) disturbances.remove(key);
}
