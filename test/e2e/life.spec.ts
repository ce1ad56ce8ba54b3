import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { trayWords } from '../../words/tray-words.ts';
import { words } from '../../words/words.ts';
import { addByPaste, connect } from '../support/person.ts';
import { expect, test } from '../support/journey.ts';
import { savedRows } from '../support/saved-rows.ts';
import { showView } from '../support/show-view.ts';

const { inbox, outcomes, settings, shell } = words.en;
const tray = trayWords.en;

/** Whether a window is to be seen on the desktop; the page itself cannot tell. */
function isShown(app: ElectronApplication): Promise<boolean> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((each) => each.isVisible()));
}

test.beforeEach(async ({ installation, service }) => {
  const page = await installation.start();
  await connect(page, service.account);
});

test('a closed window leaves the app watching, and opens again as it was', async ({
  banners,
  installation,
  service,
}) => {
  const { app, window } = installation.run();
  const page = await window();
  const { id, reference } = service.importing('autumn_ep01.mov');
  await addByPaste(page, [reference]);
  await expect(page.getByRole('row')).toContainText(outcomes.importing);

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await isShown(app)).toBe(false);
  service.world.end(id, 'COMPLETED');
  await installation.tray().choose(tray.checkNow);
  await expect.poll(banners).toHaveLength(1);

  await installation.tray().choose(tray.open);
  await expect.poll(() => isShown(app)).toBe(true);
  await expect(page.getByRole('row')).toContainText(outcomes.completed);
});

test('a window that was let go comes back with all that happened meanwhile', async ({
  installation,
  service,
}) => {
  const { app, window } = installation.run();
  const { id, reference } = service.importing('autumn_ep01.mov');
  await addByPaste(await window(), [reference]);
  await expect((await window()).getByRole('row')).toContainText('autumn_ep01.mov');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy());
  service.world.end(id, 'FAILED');
  await installation.tray().choose(tray.checkNow);
  await expect.poll(() => installation.tray().toolTip()).toContain(tray.failed('1'));

  const opening = app.waitForEvent('window');
  await installation.tray().choose(tray.open);
  await expect((await opening).getByRole('row')).toContainText(outcomes.failed);
});

test('a row of the tray is shown in a window that is made for it', async ({ installation, service }) => {
  const { app, window } = installation.run();
  const { reference } = service.importing('autumn_ep01.mov');
  await addByPaste(await window(), [reference]);
  await expect((await window()).getByRole('row')).toContainText('autumn_ep01.mov');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy());
  const item = (await installation.tray().labels()).find((label) => label.includes('autumn_ep01.mov'));
  const opening = app.waitForEvent('window');
  await installation.tray().choose(item ?? '');
  await expect((await opening).getByRole('row', { selected: true })).toContainText('autumn_ep01.mov');
});

test('Escape closes the window and a second start of the app shows it, unless that is one at login', async ({
  installation,
}) => {
  const { app, window } = installation.run();
  const page = await window();
  await showView(page, 'watchlist');
  await page.keyboard.press('Escape');
  await expect.poll(() => isShown(app)).toBe(false);

  expect(await installation.run().restart('--hidden')).toBe(0);
  expect(await isShown(app)).toBe(false);
  expect(await installation.run().restart()).toBe(0);
  await expect.poll(() => isShown(app)).toBe(true);
  expect(app.windows()).toHaveLength(1);
});

