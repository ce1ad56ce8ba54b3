import type { Page } from '@playwright/test';
import type { Language, ViewName } from '../../main/contract.ts';
import { words } from '../../words/words.ts';

const keys: Readonly<Record<Exclude<ViewName, 'add'>, string>> = {
  watchlist: 'Control+1',
  inbox: 'Control+2',
  account: 'Control+3',
  settings: 'Control+4',
};

/** Opens a view by its shortcut, as a person would, and waits until it is there. */
export async function showView(page: Page, view: ViewName, language: Language = 'en'): Promise<void> {
  const { add, views } = words[language].shell;
  // Its shortcut is a letter, which is text where a field has the keyboard.
  if (view === 'add') await page.getByRole('button', { name: add, exact: true }).click();
  else await page.keyboard.press(keys[view]);
  await page.getByRole('main', { name: views[view] }).waitFor();
}
