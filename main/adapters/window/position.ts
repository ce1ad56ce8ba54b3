import type { Rectangle, Size } from 'electron';

/** The space between the window and the bar with the tray. */
const gap = 4;

/**
 * The window's position: beside the tray icon, on whichever edge the bar is, centred on the icon and inside the work area. If the bounds
 * of the icon are unknown, as under X11, it is the top right corner. Null leaves it to the system, as under Wayland, where no window may
 * place itself. All in device-independent pixels.
 */
export function windowPosition(
  icon: Rectangle | null,
  screen: { readonly bounds: Rectangle; readonly workArea: Rectangle },
  size: Size,
  canPlace: boolean,
): { readonly x: number; readonly y: number } | null {
  if (!canPlace) return null;
  const { workArea } = screen;
  const right = workArea.x + workArea.width - size.width - gap;
  const bottom = workArea.y + workArea.height - size.height - gap;
  const inside = (x: number, y: number) => ({
    x: Math.round(Math.max(workArea.x, Math.min(x, right))),
    y: Math.round(Math.max(workArea.y, Math.min(y, bottom))),
  });
  if (icon === null || icon.width === 0) return inside(right, workArea.y + gap);
  const centred = {
    x: icon.x + icon.width / 2 - size.width / 2,
    y: icon.y + icon.height / 2 - size.height / 2,
  };
  switch (edgeOf(screen)) {
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

/** The edge with the bar: the one at which the work area ends before the screen does. */
function edgeOf({
  bounds,
  workArea,
}: {
  bounds: Rectangle;
  workArea: Rectangle;
}): 'top' | 'bottom' | 'left' | 'right' {
  if (workArea.x > bounds.x) return 'left';
  if (workArea.x + workArea.width < bounds.x + bounds.width) return 'right';
  if (workArea.y + workArea.height < bounds.y + bounds.height) return 'bottom';
  return 'top';
}
