import type { Rectangle, Size } from 'electron';

/** The space between the window and the bar with the tray. */
const gap = 4;

export type Edge = 'top' | 'bottom' | 'left' | 'right';

export interface ScreenOfTray {
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
}

/**
 * The window's position: beside the tray icon, on whichever edge the bar is, centred on the icon and inside the work area. Where the bounds
 * of the icon are unknown, as under X11, it is the corner in which the system has its tray: bottom right on Windows, else top right. All in
 * device-independent pixels.
 */
export function windowPosition(
  icon: Rectangle | null,
  screen: ScreenOfTray,
  size: Size,
  platform: NodeJS.Platform,
): { readonly x: number; readonly y: number } {
  const { workArea } = screen;
  const right = workArea.x + workArea.width - size.width - gap;
  const bottom = workArea.y + workArea.height - size.height - gap;
  const inside = (x: number, y: number) => ({
    x: Math.round(Math.max(workArea.x, Math.min(x, right))),
    y: Math.round(Math.max(workArea.y, Math.min(y, bottom))),
  });
  if (icon === null || icon.width === 0)
    return inside(right, platform === 'win32' ? bottom : workArea.y + gap);
  const centred = {
    x: icon.x + icon.width / 2 - size.width / 2,
    y: icon.y + icon.height / 2 - size.height / 2,
  };
  switch (edgeOf(icon, screen)) {
    case 'top':
      return inside(centred.x, workArea.y + gap);
    case 'bottom':
      return inside(centred.x, bottom);
    case 'left':
      return inside(workArea.x + gap, centred.y);
    case 'right':
      return inside(right, centred.y);
  }
}

/**
 * The edge on which the icon lies. The work area alone does not tell: a Dock cuts another edge than the menu bar, and a taskbar that hides
 * itself cuts none.
 */
function edgeOf(icon: Rectangle, { bounds, workArea }: ScreenOfTray): Edge {
  const x = icon.x + icon.width / 2;
  const y = icon.y + icon.height / 2;
  if (y < workArea.y) return 'top';
  if (y > workArea.y + workArea.height) return 'bottom';
  if (x < workArea.x) return 'left';
  if (x > workArea.x + workArea.width) return 'right';
  const distances: readonly (readonly [Edge, number])[] = [
    ['bottom', bounds.y + bounds.height - y],
    ['top', y - bounds.y],
    ['right', bounds.x + bounds.width - x],
    ['left', x - bounds.x],
  ];
  return distances.reduce((nearest, each) => (each[1] < nearest[1] ? each : nearest))[0];
}
