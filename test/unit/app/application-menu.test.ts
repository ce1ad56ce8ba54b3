import type Electron from 'electron';
import { expect, test } from 'vitest';
import { setApplicationMenu } from '../../../main/app/application-menu.ts';
import { Menu } from '../../stand-in/rooms/menu.ts';

const menu = Menu as unknown as typeof Electron.Menu;
const roles = () => Menu.getApplicationMenu()?.items.map(({ role }) => role) ?? null;

test('on macOS the menu has the keys for copying and closing, and nothing that reloads or debugs', () => {
  setApplicationMenu(menu, 'darwin');
  expect(roles()).toEqual(['appMenu', 'editMenu', 'windowMenu']);
});

test.each(['linux', 'win32'] as const)('on %s there is none', (platform) => {
  setApplicationMenu(menu, 'darwin');
  setApplicationMenu(menu, platform);
  expect(roles()).toBeNull();
});
