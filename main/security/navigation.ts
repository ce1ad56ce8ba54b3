import type { App, WebContents } from 'electron';
import { isOurs } from './origin.ts';

/**
 * Items 11 to 14 of Electron's security checklist, for every page that the app ever has: no page leaves app://bundle, none opens
 * another window, none holds a webview.
 */
export function keepPagesAtHome(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

type Confined = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/** Exported for its tests. */
export function confine(contents: Confined): void {
  const stayHome = (event: { readonly url: string; preventDefault: () => void }) => {
    if (!isOurs(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stayHome);
  contents.on('will-frame-navigate', stayHome);
  contents.on('will-redirect', stayHome);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
