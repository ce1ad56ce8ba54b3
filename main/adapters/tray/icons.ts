import { join } from 'node:path';
import type { NativeImage, NativeTheme } from 'electron';
import type { TrayIcon } from '../../model/view.ts';

export interface TrayImageParts {
  readonly platform: NodeJS.Platform;
  /** True if the panel is dark, so that the icon must be light. */
  readonly dark: boolean;
  /** The folder of the icon files. */
  readonly folder: string;
}

/**
 * The tray's image: a template on macOS, an icon of many sizes on Windows, and one bitmap of 32 px on Linux, where only the representation
 * for scale 1 is sent over the bus and panels shrink an image better than they enlarge it.
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

/** Whether the tray's panel is dark. The bars of GNOME and Unity always are, whatever the theme of the windows. */
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
