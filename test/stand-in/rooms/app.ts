import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandLine } from './command-line.ts';
import { KnownEvents, preventable } from './emitter.ts';
import { createInstanceLock } from './instance-lock.ts';
import { createLoginItem } from './login-item.ts';
import { only } from './only.ts';
import { startRelauncher } from './relauncher.ts';

const events = [
  'will-finish-launching',
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'activate',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'open-url',
  'open-file',
  'child-process-gone',
  'render-process-gone',
  'certificate-error',
  'login',
  'select-client-certificate',
];

export interface AppOptions {
  readonly commandLine: CommandLine;
  readonly manifest: { readonly name: string; readonly productName?: string; readonly version: string };
  readonly appPath: string;
  readonly packaged: boolean;
  readonly windows: () => readonly { readonly close: () => void; readonly destroy: () => void }[];
}

interface Relaunch {
  readonly args?: string[];
  readonly execPath?: string;
}

/** `app`, with Electron's order of leaving (shell/browser/browser.cc): before-quit, close of each window, will-quit, quit. */
export function createApp(options: AppOptions) {
  const emitter = new KnownEvents('app', events);
  const switches = new Map(options.commandLine.switches);
  const lock = createInstanceLock((words, folder) => app.emit('second-instance', {}, words, folder, null));
  const ready = Promise.withResolvers<undefined>();
  let name = options.manifest.productName ?? options.manifest.name;
  let started = false;
  let quitting = false;
  let exiting = false;
  const paths = new Map<string, string>();
  const config = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
  const language =
    switches.get('lang') ?? (process.env['LANG'] ?? 'en-US').replace(/\..*$/, '').replace('_', '-');
  const locale = /^[a-z]{2}(-|$)/.test(language) ? language : 'en-US';

  const standard: Record<string, () => string> = {
    home: homedir,
    appData: () => config,
    userData: () => switches.get('user-data-dir') ?? join(config, name),
    sessionData: () => app.getPath('userData'),
    logs: () => join(app.getPath('userData'), 'logs'),
    temp: tmpdir,
    exe: () => process.execPath,
    desktop: () => join(homedir(), 'Desktop'),
    documents: () => join(homedir(), 'Documents'),
    downloads: () => join(homedir(), 'Downloads'),
  };

  function leave(code: number): void {
    lock.release();
    emitter.emit('quit', {}, code);
    process.exit(code);
  }

  function leaveUnlessPrevented(): void {
    const event = preventable();
    emitter.emit('will-quit', event);
    if (event.defaultPrevented) quitting = false;
    else leave(0);
  }

  const app = Object.assign(emitter, {
    isPackaged: options.packaged,
    commandLine: only('app.commandLine', {
      appendSwitch: (key: string, value = '') => void switches.set(key, value),
      hasSwitch: (key: string) => switches.has(key),
      getSwitchValue: (key: string) => switches.get(key) ?? '',
      removeSwitch: (key: string) => void switches.delete(key),
      appendArgument: () => undefined,
    }),
    getName: () => name,
    setName: (next: string) => void (name = next),
    getVersion: () => options.manifest.version,
    getAppPath: () => options.appPath,
    getPath(which: string): string {
      const known = paths.get(which) ?? standard[which]?.();
      if (known === undefined) throw new Error(`Failed to get '${which}' path`);
      if (which === 'userData') mkdirSync(known, { recursive: true });
      return known;
    },
    setPath: (which: string, path: string) => void paths.set(which, path),
    setAppLogsPath: () => undefined,
    getLocale: () => locale,
    getSystemLocale: () => locale,
    getPreferredSystemLanguages: () => [locale],
    getLocaleCountryCode: () => locale.split('-')[1] ?? '',
    whenReady: () => ready.promise,
    isReady: () => started,
    requestSingleInstanceLock: () => lock.request(app.getPath('userData')),
    hasSingleInstanceLock: () => lock.holds(),
    releaseSingleInstanceLock: () => lock.release(),
    setAppUserModelId: () => undefined,
    setDesktopName: () => undefined,
    setToastActivatorCLSID: () => undefined,
    setActivationPolicy: () => undefined,
    enableSandbox: () => undefined,
    disableHardwareAcceleration: () => undefined,
    ...createLoginItem(),
    getAppMetrics: () => [],
    focus: () => undefined,
    show: () => undefined,
    hide: () => undefined,
    setBadgeCount: () => false,
    setAboutPanelOptions: () => undefined,
    dock: undefined,
    relaunch({ execPath = process.execPath, args = process.argv.slice(1) }: Relaunch = {}) {
      startRelauncher(process.execPath, execPath, args);
    },
    quit() {
      if (quitting) return;
      const event = preventable();
      emitter.emit('before-quit', event);
      if (event.defaultPrevented) return;
      quitting = true;
      const windows = options.windows();
      if (windows.length === 0) leaveUnlessPrevented();
      for (const window of windows) window.close();
    },
    exit(code = 0) {
      exiting = true;
      for (const window of options.windows()) window.destroy();
      leave(code);
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());

  return {
    app: only('app', app),
    /** Playwright's loader replaces `emit` and `whenReady` to hold this moment back, so it must go through `emit`. */
    start() {
      started = true;
      app.emit('ready', {}, {});
      ready.resolve(undefined);
    },
    isReady: () => started,
    /** Closing windows is a part of quitting then; otherwise an app that does not listen is quit. */
    allWindowsClosed() {
      if (quitting) leaveUnlessPrevented();
      else if (!exiting && !app.emit('window-all-closed')) app.quit();
    },
    /** Whether the app or the page kept it: the quit is over. */
    windowStays: () => void (quitting = false),
  };
}
