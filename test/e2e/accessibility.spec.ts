import type { Page } from '@playwright/test';
import type { ViewName } from '../../main/contract.ts';
import { words } from '../../words/words.ts';
import { expect, test } from '../support/journey.ts';
import { enterAccount, paste } from '../support/person.ts';
import { populate } from '../support/populated.ts';
import { showView } from '../support/show-view.ts';
import { violations } from '../support/violations.ts';

const { account, add, follow, inbox, settings, watchlist } = words.en;

/** Each state of a window that has parts of its own; in this order, from a filled watchlist on. */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  watchlist: (page) => page.getByRole('grid').waitFor(),
  'a selected row': (page) => page.getByRole('row').nth(1).click(),
  'a row being renamed': (page) => page.getByRole('button', { name: watchlist.rename }).click(),
  'a search without a match': async (page) => {
    await page.getByRole('button', { name: watchlist.cancel }).click();
    await page.getByRole('searchbox').fill('nothing has this name');
    await page.getByRole('heading', { name: watchlist.noMatch }).waitFor();
  },
  'a paste': (page) => paste(page, 'drama-studio/1234/5678\n12x4\n77'),
  'the lists to pick from': async (page) => {
    await page.getByLabel(add.byPicking).check();
    await page.getByLabel(add.pickWorkspace).selectOption({ index: 1 });
    await page.getByLabel(add.pickProject, { exact: true }).selectOption({ index: 2 });
    await page.getByLabel('autumn_ep01.mov').waitFor();
  },
  'a followed project': async (page) => {
    await page.getByLabel(follow.way).check();
    await page.getByLabel(add.pickWorkspace).selectOption({ index: 1 });
    await page.getByLabel(add.pickProject, { exact: true }).selectOption({ index: 2 });
    await page.getByRole('button', { name: follow.start }).click();
    await page.getByRole('button', { name: follow.stop('Autumn drama') }).waitFor();
  },
  inbox: (page) => showView(page, 'inbox'),
  'a question': async (page) => {
    await page.getByRole('button', { name: inbox.clear }).click();
    await page.getByRole('dialog').waitFor();
  },
  settings: async (page) => {
    await page.keyboard.press('Escape');
    await showView(page, 'settings');
  },
  account: (page) => showView(page, 'account'),
  'a failed test of the account': async (page) => {
    await enterAccount(page, {
      accessKey: 'WRONG',
      secretKey: 'WRONG',
      apiUrl: await page.getByLabel(account.apiUrl).inputValue(),
    });
    await page.getByRole('button', { name: account.test, exact: true }).click();
    const steps = page.getByRole('list', { name: account.testTitle });
    await steps.getByRole('img', { name: account.states.failed }).waitFor();
  },
};

/** What is drawn as a shadow or as a shade of grey elsewhere. */
const marks: Readonly<Partial<Record<ViewName, (page: Page) => Promise<void>>>> = {
  async watchlist(page) {
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+ArrowDown');
    const framed = `[...document.querySelectorAll('[data-watch]')]
      .filter((row) => getComputedStyle(row, '::after').borderTopStyle === 'dotted').map(({ id }) => id)`;
    const active = await page.getByRole('grid').getAttribute('aria-activedescendant');
    expect(await page.evaluate(framed), 'the row of the keyboard').toEqual([active]);
    await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'false');
  },
  async add(page) {
    const outlined = `[...document.querySelectorAll('fieldset > label')]
      .filter((label) => getComputedStyle(label).outlineStyle === 'solid').map((label) => label.control.checked)`;
    expect(await page.evaluate(outlined), 'the chosen way').toEqual([true]);
  },
};

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any view, ${theme}`, async ({ installation, service }) => {
    const page = await installation.start();
    await showView(page, 'settings');
    await page.getByLabel(settings.labels.theme).selectOption({ label: settings.choices.theme[theme] });
    await expect(page.locator(`html[data-theme="${theme}"]`)).toBeVisible();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await showView(page, 'watchlist');
    expect(await violations(page), 'first start').toEqual([]);
    await populate(page, service);
    for (const [name, enter] of Object.entries(states)) {
      await enter(page);
      expect(await violations(page), name).toEqual([]);
    }
    // The person's own few colours, as Windows has them under “contrast themes”.
    await page.emulateMedia({ forcedColors: 'active' });
    for (const view of ['watchlist', 'add', 'settings'] as const) {
      await showView(page, view);
      expect(await violations(page), `${view} in forced colours`).toEqual([]);
      await marks[view]?.(page);
    }
    const onAndKnob = `[...document.querySelectorAll('[aria-checked="true"], [aria-checked="true"] .knob')].slice(0, 2)
      .map((each) => getComputedStyle(each).backgroundColor)`;
    expect(new Set(await page.evaluate<string[]>(onAndKnob)).size, 'the knob is seen').toBe(2);
  });
}
