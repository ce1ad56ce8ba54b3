import { spawn } from 'node:child_process';
import type { App } from 'electron';
import { appImageOf } from '../adapters/login-item/app-image.ts';
import { appLinkOf } from './app-link.ts';

export interface AppLifePorts {
  readonly showWindow: () => void;
  /** Closes the desk and writes what is not on disk yet; the app waits for it. */
  readonly close: () => Promise<void>;
  readonly wentWrong: (error: unknown) => void;
}

/**
 * Keeps the app in the tray until it is told to quit, and then ends it once everything is on disk. Made before the first window, which else
 * could hold up a quit, or take the app with it. Until it has begun there is nothing to write, and a quit ends the app at once.
 */
export function createAppLife(app: Pick<App, 'on' | 'exit'>) {
  let quitting = false;
  let closing: Promise<void> | null = null;
  let exitCode = 0;
  let last: (isAllWritten: boolean) => Promise<void> = () => Promise.resolve();
  let isOver = false;
  let end: () => void = () => undefined;
  let wasStartedAgain = false;
  let startedAgain = () => {
    wasStartedAgain = true;
  };

  // Without a listener Electron quits with the last window; the app must stay in the tray.
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', () => {
    quitting = true;
  });
  // A start at login asks for no window, also where there are two of them.
  app.on('second-instance', (_event, words) => {
    if (!words.includes('--hidden')) startedAgain();
  });
  // Windows ends the app with the session and says so to its windows only.
  app.on('browser-window-created', (_event, window) => window.on('session-end', () => end()));

  return {
    isQuitting: () => quitting,
    /** Quits with this exit code. */
    leave(app: Pick<App, 'quit'>, code: number): void {
      exitCode = code;
      app.quit();
    },
    /** Quits, and does this as the very last, when every banner was heard out and, unless closing went wrong, all is on disk. */
    leaveWith(app: Pick<App, 'quit'>, act: (isAllWritten: boolean) => Promise<void>): void {
      last = act;
      app.quit();
    },
    begin({ showWindow, close, wentWrong }: AppLifePorts): void {
      startedAgain = showWindow;
      if (wasStartedAgain) showWindow();
      app.on('activate', showWindow);
      end = () => {
        // A second quit meanwhile would close what is closed.
        closing ??= close()
          .then(
            () => true,
            (error: unknown) => {
              wentWrong(error);
              return false;
            },
          )
          .then((isAllWritten) => {
            isOver = true;
            return last(isAllWritten);
          })
          .catch(wentWrong)
          .finally(() => app.exit(exitCode));
      };
      app.on('will-quit', (event) => {
        // On macOS the update's installer waits until this run has ended by itself.
        if (isOver) return;
        event.preventDefault();
        end();
      });
    },
  };
}

/** Restarts the app, as the demo or as the person's own app, with its window: a person asked for it. */
export function restart(
  app: Parameters<typeof startAgain>[0] & Pick<App, 'quit'>,
  demo: boolean,
  environment: Environment,
): void {
  startAgain(app, demo, environment);
  app.quit();
}

/** As this run was given it, with keys that it has taken out of its own. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Has the app started again when this run ends. */
export function startAgain(
  app: Pick<App, 'relaunch' | 'once' | 'releaseSingleInstanceLock'>,
  demo: boolean,
  environment: Environment,
): void {
  // A link was opened already.
  const given = process.argv
    .slice(1)
    .filter((argument) => !['--demo', '--hidden'].includes(argument) && appLinkOf(argument) === null);
  const words = demo ? [...given, '--demo'] : given;
  // Electron's own helper would start from the AppImage's mount, which goes away with this run.
  const appImage = appImageOf(environment, process.execPath);
  // The helper starts at once, and the next run inherits from it (shell/browser/relauncher.cc).
  if (appImage === null) withEnvironment(environment, () => app.relaunch({ args: words }));
  else
    app.once('quit', () => {
      app.releaseSingleInstanceLock();
      const env = { ...process.env, ...environment };
      spawn(appImage, words, { detached: true, stdio: 'ignore', env }).unref();
    });
}

/** Only what `start` starts inherits it: this run may go on for a while, and starts programs that are to have no keys. */
function withEnvironment(environment: Environment, start: () => void): void {
  const own = { ...process.env };
  Object.assign(process.env, environment);
  try {
    start();
  } finally {
    for (const name of Object.keys(environment))
      if (own[name] === undefined) delete process.env[name];
      else process.env[name] = own[name];
  }
}
