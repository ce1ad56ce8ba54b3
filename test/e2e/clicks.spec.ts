import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { words } from '../../words/words.ts';
import { addByPaste, connect } from '../support/person.ts';
import { expect, test, type Daemon, type Service } from '../support/journey.ts';
import type { Installation } from '../support/installation.ts';
import { showView } from '../support/show-view.ts';

const { muting, outcomes, settings, shell } = words.en;
const run = promisify(execFile);

/** What stands on the screen, which is empty at first. */
async function openScreen(daemon: Daemon) {
  const env = { ...process.env, ...daemon.environment };
  const ask = async (...asked: string[]) => (await run('dunstctl', asked, { env })).stdout;
  await ask('close-all');
  return {
    shown: async () => Number(await ask('count', 'displayed')),
    click: () => ask('action'),
  };
}

/** An import is watched, beside these, and in progress. */
async function watchOne(installation: Installation, service: Service, ...others: readonly string[]) {
  const page = await installation.start();
  await connect(page, service.account);
  const { id, reference } = service.importing('autumn_ep01.mov');
  await addByPaste(page, [reference, ...others]);
  const row = page.getByRole('row').filter({ hasText: 'autumn_ep01.mov' });
  await expect(row).toContainText(outcomes.importing);
  return { page, id, row };
}

test('a click on a notification of Linux opens the row that it is about', async ({
  daemon,
  installation,
  service,
}) => {
  test.skip(process.platform !== 'linux', 'other systems have clicks of Electron’s own');
  const screen = await openScreen(daemon);
  const other = service.importing('autumn_ep02.mov').reference;
  const { page, id, row } = await watchOne(installation, service, other);
  service.world.end(id, 'FAILED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await showView(page, 'settings');
  await expect(page.getByRole('heading', { name: settings.title })).toBeVisible();
  await expect.poll(screen.shown).toBe(1);

  await screen.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
});

test('a notification of Linux that is still on the screen goes as its import is muted', async ({
  daemon,
  installation,
  service,
}) => {
  test.skip(process.platform !== 'linux', 'other systems show it by Electron, which closes it');
  const screen = await openScreen(daemon);
  const { page, id, row } = await watchOne(installation, service);
  service.world.end(id, 'FAILED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await expect.poll(screen.shown).toBe(1);

  await row.click();
  await page.getByRole('button', { name: muting.mute, exact: true }).click();
  await page.getByRole('button', { name: muting.spans['one-hour'] }).click();
  await expect.poll(screen.shown).toBe(0);
});
