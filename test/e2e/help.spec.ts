import { dirname } from 'node:path';
import { words } from '../../words/words.ts';
import { expect, projectId, test, workspace } from '../support/journey.ts';
import { populate } from '../support/populated.ts';
import { showView } from '../support/show-view.ts';

const help = words.en.help;

test('a report is shown before it is copied, with names only where they are wanted', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await populate(page, service);
  // The report says how it stands, and a banner may still be on its way.
  await showView(page, 'inbox');
  const { inbox, settings } = words.en;
  await expect(page.getByText(inbox.fates.shown(settings.choices.notifier['node-notifier']))).toHaveCount(4);
  await showView(page, 'settings');
  await page.getByRole('button', { name: help.copyReport }).click();
  const shown = page.getByRole('region', { name: help.reportTitle });
  await expect(shown).toContainText('imports: 6');
  await expect(shown).toContainText('shown by node-notifier: 4');
  await expect(shown).toContainText('import, unreadable, HTTP 200');
  const { accessKey, secretKey } = service.account;
  const names = new RegExp(`autumn|${workspace}|${projectId}|${accessKey}|${secretKey}`, 'i');
  await expect(shown).not.toContainText(names);
  await page.getByRole('switch', { name: help.withNames }).click();
  await expect(shown).toContainText('autumn_ep06.mov');
  await page.getByRole('switch', { name: help.withNames }).click();
  await expect(shown).not.toContainText(names);
  const text = await shown.innerText();
  await page.getByRole('button', { name: help.copy, exact: true }).click();
  await expect(page.getByText(help.copied)).toBeVisible();
  const copied = await installation.run().app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.trim()).toBe(text.trim());
});

test('the folder of the log opens, and About shows whose work is inside', async ({ installation }) => {
  const page = await installation.start();
  await showView(page, 'settings');
  await installation.run().app.evaluate(({ shell }) => {
    const openPath = shell.openPath;
    shell.openPath = (path) => {
      (globalThis as { openedPath?: string }).openedPath = path;
      return openPath(path);
    };
  });
  await page.getByRole('button', { name: help.openLogFolder }).click();
  const opened = () =>
    installation.run().app.evaluate(() => (globalThis as { openedPath?: string }).openedPath ?? '');
  const log = await installation.run().app.evaluate(({ app }) => app.getPath('userData'));
  await expect.poll(opened).toBe(log);
  expect(dirname(log)).not.toBe('/');
  await page.getByRole('button', { name: help.notices }).click();
  await expect(page.getByRole('region', { name: help.notices })).toContainText('valibot');
});

test('the self-check says what it found, and the report has it', async ({ installation }) => {
  const page = await installation.start();
  await showView(page, 'settings');
  await page.getByRole('button', { name: help.runSelfCheck }).click();
  await expect(page.getByRole('button', { name: help.checking })).toBeDisabled();
  const said = page.getByRole('region', { name: help.selfCheck });
  await expect(said).toContainText('an import is told when it ends', { timeout: 120_000 });
  await expect(page.getByText(help.passed)).toBeVisible();
  await page.getByRole('button', { name: help.close }).click();
  await page.getByRole('button', { name: help.copyReport }).click();
  await expect(page.getByRole('region', { name: help.reportTitle })).toContainText(
    'an import is told when it ends',
  );
});
