import type { BrowserWindow, Rectangle, Screen } from 'electron';
import { windowPosition } from './position.ts';

export interface ScreenParts {
  readonly screen: Pick<Screen, 'getDisplayNearestPoint' | 'getPrimaryDisplay'>;
  /** The bounds of the tray icon, if the system tells them. */
  readonly tray: Rectangle | null;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Wayland neither lets a window place itself nor tells it where it is. */
export function isPlacedBySystem(
  platform: NodeJS.Platform,
  environment: ScreenParts['environment'],
): boolean {
  return platform === 'linux' && environment['XDG_SESSION_TYPE'] === 'wayland';
}

/** The window's position on the screen that has the tray; null if the system decides. */
export function placeOnScreen(
  window: Pick<BrowserWindow, 'getBounds'>,
  { screen, tray, platform, environment }: ScreenParts,
): { readonly x: number; readonly y: number } | null {
  if (isPlacedBySystem(platform, environment)) return null;
  const display = tray === null ? screen.getPrimaryDisplay() : screen.getDisplayNearestPoint(tray);
  return windowPosition(tray, display, window.getBounds(), platform);
}
