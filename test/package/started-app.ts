import { extractFile } from '@electron/asar';
import { chromium } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, it } from 'vitest';
import type { Report } from '../../main/app/self-check/self-check.ts';
import type { Packaged } from './packaged.ts';

/** What only a package that is started can show; here that is the one for Linux. */
export function testStartedApp(packaged: () => Packaged): void {
  const started: ChildProcess[] = [];

  afterAll(async () => {
    for (const child of started) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
  });

  it('knows no way to a development server, nor to the folder it was built in', () => {
    const main = extractFile(packaged().archive, 'out/main/index.js').toString('utf8');
    expect(main).not.toContain('DEVELOPMENT');
    expect(main).not.toContain(resolve(import.meta.dirname, '../..'));
  });

  it('starts and shows its first window', async () => {
    const app = start([]);
    const browser = await chromium.connectOverCDP(await addressOf(app));
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    await page?.locator('#app > *').first().waitFor();
    expect(await page?.title()).toContain('Import Watch');
    // The stand-in's way to say app://bundle.
    expect(page?.url()).toBe('https://bundle.app.test/index.html');
    await browser.close();
  });

  it('proves itself by --self-check, away from the sources', async () => {
    const app = start(['--self-check']);
    const [said, [code]] = await Promise.all([text(app.stdout!), once(app, 'exit')]);
    const report = JSON.parse(said.trim().split('\n').at(-1) ?? '') as Report;
    expect(report.checks.filter(({ kind }) => kind === 'failed')).toEqual([]);
    expect(report.checks.filter(({ kind }) => kind === 'passed').length).toBeGreaterThanOrEqual(16);
    expect(code).toBe(0);
  });

  it('refuses to start with its debugging port open', async () => {
    const [code] = await once(start(['--remote-debugging-port=0']), 'exit');
    expect(code).toBe(0);
  });

  function start(words: readonly string[]): ChildProcess {
    const home = join(packaged().folder, `home-${started.length}`);
    const child = spawn(packaged().executable, [`--user-data-dir=${home}`, ...words], {
      cwd: packaged().folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        HOME: home,
        DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
        STAND_IN_DEVTOOLS: '1',
        // Of no effect on what is packaged.
        IMPORT_WATCH_DEVELOPMENT_SERVER: 'http://127.0.0.1:9',
      },
    });
    started.push(child);
    return child;
  }
}

/** Where the stand-in's browser can be looked at; it says so itself. */
export async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stderr ?? []) {
    said += String(chunk);
    const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(`The app ended without a window: ${said}`);
}
