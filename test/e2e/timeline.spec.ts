import type { Page } from '@playwright/test';
import { words } from '../../words/words.ts';
import { expect, test } from '../support/journey.ts';
import { addByPaste, connect, watchOne } from '../support/person.ts';
import { showView } from '../support/show-view.ts';
import { violations } from '../support/violations.ts';

const { muting, outcomes, settings, shell, timeline, watchlist } = words.en;

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const history = (page: Page) => page.getByRole('region', { name: timeline.title });
const openDetails = async (page: Page, name: string) => {
  await row(page, name).click();
  await page.getByRole('button', { name: watchlist.details }).click();
};

test('the details tell what happened to an import and why its notification came, also after a restart', async ({
  banners,
  installation,
  service,
}) => {
  let page = await installation.start();
  const { id } = await watchOne(page, service);
  await openDetails(page, 'autumn_ep01.mov');
  await expect(history(page).getByRole('listitem').first()).toContainText(timeline.added);
  await expect(history(page)).toContainText(/Next check in|Checking now/);

  await page.getByRole('button', { name: muting.mute, exact: true }).click();
  await page.getByRole('button', { name: muting.spans['one-hour'] }).click();
  await expect(history(page)).toContainText('muted until');
  service.world.end(id, 'FAILED');
  await page.getByRole('button', { name: shell.checkNow }).first().click();
  await expect(history(page)).toContainText(timeline.notToldYet);
  await expect(history(page)).toContainText(timeline.waits.muted);
  expect(await violations(page), 'the details').toEqual([]);

  await page.getByRole('button', { name: muting.unmute.watch, exact: true }).click();
  await expect.poll(banners).toHaveLength(1);
  await expect(history(page)).toContainText(/waited because it was muted/);
  page = await installation.restart();
  await openDetails(page, 'autumn_ep01.mov');
  await expect(history(page)).toContainText(/Why was I notified at/);
  await expect(history(page).getByRole('listitem').filter({ hasText: outcomes.importing })).toHaveCount(1);
});

test('why nothing was told is answered, too', async ({ installation, service }) => {
  const page = await installation.start();
  await connect(page, service.account);
  await showView(page, 'settings');
  await page.getByRole('switch', { name: settings.labels.noticeCompleted }).click();
  const over = service.importing('over.mov', { endsAfterMs: 0, as: 'COMPLETED' });
  const silent = service.importing('silent.mov');
  await addByPaste(page, [over.reference, silent.reference]);
  await expect(row(page, 'silent.mov')).toContainText(outcomes.importing);
  service.world.end(silent.id, 'COMPLETED');
  await page.getByRole('button', { name: shell.checkNow }).first().click();
  await expect(row(page, 'silent.mov')).toContainText(outcomes.completed);
  await openDetails(page, 'silent.mov');
  await expect(history(page)).toContainText(timeline.held['turned-off']);
  await page.getByRole('button', { name: watchlist.back }).click();
  await openDetails(page, 'over.mov');
  await expect(history(page)).toContainText(timeline.wasOver);
});
