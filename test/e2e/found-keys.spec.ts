import { mkdirSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { words } from '../../words/words.ts';
import { expect, test, type Service } from '../support/journey.ts';
import { addByPaste, enterAccount } from '../support/person.ts';
import { showView } from '../support/show-view.ts';

const { account, outcomes, refusals } = words.en;

/** Takes what was found, which the service of the test does not get by its address alone, and sees that the key works once it is entered. */
async function useAndWatch(page: Page, service: Service, offered: string): Promise<void> {
  await showView(page, 'account');
  const offer = page.getByRole('listitem').filter({ hasText: offered });
  await offer.getByRole('button', { name: account.useFound }).click();
  await expect(page.getByText(account.keyEnding(service.account.accessKey.slice(-4)))).toBeVisible();
  await expect(page.getByText(account.foundTitle)).toHaveCount(0);
  // They are for the service's own address. Another one gets them only from the person.
  await page.getByLabel(account.apiUrl, { exact: true }).fill(service.account.apiUrl);
  await page.getByRole('button', { name: account.save, exact: true }).click();
  await expect(page.getByText(refusals.faults['needed-for-new-address'])).toBeVisible();
  expect(service.requests()).toEqual([]);
  await enterAccount(page, service.account);
  await page.getByRole('button', { name: account.save, exact: true }).click();
  await expect(page.getByText(account.saved)).toBeVisible();
  const { reference } = service.importing('autumn_ep01.mov');
  await addByPaste(page, [reference]);
  await showView(page, 'watchlist');
  await expect(page.getByRole('row')).toContainText(outcomes.importing);
}

test('keys of the environment are offered, and used for the service’s own address', async ({
  installation,
  service,
}) => {
  const { accessKey, secretKey } = service.account;
  const page = await installation.start({ NCLOUD_ACCESS_KEY: accessKey, NCLOUD_SECRET_KEY: secretKey });
  await useAndWatch(page, service, account.found.environment(accessKey.slice(-4)));
});

test('keys of the command line tool are offered and used, and its file stays as it is', async ({
  installation,
  service,
}) => {
  const { accessKey, secretKey } = service.account;
  const home = join(installation.folder, 'home');
  const file = join(home, '.ncloud', 'configure');
  const content = `[DEFAULT]\nncloud_access_key_id = ${accessKey}\nncloud_secret_access_key = ${secretKey}\n`;
  mkdirSync(join(home, '.ncloud'), { recursive: true });
  writeFileSync(file, content, { mode: 0o600 });
  const page = await installation.start({ HOME: home });
  await useAndWatch(page, service, account.found['ncloud-configure'](accessKey.slice(-4)));
  expect(await readFile(file, 'utf8')).toBe(content);
  expect(await readdir(join(home, '.ncloud'))).toEqual(['configure']);
});
