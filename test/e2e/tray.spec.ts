import { trayWords } from '../../words/tray-words.ts';
import { words } from '../../words/words.ts';
import { addByPaste, connect, watchOne } from '../support/person.ts';
import { expect, test } from '../support/journey.ts';
import { showView } from '../support/show-view.ts';

const { outcomes, shell } = words.en;
const said = trayWords.en;

test('the tray says how it stands, and each of its actions is done', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  const tray = installation.tray();
  expect(await tray.toolTip()).toBe(said.noAccount);
  await connect(page, service.account);
  await expect.poll(() => tray.toolTip()).toBe(said.nothing);

  const failing = service.importing('autumn_ep01.mov');
  const going = service.importing('autumn_ep02.mov');
  await addByPaste(page, [failing.reference, going.reference]);
  await expect(page.getByRole('row').filter({ hasText: 'autumn_ep01.mov' })).toContainText(
    outcomes.importing,
  );
  await expect(page.getByRole('row').filter({ hasText: 'autumn_ep02.mov' })).toContainText(
    outcomes.importing,
  );
  await expect.poll(() => tray.toolTip()).toMatch(/^2 importing · checked (\d+ s ago|just now)$/);

  const asked = service.requests().length;
  await tray.choose(said.checkNow);
  await expect.poll(() => service.requests().length).toBeGreaterThanOrEqual(asked + 2);
  service.world.end(failing.id, 'FAILED');
  await tray.choose(said.checkNow);
  await expect.poll(() => tray.toolTip()).toMatch(/^1 importing · 1 failed · checked (\d+ s ago|just now)$/);
  await expect.poll(banners).toHaveLength(1);

  await showView(page, 'settings');
  const item = (await tray.labels()).find((label) => label.includes('autumn_ep01.mov'));
  expect(item).toBeDefined();
  await tray.choose(item ?? '');
  await expect(page.getByRole('main', { name: shell.views.watchlist })).toBeVisible();
  await expect(page.getByRole('row', { selected: true })).toContainText('autumn_ep01.mov');
});

test('a pause stops every request, outlives a restart, and ends when the person says so', async ({
  banners,
  installation,
  service,
}) => {
  let page = await installation.start();
  const { id } = await watchOne(page, service);

  await installation.tray().choose(said.pauseHour);
  await expect(page.getByText(/^Paused until/)).toBeVisible();
  await expect.poll(() => installation.tray().toolTip()).toContain('Paused until');
  expect(await installation.tray().labels()).not.toContain(said.pauseHour);
  await installation.tray().choose(said.resume);
  await expect(page.getByText(/^Checked/)).toBeVisible();
  await installation.tray().choose(said.pauseTomorrow);
  await expect(page.getByText(/^Paused until .+ 08:00$/)).toBeVisible();
  const asked = service.requests().length;
  service.world.end(id, 'COMPLETED');

  // Either of these makes the app ask at once where it is not paused.
  page = await installation.restart();
  await expect(page.getByText(/^Paused until/)).toBeVisible();
  await expect(page.getByRole('button', { name: shell.checkNow })).toBeDisabled();
  await installation.tray().choose(said.checkNow);
  await expect(page.getByRole('row')).toContainText(outcomes.importing);
  expect(service.requests()).toHaveLength(asked);

  await page.getByRole('button', { name: shell.resume }).click();
  await expect(page.getByRole('row')).toContainText(outcomes.completed);
  await expect.poll(banners).toHaveLength(1);
});

test('a click on the icon brings a window that another covers to the front, and hides one that is there', async ({
  installation,
}) => {
  await installation.start();
  const { app } = installation.run();
  const stands = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((each) => [
        each.isVisible(),
        each.isFocused(),
        ...each.getPosition(),
      ]),
    );
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setPosition(70, 80);
    window?.blur();
    // One that has lost the keyboard just now lost it by the click: this was a second ago.
    const now = performance.now.bind(performance);
    performance.now = () => now() + 1_000;
  });
  await installation.tray().click();
  expect(await stands()).toEqual([[true, true, 70, 80]]);
  await installation.tray().click();
  expect(await stands()).toEqual([[false, false, 70, 80]]);
});
