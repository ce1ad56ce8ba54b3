import '../../support/electron-path.ts';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openSettingsStore } from '../../../main/adapters/stores/settings-store.ts';
import { openDeskOnDisk } from '../../../main/app/desk-on-disk.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const never = () => new Promise<never>(() => {});

async function deskIn(folder: string) {
  const keepOnly = vi.fn();
  const nothing = () => undefined;
  const { close } = await openDeskOnDisk({
    ...{ folder, platform: 'linux', environment: {}, home: null, programEnvironment: {} },
    safeStorage: { encryptStringAsync: never, decryptStringAsync: never },
    settings: openSettingsStore({ folder, now: () => 0 }),
    receipts: { left: [], keepOnly },
    warn: { raise: nothing, withdraw: nothing },
    language: () => 'en',
    ...{ fetch: never, fetchOnce: never, agree: never, chooseProgram: never, show: never },
    ...{ close: nothing, tell: nothing, tellProblem: never, wentWrong: nothing },
    ...{ guardSecret: nothing, settingsChange: nothing },
  });
  await close();
  return keepOnly.mock.calls;
}

test('receipts that no ledger waits for go at the start, but not where the ledger could not be read', async () => {
  const folder = join(temporaryFolder(), 'import-watch');
  // Nothing behind it can be looked at.
  symlinkSync(folder, folder);
  expect(await deskIn(folder)).toEqual([]);
  rmSync(folder);
  expect(await deskIn(folder)).toEqual([[new Set()]]);
});
