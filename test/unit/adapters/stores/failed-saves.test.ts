import '../../../support/electron-path.ts';
import { chmodSync, cpSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CannotSave } from '../../../../main/adapters/stores/cannot-save.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { changesOf, noticeOf, watchOf } from './entries.ts';
import { afterCrash, openIn } from './opened.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const saveOf = (assetId: number) => changesOf({ watches: [watchOf(assetId)] });

test('a failed save says why, loses nothing, and succeeds when it is repeated', async () => {
  const folder = join(temporaryFolder(), 'user');
  const store = await openIn(folder);
  await store.save(saveOf(1));
  renameSync(folder, `${folder}-kept`);
  writeFileSync(folder, 'in the way');
  const saving = store.save(saveOf(2));
  await expect(saving).rejects.toThrow(CannotSave);
  await expect(saving).rejects.toThrow('in-the-way (ENOTDIR)');
  expect((await afterCrash(`${folder}-kept`)).stored.watches).toEqual([watchOf(1)]);

  rmSync(folder);
  renameSync(`${folder}-kept`, folder);
  await store.save(saveOf(2));
  expect((await afterCrash(folder)).stored.watches).toEqual([watchOf(1), watchOf(2)]);
});

const takenAway = [
  ['the folder is deleted', (folder: string) => rmSync(folder, { recursive: true })],
  ['the file is deleted', (folder: string) => rmSync(join(folder, 'watchlist.db'))],
  [
    'the file is moved away',
    (folder: string) => renameSync(join(folder, 'watchlist.db'), join(folder, 'other.db')),
  ],
] as const;

test.for(takenAway)('if %s while the app runs, the next save writes everything again', async ([, take]) => {
  const folder = join(temporaryFolder(), 'user');
  const first = await openIn(folder);
  await first.save(changesOf({ watches: [watchOf(1), watchOf(2)], notices: [noticeOf(1)] }));
  await first.close();
  const store = await openIn(folder);
  await store.save(changesOf({ watches: [watchOf(3)] }, { watches: [watchOf(2).id] }));
  take(folder);
  await store.save(saveOf(4));
  expect(store.warnings).toEqual([]);
  await store.close();
  expect((await openIn(folder)).stored).toMatchObject({
    watches: [watchOf(1), watchOf(3), watchOf(4)],
    notices: [noticeOf(1)],
  });
});

test('writes everything into a backup that replaced the file', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'watchlist.db');
  const store = await openIn(folder);
  await store.save(saveOf(1));
  const backup = temporaryFolder();
  const former = await openIn(backup);
  await former.save(saveOf(7));
  await former.close();
  renameSync(join(backup, 'watchlist.db'), file);
  await store.save(saveOf(2));
  await store.close();
  expect((await openIn(folder)).stored.watches).toEqual([watchOf(1), watchOf(2), watchOf(7)]);
});

test('notices that the log was deleted', async () => {
  const folder = temporaryFolder();
  const store = await openIn(folder);
  await store.save(saveOf(1));
  rmSync(join(folder, 'watchlist.db-wal'));
  await expect(store.save(saveOf(2))).rejects.toThrow('folder-gone (ENOENT)');
  await store.save(saveOf(3));
  expect((await afterCrash(folder)).stored.watches).toEqual(expect.arrayContaining([watchOf(1), watchOf(3)]));
});

test('reports a disk that fails to sync', async () => {
  const folder = temporaryFolder();
  const store = await openIn(folder);
  await store.save(saveOf(1));
  const handle = await open(join(folder, 'watchlist.db'));
  const fault = Object.assign(new Error('input/output error'), { code: 'EIO' });
  const sync = vi.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'datasync').mockRejectedValue(fault);
  onTestFinished(() => sync.mockRestore());
  await handle.close();
  await expect(store.save(saveOf(2))).rejects.toThrow('disk-fault (EIO)');
  sync.mockRestore();
  await store.save(saveOf(2));
  expect((await afterCrash(folder)).stored.watches).toEqual([watchOf(1), watchOf(2)]);
});

