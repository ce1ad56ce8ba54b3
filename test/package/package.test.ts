import { extractFile, listPackage } from '@electron/asar';
import { chromium } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageApp, type Packaged } from './packaged.ts';

let packaged: Packaged;
const started: ChildProcess[] = [];

beforeAll(async () => {
  packaged = await packageApp();
});

afterAll(async () => {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  if (packaged) rmSync(packaged.folder, { recursive: true, force: true, maxRetries: 3 });
});

describe('the archive', () => {
  const entries = () => listPackage(packaged.archive, { isPack: false });

  it('holds what the app runs and nothing else of ours', () => {
    const ours = entries().filter((path) => !path.startsWith('/node_modules'));
    const tops = new Set(ours.map((path) => path.split('/').slice(0, 3).join('/')));
    expect([...tops].toSorted()).toEqual([
      '/out',
      '/out/icons',
      '/out/main',
      '/out/renderer',
      '/package.json',
    ]);
    expect(ours.filter((path) => path.startsWith('/out/main/')).toSorted()).toEqual([
      '/out/main/index.js',
      '/out/main/preload.cjs',
    ]);
    expect(ours).toContain('/out/renderer/index.html');
    expect(entries().filter((path) => path.endsWith('.map') || path.endsWith('.ts'))).toEqual([]);
  });

  it('knows no way to a development server', () => {
    const main = extractFile(packaged.archive, 'out/main/index.js').toString('utf8');
    expect(main).not.toContain('DEVELOPMENT');
  });

  it('brings no Node of its own', () => {
    const modules = readdirNames(entries());
    expect(modules).toContain('node-notifier');
    expect(modules.filter((name) => /^node-(bin|darwin|linux|win)/.test(name))).toEqual([]);
  });

  it('stays under 2 MB together with what lies beside it', () => {
    const beside = globSync(`${packaged.unpacked}/**/*`).map((path) => statSync(path));
    const size = beside
      .filter((file) => file.isFile())
      .reduce((sum, file) => sum + file.size, statSync(packaged.archive).size);
    expect(size).toBeLessThan(2_000_000);
  });

  it('names the desktop entry that the installers write', () => {
    const manifest = v.parse(
      v.object({ main: v.string(), desktopName: v.string() }),
      JSON.parse(extractFile(packaged.archive, 'package.json').toString('utf8')),
    );
    expect(manifest).toEqual({ main: 'out/main/index.js', desktopName: 'import-watch.desktop' });
    const settings = readFileSync('electron-builder.yml', 'utf8');
    expect(settings).toMatch(/^ {2}syncDesktopName: true$/m);
    expect(settings).toMatch(/^ {2}executableName: import-watch$/m);
  });
});

describe('beside the archive', () => {
  it('lies the notifier, on Linux without the programs of other systems', () => {
    const notifier = join(packaged.unpacked, 'node_modules/node-notifier');
    expect(existsSync(join(notifier, 'notifiers/notifysend.js'))).toBe(true);
    expect(existsSync(join(notifier, 'vendor'))).toBe(false);
  });

  it('lie only the languages of the app', () => {
    expect(readdirSync(packaged.locales).toSorted()).toEqual(['en-US.pak', 'ja.pak', 'ko.pak']);
  });
});

it('has its fuses set: only what is in the archive runs, and nobody looks in from outside', () => {
  // Behind the mark stand a version and a length, then one character for each fuse.
  const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const bytes = readFileSync(packaged.executable, 'latin1');
  const at = bytes.indexOf(mark) + mark.length + 2;
  // In order: run as Node, cookies encrypted, NODE_OPTIONS, --inspect, archive's integrity, archive only, own snapshot, file://.
  expect(bytes.slice(at, at + 8)).toBe('01001100');
});

describe('what was packaged', () => {
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

  it('refuses to start with its debugging port open', async () => {
    const [code] = await once(start(['--remote-debugging-port=0']), 'exit');
    expect(code).toBe(0);
  });
});

function start(words: readonly string[]): ChildProcess {
  const home = join(packaged.folder, `home-${started.length}`);
  const child = spawn(packaged.executable, [`--user-data-dir=${home}`, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      HOME: home,
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
      // Of no effect on what is packaged.
      IMPORT_WATCH_DEVELOPMENT_SERVER: 'http://127.0.0.1:9',
    },
  });
  started.push(child);
  return child;
}

/** Where the stand-in's browser can be looked at; it says so itself. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stderr ?? []) {
    said += String(chunk);
    const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(`The app ended without a window: ${said}`);
}

function readdirNames(entries: readonly string[]): string[] {
  return [...new Set(entries.flatMap((path) => /^\/node_modules\/([^/]+)/.exec(path)?.[1] ?? []))];
}
