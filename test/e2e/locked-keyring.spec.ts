import { words } from '../../words/words.ts';
import { expect, test } from '../support/journey.ts';
import { addByPaste, connect } from '../support/person.ts';
import { isStandIn } from '../support/runtime.ts';
import { showView } from '../support/show-view.ts';

const { account, outcomes, shell } = words.en;

test.skip(!isStandIn(), 'A real keyring is not locked by a switch.');

test.beforeEach(async ({ installation, service }) => {
  const page = await installation.start();
  await connect(page, service.account);
  await addByPaste(page, [service.importing('autumn_ep01.mov').reference]);
  await expect(page.getByRole('row')).toContainText(outcomes.importing);
  // The next run cannot ask for it.
  await expect(page.getByRole('row')).toContainText('autumn_ep01.mov');
  await installation.quit();
});

test('a locked keyring is said to be locked, and keys that are entered again are used at once', async ({
  installation,
  service,
}) => {
  const page = await installation.start({ STAND_IN_KEYRING: 'locked' });
  await expect(page.getByRole('row')).toContainText('autumn_ep01.mov');
  await expect(page.getByText(shell.keyMissing).first()).toBeVisible();
  await showView(page, 'account');
  await expect(page.getByText(account.storage.locked)).toBeVisible();
  await expect(page.getByRole('button', { name: account.restart })).toBeVisible();
  await page.getByLabel(account.accessKey, { exact: true }).fill(service.account.accessKey);
  await page.getByLabel(account.secretKey, { exact: true }).fill(service.account.secretKey);
  await page.getByRole('button', { name: account.save, exact: true }).click();
  await expect(page.getByText(account.saved)).toBeVisible();
  await expect(page.getByText(account.storage.locked)).toHaveCount(0);
  await showView(page, 'watchlist');
  await expect(page.getByText(shell.keyMissing)).toHaveCount(0);
});

test('tray and window are there while the keyring asks for its password, and the checks begin with it', async ({
  installation,
  service,
}) => {
  const asked = () => service.requests().length;
  const before = asked();
  const page = await installation.start({ STAND_IN_KEYRING: 'prompts' });
  await expect(page.getByRole('row')).toContainText('autumn_ep01.mov');
  expect(await installation.tray().labels()).not.toEqual([]);
  await showView(page, 'account');
  await expect(page.getByText(account.storage.waiting)).toBeVisible();
  expect(asked()).toBe(before);

  await installation.run().app.evaluate(({ safeStorage }) => {
    (safeStorage as unknown as { answerPrompt: (isOpen: boolean) => void }).answerPrompt(true);
  });
  await expect(page.getByText(account.storage.keyring)).toBeVisible();
  await expect.poll(asked).toBeGreaterThan(before);
});
