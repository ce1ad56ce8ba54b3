import '../../support/electron-path.ts';
import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { openSettingsStore } from '../../../main/adapters/stores/settings-store.ts';
import { openDeskOnDisk, type DeskOnDiskPorts } from '../../../main/app/desk-on-disk.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const nothing = () => undefined;
const never = () => new Promise<never>(() => {});

async function deskIn(folder: string, agree: DeskOnDiskPorts['agree'] = never) {
  const keepOnly = vi.fn();
  const { close, desk } = await openDeskOnDisk({
    ...{ folder, platform: 'linux', environment: {}, home: null, programEnvironment: {} },
    safeStorage: { encryptStringAsync: never, decryptStringAsync: never },
    settings: openSettingsStore({ folder, now: () => 0 }),
    receipts: { left: [], keepOnly },
    warn: { raise: nothing, withdraw: nothing },
    language: () => 'en',
    ...{ fetch: never, fetchOnce: never, agree, chooseProgram: never, show: never },
    ...{ close: nothing, tell: nothing, tellProblem: never, wentWrong: nothing },
    ...{ guardSecret: nothing, settingsChange: nothing },
  });
  return { close, desk, kept: keepOnly.mock.calls };
}

async function keptReceiptsIn(folder: string) {
  const { close, kept } = await deskIn(folder);
  await close();
  return kept;
}

test('receipts that no ledger waits for go at the start, but not where the ledger could not be read', async () => {
  const folder = join(temporaryFolder(), 'import-watch');
  // Nothing behind it can be looked at.
  symlinkSync(folder, folder);
  expect(await keptReceiptsIn(folder)).toEqual([]);
  rmSync(folder);
  expect(await keptReceiptsIn(folder)).toEqual([[new Set()]]);
});

test('rows that somebody wrote into the watchlist run no program before the person agreed', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'planted.sh');
  writeFileSync(path, `#!/bin/sh\ntouch ran\n`, { mode: 0o700 });
  const scope = { kind: 'account', account: 'nobody' };
  const what = { about: 'all', account: null, groupName: null, completed: 1, failed: 0 };
  const rows = {
    hooks: { id: 'h', scope, events: ['all-done'], target: { kind: 'program', path } },
    deliveries: {
      ...{ id: 'd', hook: 'h', to: 'planted.sh', event: 'all-done', what, at: Date.now(), tries: 0 },
      ...{ fate: { kind: 'waiting', nextAt: null }, last: null },
    },
  };
  const database = new DatabaseSync(join(folder, 'watchlist.db'));
  database.exec(
    'CREATE TABLE rows(kind text not null, key text not null, row text not null, primary key(kind, key)) strict, without rowid',
  );
  const put = database.prepare('insert into rows values (?, ?, ?)');
  for (const [kind, row] of Object.entries(rows)) put.run(kind, row.id, JSON.stringify(row));
  database.close();

  const agree = vi.fn(() => Promise.resolve(false));
  const { close, desk } = await deskIn(folder, agree);
  desk.runner.dispatch({ kind: 'check-now', watches: 'all' });
  await vi.waitFor(() =>
    expect(desk.hooks.cards()).toMatchObject([{ last: { last: { fault: 'not-agreed' } } }]),
  );
  expect(agree.mock.calls).toEqual([[{ kind: 'program', about: path }, 'in-turn']]);
  await close();
  expect(existsSync(join(folder, 'ran'))).toBe(false);
});
