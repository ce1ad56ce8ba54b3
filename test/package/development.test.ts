import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySources, type CopiedSources } from './copied-sources.ts';
import { startsStandIn } from './runtimes.ts';

const root = resolve(import.meta.dirname, '../..');

describe.runIf(startsStandIn)('npm run dev', () => {
  let sources: CopiedSources;
  let child: ChildProcess;
  let said = '';
  const browsers: Browser[] = [];

  beforeAll(() => {
    sources = copySources();
    child = spawn(process.execPath, ['tools/dev.ts', '--demo'], {
      cwd: sources.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        // Never the person's desktop, and never a download.
        DISPLAY: '',
        ELECTRON_OVERRIDE_DIST_PATH: join(sources.folder, 'test/stand-in'),
        DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
        STAND_IN_DEVTOOLS: '1',
      },
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  });

  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    sources.remove();
  });

  /** The window of the app that was started as the `count`th; the stand-in says where it can be looked at. */
  async function windowOf(count: number): Promise<Page> {
    const addresses = () =>
      [...said.matchAll(/DevTools listening on (ws:\S+)/g)].map(([, address]) => address);
    await expect.poll(() => addresses().length, { timeout: 60_000 }).toBe(count);
    const browser = await chromium.connectOverCDP(addresses().at(-1) ?? '');
    browsers.push(browser);
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (page === undefined) throw new Error(`The app has no window: ${said}`);
    await page.getByRole('navigation').waitFor();
    return page;
  }

  it('shows a changed component in the open window, which keeps its state and its policy', async () => {
    const page = await windowOf(1);
    await page.getByRole('searchbox').fill('autumn');
    // Gone after a reload.
    await page.evaluate('globalThis.isSame = true');
    sources.change('renderer/views/shell/Header.svelte', '</h1>', ' changed</h1>');
    await page.getByRole('heading', { name: 'Import Watch changed' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('autumn');
    expect(await page.evaluate('globalThis.isSame')).toBe(true);
    const { 'content-security-policy': policy } = (await page.request.get(page.url())).headers();
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('goes on where main cannot be built, and starts anew where it can', async () => {
    sources.change('main/preload.ts', 'import', 'imp ort');
    await expect.poll(() => said, { timeout: 30_000 }).toContain('preload.ts');
    expect(child.exitCode).toBe(null);
    sources.change('main/preload.ts', 'imp ort', 'import');
    const page = await windowOf(2);
    expect(new URL(page.url()).hostname).toBe('127.0.0.1');
  });
});

describe.each(['tools/start.ts', 'tools/dev.ts'])('without a runtime, %s', (tool) => {
  it('says so in one line that names the demo and the variable', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [tool], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent' },
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/^Electron .*ELECTRON_OVERRIDE_DIST_PATH.*npm run demo\n$/);
  });
});
