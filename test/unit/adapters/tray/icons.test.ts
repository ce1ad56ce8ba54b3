import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NativeImage } from 'electron';
import { describe, expect, it } from 'vitest';
import { createPanelShade, trayImage, type PanelTheme } from '../../../../main/adapters/tray/icons.ts';
import type { TrayIcon } from '../../../../main/model/view.ts';

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
  const theme = (windows: boolean, system: boolean): PanelTheme => ({
    themeSource: 'system',
    shouldUseDarkColors: windows,
    shouldUseDarkColorsForSystemIntegratedUI: system,
  });
  it.each([
    ['linux', { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, theme(false, false), true],
    ['linux', { XDG_CURRENT_DESKTOP: 'KDE' }, theme(false, false), false],
    ['linux', {}, theme(true, false), true],
    ['win32', {}, theme(false, true), true],
    ['win32', {}, theme(true, false), false],
  ] as const)('on %s with %o', (platform, environment, shades, dark) => {
    expect(createPanelShade(platform, shades, environment)()).toBe(dark);
  });

  it('on Linux is that of the system, whatever the person chose for the window', () => {
    let isSystemDark = true;
    const chosen: PanelTheme = {
      themeSource: 'system',
      get shouldUseDarkColors() {
        return this.themeSource === 'system' ? isSystemDark : this.themeSource === 'dark';
      },
      shouldUseDarkColorsForSystemIntegratedUI: false,
    };
    const isDark = createPanelShade('linux', chosen, {});
    chosen.themeSource = 'light';
    expect(isDark()).toBe(true);
    chosen.themeSource = 'system';
    isSystemDark = false;
    expect(isDark()).toBe(false);
    chosen.themeSource = 'dark';
    expect(isDark()).toBe(false);
  });

  it('on Windows is known at the start, for which the theme must change once', () => {
    const set: PanelTheme['themeSource'][] = [];
    const shades = {
      ...theme(false, true),
      get themeSource(): PanelTheme['themeSource'] {
        return set.at(-1) ?? 'system';
      },
      set themeSource(next) {
        set.push(next);
      },
    };
    createPanelShade('win32', shades, {});
    expect(set).toEqual(['dark', 'system']);
  });
});
