import { Arch, build, Platform } from 'electron-builder';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { appId } from '../../main/adapters/identity.ts';
import { desktopEntry } from '../../main/adapters/login-item/desktop-entry.ts';

const icon = 'Icon=import-watch-app';
const autostart = desktopEntry({ program: '/usr/bin/import-watch-app', arguments: [] });

/** What electron-builder lets one see before it needs the tools that make the installer itself. */
const ofAppImage = v.object({ desktop: v.string(), desktopFileName: v.string() });
const ofDeb = v.tuple([v.array(v.string()), v.string()]);

let folder: string;
const entries: Record<'deb' | 'AppImage', { file: string; lines: string[] }> = {
  deb: { file: '', lines: [] },
  AppImage: { file: '', lines: [] },
};
/** Of the deb: path in the project -> path on the person's computer. */
let installed: [from: string, to: string][] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-watch-entry-'));
  mkdirSync(join(folder, 'app/resources'), { recursive: true });
  await build({
    prepackaged: join(folder, 'app'),
    targets: Platform.LINUX.createTarget(['deb', 'AppImage'], Arch.x64),
    publish: 'never',
    config: { directories: { output: join(folder, 'dist') } },
    effectiveOptionComputed: (computed: unknown) => {
      note(computed);
      // Enough: no installer is made.
      return Promise.resolve(true);
    },
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function note(computed: unknown): void {
  if (v.is(ofAppImage, computed)) {
    entries.AppImage = { file: computed.desktopFileName, lines: computed.desktop.trim().split('\n') };
    return;
  }
  const [words, written] = v.parse(ofDeb, computed);
  installed = words.flatMap((word) => {
    const [from, to] = word.split('=');
    return from !== undefined && to?.startsWith('/') ? [[from, to]] : [];
  });
  const [, file] = installed.find(([from]) => from === written) ?? [];
  entries.deb = { file: file ?? '', lines: readFileSync(written, 'utf8').trim().split('\n') };
}

describe.each(['deb', 'AppImage'] as const)('the desktop entry of the %s', (kind) => {
  it('is the one that the app names, so that its windows and banners are found to be its own', () => {
    const { desktopName } = v.parse(
      v.object({ desktopName: v.string() }),
      JSON.parse(readFileSync('package.json', 'utf8')),
    );
    expect(desktopName).toBe(`${appId}.desktop`);
    // Else GNOME refuses it keys for the whole system, and nobody is told.
    expect(appId).toMatch(/^[a-z]\w*(\.[a-z]\w*)+$/);
    expect(entries[kind].file.split('/').at(-1)).toBe(desktopName);
    expect(entries[kind].lines).toContain(`StartupWMClass=${desktopName.replace('.desktop', '')}`);
  });

  it('shows the app as what it is', () => {
    const [first, ...lines] = entries[kind].lines;
    expect(first).toBe('[Desktop Entry]');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Name=Import Watch',
        'Type=Application',
        icon,
        'Terminal=false',
        'Categories=AudioVideo;',
        'MimeType=x-scheme-handler/import-watch;',
      ]),
    );
  });

  it('has the icon of the entry that starts the app at login', () => {
    expect(autostart.split('\n')).toContain(icon);
  });

  it('starts the app in its sandbox', () => {
    const command = { deb: '"/opt/Import Watch/import-watch-app" %U', AppImage: 'AppRun %U' }[kind];
    expect(entries[kind].lines).toContain(`Exec=${command}`);
  });
});

it('has an icon in every size that desktops look for', () => {
  const icons = installed.filter(([, to]) => to.startsWith('/usr/share/icons/'));
  expect(icons.map(([, to]) => to)).toEqual(
    [16, 24, 32, 48, 64, 128, 256, 512].map(
      (size) => `/usr/share/icons/hicolor/${size}x${size}/apps/import-watch-app.png`,
    ),
  );
  for (const [from] of icons) expect(existsSync(from), from).toBe(true);
});
