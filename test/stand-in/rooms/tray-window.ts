import type { Chromium } from './chromium.ts';
import type { Send } from './devtools.ts';
import type { Menu } from './menu.ts';
import { openPage } from './page.ts';
import { describeError } from './report.ts';
import { isDesktopDark } from './system.ts';
import type { Tray } from './tray.ts';
import { trayPage, type TrayDrawing } from './tray-page.ts';

const binding = 'chosen';
/** Beside the app's window, and as high. */
const place = { name: 'tray', width: 400, height: 640, left: 480 };

/**
 * Shows the tray in a small window of its own beside the app's, with all that a panel would show: icon, tooltip and menu. `closed`: a
 * person closed that window.
 */
export function createTrayWindow(chromium: () => Chromium, closed: () => void): (tray: Tray) => void {
  let page: Promise<Send> | null = null;
  /** What the person sees: the app may have set another since. */
  let seen: Menu | null = null;

  async function open(tray: Tray): Promise<Send> {
    const opened = await openPage(chromium(), place, (method, parameters) => {
      if (method === 'Target.detachedFromTarget') closed();
      if (method === 'Runtime.bindingCalled') choose(tray, String(parameters['payload']));
    });
    await opened.send('Runtime.addBinding', { name: binding });
    await opened.send('Page.setDocumentContent', { frameId: opened.targetId, html: trayPage(binding) });
    return opened.send;
  }

  function choose(tray: Tray, chosen: string): void {
    if (chosen === 'icon') tray.emit('click', {}, tray.getBounds());
    else seen?.items[Number(chosen)]?.click();
  }

  async function draw(tray: Tray): Promise<void> {
    page ??= open(tray);
    const send = await page;
    const { menu } = tray;
    await send('Runtime.evaluate', { expression: `draw(${JSON.stringify(drawingOf(tray))})` });
    seen = menu;
  }

  return (tray) => void draw(tray).catch(describeError('tray'));
}

function drawingOf({ image, toolTip, menu }: Tray): TrayDrawing {
  const items = menu?.items ?? [];
  return {
    icon: image.toDataURL(),
    shade: isDesktopDark ? 'dark' : 'light',
    toolTip,
    items: items.map(({ label, enabled, type }) => ({
      // A single `&` marks a key and is not shown.
      label: label.replaceAll(/&(&?)/g, '$1'),
      enabled,
      type,
    })),
  };
}
