import { problemRules } from '../../model/problem.ts';
import type { Counts, Health, Quiet, TrayIcon } from '../../model/view.ts';
import { clockAt } from '../kernel/time.ts';
import { pauseEnd } from '../machine/machine.ts';
import { isBehind } from '../service/pace.ts';
import type { MonitorView } from '../state.ts';
import { spanAt } from '../telling/quiet.ts';
import { hasToAsk, nextAskTime } from '../turns.ts';
import { countInProgress } from './rows.ts';

/** The health of the whole: the first of these that has something to say. */
export function healthOf(state: MonitorView): Health {
  const until = pausedUntil(state);
  if (until !== null) return { kind: 'paused', until };
  return accountHealth(state) ?? machineHealth(state) ?? slowHealth(state) ?? watchingHealth(state);
}

/** The tray's icon, from the health, the failures that nobody has read yet, and what the person is asked. */
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
      if (counts.unreadFailures + counts.inDoubt > 0) return 'needs-you';
      if (health.kind !== 'no-account' && health.quiet !== null) return 'quiet';
      return counts.importing > 0 && health.kind === 'watching' ? 'importing' : 'idle';
  }
}

/** When the pause ends, epoch ms by this computer's clock; null without one. */
export function pausedUntil(state: MonitorView): number | null {
  return clockAt(state, pauseEnd(state));
}

function accountHealth({ accounts }: MonitorView): Health | null {
  if (accounts.size === 0) return { kind: 'no-account' };
  for (const { id, stopped, key } of accounts.values()) {
    if (stopped !== null && problemRules[stopped.kind].personMustAct)
      return { kind: 'needs-you', account: id, problem: stopped };
    if (key === 'missing') return { kind: 'key-missing', account: id };
  }
  return null;
}

function machineHealth(state: MonitorView): Health | null {
  const since = clockAt(state, state.machine.value.offlineSince);
  if (since === null || countInProgress(state) === 0) return null;
  return { kind: 'unknown', problem: null, since, answeredAt: newestAnswer(state), nextAt: null };
}

function slowHealth(state: MonitorView): Health | null {
  for (const account of state.accounts.values()) {
    const { slowdown, answeredAt } = account;
    // Without anything to ask no probe is sent, so the outage could never be seen to end.
    if (slowdown === null || !hasToAsk(state, account)) continue;
    const { problem, since, probeAt } = slowdown;
    const [sinceClock, nextAt] = [clockAt(state, since), clockAt(state, probeAt)];
    return { kind: 'unknown', problem, since: sinceClock, answeredAt, nextAt };
  }
  return null;
}

function watchingHealth(state: MonitorView): Health {
  const answeredAt = newestAnswer(state);
  const quiet = quietNow(state);
  if (countInProgress(state) === 0) return { kind: 'idle', answeredAt, quiet };
  const isSlowed = [...state.accounts.keys()].some((id) =>
    isBehind(state.due.of(id).overdue() + state.troubled.of(id).overdue()),
  );
  return {
    kind: 'watching',
    answeredAt,
    nextAt: clockAt(state, nextAskTime(state)),
    isSlowed,
    scarce: state.scarce.value,
    quiet,
  };
}

/** Why nothing may disturb the person now, whatever the health is; null where something may. */
export function quietNow(state: MonitorView): Quiet | null {
  if (state.isSystemQuiet.value) return { kind: 'system' };
  // A step is taken whenever quiet hours begin or end.
  const span = spanAt(state.settings.value.quiet.spans, state.newestClock.value);
  return span === null ? null : { kind: 'hours', until: span.until };
}

function newestAnswer({ accounts }: MonitorView): number | null {
  return Math.max(0, ...[...accounts.values()].map(({ answeredAt }) => answeredAt ?? 0)) || null;
}
