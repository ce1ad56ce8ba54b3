import type { Page } from '@playwright/test';
import { bucketPolicy } from '../../main/contract.ts';
import { countOf } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { expect, projectId, test, workspace, type Service } from '../support/journey.ts';
import type { Installation } from '../support/installation.ts';
import { connect } from '../support/person.ts';
import { showView } from '../support/show-view.ts';
import { violations } from '../support/violations.ts';

const { add, bucketPicker: said, outcomes, registerFiles, registering } = words.en;
const bucket = `${workspace}-media`;
const script = { endsAfterMs: null, as: 'COMPLETED' } as const;
const files = (number: number) => registering.register(countOf(number, 'en'));

/** Connects an account that may register files, and opens the form for them with project and bucket chosen. */
async function openForm(installation: Installation, service: Service): Promise<Page> {
  const page = await installation.start();
  await installation.run().app.evaluate(() => {
    (globalThis as unknown as { record: { answer: number } }).record.answer = 0;
  });
  await connect(page, service.account);
  await page.getByRole('switch', { name: registering.may }).click();
  await showView(page, 'add');
  await page.getByRole('radio', { name: registerFiles.way }).click();
  await page.getByLabel(add.pickWorkspace, { exact: true }).selectOption(workspace);
  await page.getByLabel(add.pickProject, { exact: true }).selectOption({ label: 'Autumn drama' });
  await expect(page.getByLabel(registerFiles.bucket, { exact: true })).toHaveValue(bucket);
  return page;
}

test('files are picked from the bucket and registered', async ({ installation, service }) => {
  for (const key of ['autumn/ep01.mov', 'autumn/가을 + 2%.mov', 'winter/ep01.mov', 'trailer.mp4'])
    service.world.putObject(bucket, { key, size: 2_000_000, script });
  service.world.putObject(bucket, { key: 'autumn/huge.mov', size: 11 * 1024 ** 3, script });
  service.world.putObject(bucket, { key: 'autumn/script.pdf', size: 1_000, script });
  const page = await openForm(installation, service);
  await page.getByRole('button', { name: said.open }).click();
  await page.getByRole('button', { name: 'autumn/' }).click();
  await expect(page.getByText(said.unfit['video-too-large'])).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'script.pdf' })).toBeDisabled();
  await page.getByRole('checkbox', { name: said.selectShown }).check();
  expect(await violations(page), 'the picker').toEqual([]);
  await page.getByRole('button', { name: bucket, exact: true }).click();
  await page.getByRole('checkbox', { name: 'trailer.mp4' }).check();
  await page.getByRole('button', { name: said.use(countOf(3, 'en')) }).click();
  await expect(page.getByLabel(registerFiles.keys)).toHaveValue(
    ['autumn/ep01.mov', 'autumn/가을 + 2%.mov', 'trailer.mp4']
      .map((key) => `s3://${bucket}/${key}`)
      .join('\n'),
  );
  // What was picked stays what it is.
  await page.getByLabel(registerFiles.bucket, { exact: true }).fill('another-bucket');
  await page.getByRole('button', { name: files(3) }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: files(3) })
    .click();
  await showView(page, 'watchlist');
  await expect(page.getByRole('row').filter({ hasText: outcomes.importing })).toHaveCount(3);
  const keys = service.world.assetsOf(workspace, projectId).map(({ key }) => key);
  expect(keys.toSorted()).toEqual(['autumn/ep01.mov', 'autumn/가을 + 2%.mov', 'trailer.mp4']);
  expect(service.requests().filter(({ status }) => status !== 'accepted')).toEqual([]);
});

test('a long folder comes in pages, and is searched by how names begin', async ({
  installation,
  service,
}) => {
  for (let number = 0; number < 230; number += 1)
    service.world.putObject(bucket, { key: `ep${String(number).padStart(3, '0')}.mov`, size: 1, script });
  const page = await openForm(installation, service);
  await page.getByRole('button', { name: said.open }).click();
  await expect(page.getByText(said.loaded(countOf(200, 'en')))).toBeVisible();
  await page.getByRole('button', { name: said.loadMore }).click();
  await expect(page.getByText(said.loaded(countOf(230, 'en')))).toBeVisible();
  await page.getByLabel(said.find).fill('ep22');
  await expect(page.getByRole('checkbox', { name: /\.mov/ })).toHaveCount(10);
  await page.getByLabel(said.find).press('Enter');
  await expect(page.getByText(said.beginning('ep22'))).toBeVisible();
  await expect(page.getByText(said.loaded(countOf(10, 'en')))).toBeVisible();
});

test('a key that may not look into the bucket says which policy it needs, and keys are typed all the same', async ({
  installation,
  service,
}) => {
  service.world.putObject(bucket, { key: 'trailer.mp4', size: 1, script });
  service.faults.set('buckets', 'access-denied');
  const page = await openForm(installation, service);
  await page.getByRole('button', { name: said.open }).click();
  await expect(page.getByText(said.problems.permission.advice(bucketPolicy))).toBeVisible();
  await page.getByRole('button', { name: said.close }).click();
  await page.getByLabel(registerFiles.keys).fill('trailer.mp4');
  await expect(page.getByRole('button', { name: files(1) })).toBeEnabled();
  service.faults.clear();
  await page.getByRole('button', { name: said.open }).click();
  await expect(page.getByRole('checkbox', { name: 'trailer.mp4' })).toBeEnabled();
});
