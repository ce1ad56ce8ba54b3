import { listPackage } from '@electron/asar';
import { Packager, type AfterPackContext, type Configuration } from 'electron-builder';
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appId } from '../../main/adapters/identity.ts';
import setFuses from '../../tools/package/fuses.ts';
import { packageApp, type Packaged } from './packaged.ts';
import { startsStandIn, type System } from './runtimes.ts';
import { testStartedApp } from './started-app.ts';

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

  // The updater alone, which is loaded only where a feed is set, is 450 kB of it.
  it('is our code and its dependencies in less than 2.3 MB', () => {
    const beside = filesOf(packaged.unpacked)
      .filter((file) => !file.includes('/vendor/'))
      .map((file) => statSync(join(packaged.unpacked, file)).size);
    expect(beside.reduce((sum, size) => sum + size, statSync(packaged.archive).size)).toBeLessThan(2_300_000);
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
      '/out/main/bucket-client.js',
      '/out/main/demo.js',
      '/out/main/electron-updater.js',
      '/out/main/index.js',
      '/out/main/preload.cjs',
      '/out/main/reading.cjs',
    ]);
    expect(ours).toContain('/out/renderer/index.html');
    expect(entries.filter((path) => /\.(map|ts)$|licenses\.json$/.test(path))).toEqual([]);
    // Not the Node that runs the tools.
    expect(entries.filter((path) => /^\/node_modules\/node-(bin|darwin|linux|win)/.test(path))).toEqual([]);
  });

  it('names the authors of what it brings', () => {
    const notices = readFileSync(join(dirname(packaged.archive), 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    // Of the main part, of the window, packed beside them, what that needs, and the programs in it.
    for (const name of ['valibot', 'svelte', 'node-notifier', 'growly', 'SnoreToast', 'terminal-notifier'])
      expect(notices).toMatch(new RegExp(`^${name} .+\n-+$`, 'm'));
    expect(notices).toContain('Permission is hereby granted');
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
    expect(packaged.fuses).toBe('010011001');
  });

  if (system === 'linux' && startsStandIn) describe('and started', () => testStartedApp(() => packaged));

  if (system === 'mac')
    it('lives in the menu bar, is not slowed there, and opens our addresses', () => {
      const list = readFileSync(join(packaged.languages, '../Info.plist'), 'utf8').replaceAll(/>\s+</g, '><');
      expect(list).toContain('<key>LSUIElement</key><true/>');
      // App Nap would slow the timers of an app without a window.
      expect(list).toContain('<key>NSAppSleepDisabled</key><true/>');
      expect(list).toContain('<key>CFBundleURLSchemes</key><array><string>import-watch</string></array>');
    });
});

it('is not packaged with a fuse that nobody decided', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-watch-fuses-'));
  const executable = join(folder, 'import-watch');
  const context = {
    appOutDir: folder,
    electronPlatformName: 'linux',
    packager: { platformSpecificBuildOptions: { executableName: 'import-watch' } },
  } as unknown as AfterPackContext;
  const wire = (fuses: string) =>
    `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01${String.fromCharCode(fuses.length)}${fuses}`;
  writeFileSync(executable, wire('101100011'));
  await setFuses(context);
  expect(readFileSync(executable, 'utf8')).toBe(wire('010011001'));
  writeFileSync(executable, wire('1011000111'));
  await expect(setFuses(context)).rejects.toThrow('10 fuses');
  rmSync(folder, { recursive: true });
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

  it('takes the start at login out of the registry when the app is uninstalled, and not when it is updated', async () => {
    const script = await installerScript();
    // The name of the value is the app's id (Electron, setLoginItemSettings).
    const value = `HKCU "Software\\Microsoft\\Windows\\CurrentVersion\\Run" "${appId}"`;
    expect(script).toContain(
      `!macro customUnInstall \${ifNot} \${isUpdated} DeleteRegKey SHELL_CONTEXT "Software\\Classes\\import-watch" DeleteRegValue ${value} \${endIf} !macroend`,
    );
    expect(templateOf('uninstaller.nsh')).toContain('!insertmacro customUnInstall');
  });

  it('registers our addresses on Windows, where none of them can become a switch of the app', async () => {
    expect(await installerScript()).toContain(
      `"Software\\Classes\\import-watch\\shell\\open\\command" "" '"$INSTDIR\\\${APP_EXECUTABLE_FILENAME}" -- "%1"'`,
    );
    expect(templateOf('installSection.nsh')).toContain('!insertmacro customInstall');
  });

  async function installerScript(): Promise<string> {
    const { include } = (await configuration()).nsis ?? {};
    return readFileSync(include ?? '', 'utf8').replaceAll(/\s+/g, ' ');
  }

  function templateOf(name: string): string {
    const builder = createRequire(import.meta.resolve('electron-builder'));
    return readFileSync(builder.resolve(`app-builder-lib/templates/nsis/${name}`), 'utf8');
  }
});

function snoreToast(): string[] {
  return ['LICENSE', 'snoretoast-x64.exe', 'snoretoast-x86.exe'].map((name) => `snoreToast/${name}`);
}

function filesOf(folder: string): string[] {
  return globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'));
}
