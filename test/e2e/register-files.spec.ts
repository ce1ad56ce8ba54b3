import type { Page } from '@playwright/test';
import { countOf } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import type { Installation } from '../support/installation.ts';
import { expect, projectId, test, workspace, type Service } from '../support/journey.ts';
import { connect } from '../support/person.ts';
import { showView } from '../support/show-view.ts';
import { violations } from '../support/violations.ts';

const { add, outcomes, registerFiles: said, registering } = words.en;
const bucket = `${workspace}-media`;

const rows = (page: Page) => page.getByRole('row').filter({ hasText: '.mov' });
const posts = (service: Service) => service.requests().filter(({ method }) => method === 'POST').length;
const files = (number: number) => registering.register(countOf(number, 'en'));

function putObjects(service: Service, ...names: readonly string[]): void {
  const script = { endsAfterMs: null, as: 'COMPLETED' } as const;
  for (const name of names) service.world.putObject(bucket, { key: `media/${name}`, size: 1_000, script });
}

/** Starts the app with an account that may register files, as the person says yes to the system's dialog. */
async function start(installation: Installation, service: Service): Promise<Page> {
  const page = await installation.start();
  await installation.run().app.evaluate(() => {
    (globalThis as unknown as { record: { answer: number } }).record.answer = 0;
  });
  await connect(page, service.account);
  const mayRegister = page.getByRole('switch', { name: registering.may });
  await mayRegister.click();
  await expect(mayRegister).toBeChecked();
  return page;
}

/** Opens the way that registers, and names the project and these keys there. */
async function paste(page: Page, lines: readonly string[]): Promise<void> {
  await showView(page, 'add');
  await page.getByRole('radio', { name: said.way }).check();
  await page.getByLabel(add.pickWorkspace).selectOption(workspace);
  await page.getByLabel(add.pickProject, { exact: true }).selectOption({ label: 'Autumn drama' });
  await expect(page.getByLabel(said.bucket)).toHaveValue(bucket);
  await page.getByLabel(said.keys).fill(lines.join('\n'));
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

async function agree(page: Page, number: number): Promise<void> {
  await page.getByRole('button', { name: files(number) }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: files(number) })
    .click();
}

test('files are registered by a paste of their keys, watched, and told one by one', async ({
  installation,
  service,
}) => {
  putObjects(service, 'ep01.mov', 'ep02.mov', 'ep03.mov');
  service.importing('ep02.mov');
  const page = await start(installation, service);
  await paste(page, [
    'media/ep01.mov',
    `s3://${bucket}/media/ep02.mov`,
    `https://kr.object.ncloudstorage.com/${bucket}/media/ep03.mov?X-Amz-Signature=abc`,
    'media/ep01.mov',
    'media/',
    's3://no-such-bucket/media/gone.mov',
  ]);
  await expect(page.getByText(said.foundTitle(countOf(4, 'en')))).toBeVisible();
  await expect(page.getByText(said.repeated(countOf(1, 'en')))).toBeVisible();
  await expect(page.getByText(said.objectFaults.folder)).toBeVisible();
  await expect(page.getByText(said.named)).toHaveCount(1);
  await expect(page.getByText('no-such-bucket /')).toBeVisible();
  expect(posts(service)).toBe(0);
  await page.getByRole('button', { name: files(4) }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(said.confirmTitle(countOf(4, 'en'), 'Autumn drama'))).toBeVisible();
  await expect(dialog.getByText(said.namedCount(countOf(1, 'en')))).toBeVisible();
  expect(await violations(page), 'the confirmation').toEqual([]);
  await dialog.getByRole('button', { name: files(4) }).click();
  const results = page.getByRole('region', { name: said.resultsTitle });
  await expect(results.getByText(said.progress('4', '4'))).toBeVisible();
  const made = service.world.assetsOf(workspace, projectId).slice(-3);
  for (const { assetId } of made)
    await expect(results.getByText(said.states.registered(String(assetId)))).toBeVisible();
  await expect(results.getByText(registering.refused.invalidRequest.title)).toBeVisible();
  expect(posts(service)).toBe(4);
  expect(await violations(page), 'the results').toEqual([]);
  await showView(page, 'inbox');
  await expect(
    page.getByText(registering.refusedTitle('gone.mov', registering.refused.invalidRequest.title)),
  ).toHaveCount(2);
  await showView(page, 'watchlist');
  await expect(rows(page).filter({ hasText: outcomes.importing })).toHaveCount(3);
});

test('a key that may only read registers nothing, says which policy it needs, and troubles nothing else', async ({
  installation,
  service,
  banners,
}) => {
  putObjects(service, 'ep01.mov', 'ep02.mov');
  service.faults.set('registrations', 'no-permission');
  const page = await start(installation, service);
  await paste(page, ['media/ep01.mov', 'media/ep02.mov']);
  await agree(page, 2);
  await expect(page.getByText(registering.refused.permission.advice).first()).toBeVisible();
  // Told once for both, also to who has closed the window.
  await expect
    .poll(async () => (await banners()).map(({ summary }) => summary))
    .toEqual([registering.refusedSome(countOf(2, 'en'))]);
  service.faults.clear();
  await page.getByRole('button', { name: registering.tryAgain }).click();
  await showView(page, 'watchlist');
  await expect(rows(page).filter({ hasText: outcomes.importing })).toHaveCount(2);
  expect(await banners()).toHaveLength(1);
});

for (const [fault, what] of [
  ['reset', 'after the service took it'],
  ['lost-request', 'before the service took it'],
] as const)
  test(`a reply that is lost ${what} registers nothing twice`, async ({ installation, service, banners }) => {
    putObjects(service, 'ep01.mov');
    const page = await start(installation, service);
    service.faults.set('registrations', fault, { times: 1 });
    await paste(page, ['media/ep01.mov']);
    await agree(page, 1);
    await expect(page.getByText(registering.progress('0', countOf(1, 'en')))).toBeVisible();
    if (fault === 'reset') {
      const results = page.getByRole('region', { name: said.resultsTitle });
      await expect(results.getByText(said.progress('1', '1'))).toBeVisible({ timeout: 90_000 });
      await showView(page, 'watchlist');
      await expect(rows(page)).toHaveCount(1);
      expect(posts(service)).toBe(1);
      return;
    }
    // A list that cannot be read tells nothing either: after three refusals, from half a minute on, the person is asked.
    await expect.poll(() => posts(service)).toBe(1);
    service.faults.set('service', 'invalid-request');
    const question = registering.inDoubtTitle('ep01.mov');
    await expect(page.getByText(question).first()).toBeVisible({ timeout: 150_000 });
    service.faults.clear();
    await expect.poll(async () => (await banners()).map(({ summary }) => summary)).toEqual([question]);
    await showView(page, 'inbox');
    await expect(
      page.getByRole('main', { name: words.en.shell.views.inbox }).getByText(question),
    ).toBeVisible();
    expect(posts(service)).toBe(1);
    await page.getByRole('button', { name: registering.sendAnyway }).click();
    await showView(page, 'watchlist');
    await expect(rows(page).filter({ hasText: outcomes.importing })).toHaveCount(1);
    expect(posts(service)).toBe(2);
  });

test('nothing is offered where no account may register, and the way says what that takes', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await connect(page, service.account);
  await showView(page, 'add');
  await page.getByRole('radio', { name: said.way }).check();
  await expect(page.getByText(said.offTitle(words.en.account.defaultName))).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: said.toAccount }).click();
  await expect(page.getByRole('switch', { name: registering.may })).toBeVisible();
});
