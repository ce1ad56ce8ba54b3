import type { Locator, Page } from '@playwright/test';
import type { TestStepName } from '../../main/contract.ts';
import { words } from '../../words/words.ts';
import { addByPaste, connect, enterAccount, watchOne } from '../support/person.ts';
import { expect, test } from '../support/journey.ts';
import { showView } from '../support/show-view.ts';

const { account: said, problems, shell } = words.en;

async function runTest(page: Page): Promise<void> {
  await page.getByRole('button', { name: said.test, exact: true }).click();
  await expect(page.getByRole('button', { name: said.testAgain })).toBeEnabled();
}

/** A step of the connection test, by its name. */
function step(page: Page, name: TestStepName): Locator {
  return page
    .getByRole('list', { name: said.testTitle })
    .getByRole('listitem')
    .filter({ has: page.getByText(said.steps[name], { exact: true }) });
}

async function expectSteps(
  page: Page,
  states: Partial<Record<TestStepName, keyof typeof said.states>>,
): Promise<void> {
  for (const name of Object.keys(said.steps) as TestStepName[]) {
    const state = said.states[states[name] ?? 'passed'];
    await expect(step(page, name).getByRole('img', { name: state, exact: true }), name).toBeVisible();
  }
}

test('right keys pass every step and are kept', async ({ installation, service }) => {
  const page = await installation.start();
  await enterAccount(page, service.account);
  await runTest(page);
  await expectSteps(page, {});
  await expect(step(page, 'address')).toContainText('127.0.0.1');
  await expect(step(page, 'workspaces')).toContainText(said.workspaceCount('1'));

  await connect(page, service.account);
  await expect(page.getByLabel(said.secretKey, { exact: true })).toHaveValue('');
  await expect(page.getByText(said.accessKeyKept('0001'))).toBeVisible();
});

test('with a wrong secret key the signature step says why and what to do', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await enterAccount(page, { ...service.account, secretKey: 'NOTTHESECRETKEY0000000000000000000000001' });
  await runTest(page);
  await expectSteps(page, { signature: 'failed', permission: 'not-reached', workspaces: 'not-reached' });
  await expect(step(page, 'signature')).toContainText(problems.credentials.title);
  await expect(step(page, 'signature')).toContainText(problems.credentials.advice);
});

test('a key without permission is told which policy it needs', async ({ installation, service }) => {
  service.faults.set('service', 'no-permission');
  const page = await installation.start();
  await enterAccount(page, service.account);
  await runTest(page);
  await expectSteps(page, { permission: 'failed', workspaces: 'not-reached' });
  await expect(step(page, 'permission')).toContainText('NCP_VPC_MEDIA_INTELLIGENCE_VIEWER');
});

test.describe('a clock that is 20 minutes off', () => {
  test.use({ serviceSettings: { clockOffsetMs: 20 * 60_000 } });

  test('is corrected for, said, and stands in the way of nothing', async ({ installation, service }) => {
    const page = await installation.start();
    await enterAccount(page, service.account);
    await runTest(page);
    await expectSteps(page, { clock: 'corrected' });
    await expect(step(page, 'clock')).toContainText(/(19|20) min off/);
    await expect(step(page, 'clock')).toContainText(said.clockCorrected);

    await connect(page, service.account);
    const { reference } = service.importing('autumn_ep01.mov');
    await addByPaste(page, [reference]);
    await expect(page.getByRole('row')).toContainText(words.en.outcomes.importing);
  });
});

test('a clock that jumps in the middle is not taken for a wrong key', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  const { id } = await watchOne(page, service);

  service.setClockOffset(-20 * 60_000);
  service.world.end(id, 'COMPLETED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await expect(page.getByRole('row')).toContainText(words.en.outcomes.completed);
  await expect.poll(banners).toHaveLength(1);
  expect((await banners())[0]?.summary).toBe('Completed: autumn_ep01.mov');
});

test('a new key that is refused is said once, and a right one starts the asking again', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  await watchOne(page, service);

  service.faults.set('service', 'wrong-key');
  await connect(page, service.account);
  await page.getByRole('button', { name: shell.checkNow }).click();
  // It is tried three times first.
  const needsYou = page.getByText(shell.needsYou(problems.credentials.short));
  await expect(needsYou).toBeVisible({ timeout: 20_000 });
  await showView(page, 'watchlist');
  await expect.poll(banners).toHaveLength(1);
  expect(await banners()).toMatchObject([
    { summary: problems.credentials.title, body: problems.credentials.advice },
  ]);
  const refused = service.requests().length;
  await page.getByRole('button', { name: shell.checkNow }).click();
  await expect.poll(() => service.requests().length).toBeGreaterThan(refused);
  await expect(page.getByText(shell.needsYou(problems.credentials.short))).toBeVisible();
  const asked = service.requests().length;

  service.faults.clear();
  await connect(page, service.account);
  await expect.poll(() => service.requests().length).toBeGreaterThan(asked);
  await showView(page, 'watchlist');
  await expect(page.getByText(shell.needsYou(problems.credentials.short))).toHaveCount(0);
  expect(await banners()).toHaveLength(1);
});

test('what cannot be a key or an address is refused beside its field, and nothing is kept', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  for (const { entered, field } of [
    // A mark stays until the next try, so no two in a row are of one field.
    { entered: { apiUrl: 'http://example.com' }, field: 'apiUrl' },
    { entered: { secretKey: 'DEMO SECRET' }, field: 'secretKey' },
    { entered: { apiUrl: 'media intelligence' }, field: 'apiUrl' },
  ] as const) {
    await enterAccount(page, { ...service.account, ...entered });
    const input = page.getByLabel(said[field], { exact: true });
    await expect(input).not.toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('button', { name: said.save, exact: true }).click();
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await expect(input).toHaveAccessibleDescription(/.+/);
    await expect(page.getByText(said.saved)).toHaveCount(0);
  }
  expect(service.requests()).toHaveLength(0);
});
