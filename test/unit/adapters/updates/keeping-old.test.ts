import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepingOld } from '../../../../main/adapters/updates/keeping-old.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** As electron-updater does it: the old file goes first, and where the disk is full half of the new one is left in its place. */
async function replacedBy(text: string, replace: () => Promise<boolean>) {
  const folder = temporaryFolder();
  const file = join(folder, 'import-watch.AppImage');
  writeFileSync(file, 'the old one');
  const isReplaced = await keepingOld(file, () => {
    rmSync(file);
    writeFileSync(file, text);
    return replace();
  }).catch(() => null);
  return { isReplaced, files: readdirSync(folder), content: readFileSync(file, 'utf8') };
}

const files = ['import-watch.AppImage'];

describe('the AppImage of this run', () => {
  it('is gone once the new one is there', async () => {
    const replaced = await replacedBy('the new one', () => Promise.resolve(true));
    expect(replaced).toEqual({ isReplaced: true, files, content: 'the new one' });
  });

  it.each([
    ['could not be written', () => Promise.resolve(false), false],
    ['failed in another way', () => Promise.reject(new Error('no mv')), null],
  ])('is there as before where the new one %s', async (_how, replace, isReplaced) => {
    expect(await replacedBy('half of th', replace)).toEqual({ isReplaced, files, content: 'the old one' });
  });

  it('stands in no way where it has a name for itself alone, as on a disk without links', async () => {
    const file = join(temporaryFolder(), 'gone.AppImage');
    expect(await keepingOld(file, () => Promise.resolve(true))).toBe(true);
    expect(await keepingOld(file, () => Promise.resolve(false))).toBe(false);
  });
});
