import { spawn } from 'node:child_process';
import type { App } from 'electron';
import { appImageOf } from '../adapters/login-item/app-image.ts';
import { appLinkOf } from './app-link.ts';

export interface AppLifePorts {
  readonly app: Pick<App, 'on' | 'exit'>;
  readonly showWindow: () => void;
  /** Closes the desk and writes what is not on disk yet; the app waits for it. */
  readonly close: () => Promise<void>;
  readonly wentWrong: (error: unknown) => void;
}

/** Keeps the app in the tray until it is told to quit, and then ends it once everything is on disk. */
export function createAppLife() {
  let quitting = false;
  let closing: Promise<void> | null = null;
  let exitCode = 0;

  return {
    isQuitting: () => quitting,
    /** Quits with this exit code. */
    leave(app: Pick<App, 'quit'>, code: number): void {
      exitCode = code;
      app.quit();
    },
    begin({ app, showWindow, close, wentWrong }: AppLifePorts): void {
      // Without a listener Electron quits with the last window; the app must stay in the tray.
      app.on('window-all-closed', () => undefined);
      app.on('second-instance', showWindow);
      app.on('activate', showWindow);
      app.on('before-quit', () => {
        quitting = true;
      });
      const end = () => {
        // A second quit meanwhile would close what is closed.
        closing ??= close()
          .catch(wentWrong)
          .finally(() => app.exit(exitCode));
      };
      app.on('will-quit', (event) => {
        event.preventDefault();
        end();
      });
      // Windows ends the app with the session and says so to its windows only.
      app.on('browser-window-created', (_event, window) => window.on('session-end', end));
    },
  };
}

/**
 * Restarts the app, as the demo or as the person's own app, with its window: a person asked for it. `environment`: as this run was
 * given it, with keys that it has taken out of its own.
 */
export function restart(
  app: Pick<App, 'quit' | 'relaunch' | 'once' | 'releaseSingleInstanceLock'>,
  demo: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  // A link was opened already.
  const given = process.argv
    .slice(1)
    .filter((argument) => !['--demo', '--hidden'].includes(argument) && appLinkOf(argument) === null);
  const words = demo ? [...given, '--demo'] : given;
  // The next run inherits from this one.
  Object.assign(process.env, environment);
  // Electron's own helper would start from the AppImage's mount, which goes away with this run.
  const appImage = appImageOf(environment, process.execPath);
  if (appImage === null) app.relaunch({ args: words });
  else
    app.once('quit', () => {
      app.releaseSingleInstanceLock();
      spawn(appImage, words, { detached: true, stdio: 'ignore' }).unref();
    });
  app.quit();
}
