import type { App, Dialog } from 'electron';

/** There is no window yet that could show the error; without this dialog the app would go on as an invisible process. */
export function couldNotStart(
  app: Pick<App, 'name' | 'exit'>,
  dialog: Pick<Dialog, 'showErrorBox'>,
  error: unknown,
): void {
  try {
    dialog.showErrorBox(app.name, String(error));
  } finally {
    app.exit(1);
  }
}
