import { hasToAsk, nextAskTime } from './sending.ts';
import { problemRules } from './problem.ts';
import type { Account, State } from './state.ts';
import { importingNow } from './tally.ts';
import type { Counts, Health, TrayIcon } from './view.ts';

/** The health of the whole: the first of these that has something to say. */
export function healthOf(state: State): Health {
  return (
    pausedHealth(state) ??
    accountHealth(state) ??
    machineHealth(state) ??
    slowHealth(state) ??
    watchingHealth(state)
  );
}

/** The tray's icon, from the health and the failures that nobody has read yet. */
export function trayIconOf(health: Health, counts: Counts): TrayIcon {
  switch (health.kind) {
    case 'paused':
      return 'paused';
    case 'needs-you':
    case 'key-missing':
      return 'needs-you';
    case 'unknown':
      return 'unknown';
    case 'no-account':
    case 'idle':
    case 'watching':
      if (counts.unreadFailures > 0) return 'needs-you';
      return counts.importing > 0 && health.kind === 'watching' ? 'importing' : 'idle';
  }
}

function pausedHealth(state: State): Health | null {
  return state.pausedUntil === null ? null : { kind: 'paused', until: state.pausedUntil };
}

function accountHealth(state: State): Health | null {
  if (state.accounts.size === 0) return { kind: 'no-account' };
  for (const account of state.accounts.values()) {
    if (account.stopped !== null && problemRules[account.stopped.kind].personMustAct) {
      return { kind: 'needs-you', account: account.id, problem: account.stopped };
    }
    if (!account.ready) return { kind: 'key-missing', account: account.id };
  }
  return null;
}

function machineHealth(state: State): Health | null {
  const { offlineSince } = state.machine;
  if (offlineSince === null || importingNow(state) === 0) return null;
  return {
    kind: 'unknown',
    problem: null,
    since: offlineSince,
    answeredAt: newestAnswer(state),
    nextAt: null,
  };
}

function slowHealth(state: State): Health | null {
  for (const account of state.accounts.values()) {
    const { slowdown, answeredAt } = account;
    // Without anything to ask no probe is sent, so the outage could never be seen to end.
    if (slowdown === null || !hasToAsk(state, account)) continue;
    const { problem, since, probeAt } = slowdown;
    return { kind: 'unknown', problem, since, answeredAt, nextAt: probeAt };
  }
  return null;
}

function watchingHealth(state: State): Health {
  const answeredAt = newestAnswer(state);
  if (importingNow(state) === 0) return { kind: 'idle', answeredAt };
  return { kind: 'watching', answeredAt, nextAt: nextAskTime(state) };
}

function newestAnswer(state: State): number | null {
  const times = [...state.accounts.values()].map((account: Account) => account.answeredAt ?? 0);
  return Math.max(0, ...times) || null;
}
