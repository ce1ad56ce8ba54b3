import type { Change, FoundKeys, Settings, Snapshot, Warning } from '../contract.ts';
import type { AccountId } from '../monitor/asset.ts';
import type { EventOf } from '../monitor/event.ts';
import type { SavedGroup } from '../monitor/groups/group.ts';
import { createState, type SavedWatch } from '../monitor/initial-state.ts';
import { followCards } from '../monitor/follow/card.ts';
import type { StoredFollow } from '../monitor/follow/follow.ts';
import type { Observation } from '../monitor/learning/observation.ts';
import type { Notice } from '../monitor/notice.ts';
import type { Problem } from '../monitor/problem.ts';
import type { MonitorSettings } from '../monitor/state.ts';
import { createRunner, type RunnerPorts } from '../runner/runner.ts';
import type { SaveChanges } from '../runner/saver.ts';
import { createAccounts, type AccountPorts } from './accounts.ts';
import { createProjection, type Picture } from './projection.ts';
import { troublesOf } from './troubles.ts';

export interface DeskPorts extends Pick<RunnerPorts, 'now' | 'setTimer' | 'show' | 'wentWrong'> {
  readonly accounts: Omit<AccountPorts, 'dispatch' | 'changed'>;
  readonly settings: { readonly get: () => Settings; readonly set: (settings: Settings) => void };
  readonly watchlist: {
    readonly watches: readonly SavedWatch[];
    readonly notices: readonly Notice[];
    readonly durations?: readonly Observation[];
    readonly follows?: readonly StoredFollow[];
    readonly groups: readonly SavedGroup[];
    readonly save: (changes: SaveChanges) => Promise<void>;
  };
  /** What banners of earlier runs left; none where notifiers leave nothing. */
  readonly receipts?: EventOf<'shown-before'>['receipts'];
  readonly pausedUntil: number | null;
  readonly seed: number;
  readonly tellProblem: (account: AccountId, problem: Problem) => void;
  readonly tell: (change: Change, picture: Picture) => void;
}

/** One person's desk: accounts, watchlist and monitor, connected. The demo is a second desk with stores of its own. */
export function openDesk(ports: DeskPorts) {
  const state = createState({
    at: ports.now(),
    seed: ports.seed,
    settings: monitorSettings(ports.settings.get()),
    watches: ports.watchlist.watches,
    notices: ports.watchlist.notices,
    durations: ports.watchlist.durations ?? [],
    follows: ports.watchlist.follows ?? [],
    groups: ports.watchlist.groups,
    accounts: ports.accounts.records().map(({ id }) => id),
    pausedUntil: ports.pausedUntil,
  });
  const projection = createProjection(state, ports.tell);
  const runner = createRunner(state, {
    now: ports.now,
    setTimer: ports.setTimer,
    show: ports.show,
    wentWrong: ports.wentWrong,
    tellProblem: ports.tellProblem,
    save: ports.watchlist.save,
    ask: async (account, reference, signal) =>
      (await accounts.client(account)?.importStatus(reference, signal)) ?? { kind: 'aborted' },
    learnName: async (account, reference, signal) =>
      (await accounts.client(account)?.assetDetails(reference, signal)) ?? { kind: 'aborted' },
    readPage: async (account, { workspace, projectId, page }, signal) =>
      (await accounts.client(account)?.readPage(workspace, projectId, page, signal)) ?? { kind: 'aborted' },
    changed: projection.note,
  });
  runner.dispatch({ kind: 'shown-before', receipts: ports.receipts ?? [] });
  const accounts = createAccounts({
    ...ports.accounts,
    dispatch: runner.dispatch,
    changed: () => projection.notePart({ accounts: accounts.cards() }),
  });

  return {
    state,
    runner,
    accounts,
    projection,
    settings: ports.settings.get,
    changeSettings(wanted: Partial<Settings>): Settings {
      const settings = { ...ports.settings.get(), ...wanted };
      ports.settings.set(settings);
      runner.dispatch({ kind: 'settings-changed', settings: monitorSettings(settings) });
      projection.notePart({ settings });
      return settings;
    },
    async close(): Promise<void> {
      projection.stop();
      await runner.stop();
    },
  };
}

export type Desk = ReturnType<typeof openDesk>;

/** What only the app around the desk knows. */
export interface SnapshotFrame {
  readonly version: string;
  readonly platform: Snapshot['platform'];
  readonly language: Snapshot['language'];
  readonly demo: boolean;
  readonly settings: Settings;
  readonly foundKeys: readonly FoundKeys[];
  readonly warnings: readonly Warning[];
}

/** All that a window needs when it opens; from then on it gets changes only. */
export function snapshotOf(desk: Desk, frame: SnapshotFrame): Snapshot {
  const { health, counts } = desk.projection.picture();
  return {
    ...frame,
    accounts: desk.accounts.cards(),
    troubles: troublesOf(desk.state),
    follows: followCards(desk.state),
    rows: desk.projection.rows(),
    groups: desk.projection.groups(),
    inbox: desk.projection.inbox(),
    counts,
    health,
    pausedUntil: desk.state.pausedUntil,
    lastNotifier: desk.state.lastNotifier,
  };
}

function monitorSettings(settings: Settings): MonitorSettings {
  return {
    floorMs: settings.floorMs,
    notices: {
      completed: settings.noticeCompleted,
      failed: settings.noticeFailed,
      late: settings.noticeLate,
    },
  };
}
