import type { Page } from '@playwright/test';
import { dialogWords } from '../../words/dialog-words.ts';
import { countOf } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { expect, projectId, test, workspace, type Service } from '../support/journey.ts';
import type { Installation } from '../support/installation.ts';
import { addByPaste, connect } from '../support/person.ts';
import { showView } from '../support/show-view.ts';
import { violations } from '../support/violations.ts';

const { outcomes, registering, watchlist } = words.en;
const bucket = `${workspace}-media`;

const rows = (page: Page) => page.getByRole('row').filter({ hasText: '.mov' });
const posts = (service: Service) => service.requests().filter(({ method }) => method === 'POST').length;
const files = (number: number) => registering.register(countOf(number, 'en'));
const switchOf = (page: Page) => page.getByRole('switch', { name: registering.may });

/** What the person says to dialogs of the system from now on: 0 is yes. */
const answerWith = (installation: Installation, answer: number) =>
  installation.run().app.evaluate((_electron, chosen) => {
    (globalThis as unknown as { record: { answer: number } }).record.answer = chosen;
  }, answer);

/** The sentence, whatever the time in it. */
const unchanged = registering.unchanged('').slice(0, 40);

/** Adds an import that has failed like this; the file that is put right is in its bucket. */
function failed(service: Service, fileName: string, as: 'FAILED' | 'FILE_NOT_EXIST' | 'INVALID_METADATA') {
  const { reference } = service.importing(fileName, { endsAfterMs: 0, as });
  const script = { endsAfterMs: null, as: 'COMPLETED' } as const;
  service.world.putObject(bucket, { key: `media/${fileName}`, size: 1_000, script });
  return reference;
}

/** Starts with an account that may register files, and with these failed imports in the list. */
async function startWithFailures(
  installation: Installation,
  service: Service,
  references: readonly string[],
): Promise<Page> {
  const page = await installation.start();
  await answerWith(installation, 0);
  await connect(page, service.account);
  await switchOf(page).click();
  await expect(switchOf(page)).toBeChecked();
  await addByPaste(page, references);
  await expect(rows(page)).toHaveCount(references.length);
  return page;
}

async function askAgain(page: Page): Promise<void> {
  await rows(page).first().click();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: registering.again }).first().click();
}

