import { mkdirSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { countOf } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { addByPaste, connect, watchOne } from '../support/person.ts';
import { expect, projectId, test, workspace } from '../support/journey.ts';
import { showView } from '../support/show-view.ts';
import { mountSmallDisk, whyNoSmallDisk } from '../support/small-disk.ts';

const { add, exporting, outcomes, refusals, shell, watchlist } = words.en;

/** Answers the system's dialog as a person would; null closes it. */
async function answerDialog(app: ElectronApplication, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === null, filePath: path ?? '' });
  }, filePath);
}

async function exportAs(page: Page, list: 'watchlist' | 'history', format: 'CSV' | 'JSON'): Promise<void> {
  await page.getByRole('button', { name: exporting.exportList[list] }).click();
  await page.getByRole('dialog').getByRole('button', { name: format }).click();
}

test('the watchlist is taken along as CSV and as JSON, and comes back with its labels', async ({
  installation,
  service,
}) => {
  let page = await installation.start();
  await connect(page, service.account);
  const [first, second] = [service.importing('autumn_ep01.mov'), service.importing('autumn_ep02.mov')];
  await addByPaste(page, [first.reference, second.reference]);
  const row = page.getByRole('row').filter({ hasText: 'autumn_ep01.mov' });
  await row.click();
  await page.getByRole('button', { name: watchlist.rename }).click();
  await page.getByLabel(watchlist.newName).fill('=가을, "1화"');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').filter({ hasText: '=가을, "1화"' })).toBeVisible();

  const { app } = installation.run();
  const folder = join(installation.folder, 'taken along');
  mkdirSync(folder);
  for (const format of ['CSV', 'JSON'] as const) {
    const name = `mine.${format.toLowerCase()}`;
    await answerDialog(app, join(folder, name));
    await showView(page, 'settings');
    await exportAs(page, 'watchlist', format);
    await expect(page.getByRole('status').filter({ hasText: exporting.saved(name) })).toBeVisible();
  }
  const csv = await readFile(join(folder, 'mine.csv'), 'utf8');
  expect(csv).toContain(
    `${workspace},${projectId},${first.id},"'=가을, ""1화""",autumn_ep01.mov,IN_PROGRESS,`,
  );
  const json = JSON.parse(await readFile(join(folder, 'mine.json'), 'utf8')) as unknown;
  expect(json).toMatchObject([
    { assetId: first.id, label: '=가을, "1화"' },
    { assetId: second.id, label: null },
  ]);

  for (const name of ['mine.csv', 'mine.json']) {
    await showView(page, 'watchlist');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: watchlist.stopWatching }).click();
    await expect(page.getByText(watchlist.empty)).toBeVisible();
    await showView(page, 'add');
    await page.locator('input[type="file"]').setInputFiles(join(folder, name));
    await expect(page.getByText(name)).toBeVisible();
    await page.getByRole('button', { name: add.addCount(countOf(2, 'en')), exact: true }).click();
    await expect(page.getByText(add.added(countOf(2, 'en')))).toBeVisible();
    await showView(page, 'watchlist');
    await expect(page.getByRole('row').filter({ hasText: '=가을, "1화"' })).toContainText(outcomes.importing);
    await expect(page.getByRole('row').filter({ hasText: 'autumn_ep02.mov' })).toBeVisible();
  }
  page = await installation.restart();
  await expect(page.getByRole('row').filter({ hasText: '=가을, "1화"' })).toBeVisible();
});

test('the history is taken along with what became of each notice', async ({ installation, service }) => {
  const page = await installation.start();
  const { id } = await watchOne(page, service);
  service.world.end(id, 'FAILED');
  await page.getByRole('button', { name: shell.checkNow, exact: true }).click();
  await expect(page.getByRole('row')).toContainText(outcomes.failed);
  await showView(page, 'inbox');
  await expect(page.getByRole('listitem')).toContainText('node-notifier');

  const path = join(installation.folder, 'history.json');
  await answerDialog(installation.run().app, path);
  await exportAs(page, 'history', 'JSON');
  await expect(page.getByText(exporting.saved('history.json'))).toBeVisible();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject([
    {
      assetId: id,
      name: 'autumn_ep01.mov',
      uploadStatus: 'FAILED',
      fate: 'shown',
      fateDetail: 'node-notifier',
    },
  ]);
});

test('a closed dialog writes nothing and says nothing', async ({ installation, service }) => {
  const page = await installation.start();
  await connect(page, service.account);
  await answerDialog(installation.run().app, null);
  await showView(page, 'settings');
  await exportAs(page, 'watchlist', 'CSV');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: exporting.exportList.watchlist })).toBeFocused();
  await expect(page.getByText(shell.couldNot)).toHaveCount(0);
});

const reason = whyNoSmallDisk();
for (const { what, fault, begin } of [
  { what: 'full', fault: 'disk-full', begin: 'fill' },
  { what: 'read-only', fault: 'read-only', begin: 'lock' },
] as const) {
  test(`a disk that is ${what} is told, and no half of a file stays`, async ({ installation, service }) => {
    test.skip(reason !== null, reason ?? '');
    const disk = mountSmallDisk();
    try {
      const page = await installation.start();
      await connect(page, service.account);
      await answerDialog(installation.run().app, join(disk.folder, 'mine.csv'));
      await showView(page, 'settings');
      if (begin === 'fill') disk.fill();
      else disk.setReadOnly(true);
      await exportAs(page, 'watchlist', 'CSV');
      await expect(page.getByText(shell.couldNot)).toBeVisible();
      await expect(page.getByText(refusals.fileNotWritten[fault])).toBeVisible();
      expect((await readdir(disk.folder)).filter((name) => name.startsWith('mine'))).toEqual([]);
    } finally {
      disk.remove();
    }
  });
}
