import type { Page } from '@playwright/test';
import { trayWords } from '../../words/tray-words.ts';
import { words } from '../../words/words.ts';
import { expect, test, workspace } from '../support/journey.ts';
import { addByPaste, connect } from '../support/person.ts';
import { showView } from '../support/show-view.ts';

const { inbox, muting, outcomes, watchlist } = words.en;

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const attention = (page: Page, count: string) =>
  page.getByRole('button', { name: new RegExp(`^${watchlist.filter['needs-you']}\\s*${count}$`) });

test('muted imports disturb nobody and count nowhere, also after a restart, and are told once they are unmuted', async ({
  banners,
  installation,
  service,
}) => {
  let page = await installation.start();
  await connect(page, service.account);
  const names = ['autumn_ep01.mov', 'autumn_ep02.mov', 'autumn_ep03.mov'];
  const [one, two, three] = names.map((name) => service.importing(name));
  await addByPaste(page, [one!.reference, two!.reference, three!.reference]);
  for (const name of names) await expect(row(page, name)).toContainText(outcomes.importing);

  await row(page, names[0]!).click();
  await row(page, names[1]!).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: muting.mute, exact: true }).click();
  await page.getByRole('button', { name: muting.spans['until-tomorrow'] }).click();
  await expect(page.getByText(muting.done)).toBeVisible();
  for (const name of names.slice(0, 2)) await expect(row(page, name)).toContainText('muted until');
  await expect(row(page, names[2]!)).not.toContainText('muted');
  await expect.poll(() => installation.tray().toolTip()).toContain('1 importing');

  service.world.end(one!.id, 'FAILED');
  service.world.end(two!.id, 'COMPLETED');
  await installation.tray().choose(trayWords.en.checkNow);
  await expect(row(page, names[0]!)).toContainText(outcomes.failed);
  await expect(row(page, names[1]!)).toContainText(outcomes.completed);
  await expect(attention(page, '0')).toBeVisible();
  expect(await installation.tray().toolTip()).not.toContain('failed');
  await showView(page, 'inbox');
  await expect(page.getByRole('listitem').filter({ hasText: inbox.postponed.muted })).toHaveCount(2);
  expect(await banners()).toEqual([]);

  page = await installation.restart();
  await expect(row(page, names[0]!)).toContainText('muted until');
  expect(await banners()).toEqual([]);
  await row(page, names[0]!).click();
  await page.getByRole('button', { name: muting.unmute.watch, exact: true }).click();
  await expect.poll(banners).toHaveLength(1);
  expect((await banners())[0]?.summary).toContain('1 import failed');
  await expect(attention(page, '1')).toBeVisible();
  await expect(row(page, names[1]!)).toContainText('muted until');
});

test('a group that is muted until all are finished tells of all of it then', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  await connect(page, service.account);
  const [one, two] = [service.importing('autumn_ep01.mov'), service.importing('autumn_ep02.mov')];
  await addByPaste(page, [one.reference, two.reference], 'en', 'Batch A');
  await expect(row(page, 'autumn_ep02.mov')).toContainText(outcomes.importing);
  await page.getByRole('button', { name: words.en.groups.options('Batch A') }).click();
  await page.getByRole('button', { name: muting.mute, exact: true }).click();
  await page.getByRole('button', { name: muting.untilAllEnd }).click();
  await expect(row(page, 'autumn_ep01.mov')).toContainText(muting.withGroup);

  service.world.end(one.id, 'FAILED');
  await installation.tray().choose(trayWords.en.checkNow);
  await expect(row(page, 'autumn_ep01.mov')).toContainText(outcomes.failed);
  expect(await banners()).toEqual([]);
  service.world.end(two.id, 'COMPLETED');
  await installation.tray().choose(trayWords.en.checkNow);
  await expect.poll(banners).toHaveLength(1);
  expect((await banners())[0]?.summary).toContain('Batch A');
  await expect(row(page, 'autumn_ep01.mov')).not.toContainText(muting.withGroup);
});

test('a followed project is muted where it is followed', async ({ installation, service }) => {
  const { add, follow } = words.en;
  service.importing('autumn_ep01.mov');
  const page = await installation.start();
  await connect(page, service.account);
  await showView(page, 'add');
  await page.getByLabel(follow.way).check();
  await page.getByLabel(add.pickWorkspace).selectOption(workspace);
  await page.getByLabel(add.pickProject, { exact: true }).selectOption({ label: 'Autumn drama' });
  await page.getByRole('button', { name: follow.start }).click();
  await expect(page.getByRole('listitem')).toContainText(follow.importing('1'));
  await page.getByRole('button', { name: muting.muteProject('Autumn drama') }).click();
  await page.getByRole('button', { name: muting.spans['one-hour'] }).click();
  await expect(page.getByRole('listitem')).toContainText('muted until');
  await expect.poll(() => installation.tray().toolTip()).not.toContain('importing');
  await showView(page, 'watchlist');
  await expect(row(page, 'autumn_ep01.mov')).toContainText(muting.withProject);
  await row(page, 'autumn_ep01.mov').click();
  await page.getByRole('button', { name: watchlist.details }).click();
  await page.getByRole('button', { name: muting.unmute.project }).click();
  await expect.poll(() => installation.tray().toolTip()).toContain('1 importing');
});
