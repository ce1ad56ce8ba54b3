import type { ImportStatus } from '../../main/model/import-status.ts';
import { words } from '../../words/words.ts';
import { addByPaste, connect, watchOne } from '../support/person.ts';
import { expect, test } from '../support/journey.ts';
import { showView } from '../support/show-view.ts';

const { advice, inbox, outcomes, settings, shell } = words.en;

interface Ending {
  readonly as: Exclude<ImportStatus, 'IN_PROGRESS'>;
  readonly fileName: string;
  readonly text?: string;
  readonly summary: string;
  readonly body: readonly string[];
  readonly urgency: 'normal' | 'critical';
  readonly row: readonly string[];
}

const endings: readonly Ending[] = [
  {
    as: 'COMPLETED',
    fileName: 'autumn_ep01.mov',
    summary: 'Completed: autumn_ep01.mov',
    body: ['1920x1080 · 4:14 · 8.4 GB · mov'],
    urgency: 'normal',
    row: [outcomes.completed, '1920x1080 · 4:14 · 8.4 GB · mov'],
  },
  {
    as: 'FAILED',
    fileName: 'autumn_ep02.mov',
    summary: 'Failed: autumn_ep02.mov',
    body: [
      'Media Intelligence couldn’t import the file. Message from the service: Upload failed',
      'Import the file again. It becomes a new asset with a new ID.',
    ],
    urgency: 'critical',
    row: [outcomes.failed, advice.failed.happened, advice.failed.next],
  },
  {
    as: 'FILE_NOT_EXIST',
    fileName: 'autumn_ep03.mov',
    summary: 'File not found: autumn_ep03.mov',
    body: [
      'The file wasn’t found in Object Storage.',
      'Check the bucket and the file name (object key) in Object Storage, then import the file again.',
    ],
    urgency: 'critical',
    row: [outcomes['file-not-there'], advice['file-not-there'].happened, advice['file-not-there'].next],
  },
  {
    as: 'INVALID_METADATA',
    fileName: 'autumn_ep04.mov',
    text: '지원하지 않는 동영상 길이 (최대 6시간)',
    summary: 'Invalid file: autumn_ep04.mov',
    body: [
      '지원하지 않는 동영상 길이 (최대 6시간)',
      'Convert it to 360p–1080p, then import it again. Video: mp4, mkv, mov, webm, up to 6 hours and 10 GB. Image: png, jpg, heic, up to 10 MB.',
    ],
    urgency: 'critical',
    row: [outcomes['not-valid'], '지원하지 않는 동영상 길이 (최대 6시간)', advice['not-valid'].next],
  },
];

const metaData = { resolution: '1920x1080', durationMs: 254_000, size: 8_400_000_000, format: 'mov' };

for (const ending of endings) {
  test(`${ending.as} is told by one banner, in its row and in the inbox`, async ({
    banners,
    installation,
    service,
  }) => {
    const page = await installation.start();
    await connect(page, service.account);
    const { id, reference } = service.importing(ending.fileName, {
      endsAfterMs: null,
      as: ending.as,
      metaData,
    });
    await addByPaste(page, [reference]);
    const row = page.getByRole('row').filter({ hasText: ending.fileName });
    await expect(row).toContainText(outcomes.importing);

    service.world.end(id, ending.as, ending.text);
    await page.getByRole('button', { name: shell.checkNow }).click();
    for (const words of ending.row) await expect(row).toContainText(words);
    await expect.poll(banners).toEqual([
      {
        appName: 'Import Watch',
        summary: ending.summary,
        body: [...ending.body, reference.replaceAll('/', ' / ')].join('\n'),
        urgency: ending.urgency,
      },
    ]);

    await showView(page, 'inbox');
    const entry = page.getByRole('listitem').filter({ hasText: ending.fileName });
    await expect(entry).toContainText(inbox.fates.shown(settings.choices.notifier['node-notifier']));
    await entry.getByRole('button', { name: ending.fileName }).click();
    await expect(page.getByRole('row', { selected: true })).toContainText(ending.fileName);
  });
}

test('several that end in one moment make one banner', async ({ banners, installation, service }) => {
  const page = await installation.start();
  await connect(page, service.account);
  const names = ['autumn_ep01.mov', 'autumn_ep02.mov', 'autumn_ep03.mov', 'autumn_ep04.mov'];
  const assets = names.map((name) => service.importing(name));
  await addByPaste(
    page,
    assets.map(({ reference }) => reference),
  );
  for (const name of names)
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText(outcomes.importing);

  for (const [index, { id }] of assets.entries()) service.world.end(id, index === 3 ? 'FAILED' : 'COMPLETED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await expect(page.getByRole('row').filter({ hasText: outcomes.importing })).toHaveCount(0);
  await expect.poll(banners).toHaveLength(1);
  expect(await banners()).toMatchObject([
    {
      summary: '1 of 4 imports failed',
      body: 'Failed: autumn_ep04.mov\nCompleted: autumn_ep01.mov, autumn_ep02.mov, autumn_ep03.mov',
      urgency: 'critical',
    },
  ]);
});

test('an asset that is imported again is told again', async ({ banners, installation, service }) => {
  const page = await installation.start();
  const { id } = await watchOne(page, service);
  const row = page.getByRole('row');
  // An ended import is asked about only where it was chosen.
  await row.click();
  const checkNow = page.getByRole('main').getByRole('button', { name: shell.checkNow });
  service.world.end(id, 'FAILED');
  await checkNow.click();
  await expect(row).toContainText(outcomes.failed);
  await expect.poll(banners).toHaveLength(1);

  service.world.importAgain(id, { endsAfterMs: null, as: 'COMPLETED' });
  await checkNow.click();
  await expect(row).toContainText(outcomes.importing);
  service.world.end(id, 'COMPLETED');
  await checkNow.click();
  await expect(row).toContainText(outcomes.completed);
  await expect.poll(banners).toHaveLength(2);
  expect((await banners()).map(({ summary }) => summary)).toEqual([
    'Failed: autumn_ep01.mov',
    'Completed: autumn_ep01.mov',
  ]);
});

test('an import that had ended before it was watched is shown and not told', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  await connect(page, service.account);
  const old = service.importing('autumn_ep01.mov', { endsAfterMs: 0, as: 'COMPLETED' });
  const present = service.importing('autumn_ep02.mov');
  await addByPaste(page, [old.reference, present.reference]);
  await expect(page.getByRole('row').filter({ hasText: 'autumn_ep01.mov' })).toContainText(
    outcomes.completed,
  );
  // An end that is learned before the name is told without it.
  await expect(page.getByRole('row').filter({ hasText: 'autumn_ep02.mov' })).toBeVisible();

  // A later end proves that banners work and that the first had none.
  service.world.end(present.id, 'COMPLETED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await expect.poll(banners).toHaveLength(1);
  expect((await banners())[0]?.summary).toBe('Completed: autumn_ep02.mov');
});

test('a banner shows what the service wrote as text, never as markup or options', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  const { id } = await watchOne(page, service, '--help <b>Tom & Jerry</b>.mp4');
  service.world.end(id, 'INVALID_METADATA', '<img src="https://example.com/x.png">5 < 6 & too wide');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await expect.poll(banners).toHaveLength(1);
  const [banner] = await banners();
  expect(banner?.summary).toBe('Invalid file: --help <b>Tom & Jerry</b>.mp4');
  expect(banner?.body).toContain('5 &lt; 6 &amp; too wide');
  await expect(page.locator('img[src*="example.com"]')).toHaveCount(0);
});
