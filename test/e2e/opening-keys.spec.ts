import { words } from '../../words/words.ts';
import type { Installation } from '../support/installation.ts';
import { expect, test } from '../support/journey.ts';
import { showView } from '../support/show-view.ts';

const { refusals, settings, shell } = words.en;
const isVisible = (installation: Installation) =>
  installation
    .run()
    .app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((each) => each.isVisible()));

/** As a person does in another program. Of the stand-in: nothing can press a key for the whole system on Electron. */
const pressAnywhere = (installation: Installation, keys: string) =>
  installation.run().app.evaluate(({ globalShortcut }, pressed) => {
    (globalShortcut as unknown as { press: (keys: string) => void }).press(pressed);
  }, keys);

const recorder = new RegExp(settings.labels.openShortcut);

test('keys that the person chose open the window from anywhere, until they are taken back', async ({
  installation,
}) => {
  const page = await installation.start();
  await showView(page, 'settings');
  await page.getByRole('button', { name: recorder }).click();
  await page.keyboard.press('Control+Shift+KeyI');
  await expect(page.getByRole('button', { name: recorder })).toHaveText('Ctrl+Shift+I');
  await page.keyboard.press('Escape');
  await expect.poll(() => isVisible(installation)).toBe(false);
  await pressAnywhere(installation, 'Control+Shift+I');
  await expect.poll(() => isVisible(installation)).toBe(true);

  await page.getByRole('button', { name: settings.shortcut.clear }).click();
  await expect(page.getByRole('button', { name: recorder })).toHaveText(settings.shortcut.none);
  await page.keyboard.press('Escape');
  await expect.poll(() => isVisible(installation)).toBe(false);
  await pressAnywhere(installation, 'Control+Shift+I');
  expect(await isVisible(installation)).toBe(false);
});

test.describe('on a desktop that gives no keys', () => {
  test.use({ installationOptions: { environment: { STAND_IN_SHORTCUTS: 'refused' } } });

  test('it is said, and nothing is kept', async ({ installation }) => {
    const page = await installation.start();
    await showView(page, 'settings');
    await page.getByRole('button', { name: recorder }).click();
    await page.keyboard.press('Control+Shift+KeyI');
    await expect(page.getByText(refusals.codes['shortcut-refused'])).toBeVisible();
    await expect(page.getByRole('button', { name: recorder })).toHaveText(settings.shortcut.none);
    await expect(page.getByText(shell.warnings.noShortcut)).toHaveCount(0);
  });
});
