import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { buildForDevelopment } from '../build/bundles.ts';

export interface Developed {
  /** Path of Electron's executable. */
  readonly program: string;
  /** The app's own folder, absolute. */
  readonly folder: string;
  /** Address of the development server. */
  readonly server: string;
  /** Behind the app's path. */
  readonly words: readonly string[];
}

export interface DevelopedApp {
  /** Builds, ends what runs and starts what was built. What runs goes on until the sources can be built again. */
  readonly restart: () => Promise<void>;
  /** Ends what runs, for good. */
  readonly end: () => Promise<void>;
}

/** Only one app runs at a time; a change in mid-build leads to one more build after it. */
export function startAppAnew({ program, folder, server, words }: Developed): DevelopedApp {
  let app: ChildProcess | null = null;
  let building = false;
  let changedMeanwhile = false;
  let isOver = false;

  async function restart(): Promise<void> {
    if (building) {
      changedMeanwhile = true;
      return;
    }
    building = true;
    do {
      changedMeanwhile = false;
      if (await isBuilt()) {
        await stop();
        if (isOver) return;
        app = start();
      }
    } while (changedMeanwhile);
    building = false;
  }

  async function isBuilt(): Promise<boolean> {
    try {
      await buildForDevelopment(join(folder, 'main'));
      return true;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return false;
    }
  }

  function start(): ChildProcess {
    console.log('The app starts.');
    return spawn(
      program,
      // The developer's own settings, keys and watchlist are left alone.
      [folder, `--user-data-dir=${join(folder, 'user-data')}`, ...words],
      { stdio: 'inherit', env: { ...process.env, IMPORT_WATCH_DEVELOPMENT_SERVER: server } },
    );
  }

  async function stop(): Promise<void> {
    if (app === null || app.exitCode !== null || app.signalCode !== null) return;
    const ended = once(app, 'exit');
    app.kill();
    await ended;
  }

  return {
    restart,
    end() {
      isOver = true;
      return stop();
    },
  };
}
