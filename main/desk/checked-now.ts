import type { RequestOf, ResponseOf } from '../contract.ts';
import type { AccountId } from '../model/asset.ts';
import { isOpen } from '../model/watch.ts';
import { clockAt } from '../monitor/kernel/time.ts';
import type { MonitorView } from '../monitor/state.ts';
import { pausedUntil } from '../monitor/view/health.ts';

/** Of how many the service is asked now that the person wants it, and of none why not. */
export function checkedNow(state: MonitorView, { watches }: RequestOf<'checkNow'>): ResponseOf<'checkNow'> {
  const until = pausedUntil(state);
  if (until !== null) return { checked: 0, hold: { kind: 'paused', until } };
  const since = clockAt(state, state.machine.value.offlineSince);
  if (since !== null) return { checked: 0, hold: { kind: 'offline', since } };
  const wanted = watches === 'all' ? inProgress(state) : watches.flatMap((id) => state.watches.get(id) ?? []);
  const keys = wanted.map(({ account }) => state.accounts.get(account)?.key ?? null);
  const checked = keys.filter((key) => key !== null && key !== 'missing').length;
  if (checked > 0 || keys.length === 0) return { checked, hold: null };
  return { checked, hold: { kind: keys.includes('missing') ? 'key-missing' : 'account-gone' } };
}

/** Watches of an account that was disconnected are counted as in progress nowhere. */
function inProgress({ accounts, follows, watches }: MonitorView): readonly { readonly account: AccountId }[] {
  const open = [...watches.values()].filter((watch) => isOpen(watch) && accounts.has(watch.account));
  return [...open, ...follows.values()];
}
