import '../support/electron-path.ts';
import type { Page } from '@playwright/test';
import { openWatchlistStore } from '../../main/adapters/stores/watchlist-store.ts';
import { createInstallation, type Installation } from '../support/installation.ts';
import { startService } from '../support/journey.ts';
import { connect } from '../support/person.ts';
import { isStandIn } from '../support/runtime.ts';
import { changesOf } from '../unit/adapters/stores/entries.ts';
import { report, type Figures } from './figures.ts';
import { watchesOf } from './many-watches.ts';

/** From the start of the process to the tray's first menu and to the window's first painted content, on what a person left behind. */
const sizes = [0, 10_000];
const starts = 5;

const rows: Figures[] = [];
for (const size of sizes) rows.push(await figuresAt(size));
console.log(isStandIn() ? 'On the stand-in, with Chromium started for the window.' : 'On Electron.');
report('start', rows);

async function figuresAt(size: number): Promise<Figures> {
  const service = await startService();
  const installation = createInstallation();
  try {
    await connect(await installation.start(), service.account);
    await installation.quit();
    if (size > 0) await leaveBehind(installation.folder, size);
    const taken: Start[] = [];
    for (let count = 0; count < starts; count += 1) taken.push(await startOnce(installation));
    return {
      watches: size,
      'to the tray, ms': middle(taken.map(({ trayMs }) => trayMs)),
      'to a painted window, ms': middle(taken.map(({ paintedMs }) => paintedMs)),
      starts,
    };
  } finally {
    await installation.remove();
    await service.stop();
  }
}

async function leaveBehind(folder: string, count: number): Promise<void> {
  const store = await openWatchlistStore({ folder, now: Date.now, warn: () => undefined });
  await store.save(changesOf({ watches: watchesOf(0, count, 'COMPLETED') }));
  await store.close();
}

interface Start {
  readonly trayMs: number;
  readonly paintedMs: number;
}

async function startOnce(installation: Installation): Promise<Start> {
  const page = await installation.start();
  const { app } = installation.run();
  const { began, trayAt } = await app.evaluate(() => ({
    began: performance.timeOrigin,
    trayAt: (globalThis as unknown as { record: { menuAt: number } }).record.menuAt,
  }));
  const paintedAt = await paintTime(page);
  await installation.quit();
  return { trayMs: trayAt - began, paintedMs: paintedAt - began };
}

/** Epoch ms of the first content on the screen. */
async function paintTime(page: Page): Promise<number> {
  for (;;) {
    const time = await page.evaluate(() => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      return paint === undefined ? null : performance.timeOrigin + paint.startTime;
    });
    if (time !== null) return time;
  }
}

/** The median: one start in five meets a busy machine. */
function middle(values: readonly number[]): number {
  return Math.round(
    values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN,
  );
}
