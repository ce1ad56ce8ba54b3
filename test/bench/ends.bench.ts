import '../support/electron-path.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { openWatchlistStore } from '../../main/adapters/stores/watchlist-store.ts';
import { createOpening } from '../../main/desk/opening.ts';
import type { Watch } from '../../main/model/watch.ts';
import { countsOf } from '../../main/monitor/view/rows.ts';
import { defaultSettings as someSettings } from '../../main/contract.ts';
import { changesOf, listingOf } from '../unit/adapters/stores/entries.ts';
import { assetsInProject, openBusyDesk, type BusyDesk } from './ends/busy-desk.ts';
import { report, type Figures } from './figures.ts';
import { measure, type Measured } from './longest-block.ts';
import { watchesOf } from './many-watches.ts';

/**
 * Ten thousand imports end in one moment: what it costs the desk to learn of all, in real time. One account may ask five times a second, so
 * that so many ends are learned in a minute only where they are spread over accounts, of which each has a project of its own here. Neither
 * they nor a window that is opened then may block the event loop for long.
 */
const ends = 10_000;
const accounts = Array.from({ length: ends / assetsInProject }, (_, index) => `a${index + 1}`);
/** Epoch ms: of imports that began a while ago the list is read twice a minute or so. */
const began = Date.now() - 5 * 60_000;
const folder = mkdtempSync(join(tmpdir(), 'import-watch-bench-'));
const options = { folder, now: Date.now, warn: () => undefined };

try {
  const first = await openWatchlistStore(options);
  await first.save(
    changesOf({
      watches: watchesOf(0, ends, 'IN_PROGRESS').map(ofAccount),
      listings: accounts.map(listingOf),
    }),
  );
  await first.close();
  const store = await openWatchlistStore(options);
  const busy = await openBusyDesk(accounts, store);
  await until(() => busy.requests() >= ends);
  report('ends', [...(await busyMinute(busy)), ...(await afterwards(busy))]);
  await busy.desk.close();
  await store.close();
  const { stored } = await openWatchlistStore(options);
  console.log(`after a restart the inbox has ${stored.notices.length}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function busyMinute({ desk, banners, endAll }: BusyDesk) {
  const before = banners.length;
  const measured = await measure(async () => {
    endAll();
    await until(() => desk.state.inbox.of('settled').size === ends);
  });
  const told = banners.slice(before);
  const { unread } = countsOf(desk.state);
  return [
    row(`${ends} ends, learned and told`, measured, {
      banners: told.length,
      'notices in them': told.join(' + '),
      inbox: desk.state.notices.size,
      unread,
    }),
  ];
}

/** What the person does next: opens the window, and reads all. */
async function afterwards({ desk }: BusyDesk) {
  const frame = {
    version: '0',
    platform: 'linux',
    language: 'en',
    demo: false,
    settings: someSettings,
  } as const;
  const more = { foundKeys: [], unusableKeys: [], warnings: [], update: null, wanted: null };
  const opened = await measure(async () => {
    let isWhole = false;
    let entries = 0;
    const opening = createOpening(desk, (rest) => {
      entries += structuredClone(rest).inbox.length;
      isWhole = rest.isLast;
    });
    entries += structuredClone(opening.snapshot({ ...frame, ...more })).inbox.length;
    while (!isWhole) {
      await setImmediate();
      opening.sendRest();
    }
    return entries;
  });
  const read = await measure(async () => {
    desk.runner.dispatch({ kind: 'notices-read', notices: 'all' });
    await until(() => desk.state.savedRevision.value === desk.state.revision.value);
  });
  return [
    row('open the window then', opened, { inbox: opened.value }),
    row('mark all as read', read, { unread: countsOf(desk.state).unread }),
  ];
}

function row(what: string, { blockedMs, ms, workedMs }: Measured<unknown>, more: Figures): Figures {
  const rounded = {
    'longest block, ms': Math.round(blockedMs),
    'most processor time of a turn, ms': Math.round(workedMs),
  };
  return { what, seconds: Math.round(ms / 100) / 10, ...rounded, ...more };
}

function ofAccount(watch: Watch, index: number): Watch {
  const projectId = Math.floor(index / assetsInProject) + 1;
  const account = `a${projectId}`;
  const { workspace, assetId } = watch.reference;
  return {
    ...{ ...watch, account, id: `${account}:${workspace}/${assetId}`, addedAt: began, startedAt: began },
    ...{ reference: { ...watch.reference, projectId }, known: { ...watch.known!, receivedAt: began } },
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(20);
}
