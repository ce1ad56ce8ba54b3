import { createApp } from './app.ts';
import { createBrowserWindow } from './browser-window.ts';
import type { Chromium } from './chromium.ts';
import type { CommandLine } from './command-line.ts';
import { createGlobalShortcut } from './global-shortcut.ts';
import { createIpcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeImage } from './native-image.ts';
import { createNet } from './net.ts';
import { Notification } from './notification.ts';
import { only } from './only.ts';
import { createProtocol } from './protocol.ts';
import { describeError } from './report.ts';
import { createSafeStorage } from './safe-storage.ts';
import { createSession } from './session.ts';
import {
  clipboard,
  createNativeTheme,
  dialog,
  isDesktopDark,
  powerMonitor,
  screen,
  shell,
} from './system.ts';
import { Tray } from './tray.ts';
import { createTrayWindow } from './tray-window.ts';
import type { WebContents } from './web-contents.ts';

export interface Start {
  readonly commandLine: CommandLine;
  readonly manifest: { readonly name: string; readonly productName?: string; readonly version: string };
  readonly appPath: string;
  readonly packaged: boolean;
  readonly chromium: () => Chromium;
}

/** The module `electron`, as the app's main process imports it. */
export function createElectron(start: Start) {
  const ipc = createIpcMain();
  const {
    app,
    start: emitReady,
    isReady,
    ...quitting
  } = createApp({ ...start, windows: () => BrowserWindow.getAllWindows() });
  const protocols = createProtocol(isReady);
  const net = createNet(app);
  const session = createSession(protocols, net);

  const around = { chromium: start.chromium, protocols, ipc, session };
  const BrowserWindow = createBrowserWindow(around, app, quitting);
  const everyContents = () => BrowserWindow.getAllWindows().map((window) => window.webContents);
  const nativeTheme = createNativeTheme((theme) => {
    for (const contents of everyContents()) contents.colorScheme(theme).catch(describeError('theme'));
  });
  app.on('web-contents-created', (_event: unknown, contents: WebContents) => {
    if (nativeTheme.themeSource !== 'system' || isDesktopDark)
      contents.colorScheme(nativeTheme.themeSource).catch(describeError('theme'));
  });

  // A real tray has no window that could be closed: who closes this one has had enough.
  if (process.env['STAND_IN_TRAY'] === '1') Tray.draw = createTrayWindow(start.chromium, () => app.quit());

  const webContents = only('webContents', {
    getAllWebContents: everyContents,
    getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents ?? null,
    fromId: (id: number) => everyContents().find((contents) => contents.id === id),
    fromDevToolsTargetId: (id: string) => everyContents().find((contents) => contents.targetId === id),
  });

  const electron = {
    app,
    BrowserWindow,
    clipboard,
    dialog,
    globalShortcut: createGlobalShortcut(isReady),
    ipcMain: ipc.ipcMain,
    Menu,
    MenuItem,
    nativeImage,
    nativeTheme,
    net,
    Notification,
    powerMonitor,
    protocol: session.defaultSession.protocol,
    safeStorage: createSafeStorage(() => app.getPath('userData')),
    screen,
    session,
    shell,
    Tray,
    webContents,
  };
  return { electron: only('electron', electron), emitReady };
}
