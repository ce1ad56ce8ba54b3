import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { words } from '../../words/words.ts';
import { addByPaste, connect } from '../support/person.ts';
import { expect, test } from '../support/journey.ts';
import { mountSmallDisk, whyNoSmallDisk, type SmallDisk } from '../support/small-disk.ts';

const { outcomes, shell } = words.en;
const { cannotSave, cannotSaveAdvice } = shell.warnings;
const reason = whyNoSmallDisk();
test.skip(reason !== null, reason ?? '');

const faults = [
  {
    what: 'full',
    advice: cannotSaveAdvice['disk-full'],
    begin: (disk: SmallDisk) => disk.fill(),
    end: (disk: SmallDisk) => disk.empty(),
  },
  {
    what: 'read-only',
    advice: cannotSaveAdvice['read-only'],
    begin: (disk: SmallDisk) => disk.setReadOnly(true),
    end: (disk: SmallDisk) => disk.setReadOnly(false),
  },
];

for (const { what, advice, begin, end } of faults) {
  test(`a disk that is ${what} is told, loses nothing, and an end waits for it and is told once`, async ({
    banners,
    installation,
    service,
  }) => {
    const disk = mountSmallDisk(installation.folder);
    try {
      let page = await installation.start();
      await connect(page, service.account);
      const { id, reference } = service.importing('autumn_ep01.mov');
      await addByPaste(page, [reference]);
      await expect(page.getByRole('row')).toContainText('autumn_ep01.mov');
      await expect(page.getByRole('row')).toContainText(outcomes.importing);
      const saved = () => textIn(join(installation.folder, 'watchlist'));
      await expect.poll(saved).toContain('IN_PROGRESS');

      // A run begins a file of its own, while the last page of an older one would still have room.
      page = await installation.restart();
      await expect(page.getByRole('row')).toContainText('autumn_ep01.mov');
      begin(disk);
      service.world.end(id, 'FAILED');
      await page.getByRole('button', { name: shell.checkNow }).click();
      const warning = page.getByRole('status').filter({ hasText: cannotSave });
      await expect(warning).toContainText(advice);
      await expect(page.getByRole('row')).toContainText(outcomes.failed);
      expect(await banners()).toEqual([]);
      expect(await saved()).toContain('IN_PROGRESS');
      expect(await saved()).not.toContain('FAILED');

      end(disk);
      await expect(warning).toHaveCount(0, { timeout: 20_000 });
      await expect.poll(banners).toHaveLength(1);
      expect((await banners())[0]?.summary).toBe('Failed: autumn_ep01.mov');
      await expect.poll(saved).toContain('"shown"');

      await installation.restart();
      expect(await banners()).toHaveLength(1);
      await installation.quit();
    } finally {
      disk.remove();
    }
  });
}

/** All that is saved there; a file may go while it is read. */
async function textIn(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const texts = names.map((name) => readFile(join(folder, name), 'utf8').catch(() => ''));
  return (await Promise.all(texts)).join('');
}
