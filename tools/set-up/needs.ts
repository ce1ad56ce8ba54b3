export interface Need {
  readonly what: string;
  /** Programs on PATH or absolute files, one of which is enough. */
  readonly anyOf: readonly string[];
  /** The package of Debian and Ubuntu. */
  readonly debian: string;
}

const chromium: Need = {
  what: 'Chromium',
  anyOf: [process.env['CHROMIUM'] ?? 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  debian: 'chromium',
};

const fonts: readonly Need[] = [
  {
    what: 'a font with Latin letters',
    anyOf: [
      '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
      '/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf',
      '/usr/share/fonts/TTF/DejaVuSans.ttf',
    ],
    debian: 'fonts-dejavu-core',
  },
  {
    what: 'a font with Korean and Japanese',
    anyOf: ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', '/usr/share/fonts/noto-cjk'],
    debian: 'fonts-noto-cjk',
  },
];

const banners: readonly Need[] = [
  { what: 'dbus-daemon', anyOf: ['dbus-daemon'], debian: 'dbus' },
  { what: 'dbus-monitor', anyOf: ['dbus-monitor'], debian: 'dbus-bin' },
  { what: 'gdbus', anyOf: ['gdbus'], debian: 'libglib2.0-bin' },
  { what: 'notify-send', anyOf: ['notify-send'], debian: 'libnotify-bin' },
  { what: 'a notification daemon (dunst)', anyOf: ['dunst'], debian: 'dunst' },
  { what: 'Xvfb', anyOf: ['Xvfb'], debian: 'xvfb' },
];

/**
 * What the tests and the demo need beside npm packages. Nothing on other systems: there they run on Electron's own runtime, and what draws
 * pictures or stands in for Electron is left out.
 */
export const needsOn = (platform: NodeJS.Platform): readonly Need[] =>
  platform === 'linux' ? [chromium, ...fonts, ...banners] : [];
