import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { openHeadless, type Announce, type Chromium } from './chromium.ts';
import { createDevTools, socketLine } from './devtools.ts';

/**
 * Opens windows in a Chromium that apps use one after another, because to start one takes more CPU than most tests. Each app has cookies,
 * storage, and cache of its own, which Chromium throws away with the windows as soon as the process ends, however it ends.
 */
export function joinChromium(address: string, announce: Announce): Chromium {
  const devTools = createDevTools(socketLine(address));

  /** @return The app's part of the browser. */
  async function enter(): Promise<unknown> {
    // Playwright takes every window of the browser for one of this app, also those of an app that was just killed.
    while ((await windows()).length > 0) await setTimeout(10);
    const { browserContextId } = await devTools.send('Target.createBrowserContext', {
      disposeOnDetach: true,
    });
    await relay(address, announce);
    return browserContextId;
  }

  async function windows(): Promise<unknown[]> {
    const { targetInfos } = await devTools.send('Target.getTargets', { filter: [{ type: 'page' }] });
    return targetInfos as unknown[];
  }

  const entered = enter();
  return {
    devTools,
    visible: false,
    openWindow: async (place) => openHeadless(devTools, place, await entered),
    end: () => undefined,
  };
}

/** Announces an address that goes with this process, as an app's own browser would: Playwright stays at the shared one, were it told that. */
async function relay(address: string, announce: Announce): Promise<void> {
  const { port, pathname } = new URL(address);
  const server = createServer((near) => {
    const far = connect(Number(port), '127.0.0.1');
    near.pipe(far).pipe(near);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  announce(`ws://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`);
}
