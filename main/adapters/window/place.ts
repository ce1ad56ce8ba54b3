import type { BrowserWindow, Rectangle, Screen } from 'electron';
import { windowPosition } from './position.ts';

export interface ScreenParts {
  readonly screen: Pick<Screen, 'getDisplayNearestPoint' | 'getPrimaryDisplay'>;
  /** The tray icon's bounds, where the system tells them. */
  readonly tray: Rectangle | null;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Where this window goes on the screen that has the tray; null where the system decides. */
export function placeOnScreen(
  window: Pick<BrowserWindow, 'getBounds'>,
  { screen, tray, platform, environment }: ScreenParts,
): { readonly x: number; readonly y: number } | null {
  // Wayland lets no window place itself, and tells none where it stands.
  const canPlace = platform !== 'linux' || environment['XDG_SESSION_TYPE'] !== 'wayland';
  const display = tray === null ? screen.getPrimaryDisplay() : screen.getDisplayNearestPoint(tray);
  return windowPosition(tray, display, window.getBounds(), canPlace);
}
