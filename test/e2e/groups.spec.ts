import type { Page } from '@playwright/test';
import { countOf } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { expect, test, type Service } from '../support/journey.ts';
import { addByPaste, connect, paste } from '../support/person.ts';
import { showView } from '../support/show-view.ts';
import { violations } from '../support/violations.ts';

const { add, groups, inbox, outcomes, shell, watchlist } = words.en;

const names = ['autumn_ep01.mov', 'autumn_ep02.mov', 'autumn_ep03.mov'];

const header = (page: Page, name: string) => page.getByRole('button', { name: groups.open(name) });
const rows = (page: Page) => page.getByRole('row').filter({ hasText: '.mov' });
const checkNow = (page: Page) => page.getByRole('button', { name: shell.checkNow }).click();

/** Adds three imports as a group that is told as a whole only, and waits until all of them are in progress. */
async function addBatch(page: Page, service: Service, name: string): Promise<readonly number[]> {
  await connect(page, service.account);
  const assets = names.map((each) => service.importing(each));
  await paste(page, assets.map(({ reference }) => reference).join('\n'));
  expect(await violations(page), 'the add view').toEqual([]);
  await page.getByLabel(groups.name).fill(name);
  await page.getByRole('switch', { name: groups.eachAsset }).click();
  await page.getByRole('button', { name: add.addCount(countOf(3, 'en')), exact: true }).click();
  await showView(page, 'watchlist');
  await expect(rows(page).filter({ hasText: outcomes.importing })).toHaveCount(3);
  return assets.map(({ id }) => id);
}

test('a group is told at its first failure and when all of it is done, and its imports are not', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  const [first, second, third] = await addBatch(page, service, 'Batch A');
  await expect(page.getByRole('progressbar', { name: 'Batch A' })).toHaveAttribute('aria-valuenow', '0');

  service.world.end(first!, 'FAILED');
  await checkNow(page);
  await expect.poll(banners).toHaveLength(1);
  service.world.end(second!, 'COMPLETED');
  service.world.end(third!, 'COMPLETED');
  await checkNow(page);
  await expect(page.getByText(groups.progress('3', '3'))).toBeVisible();
  await expect.poll(banners).toHaveLength(2);
  expect(await banners()).toMatchObject([
    { summary: 'First failure: autumn_ep01.mov (Batch A)', urgency: 'critical' },
    {
      summary: 'Batch A: 1 of 3 failed (2 imported)',
      body: 'Failed: autumn_ep01.mov',
      urgency: 'critical',
    },
  ]);
  expect((await banners())[0]?.body).toContain('Batch A: 1 of 3 finished so far');

  await header(page, 'Batch A').click();
  await expect(rows(page)).toHaveCount(0);
  await showView(page, 'inbox');
  await expect(page.getByRole('listitem').filter({ hasText: inbox.held['told-with-group'] })).toHaveCount(3);
  await page.getByRole('button', { name: 'Batch A: 1 of 3 failed (2 imported)' }).click();
  await expect(header(page, 'Batch A')).toHaveAttribute('aria-expanded', 'true');
  await expect(rows(page)).toHaveCount(3);
});

test('what became of a group while the app was gone is told once, in the summary', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  const ids = await addBatch(page, service, 'Batch A');
  await installation.crash();
  for (const [index, id] of ids.entries()) service.world.end(id, index === 0 ? 'FAILED' : 'COMPLETED');
  const next = await installation.start();
  await expect(next.getByText(groups.progress('3', '3'))).toBeVisible({ timeout: 15_000 });
  await expect.poll(banners, { timeout: 25_000 }).toHaveLength(1);
  expect((await banners())[0]).toMatchObject({
    summary: 'While you were away: Batch A: 1 of 3 failed (2 imported)',
    body: 'Failed: autumn_ep01.mov',
  });
  await installation.crash();
  const last = await installation.start();
  await expect(header(last, 'Batch A')).toBeVisible();
  expect(await banners()).toHaveLength(1);
});

test('each import of a group is told as well, unless that is turned off', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  await connect(page, service.account);
  const assets = names.slice(0, 2).map((each) => service.importing(each));
  await addByPaste(
    page,
    assets.map(({ reference }) => reference),
    'en',
    'Batch A',
  );
  await expect(rows(page).filter({ hasText: outcomes.importing })).toHaveCount(2);
  for (const { id } of assets) {
    service.world.end(id, 'COMPLETED');
    await checkNow(page);
    await expect
      .poll(async () => (await banners()).length)
      .toBe(assets.findIndex((asset) => asset.id === id) + 1);
  }
  expect((await banners()).map(({ summary }) => summary)).toEqual([
    'Completed: autumn_ep01.mov',
    'Batch A: all done, 2 of 2 imported',
  ]);
  expect((await banners())[1]?.body).toBe('Completed: autumn_ep02.mov');
});

test('a group is given another name, is let go of and taken back, and is dissolved', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await addBatch(page, service, 'Batch A');
  const options = (name: string) => page.getByRole('button', { name: groups.options(name) });
  await options('Batch A').click();
  await page.getByRole('dialog').getByLabel(groups.name).fill('Autumn');
  await page.getByRole('button', { name: groups.save, exact: true }).click();
  await expect(header(page, 'Autumn')).toBeVisible();
  expect(await violations(page), 'the list').toEqual([]);

  await options('Autumn').click();
  await page.getByRole('button', { name: groups.stopAll }).click();
  await expect(page.getByText(watchlist.empty)).toBeVisible();
  await page.getByRole('button', { name: watchlist.undo }).click();
  await expect(header(page, 'Autumn')).toBeVisible();
  await expect(rows(page)).toHaveCount(3);

  const next = await installation.restart();
  await expect(header(next, 'Autumn')).toBeVisible();
  await next.getByRole('button', { name: groups.options('Autumn') }).click();
  await next.getByRole('button', { name: groups.ungroup }).click();
  await expect(header(next, 'Autumn')).toHaveCount(0);
  await expect(rows(next)).toHaveCount(3);
});
