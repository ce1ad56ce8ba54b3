import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowPosition } from '../../../../main/adapters/window/position.ts';

const size = { width: 420, height: 640 };
const bounds = { x: 0, y: 0, width: 1920, height: 1080 };
const rectangle = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('windowPosition', () => {
  it.each([
    ['a bar at the bottom', rectangle(1700, 1045, 24, 24), rectangle(0, 0, 1920, 1040), { x: 1496, y: 396 }],
    ['a bar at the top', rectangle(1500, 0, 24, 24), rectangle(0, 25, 1920, 1055), { x: 1302, y: 29 }],
    [
      'the end of a bar at the top',
      rectangle(1908, 0, 10, 25),
      rectangle(0, 25, 1920, 1055),
      { x: 1496, y: 29 },
    ],
    [
      'the end of a bar below',
      rectangle(1908, 1055, 10, 25),
      rectangle(0, 0, 1920, 1040),
      { x: 1496, y: 396 },
    ],
    ['a bar at the left', rectangle(10, 1000, 24, 24), rectangle(60, 0, 1860, 1080), { x: 64, y: 436 }],
    ['a bar at the right', rectangle(1890, 20, 24, 24), rectangle(0, 0, 1860, 1080), { x: 1436, y: 0 }],
    ['a bar that hides itself', rectangle(1700, 1050, 24, 24), bounds, { x: 1496, y: 436 }],
    ['no icon', null, rectangle(0, 30, 1920, 1050), { x: 1496, y: 34 }],
  ])('stands beside %s', (_what, icon, workArea, place) => {
    expect(windowPosition(icon, { bounds, workArea }, size, 'linux')).toEqual(place);
  });

  it.each([
    ['bottom', rectangle(0, 25, 1920, 975)],
    ['left', rectangle(80, 25, 1840, 1055)],
    ['right', rectangle(0, 25, 1840, 1055)],
  ])('hangs under the menu bar of macOS, also with the Dock at the %s', (_edge, workArea) => {
    const icon = rectangle(1200, 0, 24, 24);
    expect(windowPosition(icon, { bounds, workArea }, size, 'darwin')).toEqual({ x: 1002, y: 29 });
  });

  it('stands where Windows has its tray while an icon among the hidden ones has no bounds', () => {
    const workArea = rectangle(0, 0, 1920, 1040);
    const place = windowPosition(rectangle(0, 0, 0, 0), { bounds, workArea }, size, 'win32');
    expect(place).toEqual({ x: 1496, y: 396 });
  });

  it('is always inside the work area, in whole pixels', () => {
    const coordinate = fc.integer({ min: -4_000, max: 4_000 });
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        coordinate,
        coordinate,
        fc.integer({ min: 0, max: 80 }),
        (x, y, iconX, iconY, bar) => {
          const screen = rectangle(x, y, 1600, 900);
          const workArea = rectangle(x, y + bar, 1600, 900 - bar);
          const place = windowPosition(
            rectangle(iconX, iconY, 24, 24),
            { bounds: screen, workArea },
            size,
            'linux',
          );
          expect(Number.isInteger(place.x) && Number.isInteger(place.y)).toBe(true);
          expect(place.x).toBeGreaterThanOrEqual(workArea.x);
          expect(place.y).toBeGreaterThanOrEqual(workArea.y);
          expect(place.x + size.width).toBeLessThanOrEqual(workArea.x + workArea.width);
          expect(place.y + size.height).toBeLessThanOrEqual(workArea.y + workArea.height);
        },
      ),
    );
  });
});
