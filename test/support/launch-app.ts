import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { runtimeFolder } from './runtime.ts';

export interface LaunchOptions {
  /** Kept after `close`, for a restart on the same folder; a fresh one, removed at the end, where none is given. */
  readonly userDataDir?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Words behind the app's path. */
  readonly arguments?: readonly string[];
  /** The app's folder or main file; the project by default. */
  readonly app?: string;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** Waits for the first window. */
  readonly window: () => Promise<Page>;
  /** The tray as a page, which the stand-in shows with `STAND_IN_TRAY=1`. */
  readonly trayWindow: () => Promise<Page>;
  readonly userDataDir: string;
  /** The system's temporary folder, as this run sees it. */
  readonly temporaryFolder: string;
  /** All that main told its windows so far, each message as JSON. */
  readonly messages: () => Promise<readonly string[]>;
  /** All that the app wrote to stdout and stderr. */
  readonly output: () => string;
  /** Null while it runs, and where it was killed. */
  readonly exitCode: () => number | null;
  /** Starts the app once more while it runs, as a second click on its icon does; the exit code of that process. */
  readonly restart: (...further: readonly string[]) => Promise<number | null>;
  readonly close: () => Promise<void>;
}

const isTray = (page: Page): boolean => page.url().endsWith('#tray');

const root = resolve(import.meta.dirname, '../..');
const compileCache = join(root, 'node_modules/.cache/compiled');

/** Starts the built app as a person's first start: a home, settings and a session bus of its own, so nothing of this computer is touched. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const home = mkdtempSync(join(tmpdir(), 'import-watch-home-'));
  const userDataDir = options.userDataDir ?? join(home, 'user-data');
  mkdirSync(userDataDir, { recursive: true });
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtimeFolder();
  const words = [options.app ?? root, `--user-data-dir=${userDataDir}`, ...(options.arguments ?? [])];
  const env = environmentOf(home, options.environment ?? {});
  const app = await _electron.launch({
    args: ['-r', join(import.meta.dirname, 'recorder.cjs'), ...words],
    cwd: root,
    env,
  });
  const child = app.process();
  let output = '';
  const keep = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);

  return {
    app,
    window: async () =>
      app.windows().find((page) => !isTray(page)) ??
      app.waitForEvent('window', (page: Page) => !isTray(page)),
    trayWindow: async () => app.windows().find(isTray) ?? app.waitForEvent('window', isTray),
    userDataDir,
    temporaryFolder: join(home, 'tmp'),
    messages: () =>
      app.evaluate(() => (globalThis as unknown as { record: { messages: string[] } }).record.messages),
    output: () => output,
    exitCode: () => child.exitCode,
    async restart(...further) {
      const clicked = words.filter((word) => word !== '--hidden');
      const second = spawn(join(runtimeFolder(), 'electron'), [...clicked, ...further], {
        cwd: root,
        env,
        stdio: 'ignore',
      });
      const [code] = (await once(second, 'exit')) as [number | null];
      return code;
    },
    async close() {
      if (child.exitCode === null && child.signalCode === null) {
        // An app that hangs at its end must not hang the run: its process is ended, and the spec's assertions have been made.
        const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
        await app.close();
        clearTimeout(late);
      }
      await rm(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Only what a program needs to start is taken over; keys, proxies and the real desktop are not. */
export function environmentOf(home: string, extra: Readonly<Record<string, string>>): Record<string, string> {
  const taken = ['PATH', 'DISPLAY', 'CHROMIUM', 'CI'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const runtime = join(home, 'run');
  const temporary = join(home, 'tmp');
  for (const folder of [runtime, temporary]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    ...Object.fromEntries(taken),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: runtime,
    // What a killed app leaves behind goes with the home.
    TMPDIR: temporary,
    // No bus unless a spec brings one: a banner must never appear on the real desktop.
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
    // Compiling the code anew takes a third of the CPU that each start of the stand-in takes in Node.
    NODE_COMPILE_CACHE: compileCache,
    LANG: 'en_US.UTF-8',
    TZ: 'Asia/Seoul',
    ...extra,
  };
}
