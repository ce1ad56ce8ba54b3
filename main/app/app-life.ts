import type { App } from 'electron';

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

  return {
    isQuitting: () => quitting,
    begin({ app, showWindow, close, wentWrong }: AppLifePorts): void {
      // Without a listener Electron quits with the last window; the app must stay in the tray.
      app.on('window-all-closed', () => undefined);
      app.on('second-instance', showWindow);
      app.on('activate', showWindow);
      app.on('before-quit', () => {
        quitting = true;
      });
      app.on('will-quit', (event) => {
        event.preventDefault();
        void close()
          .catch(wentWrong)
          .finally(() => app.exit());
      });
    },
  };
}

/** Restarts the app, as the demo or as the person's own app. */
export function restart(app: Pick<App, 'quit' | 'relaunch'>, demo: boolean): void {
  const given = process.argv.slice(1).filter((argument) => argument !== '--demo');
  // An AppImage runs from a mount that disappears with this run; APPIMAGE is the path of its file.
  const execPath = process.env['APPIMAGE'];
  app.relaunch({ args: demo ? [...given, '--demo'] : given, ...(execPath && { execPath }) });
  app.quit();
}
