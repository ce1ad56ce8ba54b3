import { existsSync, mkdirSync, utimesSync } from 'node:fs';
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
