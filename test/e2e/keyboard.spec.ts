import type { Page } from '@playwright/test';
import { viewNames } from '../../main/contract.ts';
import { countOf } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { expect, test } from '../support/journey.ts';
import { populate } from '../support/populated.ts';
import { showView } from '../support/show-view.ts';

const { account, add, exporting, firstStart, inbox, outcomes, settings, shell, watchlist } = words.en;

/** What has the keyboard now: how it is called, and how it shows that it does. */
interface Stop {
  readonly what: string;
  readonly marked: boolean;
  readonly seen: boolean;
}

const focused = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const name = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText ?? '';
  if (element.dataset.reached === 'true') return 'again';
  element.dataset.reached = 'true';
  return {
    what: element.tagName.toLowerCase() + ' ' + name.trim().replaceAll(/\\s+/g, ' ').slice(0, 60),
    marked: (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
    seen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
  };
})()`;

/** Whatever can be used but was not reached; of radio buttons of one name only one is a stop. */
const unreached = `[...document.querySelectorAll('button, input, select, textarea, a[href], [tabindex="0"]')]
  .filter((element) => !element.disabled && element.dataset.reached !== 'true' && element.checkVisibility())
  .filter((element) => !(element.type === 'radio' && document.querySelector(
    'input[type="radio"][name="' + element.name + '"][data-reached]')))
  .map((element) => element.outerHTML.slice(0, 100))`;

/** Presses Tab until the keyboard has gone once around: to whatever it has been on, since a button may go meanwhile, such as the first. */
async function walk(page: Page): Promise<readonly Stop[]> {
  await page.evaluate(`document.activeElement?.blur();
    document.querySelectorAll('[data-reached]').forEach((element) => delete element.dataset.reached)`);
  const stops: Stop[] = [];
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const stop = (await page.evaluate(focused)) as Stop | 'again' | null;
    if (stop === 'again') return stops;
    if (stop !== null) stops.push(stop);
  }
  throw new Error(`The keyboard never came around: ${stops.map(({ what }) => what).join(', ')}`);
}

/** Presses Tab until the keyboard stands on what has this role and name. */
async function tabTo(
  page: Page,
  role: 'button' | 'textbox' | 'grid' | 'switch' | 'combobox',
  name: string | RegExp,
) {
  // A field for secrets has no role.
  const wanted =
    role === 'textbox' ? page.getByLabel(name, { exact: true }) : page.getByRole(role, { name, exact: true });
  for (let step = 0; step < 80; step += 1) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to the ${role} '${name}'.`);
}

test('in every view Tab reaches everything, and what has the keyboard is marked and seen', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  for (const { what, marked, seen } of await walk(page))
    expect({ what, marked, seen }).toEqual({ what, marked: true, seen: true });
  await populate(page, service);
  for (const view of viewNames) {
    await showView(page, view);
    const stops = await walk(page);
    for (const stop of stops) expect(stop, view).toEqual({ what: stop.what, marked: true, seen: true });
    expect(await page.evaluate(unreached), view).toEqual([]);
  }
});

test('the first watched import, by keyboard alone', async ({ installation, service }) => {
  const page = await installation.start();
  const { reference } = service.importing('autumn_ep01.mov');
  await tabTo(page, 'button', firstStart.connect);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: shell.views.account })).toBeVisible();
  await tabTo(page, 'textbox', account.accessKey);
  await page.keyboard.type(service.account.accessKey);
  await tabTo(page, 'textbox', account.secretKey);
  await page.keyboard.type(service.account.secretKey);
  await tabTo(page, 'textbox', account.apiUrl);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(service.account.apiUrl);
  await page.keyboard.press('Enter');
  await expect(page.getByText(account.saved)).toBeVisible();

  await page.keyboard.press('Control+1');
  await tabTo(page, 'button', watchlist.addFirst);
  await page.keyboard.press('Enter');
  await tabTo(page, 'textbox', add.paste);
  await page.keyboard.type(reference);
  await expect(page.getByText(add.foundTitle(countOf(1, 'en')))).toBeVisible();
  await tabTo(page, 'button', add.addCount(countOf(1, 'en')));
  await page.keyboard.press('Enter');
  await expect(page.getByText(add.added(countOf(1, 'en')))).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('row')).toContainText(outcomes.importing);
});

test('rows are chosen, renamed, removed and brought back by keyboard alone', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await populate(page, service);
  const selected = page.getByRole('row', { selected: true });
  await tabTo(page, 'grid', watchlist.list);
  await page.keyboard.press('Home');
  await expect(selected).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selected).toHaveCount(2);
  await page.keyboard.press('Control+a');
  await expect(selected).toHaveCount(6);
  await page.keyboard.press('Escape');
  await expect(selected).toHaveCount(0);
  await page.keyboard.press('End');
  await expect(selected).toHaveCount(1);

  await tabTo(page, 'button', watchlist.rename);
  await page.keyboard.press('Enter');
  await tabTo(page, 'textbox', watchlist.newName);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('The final cut');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').filter({ hasText: 'The final cut' })).toBeVisible();

  await tabTo(page, 'button', watchlist.stopWatching);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').filter({ hasText: 'The final cut' })).toHaveCount(0);
  await tabTo(page, 'button', watchlist.undo);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').filter({ hasText: 'The final cut' })).toBeVisible();

  await tabTo(page, 'grid', watchlist.list);
  await page.keyboard.press('/');
  await page.keyboard.type('ep02');
  await expect(page.getByRole('row')).toHaveCount(1);
});

test('inbox and settings are used, and the window is closed, by keyboard alone', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await populate(page, service);
  await page.keyboard.press('?');
  const shortcuts = page.getByRole('dialog', { name: shell.shortcuts.title });
  await expect(shortcuts.getByText(watchlist.markHandled)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(shortcuts).toHaveCount(0);
  await page.keyboard.press('Control+2');
  await tabTo(page, 'button', exporting.exportList.history);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: exporting.chooseTitle.history })).toBeVisible();
  await page.keyboard.press('Escape');
  await tabTo(page, 'button', inbox.clear);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: inbox.clear })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { selected: true })).toHaveCount(1);

  await page.keyboard.press('Control+4');
  await tabTo(page, 'switch', settings.labels.sound);
  const sound = page.getByRole('switch', { name: settings.labels.sound });
  const before = await sound.getAttribute('aria-checked');
  await page.keyboard.press('Space');
  await expect(sound).not.toHaveAttribute('aria-checked', before ?? '');
  await tabTo(page, 'combobox', settings.labels.floorMs);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('combobox', { name: settings.labels.floorMs })).toHaveValue('10000');

  // In a field Escape belongs to the field.
  await tabTo(page, 'button', settings.pauseTomorrow);
  await page.keyboard.press('Escape');
  await expect
    .poll(() =>
      installation
        .run()
        .app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((each) => each.isVisible())),
    )
    .toBe(false);
});
