import type { Session } from 'electron';
import { appScheme } from '../contract.ts';
import { grantNothing } from './permissions.ts';

/** In memory, and apart from the session of main's own requests, which the measures below would stop as well. */
export const windowPartition = 'window';

/** Chromium asks for names, opens connections ahead and relays WebRTC through the proxy alone. Nothing listens at the discard port. */
const nowhere = {
  mode: 'fixed_servers',
  proxyRules: 'socks5://127.0.0.1:9',
  // Without it, this computer's own ports are asked past the proxy.
  proxyBypassRules: '<-loopback>',
} as const;

const network = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];

type Confined = Parameters<typeof grantNothing>[0] & Pick<Session, 'on' | 'setProxy' | 'webRequest'>;

/**
 * Takes the network from the window's session: the policy `connect-src 'none'` says nothing of WebRTC and of connections that are opened
 * ahead (`<link rel=preconnect>`), and a page that was taken over has found more. `home` is the window's address; only the development
 * server's pages are left a network, because they come from it.
 */
export async function confineSession(session: Confined, home: string): Promise<void> {
  grantNothing(session);
  session.on('will-download', (event) => event.preventDefault());
  if (new URL(home).protocol !== `${appScheme}:`) return;
  session.webRequest.onBeforeRequest({ urls: network }, (_details, callback) => callback({ cancel: true }));
  await session.setProxy(nowhere);
}
