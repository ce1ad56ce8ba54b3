import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { trayWords } from '../../words/tray-words.ts';
import type { words } from '../../words/words.ts';
import { launchApp, type LaunchedApp } from './launch-app.ts';
import { trayOf } from './tray.ts';

export interface InstallationOptions {
  /** Laid over what every start has; a later `start` may lay more over it. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Words behind the app's path, such as `--demo`. */
  readonly arguments?: readonly string[];
}

/** Import Watch as a person has it: one folder that stays through quits, crashes and starts. */
export interface Installation {
  readonly folder: string;
  /** Starts it and waits until the window shows something; the window's page. */
  readonly start: (environment?: Readonly<Record<string, string>>) => Promise<Page>;
  /** The present run; throws where there is none. */
  readonly run: () => LaunchedApp;
  readonly tray: () => ReturnType<typeof trayOf>;
  /** Chooses Quit in the tray's menu; the process's exit code. */
  readonly quit: () => Promise<number | null>;
  /** Ends the process as a crash or a power cut does. */
  readonly crash: () => Promise<void>;
  /** Quits and starts again. */
  readonly restart: () => Promise<Page>;
  /** All that every run so far wrote to stdout and stderr. */
  readonly output: () => string;
  /** Ends a run that still lives, and deletes the folder. */
  readonly remove: () => Promise<void>;
}

/** Nothing is started yet, so that a test can lay files into the folder first. */
export function createInstallation(options: InstallationOptions = {}): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'import-watch-installation-'));
  const runs: LaunchedApp[] = [];
  let present: LaunchedApp | null = null;

  function run(): LaunchedApp {
    if (present === null) throw new Error('Import Watch is not running.');
    return present;
  }

  async function start(environment: Readonly<Record<string, string>> = {}): Promise<Page> {
    present = await launchApp({
      userDataDir: folder,
      // With a keyring, as most desktops have one; on Electron the switch means nothing.
      environment: { STAND_IN_KEYRING: 'ready', ...options.environment, ...environment },
      arguments: options.arguments ?? [],
    });
    runs.push(present);
    const page = await present.window();
    await page.getByRole('main').waitFor();
    return page;
  }

  async function quit(): Promise<number | null> {
    const ending = run();
    const { quit: label } = trayWords[await languageOf(ending)];
    const ended = once(ending.app.process(), 'exit');
    // The process may be gone before the choice is answered.
    const choosing = trayOf(ending.app)
      .choose(label)
      .catch(() => undefined);
    await ended;
    await choosing;
    await leave(ending);
    return ending.exitCode();
  }

  async function crash(): Promise<void> {
    const ending = run();
    const ended = once(ending.app.process(), 'exit');
    ending.app.process().kill('SIGKILL');
    await ended;
    await leave(ending);
  }

  async function leave(ended: LaunchedApp): Promise<void> {
    present = null;
    await ended.close();
  }

  return {
    folder,
    start,
    run,
    tray: () => trayOf(run().app),
    quit,
    crash,
    async restart() {
      await quit();
      return start();
    },
    output: () => runs.map((each) => each.output()).join('\n'),
    async remove() {
      if (present !== null) await leave(present);
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function languageOf({ window }: LaunchedApp): Promise<keyof typeof words> {
  return (await (await window()).evaluate('document.documentElement.lang')) as keyof typeof words;
}
