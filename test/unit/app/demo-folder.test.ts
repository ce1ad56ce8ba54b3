import { chownSync, existsSync, lstatSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDemoFolder } from '../../../main/app/demo-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('a demo takes along the folders that old ones left, and neither those of running ones nor anything else', () => {
  const parent = temporaryFolder();
  const twoDaysAgo = Date.now() / 1_000 - 2 * 24 * 3_600;
  const [old, running, other] = ['import-watch-demo-old', 'import-watch-demo-new', 'a-folder'].map((name) => {
    const folder = join(parent, name);
    mkdirSync(join(folder, 'logs'), { recursive: true });
    return folder;
  });
  for (const folder of [old!, other!]) utimesSync(folder, twoDaysAgo, twoDaysAgo);
  expect(dirname(makeDemoFolder(parent))).toBe(parent);
  expect([old!, running!, other!].map(existsSync)).toEqual([false, true, true]);
});

test('what else bears such a name keeps no demo from starting, and stays', () => {
  const parent = temporaryFolder();
  const twoDaysAgo = Date.now() / 1_000 - 2 * 24 * 3_600;
  const elsewhere = join(parent, 'elsewhere');
  mkdirSync(elsewhere);
  const [dangling, link, file] = ['dangling', 'link', 'file'].map((name) =>
    join(parent, `import-watch-demo-${name}`),
  );
  symlinkSync(join(parent, 'nowhere'), dangling!);
  symlinkSync(elsewhere, link!);
  writeFileSync(file!, '');
  for (const path of [elsewhere, file!]) utimesSync(path, twoDaysAgo, twoDaysAgo);
  expect(dirname(makeDemoFolder(parent))).toBe(parent);
  for (const path of [dangling!, link!, file!]) expect(() => lstatSync(path)).not.toThrow();
});

test.skipIf(process.geteuid?.() !== 0)(
  'a folder of another user is left alone, even by who may remove it',
  () => {
    const parent = temporaryFolder();
    const foreign = join(parent, 'import-watch-demo-foreign');
    mkdirSync(foreign);
    chownSync(foreign, 65_534, 65_534);
    utimesSync(foreign, 1, 1);
    makeDemoFolder(parent);
    expect(existsSync(foreign)).toBe(true);
  },
);
