import type { Chromium, Place } from './chromium.ts';
import type { Parameters, Send } from './devtools.ts';

/** One page of Chromium, held by a session of our own beside Playwright's. */
export interface Page {
  readonly targetId: string;
  readonly send: Send;
}

/**
 * Opens an empty page. The wait at the end returns only after Playwright has let the new target run: a navigation before that
 * ends in a crashed page, or in a window that Playwright never reports.
 */
export async function openPage(
  { devTools, openWindow, visible }: Chromium,
  place: Place,
  listen: (method: string, parameters: Parameters) => void,
): Promise<Page> {
  const targetId = await openWindow(place);
  const { sessionId } = await devTools.send('Target.attachToTarget', { targetId, flatten: true });
  const send = devTools.session(String(sessionId), listen);
  await send('Runtime.evaluate', { expression: '1' });
  await send('Runtime.enable');
  await send('Page.enable');
  await send('Inspector.enable');
  await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  const { width, height } = place;
  if (!visible)
    await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  return { targetId, send };
}
