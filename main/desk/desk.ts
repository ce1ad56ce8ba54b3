import { limits, type Arrangement, type Change, type Settings, type Snapshot } from '../contract.ts';
import type { MonitorSettings } from '../model/monitor-settings.ts';
import type { Stored, StoredChanges } from '../model/stored.ts';
import type { EventOf } from '../monitor/kernel/events.ts';
import { pausedUntil, quietNow } from '../monitor/view/health.ts';
import { createState } from '../monitor/state.ts';
import { followCards, troublesOf, wishCards } from '../monitor/view/rows.ts';
import type { Watch } from '../model/watch.ts';
import type { Notice, Receipt } from '../model/notice.ts';
import type { WishId } from '../model/wish.ts';
import { askClient } from '../runner/ask-client.ts';
import { createRunner, type RunnerPorts } from '../runner/runner.ts';
import { createAccounts, type AccountPorts } from './accounts.ts';
import { createHooks, type HookPorts } from './hooks.ts';
import { createProjection, type Picture } from './projection.ts';
import { calendarDay, quietHoursOf, type QuietSetting } from './quiet-hours.ts';

export interface DeskPorts extends Pick<RunnerPorts, 'now' | 'setTimer' | 'show' | 'close' | 'wentWrong'> {
  readonly accounts: Omit<AccountPorts, 'now' | 'dispatch' | 'changed'>;
  readonly hooks: Omit<HookPorts, 'now' | 'agree' | 'guardSecret' | 'weakAllowed' | 'accountName' | 'runner'>;
  readonly settings: { readonly get: () => Settings; readonly set: (settings: Settings) => void };
  readonly arrangement: { readonly get: () => Arrangement; readonly set: (next: Arrangement) => void };
  readonly watchlist: {
    readonly stored: Stored;
    readonly save: (changes: StoredChanges) => Promise<void>;
  };
  /** What banners of earlier runs left; none where notifiers leave nothing. */
  readonly receipts?: readonly Receipt[];
  readonly pausedUntil: number | null;
  readonly seed: number;
  readonly tellProblem: RunnerPorts['tellProblem'];
  readonly tell: (change: Change, picture: Picture) => void;
}

/** A person who travels takes their computer into another time zone; one that slept on the way is looked at as it wakes. */
const renewedEveryMs = 3_600_000;

