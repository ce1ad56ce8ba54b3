import { once, type EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NativeImage } from 'electron';
import { describe, expect, it } from 'vitest';
import { createPanelShade, trayImage, type PanelTheme } from '../../../../main/adapters/tray/icons.ts';
import type { TrayIcon } from '../../../../main/model/view.ts';
import { createNativeTheme } from '../../../stand-in/rooms/system.ts';

const states: readonly TrayIcon[] = ['idle', 'importing', 'needs-you', 'unknown', 'paused'];
const folder = 'main/icons/generated/tray';
const widthOf = (file: string) => readFileSync(file).readUInt32BE(16);

function drawn(icon: TrayIcon, platform: NodeJS.Platform, dark: boolean) {
  let path = '';
  let template = false;
  trayImage(
    {
      createFromPath: (asked) => {
        path = asked;
        const image: Pick<NativeImage, 'setTemplateImage'> = {
          setTemplateImage: (option) => (template = option),
        };
        return image as NativeImage;
      },
    },
    icon,
    { platform, dark, folder },
  );
  return { path, template };
}

describe('the tray image', () => {
  it.each(states)('is there for %s on every system, in light and dark', (icon) => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      for (const dark of [false, true]) expect(existsSync(drawn(icon, platform, dark).path)).toBe(true);
  });

  it('differs in shape from state to state, so that one colour is enough', () => {
    const pictures = states.map((icon) => readFileSync(drawn(icon, 'darwin', false).path, 'base64'));
    expect(new Set(pictures).size).toBe(states.length);
  });

  it('is a template on macOS, at 16 and 32 px', () => {
    const { path, template } = drawn('idle', 'darwin', false);
    expect(template).toBe(true);
    expect(path).toBe(join(folder, 'idleTemplate.png'));
    expect([widthOf(path), widthOf(path.replace('.png', '@2x.png'))]).toEqual([16, 32]);
    expect(drawn('idle', 'linux', false).template).toBe(false);
  });

  it('carries all sizes of the taskbar on Windows, and each is a whole PNG', () => {
    const file = readFileSync(drawn('needs-you', 'win32', true).path);
    const entries = Array.from({ length: file.readUInt16LE(4) }, (_, index) => 6 + 16 * index);
    expect(entries.map((at) => file.readUInt8(at))).toEqual([16, 20, 24, 32, 48]);
    for (const at of entries) {
      const png = file.subarray(
        file.readUInt32LE(at + 12),
        file.readUInt32LE(at + 12) + file.readUInt32LE(at + 8),
      );
      expect(png.toString('latin1', 1, 4)).toBe('PNG');
      expect(png.readUInt32BE(16)).toBe(file.readUInt8(at));
      expect(png.toString('latin1', png.length - 8, png.length - 4)).toBe('IEND');
    }
  });
});

describe('the shade of the panel', () => {
  const themeWith = (dark: 'windows' | 'bar' | null): PanelTheme & EventEmitter =>
    createNativeTheme(() => undefined, dark === null ? {} : { STAND_IN_DARK: dark });

  it.each([
    ['linux', { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, null, true],
    ['linux', { XDG_CURRENT_DESKTOP: 'KDE' }, null, false],
    ['linux', {}, 'windows', true],
  ] as const)('on %s with %o', (platform, environment, dark, isDark) => {
    expect(createPanelShade(platform, themeWith(dark), environment)()).toBe(isDark);
  });

  it('on Linux is that of the system, whatever the person chose for the window', () => {
    const theme = themeWith('windows');
    const isDark = createPanelShade('linux', theme, {});
    theme.themeSource = 'light';
    expect(isDark()).toBe(true);
    theme.themeSource = 'dark';
    expect(createPanelShade('linux', themeWith(null), {})()).toBe(false);
    expect(isDark()).toBe(true);
  });

  it.each([
    ['bar', true],
    ['windows', false],
  ] as const)(
    'on Windows is that of the bar soon after the start, where %s is dark',
    async (dark, isBarDark) => {
      const theme = themeWith(dark);
      const isDark = createPanelShade('win32', theme, {});
      expect(theme.themeSource).toBe('system');
      await once(theme, 'updated');
      expect(isDark()).toBe(isBarDark);
    },
  );
});
