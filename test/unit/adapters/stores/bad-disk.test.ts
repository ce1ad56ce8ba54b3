import '../../../support/electron-path.ts';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CannotSave } from '../../../../main/adapters/stores/cannot-save.ts';
import { defaultSettings, openSettingsStore } from '../../../../main/adapters/stores/settings-store.ts';
import { openWatchlistStore } from '../../../../main/adapters/stores/watchlist-store.ts';
import { openVaultStore } from '../../../../main/adapters/vault/vault-store.ts';
import { mountSmallDisk, whyNoSmallDisk, type SmallDisk } from '../../../support/small-disk.ts';
import { changesOf, settled, watchOf } from './entries.ts';

const now = () => 0;
const reason = whyNoSmallDisk();
const many = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const sealed = { scheme: 'os', backend: 'keychain', data: 'AAAA' } as const;

function smallDisk(): SmallDisk & { readonly files: () => string[] } {
  const disk = mountSmallDisk();
  onTestFinished(disk.remove);
  return { ...disk, files: () => readdirSync(join(disk.folder, 'watchlist')).toSorted() };
}

test('a small disk can be had', ({ skip }) => {
  skip(reason !== null, reason ?? undefined);
});

describe.skipIf(reason !== null)('a real disk', () => {
  test('that is full: a save says so and loses nothing, and saving works again once there is room', async () => {
    const disk = smallDisk();
    const store = openWatchlistStore({ folder: disk.folder, now });
    await store.save(changesOf({ watches: [watchOf(1)] }));
    disk.fill();
    const changes = changesOf({ watches: many(100).map((id) => watchOf(id, 'Reel')) });
    for (const _again of many(3)) {
      const saving = store.save(changes);
      await expect(saving).rejects.toThrow(CannotSave);
      await expect(saving).rejects.toThrow('disk-full (ENOSPC)');
      expect(openWatchlistStore({ folder: disk.folder, now })).toMatchObject({
        watches: [watchOf(1)],
        unreadable: [],
      });
    }
    expect(disk.files()).toEqual(['changes-1.jsonl']);

    disk.empty();
    await store.save(changes);
    await settled(store);
    expect(openWatchlistStore({ folder: disk.folder, now }).watches).toEqual(changes.watches);
    expect(disk.files().filter((name) => name.startsWith('changes-'))).toEqual([]);
  });

  test('that has room for half an entry: nothing of it is found, and its room is given back', async () => {
    const disk = smallDisk();
    const store = openWatchlistStore({ folder: disk.folder, now });
    await store.save(changesOf({ watches: [watchOf(1)] }));
    disk.fill(8_192);
    const tooMany = changesOf({ watches: many(200).map((id) => watchOf(id, 'Reel')) });
    await expect(store.save(tooMany)).rejects.toThrow('disk-full');
    expect(openWatchlistStore({ folder: disk.folder, now }).watches).toEqual([watchOf(1)]);
    await store.save(changesOf({ watches: [watchOf(2)] }));
    expect(openWatchlistStore({ folder: disk.folder, now }).watches).toEqual([watchOf(1), watchOf(2)]);
  });

  test('on which the base cannot be written: the journal goes on, and ends in a refusal, not without bound', async () => {
    const disk = smallDisk();
    const store = openWatchlistStore({ folder: disk.folder, now, journalLimit: 10_000 });
    await store.save(changesOf({ watches: [watchOf(1)] }));
    disk.fillNames();
    let saved = 1;
    let refused: unknown = null;
    while (refused === null) {
      await store.save(changesOf({ watches: [watchOf(saved + 1)] })).then(
        () => (saved += 1),
        (error: unknown) => (refused = error),
      );
    }
    expect(String(refused)).toContain('disk-full (ENOSPC)');
    expect(disk.files()).toEqual(['changes-1.jsonl']);
    const { size } = statSync(join(disk.folder, 'watchlist', 'changes-1.jsonl'));
    expect(size).toBeGreaterThan(80_000);
    expect(size).toBeLessThan(81_000);
    expect(openWatchlistStore({ folder: disk.folder, now }).watches).toHaveLength(saved);

    disk.empty();
    await store.save(changesOf({ watches: [watchOf(saved + 1)] }));
    await settled(store);
    expect(openWatchlistStore({ folder: disk.folder, now }).watches).toHaveLength(saved + 1);
    expect(statSync(join(disk.folder, 'watchlist', 'changes-2.jsonl')).size).toBeLessThan(1_000);
  });

  test('that is read-only: it is read without complaint, a save says so, and works again once it can', async () => {
    const disk = smallDisk();
    disk.setReadOnly(true);
    expect(openWatchlistStore({ folder: disk.folder, now }).unreadable).toEqual([]);
    disk.setReadOnly(false);
    await openWatchlistStore({ folder: disk.folder, now }).save(changesOf({ watches: [watchOf(1)] }));
    disk.setReadOnly(true);
    const store = openWatchlistStore({ folder: disk.folder, now });
    expect(store.unreadable).toEqual([]);
    const changes = changesOf({ watches: [watchOf(2)] });
    await expect(store.save(changes)).rejects.toThrow('read-only (EROFS)');
    disk.setReadOnly(false);
    await store.save(changes);
    await settled(store);
    expect(openWatchlistStore({ folder: disk.folder, now }).watches).toEqual([watchOf(1), watchOf(2)]);
  });

  test('that is full or read-only: settings and keys stay as they were, and can be changed once it is not', () => {
    const disk = smallDisk();
    const settings = openSettingsStore({ folder: disk.folder, now });
    const vault = openVaultStore({ folder: disk.folder, now });
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
      expect(openVaultStore({ folder: disk.folder, now }).get('a1')).toEqual(sealed);
      end();
    }
    settings.change({ pausedUntil: 5 });
    expect(openSettingsStore({ folder: disk.folder, now }).get().pausedUntil).toBe(5);
    expect(readdirSync(disk.folder).toSorted()).toEqual(['settings.json', 'vault.json']);
  });
});
