import { isDeepStrictEqual } from 'node:util';
import type { Happening } from '../../../main/monitor/kernel/events.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import type { Court } from './court.ts';

export interface BelievingPorts {
  readonly court: Court;
  /** How long the laptop has been awake, ms. */
  readonly awake: () => number;
  /** Counts faults of our own. */
  readonly faults: () => number;
}

export type BelievingLaw = ReturnType<typeof createBelievingLaw>;

/** What breaks off is taken up again by then. */
const patienceMs = 60_000;

/** What the system and the accounts tell the app a single time is not lost on it, also where the step that was to take it breaks off. */
export function createBelievingLaw({ court, awake, faults }: BelievingPorts) {
  /** The newest of each subject that was told to this process. */
  let told = new Map<string, Happening>();
  let calm = { faults: 0, since: 0 };

  function isBelieved(state: MonitorView, event: Happening): boolean {
    switch (event.kind) {
      case 'offline':
      case 'online':
        return (state.machine.value.offlineSince !== null) === (event.kind === 'offline');
      case 'scarce':
        return isDeepStrictEqual(state.scarce.value, event.scarce);
      case 'settings-changed':
        return isDeepStrictEqual(state.settings.value, event.settings);
      case 'account-ready':
        return state.accounts.get(event.account)?.key === 'ready';
      case 'account-not-ready':
        return state.accounts.get(event.account)?.key === 'missing';
      case 'account-removed':
        return !state.accounts.has(event.account);
      default:
        return true;
    }
  }

  return {
    told(event: Happening): void {
      if ('account' in event && event.kind.startsWith('account-')) told.set(event.account, event);
      else if (event.kind === 'offline' || event.kind === 'online') told.set('network', event);
      else if (event.kind === 'scarce' || event.kind === 'settings-changed') told.set(event.kind, event);
    },
    afterStep(state: MonitorView): void {
      if (faults() !== calm.faults) calm = { faults: faults(), since: awake() };
      if (awake() - calm.since < patienceMs) return;
      for (const event of told.values())
        if (!isBelieved(state, event)) court.breach(0, `${event.kind} was told and is not believed`);
    },
    /** A new process is told anew. */
    started(): void {
      told = new Map();
    },
  };
}
