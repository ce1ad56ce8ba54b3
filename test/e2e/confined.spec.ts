import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialogWords } from '../../words/dialog-words.ts';
import { words } from '../../words/words.ts';
import { expect, test } from '../support/journey.ts';
import { enterAccount } from '../support/person.ts';
import { showView } from '../support/show-view.ts';

// The unit tests say what each measure does; here it is that the product takes it.

test('the window’s session has no way out of this computer, and no way around in it', async ({
  installation,
}) => {
  await installation.start();
  const { app } = installation.run();
  const found = await app.evaluate(async ({ BrowserWindow, session }) => {
    const [window] = BrowserWindow.getAllWindows();
    const own = window!.webContents.session;
    const addresses = ['https://example.com/', 'http://127.0.0.1:8080/', 'ws://localhost/'];
    return {
      isOwn: own === session.fromPartition('window'),
      proxies: await Promise.all(addresses.map((address) => own.resolveProxy(address))),
      others: await session.defaultSession.resolveProxy('https://example.com/'),
      webRTC: window!.webContents.getWebRTCIPHandlingPolicy(),
    };
  });
  const nowhere = 'SOCKS5 127.0.0.1:9';
  expect(found).toEqual({
    isOwn: true,
    proxies: [nowhere, nowhere, nowhere],
    others: 'DIRECT',
    webRTC: 'disable_non_proxied_udp',
  });
});

test('the page stays at home, whatever it tries', async ({ installation, service }) => {
  const page = await installation.start();
  const { app } = installation.run();
  const home = await page.evaluate('location.href');
  for (const attempt of [
    `location.href = '${service.url}/a'`,
    `location.assign('${service.url}/b')`,
    `{ const form = document.createElement('form'); form.action = '${service.url}/d'; document.body.append(form); form.submit(); }`,
    `{ const link = document.createElement('a'); link.href = '${service.url}/e'; document.body.append(link); link.click(); }`,
    `{ const image = new Image(); image.src = '${service.url}/f'; document.body.append(image); }`,
  ])
    await page.evaluate(attempt);
  await expect(page.getByRole('main')).toBeVisible();
  expect(await page.evaluate('location.href')).toBe(home);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(service.requests()).toEqual([]);
});

test('a page that refuses to go, or hangs as it is asked, holds up no quit', async ({ installation }) => {
  for (const handler of ['event.preventDefault()', 'for (;;);']) {
    const page = await installation.start();
    await page.evaluate(`addEventListener('beforeunload', (event) => { ${handler} })`);
    expect(await installation.quit()).toBe(0);
  }
});

test('the app starts with its sandbox, without Electron’s menu, under an id of its own in development, and sends no client certificate', async ({
  installation,
}) => {
  await installation.start();
  const found = await installation.run().app.evaluate(({ app, Menu }) => {
    const asked = { prevented: false, answered: null as number | null };
    app.emit(
      'select-client-certificate',
      { preventDefault: () => (asked.prevented = true) },
      null,
      'https://example.com/',
      [{}],
      (...chosen: unknown[]) => (asked.answered = chosen.length),
    );
    const { sandboxed, appId } = (globalThis as unknown as { record: { sandboxed: boolean; appId: string } })
      .record;
    return { sandboxed, appId, menu: Menu.getApplicationMenu() === null, asked };
  });
  const asked = { prevented: true, answered: 0 };
  // On Windows the shortcut of the installed app is found by its id, and would be rewritten.
  expect(found).toEqual({ sandboxed: true, appId: 'com.importwatch.app.development', menu: true, asked });
});

test('no program that is started inherits the keys of the environment', async ({ installation }) => {
  await installation.start({ NCLOUD_ACCESS_KEY: 'ACCESSKEY1234', NCLOUD_SECRET_KEY: 'SECRETKEY5678' });
  const names = await installation.run().app.evaluate(() => Object.keys(process.env));
  expect(names.filter((name) => name.startsWith('NCLOUD'))).toEqual([]);
});

test('a new host is asked about once, in a dialog of the system; without a yes it hears nothing', async ({
  installation,
  service,
}) => {
  const { account, refusals } = words.en;
  const page = await installation.start();
  const { app } = installation.run();
  const answerWith = (answer: number) =>
    app.evaluate((_electron, chosen) => {
      (globalThis as unknown as { record: { answer: number } }).record.answer = chosen;
    }, answer);
  const questions = () =>
    app.evaluate(() => (globalThis as unknown as { record: { questions: string[] } }).record.questions);
  await answerWith(1);
  await enterAccount(page, service.account);
  await page.getByRole('button', { name: account.test, exact: true }).click();
  await expect(page.getByText(refusals.codes['not-agreed'])).toBeVisible();
  expect(service.requests()).toEqual([]);
  expect(await questions()).toEqual([dialogWords.en['new-host'].question(service.url)]);

  await answerWith(0);
  await page.getByRole('button', { name: account.save, exact: true }).click();
  await expect(page.getByText(account.saved)).toBeVisible();
  await page.getByRole('button', { name: account.testAgain }).click();
  await expect(page.getByRole('button', { name: account.testAgain })).toBeEnabled();
  expect(await questions()).toHaveLength(2);

  const other = service.url.replace('127.0.0.1', 'localhost');
  await page.getByLabel(account.apiUrl, { exact: true }).fill(other);
  const asked = service.requests().length;
  await page.getByRole('button', { name: account.save, exact: true }).click();
  await expect(page.getByText(refusals.faults['needed-for-new-address'])).toBeVisible();
  await page.getByRole('button', { name: /^Test/ }).click();
  await expect(page.getByText(refusals.faults['needed-for-new-address'])).toBeVisible();
  expect(service.requests()).toHaveLength(asked);
});

test('an address that was changed on disk gets no key, and it is said', async ({ installation, service }) => {
  const { account } = words.en;
  const page = await installation.start();
  await enterAccount(page, service.account);
  await page.getByRole('button', { name: account.save, exact: true }).click();
  await expect(page.getByText(account.saved)).toBeVisible();
  await installation.quit();
  const before = service.requests().length;
  const file = join(installation.folder, 'settings.json');
  const settings = JSON.parse(readFileSync(file, 'utf8')) as { accounts: { apiUrl: string }[] };
  settings.accounts[0]!.apiUrl = service.url.replace('127.0.0.1', 'localhost');
  writeFileSync(file, JSON.stringify(settings));
  const again = await installation.start();
  await showView(again, 'account');
  await expect(again.getByText(account.storage['other-address'])).toBeVisible();
  expect(service.requests()).toHaveLength(before);
});