test('the three failures are registered again, and the new assets take their places', async ({
  installation,
  service,
}) => {
  const page = await startWithFailures(installation, service, [
    failed(service, 'ep01.mov', 'FAILED'),
    failed(service, 'ep02.mov', 'FILE_NOT_EXIST'),
    failed(service, 'ep03.mov', 'INVALID_METADATA'),
  ]);
  const before = [...service.world.assets.keys()];
  await askAgain(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(3);
  await expect(dialog.getByText(`${bucket}/media/ep01.mov`)).toBeVisible();
  // The one that was not in the bucket is there now; the other two are unchanged.
  await expect(dialog.getByText(registering.first)).toHaveCount(1);
  await expect(dialog.getByText(registering.there)).toHaveCount(1);
  await expect(dialog.getByText(unchanged)).toHaveCount(2);
  expect(posts(service)).toBe(0);
  expect(await violations(page), 'the dialog').toEqual([]);
  await dialog.getByRole('button', { name: files(3) }).click();
  await expect(rows(page).filter({ hasText: outcomes.importing })).toHaveCount(3);
  await expect(rows(page)).toHaveCount(3);
  expect(posts(service)).toBe(3);
  const made = service.world
    .assetsOf(workspace, projectId)
    .filter(({ assetId }) => !before.includes(assetId));
  expect(made.map(({ key }) => key).toSorted()).toEqual([
    'media/ep01.mov',
    'media/ep02.mov',
    'media/ep03.mov',
  ]);

  await rows(page).filter({ hasText: 'ep01.mov' }).click();
  await page.getByRole('button', { name: watchlist.details }).click();
  await expect(page.getByText(watchlist.fact.former)).toBeVisible();
  await expect(page.getByText(String(before[0]), { exact: true })).toBeVisible();
});

test('an object that was written since, that is gone, or that cannot be asked about is not called unchanged', async ({
  installation,
  service,
}) => {
  const page = await startWithFailures(installation, service, [
    failed(service, 'ep01.mov', 'FAILED'),
    failed(service, 'ep02.mov', 'FILE_NOT_EXIST'),
  ]);
  const script = { endsAfterMs: null, as: 'COMPLETED' } as const;
  const changedAt = Date.now() + 60_000;
  service.world.putObject(bucket, { key: 'media/ep01.mov', size: 1_000, changedAt, script });
  service.world.buckets.get(bucket)?.delete('media/ep02.mov');
  await askAgain(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(registering.gone)).toHaveCount(1);
  await expect(dialog.getByText(unchanged)).toHaveCount(0);
  await dialog.getByRole('button', { name: registering.cancel }).click();

  service.faults.set('buckets', 'access-denied');
  await page.getByRole('button', { name: registering.again }).first().click();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await expect(dialog.getByRole('button', { name: files(2) })).toBeEnabled();
  for (const text of [registering.gone, registering.there, unchanged])
    await expect(dialog.getByText(text)).toHaveCount(0);
});

test('a reply that is lost is settled by the list, and the file is not sent again', async ({
  installation,
  service,
}) => {
  const page = await startWithFailures(installation, service, [failed(service, 'ep01.mov', 'FAILED')]);
  service.faults.set('registrations', 'reset', { times: 1 });
  await askAgain(page);
  await page.getByRole('button', { name: files(1) }).click();
  await expect(page.getByText(registering.progress('0', countOf(1, 'en')))).toBeVisible();
  // The list is read half a minute after the reply was lost.
  await expect(rows(page).filter({ hasText: outcomes.importing })).toHaveCount(1, { timeout: 90_000 });
  expect(posts(service)).toBe(1);
  await expect(page.getByText(registering.progress('0', countOf(1, 'en')))).toHaveCount(0);
});

test('a key that may only read says which policy it needs, and troubles nothing else', async ({
  installation,
  service,
}) => {
  const page = await startWithFailures(installation, service, [failed(service, 'ep01.mov', 'FAILED')]);
  service.faults.set('registrations', 'no-permission');
  await askAgain(page);
  await page.getByRole('button', { name: files(1) }).click();
  await expect(page.getByText(registering.refused.permission.advice)).toBeVisible();
  await expect(rows(page).filter({ hasText: outcomes.failed })).toHaveCount(1);
  service.faults.clear();
  await page.getByRole('button', { name: registering.tryAgain }).click();
  await expect(rows(page).filter({ hasText: outcomes.importing })).toHaveCount(1);
  await expect(page.getByText(registering.refused.permission.advice)).toHaveCount(0);
});

test('nothing can be registered before the person has said yes in a dialog of the system', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await answerWith(installation, 0);
  await connect(page, service.account);
  await answerWith(installation, 1);
  await switchOf(page).click();
  await expect(page.getByText(words.en.refusals.codes['not-agreed'])).toBeVisible();
  await expect(switchOf(page)).not.toBeChecked();
  const questions = await installation
    .run()
    .app.evaluate(() => (globalThis as unknown as { record: { questions: string[] } }).record.questions);
  expect(questions.at(-1)).toBe(dialogWords.en.register.question(words.en.account.defaultName));
  await addByPaste(page, [failed(service, 'ep01.mov', 'FAILED')]);
  await rows(page).first().click();
  await expect(page.getByRole('button', { name: registering.again })).toHaveCount(0);
  // A page that was taken over asks main itself.
  const refused = await page.evaluate(async (watch) => {
    const { request } = (
      globalThis as unknown as {
        importWatch: { request: Record<string, (what: unknown) => Promise<unknown>> };
      }
    ).importWatch;
    return [
      await request['planRegisterAgain']!({ watches: [watch] }),
      await request['register']!({ plan: 1 }),
    ];
  }, 'a1:drama-studio/1');
  expect(refused[1]).toMatchObject({ ok: false });
  expect(posts(service)).toBe(0);
  await showView(page, 'account');
});
