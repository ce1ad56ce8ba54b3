import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { writeWholeFile } from '../../../../main/adapters/exports/write-file.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const guessed = '00000000-0000-4000-8000-000000000000';

afterEach(() => vi.restoreAllMocks());

it('a link is not followed even where the name of the half was guessed', async () => {
  vi.spyOn(crypto, 'randomUUID').mockReturnValue(guessed);
  const folder = temporaryFolder();
  const other = join(folder, 'other');
  writeFileSync(other, 'theirs');
  symlinkSync(other, join(folder, `list.csv.${guessed}.part`));
  await expect(writeWholeFile(join(folder, 'list.csv'), 'mine')).rejects.toThrow();
  expect(readFileSync(other, 'utf8')).toBe('theirs');
});
