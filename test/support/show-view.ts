import type { Page } from '@playwright/test';
import type { Language, ViewName } from '../../main/contract.ts';
import { words } from '../../words/words.ts';

const keys: Readonly<Record<ViewName, readonly string[]>> = {
  watchlist: ['Control+1'],
  inbox: ['Control+2'],
  account: ['Control+3'],
  settings: ['Control+4'],
  // A letter is a shortcut only where no field has the keyboard, as on the list.
  add: ['Control+1', 'a'],
};

/** Opens a view by its shortcut, as a person would, and waits until it is there. */
export async function showView(page: Page, view: ViewName, language: Language = 'en'): Promise<void> {
  for (const key of keys[view]) await page.keyboard.press(key);
  await page.getByRole('main', { name: words[language].shell.views[view] }).waitFor();
}
