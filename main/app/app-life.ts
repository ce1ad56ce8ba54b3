import type { App } from 'electron';

export interface AppLifePorts {
  readonly app: Pick<App, 'on' | 'exit'>;
  readonly showWindow: () => void;
  /** Ends the desk and writes what is not written; the app waits for it. */
  readonly close: () => Promise<void>;
  readonly wentWrong: (error: unknown) => void;
}

/** The app lives in the tray until it is told to quit, and then ends once everything is written. */
export function createAppLife() {
  let quitting = false;

  return {
    isQuitting: () => quitting,
    begin({ app, showWindow, close, wentWrong }: AppLifePorts): void {
      // Electron quits with the last window unless somebody listens; closing it leaves the app in the tray.
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

/** Ends this run and begins another, as the demo or as the person's own app. */
export function startAgain(app: Pick<App, 'quit' | 'relaunch'>, demo: boolean): void {
  const words = process.argv.slice(1).filter((word) => word !== '--demo');
  // An AppImage runs from a mount that is gone with this run; APPIMAGE is where its file is.
  const execPath = process.env['APPIMAGE'];
  app.relaunch({ args: demo ? [...words, '--demo'] : words, ...(execPath && { execPath }) });
  app.quit();
}
