import '../../../support/electron-path.ts';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { CannotSave } from '../../../../main/adapters/stores/cannot-save.ts';
import { openSettingsStore } from '../../../../main/adapters/stores/settings-store.ts';
import { defaultSettings } from '../../../../main/contract.ts';
import { openVaultStore } from '../../../../main/adapters/vault/vault-store.ts';
import { mountSmallDisk, whyNoSmallDisk, type SmallDisk } from '../../../support/small-disk.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { changesOf, watchOf } from './entries.ts';
import { afterCrash, openIn } from './opened.ts';

const now = () => 0;
const reason = whyNoSmallDisk();
const many = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const sealed = { scheme: 'os', data: 'AAAA' } as const;

function smallDisk(): SmallDisk {
  const disk = mountSmallDisk();
  onTestFinished(disk.remove);
  return disk;
}

test('a small disk can be had', ({ skip }) => {
  skip(reason !== null, reason ?? undefined);
});

describe.skipIf(reason !== null)('a real disk', () => {
  test('that is full: a save says so and loses nothing, and saving works again once there is room', async () => {
    const disk = smallDisk();
    const store = await openIn(disk.folder);
    await store.save(changesOf({ watches: [watchOf(1)] }));
    disk.fill();
    const changes = changesOf({ watches: many(100).map((id) => watchOf(id, 'Reel')) });
    for (const _again of many(3)) {
      const saving = store.save(changes);
      await expect(saving).rejects.toThrow(CannotSave);
      await expect(saving).rejects.toThrow('disk-full');
      expect(await afterCrash(disk.folder)).toMatchObject({
        stored: { watches: [watchOf(1)] },
        warnings: [],
      });
    }

    disk.empty();
    await store.save(changes);
    await store.close();
    expect((await openIn(disk.folder)).stored.watches).toEqual([...changes.watches.values()]);
    expect(readdirSync(disk.folder).filter((name) => name.endsWith('.db'))).toEqual(['watchlist.db']);
  });

  test('that is full from the first save on', async () => {
    const disk = smallDisk();
    const store = await openIn(disk.folder);
    disk.fill();
    for (const _again of many(2))
      await expect(store.save(changesOf({ watches: [watchOf(1)] }))).rejects.toThrow('disk-full');
    disk.empty();
    await store.save(changesOf({ watches: [watchOf(1)] }));
    expect((await afterCrash(disk.folder)).stored.watches).toEqual([watchOf(1)]);
    expect(store.warnings).toEqual([]);
  });

  test('that has room for half a save: nothing of it is found, and its room is given back', async () => {
    const disk = smallDisk();
    const store = await openIn(disk.folder);
    await store.save(changesOf({ watches: [watchOf(1)] }));
    disk.fill(16_384);
    const tooMany = changesOf({ watches: many(200).map((id) => watchOf(id, 'Reel')) });
    await expect(store.save(tooMany)).rejects.toThrow('disk-full');
    expect((await afterCrash(disk.folder)).stored.watches).toEqual([watchOf(1)]);
    await store.save(changesOf({ watches: [watchOf(2)] }));
    expect((await afterCrash(disk.folder)).stored.watches).toEqual([watchOf(1), watchOf(2)]);
  });

  test('that is read-only: it is read without complaint, a save says so, and works again once it can', async () => {
    const disk = smallDisk();
    disk.setReadOnly(true);
    const empty = await openIn(disk.folder);
    expect(empty.warnings).toEqual([]);
    await expect(empty.save(changesOf({ watches: [watchOf(1)] }))).rejects.toThrow('read-only (EROFS)');
    disk.setReadOnly(false);
    await empty.save(changesOf({ watches: [watchOf(1)] }));
    await empty.close();

    disk.setReadOnly(true);
    const store = await openIn(disk.folder);
    expect(store.warnings).toEqual([]);
    expect(store.stored.watches).toEqual([watchOf(1)]);
    const changes = changesOf({ watches: [watchOf(2)] });
    await expect(store.save(changes)).rejects.toThrow('read-only (EROFS)');
    disk.setReadOnly(false);
    await store.save(changes);
    await store.close();
    expect((await openIn(disk.folder)).stored.watches).toEqual([watchOf(1), watchOf(2)]);
  });

  test('that is read-only and was left by a crash: what is not the newest is not taken for it', async () => {
    const before = temporaryFolder();
    const crashed = await openIn(before);
    await crashed.save(changesOf({ watches: [watchOf(1)] }));
    const disk = smallDisk();
    for (const name of ['watchlist.db', 'watchlist.db-wal'])
      copyFileSync(join(before, name), join(disk.folder, name));
    disk.setReadOnly(true);
    const file = join(disk.folder, 'watchlist.db');
    expect((await openIn(disk.folder)).warnings).toEqual([{ kind: 'store-unreadable', file, copy: file }]);
    disk.setReadOnly(false);
    expect((await openIn(disk.folder)).stored.watches).toEqual([watchOf(1)]);
  });

  test('that is full: keys stay also where the start was from a terminal that is a snap', () => {
    const disk = smallDisk();
    vi.stubEnv('SNAP', '/snap/editor/1');
    onTestFinished(() => void vi.unstubAllEnvs());
    const vault = openVaultStore({ folder: disk.folder, now }).keys;
    vault.set('a1', { ...sealed, data: 'A'.repeat(3_900) });
    const kept = readFileSync(join(disk.folder, 'vault.json'));
    disk.fill();
    expect(() => vault.set('a2', { ...sealed, data: 'B'.repeat(900) })).toThrow('disk-full');
    expect(readFileSync(join(disk.folder, 'vault.json'))).toEqual(kept);
  });

  test('that is full or read-only: settings and keys stay as they were, and can be changed once it is not', () => {
    const disk = smallDisk();
    const settings = openSettingsStore({ folder: disk.folder, now });
    const vault = openVaultStore({ folder: disk.folder, now }).keys;
    settings.change({ settings: defaultSettings });
    vault.set('a1', sealed);
    const faults = [
      { message: 'disk-full (ENOSPC)', begin: () => disk.fill(), end: disk.empty },
      {
        message: 'read-only (EROFS)',
        begin: () => disk.setReadOnly(true),
        end: () => disk.setReadOnly(false),
      },
    ];
    for (const { message, begin, end } of faults) {
      begin();
      expect(() => settings.change({ pausedUntil: 5 })).toThrow(message);
      expect(() => vault.set('a1', null)).toThrow(message);
      expect(settings.get().pausedUntil).toBeNull();
      expect(openSettingsStore({ folder: disk.folder, now }).get()).toEqual(settings.get());
      expect(openVaultStore({ folder: disk.folder, now }).keys.get('a1')).toEqual(sealed);
      end();
    }
    settings.change({ pausedUntil: 5 });
    expect(openSettingsStore({ folder: disk.folder, now }).get().pausedUntil).toBe(5);
    expect(readdirSync(disk.folder).toSorted()).toEqual(['settings.json', 'vault.json']);
  });
});
