import { once } from 'node:events';
import { readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { trayWords } from '../../words/tray-words.ts';
import { words } from '../../words/words.ts';
import { addByPaste, connect } from '../support/person.ts';
import { expect, test } from '../support/journey.ts';
import { savedRows } from '../support/saved-rows.ts';

const { en } = words;

test('a first start offers an account or the demo, and leads to the first watched import', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await expect(page.getByRole('heading', { name: en.firstStart.title })).toBeVisible();
  await expect(page.getByRole('button', { name: en.shell.checkNow })).toHaveCount(0);
  await expect(page.getByRole('button', { name: en.firstStart.tryDemo })).toBeVisible();

  await page.getByRole('button', { name: en.firstStart.connect }).click();
  await expect(page.getByRole('main', { name: en.shell.views.account })).toBeVisible();
  await connect(page, service.account);
  const { reference } = service.importing('autumn_ep01.mov');
  await addByPaste(page, [reference]);

  const row = page.getByRole('row').filter({ hasText: 'autumn_ep01.mov' });
  await expect(row).toContainText(en.outcomes.importing);
  await expect.poll(() => installation.tray().toolTip()).toContain(trayWords.en.importing('1'));
});

/** Whose run a folder is: the lock is a link to `host-pid`. */
async function ownerOf(folder: string): Promise<number | null> {
  const link = await readlink(join(folder, 'SingletonLock')).catch(() => null);
  return link === null ? null : Number(link.split('-').at(-1));
}

/** Electron starts the next run through a helper process, which waits for the end of this one. */
const nextRun = { timeout: 20_000 };

/** Clicks what ends this run. The page may be gone before the click is answered: that the run ended is what the test asks. */
async function leaveBy(button: Locator): Promise<void> {
  await button.waitFor();
  await button.click().catch((error: unknown) => {
    if (!String(error).includes('has been closed')) throw error;
  });
}

test('the demo is one click away, in a run and a folder of its own', async ({ installation }) => {
  const page = await installation.start();
  const first = installation.run();
  const ended = once(first.app.process(), 'exit');
  await leaveBy(page.getByRole('button', { name: en.firstStart.tryDemo }));
  expect(await ended).toEqual([0, null]);

  const demos = async () =>
    (await readdir(first.temporaryFolder)).filter((name) => name.startsWith('import-watch-demo-'));
  await expect.poll(demos, nextRun).toHaveLength(1);
  const folder = join(first.temporaryFolder, (await demos())[0] ?? '');
  await expect.poll(() => ownerOf(folder), nextRun).not.toBeNull();
  try {
    await expect.poll(() => savedRows(folder)).toContain('news-archive');
  } finally {
    process.kill((await ownerOf(folder)) ?? NaN, 'SIGTERM');
  }
  await expect.poll(demos).toEqual([]);
  expect((await readdir(installation.folder)).filter((name) => name.endsWith('.json'))).toEqual([]);
});

test.describe('the demo', () => {
  test.use({ installationOptions: { arguments: ['--demo'] } });

  test('is left for the person’s own app, and takes all that was its own along', async ({ installation }) => {
    const page = await installation.start();
    const demo = installation.run();
    const demos = async () =>
      (await readdir(demo.temporaryFolder)).filter((name) => name.startsWith('import-watch-demo-'));
    expect(await demos()).toHaveLength(1);
    await expect(page.getByText(en.shell.demo)).toBeVisible();
    const ended = once(demo.app.process(), 'exit');
    await leaveBy(page.getByRole('button', { name: en.shell.leaveDemo }));
    expect(await ended).toEqual([0, null]);
    await expect.poll(() => ownerOf(installation.folder), nextRun).not.toBeNull();
    try {
      expect(await demos()).toEqual([]);
    } finally {
      process.kill((await ownerOf(installation.folder)) ?? NaN, 'SIGTERM');
    }
    await expect.poll(() => ownerOf(installation.folder)).toBeNull();
  });
});
