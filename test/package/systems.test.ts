import { extractFile, listPackage } from '@electron/asar';
import { Packager, type Configuration } from 'electron-builder';
import { execFileSync } from 'node:child_process';
import { globSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appId } from '../../main/app/identity.ts';
import { packageApp, type Packaged } from './packaged.ts';
import type { System } from './runtimes.ts';

/** Each system's own notifier programs; node-notifier brings those of all. */
const expected: readonly (readonly [System, readonly string[], readonly string[]])[] = [
  ['linux', [], ['en-US.pak', 'ja.pak', 'ko.pak']],
  ['win', [...snoreToast()], ['en-US.pak', 'ja.pak', 'ko.pak']],
  [
    'mac',
    ['mac.noindex/terminal-notifier.app/Contents/MacOS/terminal-notifier', 'terminal-notifier-LICENSE'],
    ['en.lproj', 'ja.lproj', 'ko.lproj'],
  ],
];

describe.each(expected)('packaged for %s', (system, programs, languages) => {
  let packaged: Packaged;

  beforeAll(async () => {
    packaged = await packageApp(system);
  });

  afterAll(() => rmSync(packaged.folder, { recursive: true, force: true, maxRetries: 3 }));

  it("lie the notifier and this system's programs, and no other's, beside the archive", () => {
    const notifier = join(packaged.unpacked, 'node_modules/node-notifier');
    const all = filesOf(notifier);
    expect(all).toContain('notifiers/notifysend.js');
    const found = all
      .filter((file) => file.startsWith('vendor/'))
      .map((file) => file.slice('vendor/'.length));
    // Of the macOS program's own folder, its executable stands for the rest.
    const own = found.filter((file) => !/terminal-notifier\.app\/Contents\/(?!MacOS\/)/.test(file));
    expect(own.toSorted()).toEqual([...programs].toSorted());
  });

  it('is our code and its dependencies in less than 2 MB', () => {
    const beside = filesOf(packaged.unpacked)
      .filter((file) => !file.includes('/vendor/'))
      .map((file) => statSync(join(packaged.unpacked, file)).size);
    expect(beside.reduce((sum, size) => sum + size, statSync(packaged.archive).size)).toBeLessThan(2_000_000);
  });

  it('has what the app runs in its archive, and nothing else of ours', () => {
    const entries = listPackage(packaged.archive, { isPack: false }).map((path) =>
      path.replaceAll('\\', '/'),
    );
    const ours = entries.filter((path) => !path.startsWith('/node_modules'));
    const tops = new Set(ours.map((path) => path.split('/').slice(0, 3).join('/')));
    const folders = ['/out', '/out/icons', '/out/main', '/out/renderer', '/package.json'];
    expect([...tops].toSorted()).toEqual(folders);
    const main = ours.filter((path) => path.startsWith('/out/main/'));
    expect(main.toSorted()).toEqual([
      '/out/main/index.js',
      '/out/main/index.js.licenses.md',
      '/out/main/preload.cjs',
    ]);
    const notices = (path: string) => extractFile(packaged.archive, path).toString('utf8');
    expect(notices('out/main/index.js.licenses.md')).toContain('valibot');
    expect(notices('out/renderer/licenses.md')).toContain('svelte');
    expect(ours).toContain('/out/renderer/index.html');
    expect(entries.filter((path) => /\.(map|ts)$/.test(path))).toEqual([]);
    // Not the Node that runs the tools.
    expect(entries.filter((path) => /^\/node_modules\/node-(bin|darwin|linux|win)/.test(path))).toEqual([]);
  });

  it('brings the command beside the archive, as one file for the Node of the person', () => {
    const command = join(dirname(packaged.archive), 'import-watch.mjs');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const said = execFileSync(process.execPath, [command, '--version'], {
      cwd: packaged.folder,
      encoding: 'utf8',
    });
    expect(said.trim()).toBe(version);
  });

  it('speaks only the languages of the app', () => {
    const found = readdirSync(packaged.languages).filter((name) => /\.(pak|lproj)$/.test(name));
    expect(found.toSorted()).toEqual(languages);
  });

  it('has its fuses set: only what is in the archive runs, and nobody looks in from outside', () => {
    expect(packaged.fuses).toBe('01001100');
  });
});

describe('what electron-builder reads of its configuration', () => {
  async function configuration(): Promise<Configuration> {
    const packager = new Packager({ projectDir: process.cwd() });
    await packager.validateConfig();
    return packager.config;
  }

  it('names the app as the app names itself, by which Windows groups its banners', async () => {
    expect((await configuration()).appId).toBe(appId);
  });

  it('signs for macOS without a certificate: the changed fuses break Electron’s signature, and Apple silicon kills what has none', async () => {
    expect((await configuration()).mac?.identity).toBe('-');
  });

  it('keeps macOS from slowing the timers of an app that lives in the menu bar', async () => {
    expect((await configuration()).mac?.extendInfo).toEqual({ LSUIElement: true, NSAppSleepDisabled: true });
  });

  it('takes the start at login out of the registry when the app is uninstalled, and not when it is updated', async () => {
    const { include } = (await configuration()).nsis ?? {};
    const script = readFileSync(include ?? '', 'utf8').replaceAll(/\s+/g, ' ');
    // The name of the value is the app's id (Electron, setLoginItemSettings).
    const value = `HKCU "Software\\Microsoft\\Windows\\CurrentVersion\\Run" "${appId}"`;
    expect(script).toContain(
      `!macro customUnInstall \${ifNot} \${isUpdated} DeleteRegValue ${value} \${endIf} !macroend`,
    );
    const template = createRequire(import.meta.resolve('electron-builder')).resolve(
      'app-builder-lib/templates/nsis/uninstaller.nsh',
    );
    expect(readFileSync(template, 'utf8')).toContain('!insertmacro customUnInstall');
  });
});

function snoreToast(): string[] {
  return ['LICENSE', 'snoretoast-x64.exe', 'snoretoast-x86.exe'].map((name) => `snoreToast/${name}`);
}

function filesOf(folder: string): string[] {
  return globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'));
}
