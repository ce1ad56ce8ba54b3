import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../support/launch-app.ts';
import { trayOf } from '../support/tray.ts';

const fixture = join(import.meta.dirname, 'fixture');
type Fixture = { fixture: { echo: (value: unknown) => Promise<unknown> } };

// What every other spec builds on: it fails first where the runtime, and not the app, is at fault.
test('a window, its preload, IPC, policy and tray work', async () => {
  const { app, window, close } = await launchApp({ app: fixture });
  try {
    const page = await window();
    await expect(page.locator('#said')).toHaveText('nothing yet');
    // The policy allows the script file and not the inline one.
    await expect(page).toHaveTitle('Fixture');

    const answer = await page.evaluate(() =>
      (globalThis as unknown as Fixture).fixture.echo({ at: new Date(5), left: undefined }),
    );
    expect(answer).toEqual({
      value: { at: new Date(5), left: undefined },
      trusted: true,
      url: 'app://bundle/index.html',
    });

    // The bridge takes no proxies, such as a framework's reactive state.
    const refused = await page.evaluate(() => {
      const { fixture } = globalThis as unknown as Fixture;
      try {
        void fixture.echo({ chosen: new Proxy([1], {}) });
        return 'taken';
      } catch (error) {
        return String(error);
      }
    });
    expect(refused).toMatch(/could not be cloned/);

    // What is sent before the page's script listens is lost, as on Electron.
    await page.waitForLoadState('load');
    await trayOf(app).choose('Say');
    await expect(page.locator('#said')).toHaveText('chosen in the tray');
    expect(await page.evaluate('[innerWidth, innerHeight]')).toEqual([420, 640]);
  } finally {
    await close();
  }
});

test('close hides, navigation and new windows are denied, quit ends', async () => {
  const { app, window, close, exitCode } = await launchApp({ app: fixture });
  try {
    const page = await window();
    await expect(page.locator('#said')).toBeVisible();
    await page.evaluate(
      `location.href = 'http://127.0.0.1:9/elsewhere'; window.open('http://127.0.0.1:9/other'); 0`,
    );
    await expect(page.locator('#said')).toHaveText('nothing yet');
    expect(app.windows()).toHaveLength(1);

    const state = await app.evaluate(({ BrowserWindow }) => {
      const [first] = BrowserWindow.getAllWindows();
      first?.close();
      return {
        visible: first?.isVisible(),
        url: first?.webContents.getURL(),
        count: BrowserWindow.getAllWindows().length,
      };
    });
    expect(state).toEqual({ visible: false, url: 'app://bundle/index.html', count: 1 });
  } finally {
    await close();
  }
  expect(exitCode()).toBe(0);
});
