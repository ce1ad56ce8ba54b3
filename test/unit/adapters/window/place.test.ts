import { describe, expect, it } from 'vitest';
import { placeOnScreen } from '../../../../main/adapters/window/place.ts';
import { screen } from '../../../stand-in/rooms/system.ts';

const window = { getBounds: () => ({ x: 0, y: 0, width: 420, height: 640 }) };
const icon = (x: number, y: number) => ({ x, y, width: 24, height: 24 });

describe('with a menu bar and a Dock on one screen and a taskbar on another, the window', () => {
  it.each([
    ['hangs under the menu bar of macOS', 'darwin', icon(1100, 2), { x: 856, y: 32 }],
    [
      'stands above the taskbar of the screen that has the icon',
      'win32',
      icon(-300, 850),
      { x: -498, y: 196 },
    ],
    ['keeps clear of the bars of the first screen where no icon is known', 'linux', null, { x: 856, y: 32 }],
    [
      'stands at the bottom right of the first screen while Windows hides the icon',
      'win32',
      null,
      { x: 856, y: 96 },
    ],
  ] as const)('%s', (_what, platform, tray, place) => {
    expect(placeOnScreen(window, { screen, tray, platform, environment: {} })).toEqual(place);
  });

  it('is left to Wayland, which lets nobody place it', () => {
    const environment = { XDG_SESSION_TYPE: 'wayland' };
    expect(placeOnScreen(window, { screen, tray: null, platform: 'linux', environment })).toBeNull();
  });
});