test('quit from the tray ends the process, and a restart loses nothing and repeats no banner', async ({
  banners,
  installation,
  service,
}) => {
  let page = await installation.run().window();
  const ended = service.importing('autumn_ep01.mov');
  const going = service.importing('autumn_ep02.mov');
  await addByPaste(page, [ended.reference, going.reference]);
  await expect(page.getByRole('row').filter({ hasText: 'autumn_ep01.mov' })).toContainText(
    outcomes.importing,
  );
  await expect(page.getByRole('row').filter({ hasText: 'autumn_ep02.mov' })).toContainText(
    outcomes.importing,
  );
  service.world.end(ended.id, 'FAILED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await expect.poll(banners).toHaveLength(1);

  expect(await installation.quit()).toBe(0);
  page = await installation.start();
  await expect(page.getByRole('row').filter({ hasText: 'autumn_ep01.mov' })).toContainText(outcomes.failed);
  await expect(page.getByRole('row').filter({ hasText: 'autumn_ep02.mov' })).toContainText(
    outcomes.importing,
  );
  await showView(page, 'inbox');
  await expect(page.getByRole('listitem')).toHaveCount(1);

  // The next banner is the second and not the first once more.
  service.world.end(going.id, 'COMPLETED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await expect.poll(banners).toHaveLength(2);
  expect((await banners()).map(({ summary }) => summary)).toEqual([
    'Failed: autumn_ep01.mov',
    'Completed: autumn_ep02.mov',
  ]);
});

test('what ended while the app was off is told at the next start', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.run().window();
  const names = ['autumn_ep01.mov', 'autumn_ep02.mov'];
  const assets = names.map((name) => service.importing(name));
  await addByPaste(
    page,
    assets.map(({ reference }) => reference),
  );
  for (const name of names)
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText(outcomes.importing);
  await installation.quit();
  service.world.end(assets[0]!.id, 'COMPLETED');
  service.world.end(assets[1]!.id, 'FILE_NOT_EXIST');

  await installation.start();
  await expect.poll(banners).toHaveLength(1);
  expect(await banners()).toMatchObject([
    {
      summary: 'While you were away: 1 of 2 imports failed',
      body: 'File not found: autumn_ep02.mov\nCompleted: autumn_ep01.mov',
    },
  ]);
});

test('after a crash each end is told exactly once', async ({ banners, installation, service }) => {
  const page = await installation.run().window();
  const before = service.importing('autumn_ep01.mov');
  const meanwhile = service.importing('autumn_ep02.mov');
  await addByPaste(page, [before.reference, meanwhile.reference]);
  await expect(page.getByRole('row').filter({ hasText: 'autumn_ep01.mov' })).toContainText(
    outcomes.importing,
  );
  await expect(page.getByRole('row').filter({ hasText: 'autumn_ep02.mov' })).toContainText(
    outcomes.importing,
  );
  service.world.end(before.id, 'COMPLETED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await expect.poll(banners).toHaveLength(1);
  await expect.poll(() => savedRows(installation.folder)).toContain('"shown"');

  await installation.crash();
  service.world.end(meanwhile.id, 'FAILED');
  const again = await installation.start();
  await expect.poll(banners).toHaveLength(2);
  expect((await banners()).map(({ summary }) => summary)).toEqual([
    'Completed: autumn_ep01.mov',
    'While you were away: 1 import failed',
  ]);
  await showView(again, 'inbox');
  await expect(again.getByRole('listitem')).toHaveCount(2);
  for (const entry of await again.getByRole('listitem').all())
    await expect(entry).toContainText(inbox.fates.shown(settings.choices.notifier['node-notifier']));
});

test('a fault in the window is told and logged, and a window that crashed is made anew', async ({
  installation,
}) => {
  const { app, window } = installation.run();
  const page = await window();
  await page.evaluate(() => void setTimeout(() => void Promise.reject(new Error('no such row'))));
  await expect(page.getByText(shell.warnings.wentWrong)).toBeVisible();
  const log = join(installation.folder, 'main.log');
  expect(await readFile(log, 'utf8')).toContain('In the window: Error: no such row');

  const chromium = await page.context().newCDPSession(page);
  // A page that has crashed gives no answer.
  void chromium.send('Page.crash').catch(() => undefined);
  await expect.poll(() => readFile(log, 'utf8')).toContain('process is gone: crashed');
  const opening = app.waitForEvent('window');
  await installation.tray().choose(tray.open);
  await expect((await opening).getByText(shell.warnings.wentWrong)).toBeVisible();
});
