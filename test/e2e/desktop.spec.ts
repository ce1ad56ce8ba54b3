import { readdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { trayWords } from '../../words/tray-words.ts';
import { words } from '../../words/words.ts';
import { expect, test } from '../support/journey.ts';
import { launchApp, type LaunchedApp } from '../support/launch-app.ts';
import { addByPaste, connect, watchOne } from '../support/person.ts';
import { isStandIn, runtimeFolder } from '../support/runtime.ts';
import { showView } from '../support/show-view.ts';

const { inbox, outcomes, shell } = words.en;
const tray = trayWords.en;

test.describe('a desktop without a tray', () => {
  test.use({
    installationOptions: {
      arguments: ['--hidden'],
      environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent', STAND_IN_PAINTS_HIDDEN: 'never' },
    },
  });

  test('has a window that says how to come back to it, also after a hidden start', async ({
    installation,
  }) => {
    const page = await installation.start();
    // A panel that is only slow must not make it come up.
    await expect(page.getByText(shell.warnings.noTray)).toBeVisible({ timeout: 15_000 });
    await expect(page.getByText(shell.warnings.noTrayAdvice)).toBeVisible();
  });
});

test.describe('a desktop without notifications', () => {
  test.use({ installationOptions: { environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' } } });

  test('is told of in the window, and the notice is in the inbox', async ({ installation, service }) => {
    const page = await installation.start();
    await connect(page, service.account);
    const { id, reference } = service.importing('autumn_ep01.mov');
    await addByPaste(page, [reference]);
    await expect(page.getByRole('row')).toContainText('autumn_ep01.mov');
    service.world.end(id, 'FAILED');
    await page.getByRole('button', { name: shell.checkNow }).click();
    await expect(page.getByText(shell.warnings.noNotifier)).toBeVisible();
    await expect.poll(() => installation.tray().toolTip()).toContain(tray.failed('1'));
    await showView(page, 'inbox');
    await expect(page.getByRole('listitem')).toContainText(inbox.fates.notShown(''));
  });
});

test('sleep stops the asking, and what ended meanwhile is told after it', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  const { id } = await watchOne(page, service);
  const row = page.getByRole('row');
  const { app } = installation.run();
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
  service.world.end(id, 'COMPLETED');
  const asked = service.requests().length;
  // Longer than an import that was just added is left alone.
  await expect(row).toContainText(/\b(19|2\d) s/, { timeout: 30_000 });
  await expect(row).toContainText(outcomes.importing);
  expect(service.requests()).toHaveLength(asked);

  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  await expect(row).toContainText(outcomes.completed);
  await expect.poll(banners).toHaveLength(1);
  expect((await banners())[0]?.summary).toContain('1 import completed');
});

test.describe('an AppImage that the system lets start only without a sandbox', () => {
  test.use({
    installationOptions: {
      arguments: ['--no-sandbox'],
      environment: {
        APPIMAGE: '/apps/import-watch.AppImage',
        APPDIR: runtimeFolder(),
        LD_LIBRARY_PATH: '/apps/old-libraries',
      },
    },
  });

  test('says so, and gives its own libraries to no program of the system', async ({ installation }) => {
    const page = await installation.start();
    await expect(page.getByText(shell.warnings.noSandbox)).toBeVisible();
    const path = await installation.run().app.evaluate(() => process.env['LD_LIBRARY_PATH'] ?? null);
    expect(path).toBeNull();
  });
});

test('a start at login shows no window until it is asked for', async ({ daemon }) => {
  const launched = await launchApp({ arguments: ['--hidden'], environment: daemon.environment });
  try {
    await expect
      .poll(() =>
        launched.app.evaluate(
          () => (globalThis as unknown as { record?: { toolTip: string } }).record?.toolTip,
        ),
      )
      .toBe(tray.noAccount);
    expect(launched.app.windows()).toHaveLength(0);
    const opening = launched.app.waitForEvent('window');
    expect(await launched.restart()).toBe(0);
    await expect((await opening).getByText(words.en.firstStart.title)).toBeVisible();
  } finally {
    await launched.close();
  }
});

test.describe('the demo', () => {
  test.use({ installationOptions: { arguments: ['--demo'], environment: { STAND_IN_TRAY: '1' } } });

  test('plays a dozen imports and touches nothing of the person', async ({ banners, installation }) => {
    const page = await installation.start();
    await expect(page.getByText(shell.demo)).toBeVisible();
    // Twelve imports, and the headings of two groups.
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '14');
    await expect(page.getByRole('row').filter({ hasText: outcomes.completed }).first()).toBeVisible();
    if (isStandIn()) await useTray(page, installation.run());
    await expect.poll(async () => (await banners()).length).toBeGreaterThan(0);
    await installation.quit();
    const left = await readdir(installation.folder);
    expect(left.filter((name) => name.endsWith('.json'))).toEqual([]);
  });
});

/** The stand-in shows the tray as a page of its own, where people have no other. */
async function useTray(page: Page, { app, trayWindow }: LaunchedApp): Promise<void> {
  const shown = await trayWindow();
  const choose = (label: string) => shown.getByRole('button', { name: label, exact: true }).click();
  await expect(shown.getByText(/^\d+ importing · /)).toBeVisible();
  await choose(tray.pauseHour);
  await expect(page.getByText(/^Paused until/)).toBeVisible();
  await choose(tray.resume);
  await expect(page.getByText(/^Checked/)).toBeVisible();
  await showView(page, 'settings');
  await shown.getByRole('button', { name: 'autumn_ep12_master.mov' }).click();
  await expect(page.getByRole('row', { selected: true })).toContainText('autumn_ep12_master.mov');
  // As by the cross of its frame, which a stand-in's window has.
  await page.close();
  const opening = app.waitForEvent('window');
  await shown.getByRole('button', { name: / importing · / }).click();
  await expect((await opening).getByText(shell.demo)).toBeVisible();
}
