import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { words } from '../../words/words.ts';
import { addByPaste, connect } from '../support/person.ts';
import { expect, test } from '../support/journey.ts';
import { showView } from '../support/show-view.ts';

const { muting, outcomes, settings, shell } = words.en;
const run = promisify(execFile);

test('a click on a notification of Linux opens the row that it is about', async ({
  daemon,
  installation,
  service,
}) => {
  test.skip(process.platform !== 'linux', 'other systems have clicks of Electron’s own');
  const env = { ...process.env, ...daemon.environment };
  const shown = async () => Number((await run('dunstctl', ['count', 'displayed'], { env })).stdout);
  await run('dunstctl', ['close-all'], { env });
  const page = await installation.start();
  await connect(page, service.account);
  const { id, reference } = service.importing('autumn_ep01.mov');
  await addByPaste(page, [reference, service.importing('autumn_ep02.mov').reference]);
  await expect(page.getByRole('row').filter({ hasText: 'autumn_ep01.mov' })).toContainText(
    outcomes.importing,
  );
  service.world.end(id, 'FAILED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await showView(page, 'settings');
  await expect(page.getByRole('heading', { name: settings.title })).toBeVisible();
  await expect.poll(shown).toBe(1);

  await run('dunstctl', ['action'], { env });
  const row = page.getByRole('row').filter({ hasText: 'autumn_ep01.mov' });
  await expect(row).toHaveAttribute('aria-selected', 'true');
});

test('a notification of Linux that is still on the screen goes as its import is muted', async ({
  daemon,
  installation,
  service,
}) => {
  test.skip(process.platform !== 'linux', 'other systems show it by Electron, which closes it');
  const env = { ...process.env, ...daemon.environment };
  const shown = async () => Number((await run('dunstctl', ['count', 'displayed'], { env })).stdout);
  await run('dunstctl', ['close-all'], { env });
  const page = await installation.start();
  await connect(page, service.account);
  const { id, reference } = service.importing('autumn_ep01.mov');
  await addByPaste(page, [reference]);
  const row = page.getByRole('row').filter({ hasText: 'autumn_ep01.mov' });
  await expect(row).toContainText(outcomes.importing);
  service.world.end(id, 'FAILED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await expect.poll(shown).toBe(1);

  await row.click();
  await page.getByRole('button', { name: muting.mute, exact: true }).click();
  await page.getByRole('button', { name: muting.spans['one-hour'] }).click();
  await expect.poll(shown).toBe(0);
});
