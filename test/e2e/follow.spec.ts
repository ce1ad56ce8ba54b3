import type { Page } from '@playwright/test';
import { countOf } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { expect, projectId, test, workspace, type Service } from '../support/journey.ts';
import { connect } from '../support/person.ts';
import { showView } from '../support/show-view.ts';

const { follow: said, add, outcomes, shell, telling } = { ...words.en, telling: words.en.watchlist };
const project = 'Autumn drama';
const rowOf = (page: Page, fileName: string) => page.getByRole('row').filter({ hasText: fileName });
const cardOf = (page: Page, name = project) =>
  page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });

const checked = /checked (\d+ s ago|just now)/;

async function followProject(page: Page, name = project, state: string | RegExp = checked): Promise<void> {
  await showView(page, 'add');
  await page.getByLabel(said.way).check();
  await page.getByLabel(add.pickWorkspace).selectOption(workspace);
  await page.getByLabel(add.pickProject, { exact: true }).selectOption({ label: name });
  await page.getByRole('button', { name: said.start }).click();
  await expect(cardOf(page, name)).toContainText(state);
}

async function openFollowed(page: Page): Promise<void> {
  await showView(page, 'add');
  await page.getByLabel(said.way).check();
}

/** Assets whose import ended before the test began. */
function ended(service: Service, count: number): void {
  for (let number = 1; number <= count; number += 1)
    service.importing(`old_${number}.mov`, { endsAfterMs: 0, as: number % 3 === 0 ? 'FAILED' : 'COMPLETED' });
}

/** The pages and the states that were asked for since `from`. */
function requestsSince(service: Service, from: number) {
  const targets = service.requests().map(({ target }) => target);
  const since = targets.slice(from);
  return {
    pages: since.filter((target) => target.includes('/assets?')),
    states: since.filter((target) => target.endsWith('/import-status')),
  };
}

test('running imports of a followed project are found, and their ends told once; the rest is not told', async ({
  installation,
  service,
  banners,
}) => {
  ended(service, 6);
  const running = service.importing('running.mov');
  const page = await installation.start();
  await connect(page, service.account);
  await followProject(page);
  await expect(cardOf(page)).toContainText(said.importing('1'));
  await expect(cardOf(page)).toContainText(said.known('7'));

  const late = service.importing('late.mov');
  await page.getByRole('button', { name: said.lookAt(project) }).click();
  await expect(cardOf(page)).toContainText(said.importing('2'));
  await showView(page, 'watchlist');
  await expect(rowOf(page, 'running.mov')).toContainText(outcomes.importing);
  await expect(rowOf(page, 'late.mov')).toContainText(outcomes.importing);
  await expect(page.getByRole('row').filter({ hasText: 'old_' })).toHaveCount(0);

  service.world.end(running.id, 'COMPLETED');
  service.world.end(late.id, 'FAILED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await expect(rowOf(page, 'running.mov')).toContainText(outcomes.completed);
  await expect(rowOf(page, 'late.mov')).toContainText(outcomes.failed);
  await expect.poll(async () => (await banners()).length).toBeGreaterThan(0);
  const told = (await banners()).map(({ summary, body }) => `${summary}\n${body}`).join('\n');
  expect(told).toContain('running.mov');
  expect(told).toContain('late.mov');
  expect(told).not.toContain('old_');
});

test('after a restart nothing is asked for again, and nothing is lost', async ({ installation, service }) => {
  ended(service, 9);
  const running = service.importing('running.mov');
  const page = await installation.start();
  await connect(page, service.account);
  await followProject(page);
  await expect(cardOf(page)).toContainText(said.known('10'));
  await expect(cardOf(page)).not.toContainText(said.waiting(''));
  // What the window shows may be a moment ahead of the disk; an app that quits writes what it knows.
  const before = service.requests().length;
  const again = await installation.restart();
  await openFollowed(again);
  await expect(cardOf(again)).toContainText(checked);
  await expect(cardOf(again)).toContainText(said.known('10'));
  await expect(cardOf(again)).toContainText(said.importing('1'));
  const { pages, states } = requestsSince(service, before);
  expect(pages).toHaveLength(1);
  expect(new Set(states)).toEqual(
    new Set([`/api/v1/workspaces/${workspace}/projects/${projectId}/assets/${running.id}/import-status`]),
  );
});

test('an app that is killed in the midst of it finds every running import after all', async ({
  installation,
  service,
  banners,
}) => {
  ended(service, 4);
  const running = Array.from({ length: 8 }, (_, number) => service.importing(`running_${number}.mov`));
  const page = await installation.start();
  await connect(page, service.account);
  await showView(page, 'add');
  await page.getByLabel(said.way).check();
  await page.getByLabel(add.pickWorkspace).selectOption(workspace);
  await page.getByLabel(add.pickProject, { exact: true }).selectOption({ label: project });
  await page.getByRole('button', { name: said.start }).click();
  await expect(cardOf(page)).toContainText(/[1-9] importing/);
  await installation.crash();

  const again = await installation.start();
  await openFollowed(again);
  // A kill may come before the follow itself was written; then the person follows it once more.
  if ((await cardOf(again).count()) === 0) await followProject(again);
  await expect(cardOf(again)).toContainText(said.importing('8'));
  for (const { id } of running) service.world.end(id, 'COMPLETED');
  await again.getByRole('button', { name: shell.checkNow }).click();
  await showView(again, 'inbox');
  await expect(again.getByRole('listitem')).toHaveCount(8);
  await expect.poll(async () => (await banners()).length).toBeGreaterThan(0);
});

test('a moved asset keeps its watch, and one that is deleted is said not to be found, and told as nothing yet', async ({
  installation,
  service,
  banners,
}) => {
  const winter = service.world.addProject(workspace, 'Winter drama');
  const moved = service.importing('moved.mov');
  const deleted = service.importing('deleted.mov');
  const page = await installation.start();
  await connect(page, service.account);
  await followProject(page);
  await followProject(page, 'Winter drama');
  await expect(cardOf(page)).toContainText(said.importing('2'));

  service.world.move(moved.id, winter.projectId);
  service.world.remove(deleted.id);
  const checkNow = page.getByRole('button', { name: shell.checkNow });
  await checkNow.click();
  await expect(cardOf(page, 'Winter drama')).toContainText(said.importing('1'));
  await showView(page, 'watchlist');
  await expect(rowOf(page, 'deleted.mov')).toContainText(words.en.problems['not-found'].title);
  await expect(rowOf(page, 'moved.mov')).toContainText(outcomes.importing);

  // That it is gone takes ten minutes of not being found: a list that lacks it for a moment proves nothing.
  service.world.end(moved.id, 'COMPLETED');
  await checkNow.click();
  await expect(rowOf(page, 'moved.mov')).toContainText(outcomes.completed);
  await expect
    .poll(async () => (await banners()).map(({ summary }) => summary))
    .toEqual([words.en.notices.one(outcomes.completed, 'moved.mov')]);
});

test('a project is left, and followed again with all that was seen', async ({ installation, service }) => {
  ended(service, 5);
  const page = await installation.start();
  await connect(page, service.account);
  await followProject(page);
  await page.getByRole('button', { name: said.stop(project) }).click();
  await expect(page.getByText(said.none)).toBeVisible();
  await expect(page.getByText(said.stopped(project))).toBeVisible();
  await page.getByRole('button', { name: telling.undo, exact: true }).click();
  await expect(cardOf(page)).toContainText(said.known('5'));
});

test('a project is chosen, followed and left by keyboard alone', async ({ installation, service }) => {
  ended(service, 2);
  const page = await installation.start();
  await connect(page, service.account);
  await showView(page, 'add');
  await page.getByLabel(add.byPaste, { exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByLabel(said.way)).toBeChecked();
  await expect(page.getByLabel(add.pickWorkspace)).toBeEnabled();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel(add.pickWorkspace)).toBeFocused();
  await page.keyboard.type(workspace);
  await expect(page.getByLabel(add.pickProject, { exact: true })).toBeEnabled();
  await page.keyboard.press('Tab');
  await page.keyboard.type(project);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: said.start })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cardOf(page)).toContainText(said.known('2'));
  // To look now, to mute, to stop.
  for (let stops = 0; stops < 3; stops += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: said.stop(project) })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(said.none)).toBeVisible();
  // The keyboard goes on from the list, and not from the top of the window.
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: said.start })).toBeFocused();
});

