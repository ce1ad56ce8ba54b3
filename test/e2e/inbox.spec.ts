import { words } from '../../words/words.ts';
import { expect, test } from '../support/journey.ts';
import { watchOne } from '../support/person.ts';
import { showView } from '../support/show-view.ts';

const { inbox, outcomes, shell } = words.en;

test('a notice is read once it was seen in the inbox, and not before', async ({ installation, service }) => {
  let page = await installation.start();
  const { id } = await watchOne(page, service);
  service.world.end(id, 'FAILED');
  await page.getByRole('button', { name: shell.checkNow, exact: true }).click();
  await expect(page.getByRole('row')).toContainText(outcomes.failed);
  const unread = page.getByText(shell.unread('1'));
  await expect(unread).toHaveCount(1);

  await showView(page, 'inbox');
  await expect(page.getByRole('listitem')).toContainText('autumn_ep01.mov');
  await expect(unread).toHaveCount(0);
  await expect(page.getByRole('button', { name: inbox.markAllRead })).toBeDisabled();

  page = await installation.restart();
  await expect(page.getByRole('row')).toContainText('autumn_ep01.mov');
  await expect(page.getByText(shell.unread('1'))).toHaveCount(0);
});
