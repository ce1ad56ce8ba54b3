import type { Menu } from 'electron';

/**
 * Takes Electron's own menu away, which has Reload and the developer tools in it. On macOS the keys for copying, pasting and closing come
 * from a menu, so there is one with only these.
 */
export function setApplicationMenu(
  menu: Pick<typeof Menu, 'setApplicationMenu' | 'buildFromTemplate'>,
  platform: NodeJS.Platform,
): void {
  menu.setApplicationMenu(
    platform === 'darwin'
      ? menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
}
