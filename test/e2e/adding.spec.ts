import type { Locator } from '@playwright/test';
import { limits } from '../../main/contract.ts';
import { countOf } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { addByPaste, connect, paste } from '../support/person.ts';
import { expect, projectId, test, workspace } from '../support/journey.ts';
import { showView } from '../support/show-view.ts';

const { add: said } = words.en;

test('a pasted mess is told apart before anything is added', async ({ installation, service }) => {
  const page = await installation.start();
  await connect(page, service.account);
  const watched = service.importing('autumn_ep01.mov');
  await addByPaste(page, [watched.reference]);
  const ids = Array.from({ length: 8 }, (_, index) => service.importing(`autumn_ep1${index}.mov`).id);
  const [table, address, command, alone, first] = ids as [number, number, number, number, number];
  const before = service.requests().length;

  await paste(
    page,
    [
      `please look at ${watched.reference}`,
      'Workspace\tProject ID\tAsset ID\tFile name',
      `${workspace}\t${projectId}\t${table}\tautumn_ep10.mov`,
      `https://mi.apigw.ntruss.com/api/v1/workspaces/${workspace}/projects/${projectId}/assets/${address}/import-status`,
      `curl -X GET "https://mi.apigw.ntruss.com/api/v1/workspaces/${workspace}/projects/${projectId}/assets/${command}/import-status" \\`,
      `  --header 'x-ncp-apigw-timestamp: 1700000000000' --header 'x-ncp-iam-access-key: ABC'`,
      `${workspace}/${projectId}/${alone}`,
      `${workspace}/${projectId}/${alone}`,
      `${first}-${first + 3}`,
      '12x4',
      '-5',
      '9007199254740993',
      `../${projectId}/77`,
    ].join('\n'),
  );
  // Bare ids say where they belong only once these fields are filled in, as the reasons ask for.
  await expect(page.getByText(said.reasons['workspace-missing']).first()).toBeVisible();
  await page.getByLabel(said.workspace).fill(workspace);
  await expect(page.getByText(said.reasons['project-missing']).first()).toBeVisible();
  await page.getByLabel(said.project).fill(String(projectId));

  await expect(page.getByText(said.foundTitle(countOf(9, 'en')))).toBeVisible();
  await expect(page.getByText(said.watchedCount(countOf(1, 'en')))).toBeVisible();
  await expect(page.getByText(said.repeated(countOf(1, 'en')))).toBeVisible();
  await expect(page.getByText(said.notUnderstoodTitle(countOf(4, 'en')))).toBeVisible();
  for (const [text, reason] of [
    ['12x4', 'not-an-id'],
    ['-5', 'id-not-positive'],
    ['9007199254740993', 'id-too-large'],
    [`../${projectId}/77`, 'workspace-name'],
  ] as const)
    await expect(page.getByRole('listitem').filter({ hasText: text })).toContainText(said.reasons[reason]);
  expect(
    service
      .requests()
      .slice(before)
      .filter(({ target }) => !target.includes(`/${watched.id}`)),
  ).toEqual([]);

  await page.getByRole('button', { name: said.addCount(countOf(8, 'en')), exact: true }).click();
  await expect(page.getByText(said.added(countOf(8, 'en')))).toBeVisible();
  await showView(page, 'watchlist');
  // What was added together has a heading of its own in the list.
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '10');
});

test('assets are picked from the live lists', async ({ installation, service }) => {
  const page = await installation.start();
  await connect(page, service.account);
  for (const name of ['autumn_ep01.mov', 'autumn_ep02.mov', 'autumn_ep03.mov']) service.importing(name);
  await page.getByRole('button', { name: words.en.shell.add, exact: true }).click();
  await page.getByLabel(said.byPicking).check();
  await page.getByLabel(said.pickWorkspace).selectOption(workspace);
  await page.getByLabel(said.pickProject, { exact: true }).selectOption({ label: 'Autumn drama' });
  await page.getByLabel('autumn_ep01.mov').check();
  await page.getByLabel('autumn_ep03.mov').check();
  await page.getByRole('button', { name: said.addCount(countOf(2, 'en')), exact: true }).click();
  await expect(page.getByText(said.added(countOf(2, 'en')))).toBeVisible();
  await showView(page, 'watchlist');
  await expect(page.getByRole('row').filter({ hasText: '.mov' })).toHaveCount(2);
});

test('a paste of 2 MB is read to its end', async ({ installation, service }) => {
  const page = await installation.start();
  await connect(page, service.account);
  const lines = Array.from(
    { length: 52_000 },
    (_, index) => `${workspace}/${projectId}/${1_000_000 + index}`,
  );
  await showView(page, 'add');
  await pasteFromClipboard(page.getByLabel(said.paste), [...lines, '12x4'].join('\n'));
  await expect(page.getByText(said.foundTitle(countOf(limits.addAtOnce, 'en')))).toBeVisible();
  await expect(page.getByText(said.reasons['too-many'])).toBeVisible();
  await expect(page.getByText(said.reasons['not-an-id'])).toBeVisible();
});

/** Typing a text of many lines, as `fill` does it, takes Chromium minutes; a paste takes it a moment. */
async function pasteFromClipboard(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, value) => {
    const area = element as unknown as { value: string; select: () => void };
    area.value = value;
    area.select();
  }, text);
  await field.press('Control+c');
  await field.press('Delete');
  await field.press('Control+v');
}
