import '../support/electron-path.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openWatchlistStore } from '../../main/adapters/stores/watchlist-store.ts';
import { createState } from '../../main/monitor/state.ts';
import { countsOf } from '../../main/monitor/view/rows.ts';
import { createRunner } from '../../main/runner/runner.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { someSettings } from '../unit/monitor/stage.ts';
import { portsWith } from '../unit/runner/ports.ts';
import { bytesWritten } from './bytes-written.ts';
import { createService, projects, workspace } from './day/service.ts';
import { report } from './figures.ts';

/**
 * Twelve hours of one person who follows three projects in which 2,000 imports begin and end, with a laptop that sleeps over
 * lunch: what it costs the service, the disk and the processor, and how late the ends are told.
 */
const imports = 2_000;
const hourMs = 3_600_000;
const answerMs = 120;
const bannerMs = 50;
const account = 'a1';
const beganAt = Date.UTC(2026, 8, 1, 0);

const folder = mkdtempSync(join(tmpdir(), 'import-watch-bench-'));
try {
  await playDay();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function playDay(): Promise<void> {
  const clock = createVirtualClock(beganAt);
  const service = createService(imports, beganAt);
  const store = await openWatchlistStore({ folder, now: clock.now, warn: () => undefined });
  const counts = { status: 0, details: 0, page: 0, saves: 0, banners: 0 };
  const delays: number[] = [];
  let saving = Promise.resolve();

  const state = createState({ at: beganAt, seed: 7, settings: someSettings, pausedUntil: null });
  const runner = createRunner(
    state,
    portsWith({
      now: clock.now,
      setTimer: clock.setTimer,
      ask: (ask) => {
        if (ask.for in counts) counts[ask.for as keyof typeof counts] += 1;
        return clock.after(answerMs, () => service.reply(ask, clock.now()));
      },
      save: (changes) => {
        counts.saves += 1;
        saving = store.save(changes);
        return saving;
      },
      show: (notices) => {
        counts.banners += 1;
        for (const notice of notices) {
          if (notice.about === 'import') delays.push(clock.now() - service.endOf(notice.reference.assetId));
        }
        return clock.after(bannerMs, () => ({ kind: 'shown', by: 'node-notifier' }));
      },
    }),
  );

  const [written, used] = [bytesWritten(), process.cpuUsage()];
  runner.dispatch({ kind: 'account-ready', account, keptAt: 0 });
  for (const projectId of projects) {
    runner.dispatch({ kind: 'followed', account, workspace, projectId, projectName: `Project ${projectId}` });
  }
  // The disk is a real one: time stands still until it has written.
  const turn = async () => {
    await saving;
    await setImmediate();
  };
  await clock.playUntil(beganAt + 3 * hourMs, turn);
  runner.dispatch({ kind: 'suspended' });
  await clock.playUntil(beganAt + 3.75 * hourMs, turn);
  runner.dispatch({ kind: 'resumed' });
  await clock.playUntil(beganAt + 12 * hourMs, turn);
  const { user, system } = process.cpuUsage(used);
  await runner.stop();
  await store.close();

  const sorted = delays.toSorted((one, other) => one - other);
  const now = bytesWritten();
  report('day', [
    { what: 'imports watched', figure: state.watches.size },
    { what: 'still in progress at the end', figure: countsOf(state).importing },
    { what: 'notices', figure: state.notices.size },
    { what: 'told in banners', figure: delays.length },
    { what: 'banners', figure: counts.banners },
    { what: 'requests for an import status', figure: counts.status },
    { what: 'the same, for one import', figure: tenths(counts.status / imports) },
    { what: 'requests for a page of a list', figure: counts.page },
    { what: 'requests for a name', figure: counts.details },
    {
      what: 'end to banner, middle, s',
      figure: tenths((sorted[Math.floor(sorted.length / 2)] ?? NaN) / 1_000),
    },
    {
      what: 'end to banner, 95 %, s',
      figure: tenths((sorted[Math.floor(sorted.length * 0.95)] ?? NaN) / 1_000),
    },
    { what: 'saves', figure: counts.saves },
    {
      what: 'KiB written',
      figure: written === null || now === null ? 'unknown' : Math.round((now - written) / 1_024),
    },
    { what: 'CPU s', figure: tenths((user + system) / 1_000_000) },
  ]);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
