import { countOf } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { expect, test } from '../support/journey.ts';
import { connect, paste } from '../support/person.ts';
import { showView } from '../support/show-view.ts';

const { account, add, outcomes, problems } = words.en;

test('one account’s trouble is its own: at its watches, beside its name, and nowhere else', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await connect(page, service.account);
  const [mine, theirs] = [service.importing('autumn_ep01.mov'), service.importing('autumn_ep02.mov')];
  const rowOf = (id: number) => page.getByRole('row').filter({ hasText: String(id) });

  await paste(page, mine.reference);
  await page.getByRole('button', { name: add.addCount(countOf(1, 'en')), exact: true }).click();
  await showView(page, 'watchlist');
  await expect(rowOf(mine.id)).toContainText(outcomes.importing);
  await expect(rowOf(mine.id)).not.toContainText(account.defaultName);

  await showView(page, 'account');
  await page.getByLabel(account.newAccount).check();
  await page.getByLabel(account.name, { exact: true }).fill('News team');
  await page.getByLabel(account.accessKey, { exact: true }).fill(service.account.accessKey);
  await page.getByLabel(account.secretKey, { exact: true }).fill('not-the-secret-of-this-key');
  await page.getByLabel(account.apiUrl, { exact: true }).fill(service.account.apiUrl);
  await page.getByRole('button', { name: account.save, exact: true }).click();
  await expect(page.getByText(account.saved)).toBeVisible();

  await showView(page, 'add');
  await page.getByLabel(add.account, { exact: true }).selectOption('News team');
  await paste(page, theirs.reference);
  await page.getByRole('button', { name: add.addCount(countOf(1, 'en')), exact: true }).click();
  await expect(page.getByText(add.added(countOf(1, 'en')))).toBeVisible();

  await showView(page, 'watchlist');
  await expect(rowOf(theirs.id)).toContainText('News team');
  await expect(rowOf(theirs.id)).toContainText(problems.credentials.title);
  await expect(rowOf(mine.id)).toContainText(account.defaultName);
  await expect(rowOf(mine.id)).toContainText(outcomes.importing);
  await expect(rowOf(mine.id)).not.toContainText(problems.credentials.title);

  await showView(page, 'account');
  const choice = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(choice('News team')).toContainText(problems.credentials.title);
  await expect(choice(account.defaultName)).not.toContainText(problems.credentials.title);

  service.world.end(mine.id, 'COMPLETED');
  await showView(page, 'watchlist');
  await expect(rowOf(mine.id)).toContainText(outcomes.completed);
  await expect(rowOf(theirs.id)).toContainText(problems.credentials.title);
});

test('the right key takes the trouble away', async ({ installation, service }) => {
  const page = await installation.start();
  await connect(page, { ...service.account, secretKey: 'not-the-secret-of-this-key' });
  const { reference } = service.importing('autumn_ep01.mov');
  await paste(page, reference);
  await page.getByRole('button', { name: add.addCount(countOf(1, 'en')), exact: true }).click();
  await showView(page, 'account');
  const choice = page.getByRole('listitem').filter({ hasText: account.defaultName });
  await expect(choice).toContainText(problems.credentials.title);
  await page.getByLabel(account.secretKey, { exact: true }).fill(service.account.secretKey);
  await page.getByRole('button', { name: account.save, exact: true }).click();
  await expect(choice).not.toContainText(problems.credentials.title);
});
