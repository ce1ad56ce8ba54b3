import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { desktopEntry } from '../../../main/adapters/login-item/desktop-entry.ts';
import { openUpdater } from '../../../main/adapters/updates/open-updater.ts';
import type { Updater } from '../../../main/adapters/updates/updater.ts';
import { openUpdates, type OpenUpdatesPorts } from '../../../main/app/open-updates.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

vi.mock('../../../main/adapters/updates/open-updater.ts', () => ({ openUpdater: vi.fn() }));

const before = { ...process.env };
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
});

/** What is left of the entry for the login once an AppImage was replaced by one of another name; null where there is none. */
async function entryAfterUpdate(entry: string | null): Promise<string | null> {
  const folder = temporaryFolder();
  const file = join(folder, 'autostart/com.importwatch.app.desktop');
  mkdirSync(dirname(file));
  if (entry !== null) writeFileSync(file, entry);
  const updater: Updater = {
    canInstall: true,
    look: async () => '2.0.0',
    download: async () => ({ kind: 'done', version: '2.0.0' }),
    page: async () => 'https://feed.example/',
    async install(moved) {
      moved('/apps/new.AppImage');
      return true;
    },
  };
  vi.mocked(openUpdater).mockReturnValue(updater);
  const { promise, resolve } = Promise.withResolvers<(isAllWritten: boolean) => Promise<void>>();
  const updates = openUpdates({
    app: { isPackaged: true, releaseSingleInstanceLock: () => undefined },
    environment: {
      ...{ XDG_CONFIG_HOME: folder, APPIMAGE: '/apps/old.AppImage' },
      APPDIR: dirname(process.execPath),
    },
    desk: { settings: () => ({ startAtLogin: true }), projection: { notePart: () => undefined } },
    life: {
      leaveWith: (_app: object, install: (isAllWritten: boolean) => Promise<void>) => resolve(install),
    },
    faults: { updateFailed: vi.fn(), wentWrong: vi.fn() },
    lastLook: null,
  } as unknown as OpenUpdatesPorts);
  for (const act of ['look', 'download', 'install'] as const) {
    updates.act(act);
    await vi.advanceTimersByTimeAsync(0);
  }
  updates.stop();
  await (
    await promise
  )(true);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

const entry = desktopEntry({ program: '/apps/old.AppImage', arguments: ['--hidden'] });
const renewed = entry.replace('/apps/old.AppImage', '/apps/new.AppImage');

it('has the entry for the login start the AppImage that took the place of the old one', async () => {
  expect(await entryAfterUpdate(entry)).toBe(renewed);
});

it('turns on no start at login that the person turned off in the system, or took away', async () => {
  for (const line of ['Hidden=true', 'X-GNOME-Autostart-enabled=false'])
    expect(await entryAfterUpdate(`${entry}${line}\n`)).toBe(`${renewed}${line}\n`);
  expect(await entryAfterUpdate(null)).toBe(null);
});
