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

export type PanelTheme = Pick<
  NativeTheme,
  'themeSource' | 'shouldUseDarkColors' | 'shouldUseDarkColorsForSystemIntegratedUI'
>;

/**
 * Returns whether the tray's panel is dark, to be asked for each image. To be called before the app sets a theme of its own: on Linux
 * `shouldUseDarkColors` follows that theme and not the system, so the system's shade is remembered while there is one.
 */
export function createPanelShade(
  platform: NodeJS.Platform,
  theme: PanelTheme,
  environment: Readonly<Record<string, string | undefined>>,
): () => boolean {
  // The bars of GNOME and Unity are dark, whatever the theme of the windows.
  if (/gnome|unity/i.test(environment['XDG_CURRENT_DESKTOP'] ?? '')) return () => true;
  if (platform === 'win32') readTaskbar(theme);
  let isSystemDark = theme.shouldUseDarkColors;
  return () => {
    // The bars of macOS and Windows have a theme of their own.
    if (platform !== 'linux') return theme.shouldUseDarkColorsForSystemIntegratedUI;
    if (theme.themeSource === 'system') isSystemDark = theme.shouldUseDarkColors;
    return isSystemDark;
  };
}

/** Windows reads the shade of the taskbar only when the theme changes, and so not at the start (Electron 45). */
function readTaskbar(theme: PanelTheme): void {
  const own = theme.themeSource;
  theme.themeSource = own === 'dark' ? 'light' : 'dark';
  theme.themeSource = own;
}
