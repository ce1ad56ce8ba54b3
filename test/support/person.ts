import { expect, type Page } from '@playwright/test';
import type { Language } from '../../main/contract.ts';
import { countOf } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import type { Service } from './journey.ts';
import { showView } from './show-view.ts';

export interface EnteredAccount {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly apiUrl: string;
}

/** Opens the account view and fills its form, and leaves it there. */
export async function enterAccount(
  page: Page,
  { accessKey, secretKey, apiUrl }: EnteredAccount,
  language: Language = 'en',
): Promise<void> {
  const { account } = words[language];
  await showView(page, 'account', language);
  await page.getByLabel(account.accessKey, { exact: true }).fill(accessKey);
  await page.getByLabel(account.secretKey, { exact: true }).fill(secretKey);
  await page.getByLabel(account.apiUrl, { exact: true }).fill(apiUrl);
}

/** Connects an account through the window; where the system has no keyring, has the key kept all the same. */
export async function connect(page: Page, entered: EnteredAccount, language: Language = 'en'): Promise<void> {
  const { account } = words[language];
  await enterAccount(page, entered, language);
  await page.getByRole('button', { name: account.save, exact: true }).click();
  const saved = page.getByRole('status').filter({ hasText: account.saved });
  await expect(saved).toBeVisible();
  if (!(await saved.innerText()).includes(account.storage.session)) return;
  await page.getByRole('button', { name: account.keepWeakly }).click();
  // Beside the form, and under it where it is always told.
  await expect(page.getByText(account.storage.weak)).toHaveCount(2);
}

/** Pastes a text into the add view and waits until it was read; nothing is added yet. */
export async function paste(page: Page, text: string, language: Language = 'en'): Promise<void> {
  await showView(page, 'add', language);
  await page.getByLabel(words[language].add.paste).fill(text);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Adds by paste what is all understood, each for itself unless `group` names one, and goes back to the list. */
export async function addByPaste(
  page: Page,
  references: readonly string[],
  language: Language = 'en',
  group: string | null = null,
): Promise<void> {
  const { add, groups } = words[language];
  await paste(page, references.join('\n'), language);
  if (group !== null) await page.getByLabel(groups.name).fill(group);
  else if (references.length > 1) await page.getByRole('switch', { name: groups.asGroup }).click();
  await page
    .getByRole('button', { name: add.addCount(countOf(references.length, language)), exact: true })
    .click();
  await expect(page.getByText(add.added(countOf(references.length, language)))).toBeVisible();
  await showView(page, 'watchlist', language);
}

/** The usual beginning: connects the account, and adds one import that is in progress. */
export async function watchOne(page: Page, service: Service, fileName = 'autumn_ep01.mov') {
  await connect(page, service.account);
  const asset = service.importing(fileName);
  await addByPaste(page, [asset.reference]);
  const row = page.getByRole('row');
  await expect(row).toContainText(words.en.outcomes.importing);
  await expect(row).toContainText(fileName);
  return asset;
}
