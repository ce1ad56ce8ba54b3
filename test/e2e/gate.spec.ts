import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Bridge, Result } from '../../main/contract.ts';
import { expect, test } from '../support/journey.ts';

const preload = join(resolve(import.meta.dirname, '../..'), 'out/main/preload.cjs');

type Asking = {
  readonly importWatch: {
    readonly request: Record<keyof Bridge['request'], (request: unknown) => Promise<Result<unknown>>>;
  };
};

function ask(page: Page, channel: keyof Bridge['request'], request: unknown): Promise<Result<unknown>> {
  return page.evaluate(([name, sent]) => (globalThis as unknown as Asking).importWatch.request[name](sent), [
    channel,
    request,
  ] as const);
}

const wrong = [
  { channel: 'rename', request: { watch: 7, label: 'x' }, field: 'watch' },
  { channel: 'rename', request: null, field: null },
  { channel: 'changeSettings', request: { floorMs: 1 }, field: 'floorMs' },
  { channel: 'changeSettings', request: { theme: 'light', more: true }, field: 'more' },
  { channel: 'openLink', request: { link: 'https://example.com' }, field: 'link' },
  { channel: 'checkNow', request: { watches: 'some' }, field: 'watches' },
  { channel: 'listProjects', request: { account: 'a1', workspace: '../etc' }, field: 'workspace' },
  { channel: 'pause', request: { for: 'ever' }, field: 'for' },
  { channel: 'saveAccount', request: { name: 'x' }, field: 'id' },
] as const;

test('a message of the wrong shape is refused by its field, and nothing comes of it', async ({
  installation,
}) => {
  const page = await installation.start();
  const before = await ask(page, 'snapshot', undefined);
  for (const { channel, request, field } of wrong) {
    const reply = await ask(page, channel, request);
    expect(reply, channel).toMatchObject({ ok: false, error: { code: 'bad-field', field } });
  }
  expect(await ask(page, 'snapshot', undefined)).toEqual(before);
  await expect(page.getByRole('main')).toBeVisible();
});

test('electron-store answers no frame, also once the first store is made, by the first save', async ({
  installation,
}) => {
  const page = await installation.start();
  expect(await ask(page, 'changeSettings', { sound: false })).toMatchObject({ ok: true });
  const { app } = installation.run();
  expect(await app.evaluate(({ ipcMain }) => ipcMain.listenerCount('electron-store-get-data'))).toBe(0);
});

test('a window that the app did not make is refused, whatever it loads', async ({ installation }) => {
  await installation.start();
  const { app } = installation.run();
  const opening = app.waitForEvent('window');
  await app.evaluate(async ({ BrowserWindow }, path) => {
    const foreign = new BrowserWindow({
      show: false,
      webPreferences: { preload: path, sandbox: true, partition: 'window' },
    });
    await foreign.loadURL('app://bundle/index.html');
  }, preload);
  const foreign = await opening;
  await foreign.waitForFunction(() => 'importWatch' in globalThis);
  await expect(ask(foreign, 'snapshot', undefined)).rejects.toThrow(/refused/);
});

test('the page runs no inline script, makes no HTML from text, lets no frame in it ask, and reaches no network', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  const attempts = {
    // Not `eval`: what a debugger runs is allowed it by Chromium.
    script: `(() => {
      const script = document.createElement('script');
      script.append('globalThis.ran = true');
      document.head.append(script);
      return globalThis.ran === true;
    })()`,
    html: `(() => { document.body.innerHTML = '<b>x</b>'; return true; })()`,
    frame: `(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return 'importWatch' in frame.contentWindow;
    })()`,
    fetch: `fetch('${service.url}').then(() => true)`,
  };
  for (const [name, attempt] of Object.entries(attempts))
    expect(await page.evaluate(attempt).catch(() => false), name).toBe(false);
  expect(service.requests()).toEqual([]);
});