test('a project of another page size than one is read page by page, each once', async ({
  installation,
  service,
}) => {
  ended(service, 0);
  for (let number = 0; number < 2_500; number += 1)
    service.importing(`old_${number}.mov`, { endsAfterMs: 0, as: 'COMPLETED' });
  const page = await installation.start();
  await connect(page, service.account);
  const before = service.requests().length;
  // The newest 200 are asked for by themselves, which takes 40 s.
  await followProject(page, project, said.firstLook);
  await expect(cardOf(page)).toContainText(said.known('2,500'));
  await expect(cardOf(page)).toContainText(said.firstLook);
  const { pages, states } = requestsSince(service, before);
  expect(pages.map((target) => /pageNum=(\d+)/.exec(target)?.[1])).toEqual(['1', '2', '3']);
  expect(states.length).toBeLessThanOrEqual(200);
});

test.describe('where running imports are not in the list', () => {
  test.use({ serviceSettings: { unfinishedInList: 'absent' } });

  test('that is learned and said, and what has completed stands in the list without a banner', async ({
    installation,
    service,
    banners,
  }) => {
    ended(service, 2);
    const running = service.importing('running.mov');
    const unseen = service.importing('unseen.mov');
    const page = await installation.start();
    await connect(page, service.account);
    await page.getByRole('button', { name: shell.add, exact: true }).click();
    await page.getByLabel(add.paste).fill(running.reference);
    await page.getByRole('button', { name: add.addCount(countOf(1, 'en')), exact: true }).click();
    await expect(page.getByText(add.added(countOf(1, 'en')))).toBeVisible();
    await followProject(page);
    const checkNow = page.getByRole('button', { name: shell.checkNow });
    await expect(async () => {
      await checkNow.click();
      await expect(page.getByText(said.onlyCompleted)).toBeVisible({ timeout: 1_000 });
    }).toPass();

    service.world.end(unseen.id, 'COMPLETED');
    await checkNow.click();
    await expect(cardOf(page)).toContainText(said.known('3'));
    service.world.end(running.id, 'COMPLETED');
    await checkNow.click();
    await expect.poll(async () => (await banners()).length).toBe(1);
    expect((await banners())[0]!.summary).toContain('running.mov');
    await showView(page, 'watchlist');
    await expect(rowOf(page, 'unseen.mov')).toContainText(outcomes.completed);
  });
});
