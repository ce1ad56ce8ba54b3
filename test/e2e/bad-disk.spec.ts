import { words } from '../../words/words.ts';
import { addByPaste, connect } from '../support/person.ts';
import { expect, test } from '../support/journey.ts';
import { savedRows } from '../support/saved-rows.ts';
import { mountSmallDisk, whyNoSmallDisk } from '../support/small-disk.ts';

const { outcomes, shell } = words.en;
const { cannotSave, cannotSaveAdvice } = shell.warnings;
const reason = whyNoSmallDisk();
test.skip(reason !== null, reason ?? '');

// A read-only disk has no such test: Linux refuses to remount one while the app has a file open for writing.
test('a full disk is reported and loses nothing, and an end is told once there is room again', async ({
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
    const saved = () => savedRows(installation.folder);
    await expect.poll(saved).toContain('IN_PROGRESS');

    // A new run starts with an empty log, which needs space for its first save.
    page = await installation.restart();
    await expect(page.getByRole('row')).toContainText('autumn_ep01.mov');
    disk.fill();
    service.world.end(id, 'FAILED');
    await page.getByRole('button', { name: shell.checkNow }).click();
    const warning = page.getByRole('status').filter({ hasText: cannotSave });
    await expect(warning).toContainText(cannotSaveAdvice['disk-full']);
    await expect(page.getByRole('row')).toContainText(outcomes.failed);
    expect(await banners()).toEqual([]);
    expect(saved()).toContain('IN_PROGRESS');
    expect(saved()).not.toContain('FAILED');

    disk.empty();
    await expect(warning).toHaveCount(0);
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
