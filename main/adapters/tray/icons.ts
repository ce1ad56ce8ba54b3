import { join } from 'node:path';
import type { NativeImage, NativeTheme } from 'electron';
import type { TrayIcon } from '../../monitor/view.ts';

export interface TrayImageParts {
  readonly platform: NodeJS.Platform;
  /** True where the panel is dark and the drawing has to be light. */
  readonly dark: boolean;
  /** Where the drawn icons lie. */
  readonly folder: string;
}

/**
 * The tray's image for a state: a template on macOS, an icon of many sizes on Windows, and on Linux one bitmap of 32 px, because only
 * the representation for scale 1 is sent over the bus and panels shrink better than they enlarge.
 */
export function trayImage(
  images: { readonly createFromPath: (path: string) => NativeImage },
  icon: TrayIcon,
  { platform, dark, folder }: TrayImageParts,
): NativeImage {
  const ground = dark ? 'on-dark' : 'on-light';
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: `${icon}Template.png`,
    win32: `${icon}-${ground}.ico`,
  };
  const image = images.createFromPath(join(folder, names[platform] ?? `${icon}-${ground}-32.png`));
  if (platform === 'darwin') image.setTemplateImage(true);
  return image;
}

/** Whether the tray's panel is dark. GNOME's and Unity's bars are, whatever the theme of the windows. */
export function isPanelDark(
  platform: NodeJS.Platform,
  theme: Pick<NativeTheme, 'shouldUseDarkColors' | 'shouldUseDarkColorsForSystemIntegratedUI'>,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const desktop = environment['XDG_CURRENT_DESKTOP'] ?? '';
  if (platform === 'linux') return /gnome|unity/i.test(desktop) || theme.shouldUseDarkColors;
  // On Windows the taskbar has a theme of its own.
  return theme.shouldUseDarkColorsForSystemIntegratedUI;
}
