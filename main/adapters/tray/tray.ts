import type { Menu, MenuItemConstructorOptions, NativeImage, Rectangle, Tray } from 'electron';
import type { TrayIcon } from '../../model/view.ts';
import type { TrayAction, TrayMenuItem } from '../../wording/tray-menu.ts';

/** Everything that the tray shows, as values. */
export interface TrayPicture {
  readonly icon: TrayIcon;
  readonly tooltip: string;
  readonly menu: readonly TrayMenuItem[];
}

export interface TrayPorts {
  readonly platform: NodeJS.Platform;
  /** Makes the real tray icon. It never tells whether anything shows it; see tray-host.ts. */
  readonly createTray: (image: NativeImage) => TrayPart;
  readonly buildMenu: (template: MenuItemConstructorOptions[]) => Menu;
  readonly imageOf: (icon: TrayIcon) => NativeImage;
  readonly act: (action: TrayAction) => void;
  /** The icon was clicked. */
  readonly clicked: () => void;
}

type TrayPart = Pick<
  Tray,
  | 'setImage'
  | 'setToolTip'
  | 'setContextMenu'
  | 'popUpContextMenu'
  | 'on'
  | 'destroy'
  | 'isDestroyed'
  | 'getBounds'
>;

export interface TrayPresence {
  readonly show: (picture: TrayPicture) => void;
  /** Draws the same icon in its other shade, after the panel turned dark or light. */
  readonly redraw: () => void;
  /** Puts the icon up anew, once something shows icons: on Linux Electron asks the panel once and then gives up for good. */
  readonly renew: () => void;
  readonly bounds: () => Rectangle;
}

/**
 * Puts the icon into the tray. The real tray is touched only where a value has changed, because on Linux each call goes over the bus and
 * closes an open menu.
 */
export function openTray(first: TrayPicture, ports: TrayPorts): TrayPresence {
  const isMac = ports.platform === 'darwin';
  let last = first;
  let shown = { icon: first.icon, tooltip: '', menu: '' };
  let menu: Menu | null = null;
  let tray = put();

  function put(): TrayPart {
    const made = ports.createTray(ports.imageOf(shown.icon));
    made.on('click', ports.clicked);
    if (isMac) made.on('right-click', () => made.popUpContextMenu(menu ?? undefined));
    return made;
  }

  function show(picture: TrayPicture): void {
    last = picture;
    if (tray.isDestroyed()) return;
    const next = { icon: picture.icon, tooltip: picture.tooltip, menu: JSON.stringify(picture.menu) };
    if (next.icon !== shown.icon) tray.setImage(ports.imageOf(picture.icon));
    if (next.tooltip !== shown.tooltip) tray.setToolTip(picture.tooltip);
    if (next.menu !== shown.menu) {
      menu = ports.buildMenu(picture.menu.map((item) => template(item, ports.act)));
      // On macOS a context menu would swallow the click, so there it pops up on a right click instead.
      if (!isMac) tray.setContextMenu(menu);
    }
    shown = next;
  }

  show(first);
  return {
    show,
    redraw() {
      if (!tray.isDestroyed()) tray.setImage(ports.imageOf(shown.icon));
    },
    renew() {
      tray.destroy();
      shown = { icon: last.icon, tooltip: '', menu: '' };
      tray = put();
      show(last);
    },
    bounds: () => tray.getBounds(),
  };
}

/** A single `&` marks the letter after it as a key, and vanishes. */
const plain = (label: string) => label.replaceAll('&', '&&');

function template(item: TrayMenuItem, act: (action: TrayAction) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'label':
      return { label: plain(item.label), enabled: false };
    case 'item':
      return { label: plain(item.label), enabled: item.enabled, click: () => act(item.action) };
  }
}
