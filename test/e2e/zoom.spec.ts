import type { Page } from '@playwright/test';
import { words } from '../../words/words.ts';
import { expect, test } from '../support/journey.ts';
import { populate } from '../support/populated.ts';
import { showView } from '../support/show-view.ts';

const { shell } = words.en;

/** What is cut off or hidden at the sides, in any view. */
const cutOff = `[document.documentElement, ...document.querySelectorAll('main, header, nav, button:not(.skip)')]
  .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.getBoundingClientRect().right > innerWidth + 1)
  .map((each) => each.outerHTML.slice(0, 120))`;

/** Chromium keeps it as a float of 32 bits. */
const drawnAt = 'Math.round(devicePixelRatio * 100) / 100';
const widthOf = (page: Page) => page.evaluate<number>('innerWidth');

test('the window is drawn larger and smaller by keyboard, holds its layout, and remembers it', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await populate(page, service);
  const views = async (zoom: string) => {
    for (const view of ['watchlist', 'add', 'inbox', 'account', 'settings'] as const) {
      await showView(page, view);
      expect(await page.evaluate<string[]>(cutOff), `${view} at ${zoom}`).toEqual([]);
      await expect(page.getByRole('navigation').getByText(shell.views.settings)).toBeInViewport();
    }
  };
  // Five steps up, and no further.
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('Control+=');
  await expect.poll(() => page.evaluate(drawnAt)).toBe(2);
  await expect.poll(() => widthOf(page)).toBe(360);
  await views('200%');
  await page.keyboard.press('Control+0');
  await expect.poll(() => page.evaluate(drawnAt)).toBe(1);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+-');
  await expect.poll(() => page.evaluate(drawnAt)).toBe(0.8);
  await views('80%');

  await installation.quit();
  const again = await installation.start();
  await expect.poll(() => again.evaluate(drawnAt)).toBe(0.8);
});
