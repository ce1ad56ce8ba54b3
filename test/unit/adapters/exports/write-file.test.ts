import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeWholeFile } from '../../../../main/adapters/exports/write-file.ts';
import { mountSmallDisk, whyNoSmallDisk } from '../../../support/small-disk.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

it('writes a new file, and one over an older one', async () => {
  const path = join(temporaryFolder(), 'list.csv');
  await writeWholeFile(path, 'old');
  await writeWholeFile(path, '가을');
  expect(readFileSync(path, 'utf8')).toBe('가을');
});

it('says what stands in its way, and leaves nothing behind', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'list.csv'));
  await expect(writeWholeFile(join(folder, 'list.csv'), 'x')).rejects.toMatchObject({ fault: 'in-the-way' });
  await expect(writeWholeFile(join(folder, 'gone', 'list.csv'), 'x')).rejects.toMatchObject({
    fault: 'folder-gone',
  });
  expect(readdirSync(folder)).toEqual(['list.csv']);
});

it('is for its owner alone, and follows no link that lies in its way', async () => {
  const folder = temporaryFolder();
  const precious = join(folder, 'precious');
  writeFileSync(precious, 'precious');
  symlinkSync(precious, join(folder, 'list.csv.part'));
  symlinkSync(precious, join(folder, 'list.csv'));
  await writeWholeFile(join(folder, 'list.csv'), 'x');
  expect(readFileSync(precious, 'utf8')).toBe('precious');
  expect(readFileSync(join(folder, 'list.csv'), 'utf8')).toBe('x');
  expect(lstatSync(join(folder, 'list.csv')).mode & 0o777).toBe(0o600);
});

const reason = whyNoSmallDisk();
it.skipIf(reason !== null)(
  'on a full disk leaves the older file whole, and on a read-only one too',
  async () => {
    const disk = mountSmallDisk();
    try {
      const path = join(disk.folder, 'list.csv');
      writeFileSync(path, 'old');
      disk.fill();
      await expect(writeWholeFile(path, 'x'.repeat(100_000))).rejects.toMatchObject({ fault: 'disk-full' });
      expect(readdirSync(disk.folder).filter((name) => name.startsWith('list'))).toEqual(['list.csv']);
      disk.empty();
      disk.setReadOnly(true);
      await expect(writeWholeFile(path, 'x')).rejects.toMatchObject({ fault: 'read-only' });
      expect(readFileSync(path, 'utf8')).toBe('old');
    } finally {
      disk.remove();
    }
  },
);
