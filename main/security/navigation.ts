import type { App, WebContents } from 'electron';
import { isOurs } from './origin.ts';

/**
 * Items 11 to 14 of Electron's security checklist, for every page of the app: none navigates away from the window's origin, opens
 * another window or embeds a webview, and WebRTC finds no way past the session's proxy; and none refuses to go. `home` is the window's
 * address.
 */
export function keepPagesAtHome(app: Pick<App, 'on'>, home: string): void {
  app.on('web-contents-created', (_event, contents) => confine(contents, home));
}

type Confined = Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>;

/** Confines one page. Exported for its tests. */
export function confine(contents: Confined, home: string): void {
  const stayHome = (event: { readonly url: string; preventDefault: () => void }) => {
    if (!isOurs(event.url, home)) event.preventDefault();
  };
  contents.on('will-navigate', stayHome);
  contents.on('will-frame-navigate', stayHome);
  contents.on('will-redirect', stayHome);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Lets it go: a page that refuses to be left would keep the app from quitting.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
