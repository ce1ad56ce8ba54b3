import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { trayWords } from '../../words/tray-words.ts';
import { words } from '../../words/words.ts';
import { addByPaste, connect, watchOne } from '../support/person.ts';
import { expect, test } from '../support/journey.ts';
import { showView } from '../support/show-view.ts';

const { inbox, outcomes, settings, shell } = words.en;

test('in quiet hours nothing disturbs, and afterwards one banner tells of all', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  await connect(page, service.account);
  const [one, other] = [service.importing('autumn_ep01.mov'), service.importing('autumn_ep02.mov')];
  await addByPaste(page, [one.reference, other.reference]);
  await expect(page.getByRole('row').filter({ hasText: 'autumn_ep02.mov' })).toContainText(
    outcomes.importing,
  );

  await showView(page, 'settings');
  await page.getByRole('switch', { name: settings.labels.quietHours }).click();
  // From midnight to midnight: whatever the time is.
  await page.getByLabel(settings.labels.quietFrom, { exact: true }).selectOption('00:00');
  await page.getByLabel(settings.labels.quietUntil, { exact: true }).selectOption(settings.nextDay('00:00'));
  await expect(page.getByRole('banner')).toContainText(/Quiet until/);
  await expect.poll(() => installation.tray().toolTip()).toContain('quiet until');

  service.world.end(one.id, 'COMPLETED');
  service.world.end(other.id, 'FAILED');
  await installation.tray().choose(trayWords.en.checkNow);
  await expect.poll(() => installation.tray().toolTip()).toContain('1 failed');
  await showView(page, 'inbox');
  await expect(page.getByRole('listitem').filter({ hasText: inbox.postponed['quiet-hours'] })).toHaveCount(2);
  expect(await banners()).toEqual([]);

  await showView(page, 'settings');
  await page.getByRole('switch', { name: settings.labels.quietHours }).click();
  await expect.poll(banners).toHaveLength(1);
  await showView(page, 'inbox');
  await expect(page.getByText(inbox.postponed['quiet-hours'])).toHaveCount(0);
});

test('a desktop that is told not to disturb is left in peace', async ({
  banners,
  daemon,
  installation,
  service,
}) => {
  const page = await installation.start();
  const { id } = await watchOne(page, service);
  await pause(daemon.environment, true);
  service.world.end(id, 'COMPLETED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await showView(page, 'inbox');
  await expect(page.getByText(inbox.postponed['do-not-disturb'])).toBeVisible();
  await expect(page.getByRole('banner')).toContainText(shell.systemQuiet);
  expect(await banners()).toEqual([]);
});

test.afterEach(({ daemon }) => pause(daemon.environment, false));

/** As `dunstctl set-paused true` does. */
async function pause(environment: Readonly<Record<string, string>>, isPaused: boolean): Promise<void> {
  const place = [
    '--dest',
    'org.freedesktop.Notifications',
    '--object-path',
    '/org/freedesktop/Notifications',
  ];
  const set = [
    '--method',
    'org.freedesktop.DBus.Properties.Set',
    'org.dunstproject.cmd0',
    'paused',
    `<${isPaused}>`,
  ];
  await promisify(execFile)('gdbus', ['call', '--session', ...place, ...set], {
    env: { ...process.env, ...environment },
  });
}
