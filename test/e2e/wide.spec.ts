import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { columnNames } from '../../main/contract.ts';
import { words } from '../../words/words.ts';
import { expect, test } from '../support/journey.ts';
import type { Installation } from '../support/installation.ts';
import { populate } from '../support/populated.ts';
import { showView } from '../support/show-view.ts';
import { violations } from '../support/violations.ts';

const { settings, shell, watchlist } = words.en;
const { columns, fact } = watchlist;

/** Makes the window this wide, as a person who drags its edge, and waits until the page has it. */
async function widen(page: Page, installation: Installation, width: number): Promise<void> {
  await installation
    .run()
    .app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setSize(to, 680), width);
  await expect.poll(() => page.evaluate('innerWidth')).toBe(width);
}

const isWindowVisible = (installation: Installation): Promise<boolean> =>
  installation
    .run()
    .app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((each) => each.isVisible()));

const grid = (page: Page) => page.getByRole('grid', { name: watchlist.list });
const head = (page: Page, name: string) => page.getByRole('columnheader', { name });
const watched = (page: Page) => page.locator('[data-watch]');
const side = (page: Page) => page.getByRole('complementary', { name: watchlist.details });
const details = (page: Page, name: string) => page.getByRole('region', { name });

test('at 1040 px the list has heads that sort, and the chosen row is told at its side', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await populate(page, service);
  await widen(page, installation, 1_040);
  // The newest first, which is no column.
  await expect(page.locator('[aria-sort]')).toHaveCount(0);
  await expect(side(page)).toHaveText(watchlist.chooseOne);

  await head(page, columns.name).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(head(page, columns.name)).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.locator('[aria-sort]')).toHaveCount(1);
  await expect(watched(page).first()).toContainText('autumn_ep01.mov');
  await expect(watched(page).last()).toContainText('autumn_ep06.mov');
  await head(page, columns.status).getByRole('button').click();
  await expect(head(page, columns.name)).not.toHaveAttribute('aria-sort');
  await expect(head(page, columns.details).getByRole('button')).toHaveCount(0);

  await watched(page).filter({ hasText: 'autumn_ep02.mov' }).click();
  const told = details(page, 'autumn_ep02.mov');
  await expect(told).toContainText('FAILED');
  for (const name of [fact.status, fact.workspace, fact.asset, fact.ended])
    await expect(told.getByText(name, { exact: true })).toBeVisible();
  for (const name of ['openWorkspace', 'copyId', 'checkNow', 'rename', 'stopWatching'] as const)
    await expect(told.getByRole('button', { name: watchlist[name], exact: true })).toBeVisible();
  // The pane has them; a bar over the list would offer them twice.
  await expect(page.getByRole('button', { name: watchlist.stopWatching })).toHaveCount(1);

  await grid(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'autumn_ep02.mov' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();
  expect(await isWindowVisible(installation)).toBe(true);
});

test('at 420 px Enter opens the details in the place of the list, and Escape comes back to the row', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await populate(page, service);
  await widen(page, installation, 420);
  await grid(page).focus();
  await page.keyboard.press('End');
  const row = page.getByRole('row', { selected: true });
  const name = (await row.locator('[title]').first().innerText()).trim();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name })).toBeFocused();
  await expect(grid(page)).toHaveCount(0);

  await details(page, name).getByRole('button', { name: watchlist.rename }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(watchlist.newName)).toBeFocused();
  // The first belongs to the field, the next to the details.
  await page.keyboard.press('Escape');
  await expect(page.getByLabel(watchlist.newName)).toHaveCount(0);
  await expect(page.getByRole('heading', { name })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();
  await expect(row).toContainText(name);
  await expect(row).toBeInViewport();
  expect(await isWindowVisible(installation)).toBe(true);

  await page.keyboard.press('F2');
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();
});

test('skip link, pause and undo by keyboard: what had it goes, and the keyboard stays in the window', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await populate(page, service);
  await page.keyboard.press('Control+1');
  await page.evaluate('document.activeElement?.blur()');
  await page.getByRole('button', { name: shell.skip }).focus();
  await expect(page.getByRole('button', { name: shell.skip })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox')).toBeFocused();

  const pause = page.getByRole('button', { name: shell.pause, exact: true });
  const hour = page.getByRole('button', { name: settings.pauseHour });
  await pause.focus();
  await page.keyboard.press('Enter');
  await expect(hour).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(hour).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(hour).toBeHidden();
  await expect(pause).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const resume = page.getByRole('button', { name: shell.resume, exact: true });
  await expect(resume).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pause).toBeFocused();

  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await expect(watched(page)).toHaveCount(5);
  await expect(grid(page)).toBeFocused();
  const undo = page.getByRole('button', { name: watchlist.undo });
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(watched(page)).toHaveCount(6);
  await expect(undo).toHaveCount(0);
  await expect(grid(page)).toBeFocused();
});