test('sets aside a file found damaged while the app runs, and saves everything again', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'watchlist.db');
  const store = await openIn(folder);
  await store.save(changesOf({ watches: many(500).map((id) => watchOf(id)) }));
  await store.close();
  writeFileSync(file, Buffer.alloc(statSync(file).size, 'x'));
  await expect(store.save(saveOf(501))).rejects.toThrow('disk-fault (SQLite 26)');
  const copy = join(folder, 'watchlist.corrupt-1970-01-01T00-00-00-000Z.db');
  expect(store.warnings).toEqual([{ kind: 'store-unreadable', file, copy }]);
  expect(readFileSync(copy, 'latin1')).toMatch(/^x+$/);
  await store.save(saveOf(501));
  await store.close();
  expect((await openIn(folder)).stored.watches).toHaveLength(501);
});

test('writes salvaged rows back even if nothing changes', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'watchlist.db');
  const first = await openIn(folder);
  await first.save(changesOf({ watches: many(500).map((id) => watchOf(id)) }));
  await first.close();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, 8 * 4_096, 9 * 4_096));
  const { stored, close } = await openIn(folder);
  expect(stored.watches.length).toBeGreaterThan(300);
  await close();
  const next = await openIn(folder);
  expect(next.warnings).toEqual([]);
  expect(next.stored.watches).toEqual(stored.watches);
});

test('reports that another program uses the file, and saves once it is free', async () => {
  const folder = temporaryFolder();
  const first = await openIn(folder);
  await first.save(saveOf(1));
  await first.close();
  const base = new DatabaseSync(join(folder, 'watchlist.db'));
  base.exec('begin immediate');
  const store = await openIn(folder);
  await expect(store.save(saveOf(2))).rejects.toMatchObject({ fault: 'in-use' });
  base.close();
  await store.save(saveOf(2));
  await store.close();
  expect((await openIn(folder)).stored.watches).toEqual([watchOf(1), watchOf(2)]);
});

test('waits for a program that holds the file for a moment after a crash', async () => {
  const folder = temporaryFolder();
  await (await openIn(folder)).save(saveOf(1));
  const left = temporaryFolder();
  cpSync(folder, left, { recursive: true });
  const base = new DatabaseSync(join(left, 'watchlist.db'));
  base.exec('begin; select count(*) from rows');
  const wait = vi.fn(async () => {
    if (wait.mock.calls.length === 3) base.close();
  });
  const store = await openIn(left, wait);
  expect(store).toMatchObject({ stored: { watches: [watchOf(1)] }, isUnread: false, warnings: [] });
  expect(wait.mock.calls).toEqual([[250], [250], [250]]);
});

test.skipIf(process.geteuid?.() !== 0).for([
  { what: 'is readable', mode: 0o755, file: 0o644, read: [watchOf(1)] },
  { what: 'has a writable file', mode: 0o755, file: 0o666, read: [watchOf(1)] },
  { what: 'is private', mode: 0o700, file: 0o644, read: [] },
])(
  'starts on a folder of another user that $what, and says why it cannot save',
  async ({ mode, file, read }) => {
    const parent = temporaryFolder();
    const folder = join(parent, 'user');
    const first = await openIn(folder);
    await first.save(saveOf(1));
    await first.close();
    chmodSync(parent, 0o755);
    chmodSync(folder, mode);
    chmodSync(join(folder, 'watchlist.db'), file);

    const store = await asNobody(async () => {
      const opened = await openIn(folder);
      expect(opened.stored.watches).toEqual(read);
      expect(opened.warnings).toHaveLength(read.length > 0 ? 0 : 1);
      await expect(opened.save(saveOf(2))).rejects.toThrow('no-permission (EACCES)');
      return opened;
    });
    // What it has not read it does not write into either.
    const saved = await store.save(saveOf(2)).then(
      () => [watchOf(2)],
      () => [],
    );
    expect(saved).toHaveLength(read.length);
    await store.close();
    expect((await openIn(folder)).stored.watches).toEqual([watchOf(1), ...saved]);
  },
);

/** Acts as `nobody` for a while, because root is never refused. */
async function asNobody<Result>(act: () => Promise<Result>): Promise<Result> {
  process.seteuid?.(65_534);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}