/** One person's desk: accounts, watchlist and monitor, connected. The demo is a second desk with stores of its own. */
export function openDesk(ports: DeskPorts) {
  let reckonedOn = calendarDay(ports.now());
  const state = createState({
    at: ports.now(),
    seed: ports.seed,
    settings: monitorSettings(ports.settings.get(), ports.now()),
    ...ports.watchlist.stored,
    receipts: ports.receipts ?? [],
    accounts: ports.accounts.records().map(({ id }) => id),
    pausedUntil: ports.pausedUntil,
  });
  const projection = createProjection(state, ports.tell);
  const runner = createRunner(state, {
    now: ports.now,
    setTimer: ports.setTimer,
    show: ports.show,
    deliver: (delivery, hook, signal) => hooks.deliver(delivery, hook, signal),
    close: ports.close,
    wentWrong: ports.wentWrong,
    tellProblem: ports.tellProblem,
    save: ports.watchlist.save,
    async ask(ask, signal) {
      const client = accounts.client(ask.account);
      return client === null ? { kind: 'aborted' } : askClient(client, ask, signal);
    },
    changed(changes) {
      // No system says so where a virtual machine stood still for weeks, or where the zone changes some moments after the computer woke.
      if (calendarDay(ports.now()) !== reckonedOn) renewQuietHours();
      // Before what is only shown, which may have a fault.
      dropForbidden(changes.wishes);
      projection.note(changes);
      if (changes.hooks || hooks.concern(changes.groups)) projection.notePart({ hooks: hooks.cards() });
    },
  });
  const accounts = createAccounts({
    ...ports.accounts,
    now: ports.now,
    dispatch: runner.dispatch,
    changed: () => projection.notePart({ accounts: accounts.cards(), hooks: hooks.cards() }),
  });

  const hooks = createHooks({
    ...ports.hooks,
    now: ports.now,
    agree: ports.accounts.agree,
    guardSecret: ports.accounts.guardSecret,
    weakAllowed: () => ports.accounts.records().some(({ weakAllowed }) => weakAllowed),
    accountName: (account) => ports.accounts.records().find(({ id }) => id === account)?.name ?? null,
    runner,
  });

  /** What was on the wire as registering was turned off, and surely was not taken, would else be sent again. */
  function dropForbidden(changed: readonly WishId[]): void {
    const wishes = changed.filter((id) => {
      const wish = state.wishes.get(id);
      return wish?.state.kind === 'waiting' && !accounts.mayRegister(wish.account);
    });
    if (wishes.length > 0) runner.dispatch({ kind: 'wishes-dropped', wishes });
  }

  const obey = (settings: Settings) =>
    runner.dispatch({ kind: 'settings-changed', settings: monitorSettings(settings, ports.now()) });

  /** The monitor knows the quiet hours of the coming days only. */
  function renewQuietHours(): void {
    const settings = ports.settings.get();
    reckonedOn = calendarDay(ports.now());
    if (settings.quietHours) obey(settings);
    cancelRenewal();
    cancelRenewal = ports.setTimer(ports.now() + renewedEveryMs, renewQuietHours);
  }
  let cancelRenewal = ports.setTimer(ports.now() + renewedEveryMs, renewQuietHours);

  return {
    state: runner.state,
    runner,
    accounts,
    hooks,
    projection,
    settings: ports.settings.get,
    /** What the system says of sleep and wake. What ended meanwhile is told by the quiet hours of where the person is now. */
    power(event: EventOf<'suspended' | 'resumed'>): void {
      if (event.kind === 'resumed') renewQuietHours();
      runner.dispatch(event);
    },
    changeSettings(wanted: Partial<Settings>): Settings {
      const settings = { ...ports.settings.get(), ...wanted };
      ports.settings.set(settings);
      obey(settings);
      projection.notePart({ settings });
      return settings;
    },
    arrangement: ports.arrangement.get,
    arrange(arrangement: Arrangement): void {
      ports.arrangement.set(arrangement);
      projection.notePart({ arrangement });
    },
    async close(): Promise<void> {
      cancelRenewal();
      projection.stop();
      hooks.stop();
      await runner.stop();
    },
  };
}

export type Desk = ReturnType<typeof openDesk>;

/** What only the app around the desk knows. */
export type SnapshotFrame = Pick<
  Snapshot,
  | 'version'
  | 'platform'
  | 'language'
  | 'demo'
  | 'settings'
  | 'foundKeys'
  | 'unusableKeys'
  | 'warnings'
  | 'update'
  | 'wanted'
>;

/** Of long lists what a window shows of them first. */
export interface FirstSeen {
  readonly watches: readonly Watch[];
  readonly notices: readonly Notice[];
}

/** All that a window needs when it opens; `first`: of its lists only these. From then on it gets changes only. */
export function snapshotOf(desk: Desk, frame: SnapshotFrame, first?: FirstSeen): Snapshot {
  const { health, counts } = desk.projection.picture();
  return {
    ...frame,
    arrangement: desk.arrangement(),
    accounts: desk.accounts.cards(),
    troubles: troublesOf(desk.state),
    follows: followCards(desk.state),
    rows: desk.projection.rows(first?.watches),
    groups: desk.projection.groups(),
    hooks: desk.hooks.cards(),
    wishes: wishCards(desk.state),
    inbox: desk.projection.inbox(first?.notices),
    isWhole: first === undefined,
    counts,
    health,
    quiet: quietNow(desk.state),
    pausedUntil: pausedUntil(desk.state),
    lastNotifier: desk.state.lastNotifier.value,
  };
}

/** The settings that the monitor obeys. */
export type MonitorSetting =
  'floorMs' | 'noticeCompleted' | 'noticeFailed' | 'noticeLate' | 'tidyAfterDays' | QuietSetting;

function monitorSettings(settings: Pick<Settings, MonitorSetting>, now: number): MonitorSettings {
  return {
    floorMs: settings.floorMs,
    notices: {
      completed: settings.noticeCompleted,
      failed: settings.noticeFailed,
      late: settings.noticeLate,
    },
    tidyAfterMs: settings.tidyAfterDays === 0 ? null : settings.tidyAfterDays * 86_400_000,
    mostWatches: limits.watches,
    mostOutcomes: limits.outcomes,
    quiet: quietHoursOf(settings, now),
  };
}