test('columns are sorted, moved and hidden, stay so over a restart, and come back', async ({
  installation,
  service,
}) => {
  let page = await installation.start();
  await populate(page, service);
  await widen(page, installation, 1_600);
  const names = () =>
    page.getByRole('columnheader').evaluateAll((all) => all.map((each) => each.dataset['column']));
  const edge = (name: string) => page.getByRole('separator', { name: watchlist.widthOf(name) });
  const widthOf = async (name: string) => (await head(page, name).boundingBox())?.width ?? 0;
  expect(await names()).toEqual([...columnNames]);

  await head(page, fact.ended).getByRole('button').click();
  await expect(head(page, fact.ended)).toHaveAttribute('aria-sort', 'descending');
  await head(page, fact.ended).getByRole('button').click();
  await expect(head(page, fact.ended)).toHaveAttribute('aria-sort', 'ascending');

  const before = await widthOf(columns.name);
  const line = (await edge(columns.name).boundingBox())!;
  await page.mouse.move(line.x + line.width / 2, line.y + line.height / 2);
  await page.mouse.down();
  await page.mouse.move(line.x + line.width / 2 + 90, line.y + 40, { steps: 3 });
  await page.mouse.up();
  expect(Math.round((await widthOf(columns.name)) - before)).toBe(90);
  await edge(columns.name).focus();
  await page.keyboard.press('ArrowLeft');
  expect(Math.round((await widthOf(columns.name)) - before)).toBe(80);
  // The row follows its heading.
  const cell = watched(page).first().getByRole('gridcell').first();
  expect((await cell.boundingBox())?.width).toBe(await widthOf(columns.name));

  await head(page, columns.status).click({ button: 'right' });
  await page.getByRole('checkbox', { name: columns.project }).click();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  expect(await names()).toEqual(['name', 'status', 'started', 'ended', 'elapsed']);
  expect(await isWindowVisible(installation)).toBe(true);
  const left = await widthOf(columns.name);
  // What the window shows is a moment ahead of main.
  const kept = () => readFile(join(installation.folder, 'settings.json'), 'utf8');
  await expect
    .poll(async () => JSON.parse(await kept()))
    .toHaveProperty('arrangement.hidden', ['project', 'details']);

  await installation.quit();
  page = await installation.start();
  await watched(page).first().waitFor();
  await widen(page, installation, 1_600);
  expect(await names()).toEqual(['name', 'status', 'started', 'ended', 'elapsed']);
  await expect(head(page, fact.ended)).toHaveAttribute('aria-sort', 'ascending');
  expect(await widthOf(columns.name)).toBe(left);

  await page.getByRole('button', { name: watchlist.chooseColumns }).click();
  await page.getByRole('button', { name: watchlist.resetColumns }).click();
  expect(await names()).toEqual([...columnNames]);
  await expect(page.locator('[aria-sort]')).toHaveCount(0);
  expect(await widthOf(columns.name)).toBe(before);
});

/** Each state of a window that the wide list, the details and the shell have of their own. */
const states: Readonly<Record<string, (page: Page, installation: Installation) => Promise<void>>> = {
  'a wide list': (page, installation) => widen(page, installation, 1_040),
  'all columns and their menu': async (page, installation) => {
    await widen(page, installation, 1_600);
    await head(page, columns.name).getByRole('button').click();
    await page.getByRole('button', { name: watchlist.chooseColumns }).click();
    await page.getByRole('checkbox', { name: columns.details }).waitFor();
  },
  'a chosen row at the side': async (page) => {
    await page.keyboard.press('Escape');
    await watched(page).filter({ hasText: 'autumn_ep02.mov' }).click();
    await details(page, 'autumn_ep02.mov').waitFor();
  },
  'a name being given at the side': async (page) => {
    await details(page, 'autumn_ep02.mov').getByRole('button', { name: watchlist.rename }).click();
    await page.getByLabel(watchlist.newName).waitFor();
  },
  'columns without a side': async (page, installation) => {
    await page.keyboard.press('Escape');
    await widen(page, installation, 720);
    await grid(page).waitFor();
  },
  'details in the place of the list': async (page, installation) => {
    await widen(page, installation, 420);
    await grid(page).focus();
    await page.keyboard.press('Enter');
    await details(page, 'autumn_ep02.mov').waitFor();
  },
  'a toast with undo': async (page) => {
    await page.getByRole('button', { name: watchlist.stopWatching }).click();
    await page.getByRole('button', { name: watchlist.undo }).waitFor();
  },
  'the pause menu': async (page) => {
    await page.getByRole('button', { name: shell.pause, exact: true }).click();
    await page.getByRole('button', { name: settings.pauseHour }).waitFor();
  },
  'the skip link': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: shell.skip }).focus();
  },
};

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the wide list, the details and the shell, ${theme}`, async ({
    installation,
    service,
  }) => {
    const page = await installation.start();
    await showView(page, 'settings');
    await page.getByLabel(settings.labels.theme).selectOption({ label: settings.choices.theme[theme] });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await populate(page, service);
    for (const [name, enter] of Object.entries(states)) {
      await enter(page, installation);
      expect(await violations(page), name).toEqual([]);
    }
  });
}
