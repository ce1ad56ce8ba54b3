import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  clipboard,
  Menu,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
} from 'electron';
import { createFileLog } from './adapters/log/file-log.ts';
import { createSecretRegister } from './adapters/log/redact.ts';
import { watchNetwork } from './adapters/network.ts';
import { watchPower } from './adapters/power.ts';
import { isPanelDark, trayImage } from './adapters/tray/icons.ts';
import { openTray } from './adapters/tray/tray.ts';
import { placeOnScreen } from './adapters/window/place.ts';
import { createAppWindow } from './adapters/window/window.ts';
import { appId } from './app/identity.ts';
import { createNotifying } from './app/notifying.ts';
import { openPersonDesk } from './app/person-desk.ts';
import { createTrayActions } from './app/tray-actions.ts';
import { trayPictureOf } from './app/tray-picture.ts';
import { appHost, appScheme, type ViewName, type Warning, type WatchId } from './contract.ts';
import { createRequests } from './desk/requests.ts';
import { appSchemePrivileges, serveWindow } from './security/app-protocol.ts';
import { openGate, push } from './security/ipc.ts';
import { keepPagesAtHome } from './security/navigation.ts';
import { grantNothing } from './security/permissions.ts';
import { isOpenToDebuggers } from './security/remote-debugging.ts';
import { languageOf } from '../words/language.ts';

const platform = process.platform;
const built = import.meta.dirname;

app.setAppUserModelId(appId);
app.enableSandbox();
// A list needs no graphics card; without its process the app is some 40 MB smaller.
app.disableHardwareAcceleration();
protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
keepPagesAtHome(app);

if (isOpenToDebuggers(app.commandLine, app.isPackaged) || !app.requestSingleInstanceLock()) app.quit();
else void app.whenReady().then(run);

async function run(): Promise<void> {
  const folder = app.getPath('userData');
  const secrets = createSecretRegister();
  const log = createFileLog({ folder, redact: secrets.redact });
  const wentWrong = (error: unknown) => log.error('went-wrong', error);
  let quitting = false;

  // --- The desk: accounts, watchlist and monitor ---
  const notifying = createNotifying({
    platform,
    isSupported: () => Notification.isSupported(),
    createNotification: (options) => new Notification(options),
    settings: () => settings(),
    language: () => language(),
    open,
  });
  const { desk, warnings, foundKeys, rememberPause } = await openPersonDesk({
    platform,
    folder,
    safeStorage,
    fetch: (address, init) => net.fetch(address, init),
    guardSecret: secrets.guard,
    show: notifying.show,
    tellProblem: (_account, problem) => void notifying.tellProblem(problem).catch(wentWrong),
    tell(change) {
      if (change.pausedUntil !== undefined) rememberPause(change.pausedUntil);
      push(window.contents(), 'changed', change);
      refreshTray();
    },
    wentWrong,
  });
  const settings = () => desk.settings();
  const language = () => languageOf(settings().language, app.getPreferredSystemLanguages());

  // --- The window and its one gate ---
  serveWindow(protocol, join(built, '../renderer'));
  grantNothing(session.defaultSession);
  const window = createAppWindow({
    createWindow: (options) => new BrowserWindow(options),
    preload: join(built, 'preload.cjs'),
    address: `${appScheme}://${appHost}/index.html`,
    place: (shown) =>
      placeOnScreen(shown, { screen, tray: trayBounds(), platform, environment: process.env }),
    isQuitting: () => quitting,
    wentWrong,
  });
  const told: Warning[] = [...warnings];
  const requests = createRequests(desk, {
    now: Date.now,
    clipboard,
    openExternal: (address) => shell.openExternal(address),
    frame: () => ({
      version: app.getVersion(),
      platform: platform as 'linux' | 'darwin' | 'win32',
      language: language(),
      demo: false,
      settings: settings(),
      foundKeys,
      warnings: told,
    }),
    push: (channel, payload) => push(window.contents(), channel, payload),
    startDemo: () => restart(['--demo']),
    leaveDemo: () => restart([]),
    closeWindow: window.hide,
    dismissWarning: (kind) => {
      told.splice(0, told.length, ...told.filter((warning) => warning.kind !== kind));
      desk.projection.notePart({ warnings: told });
    },
  });
  openGate(requests, {
    isOurWindow: (contents) => contents === window.contents(),
    refused: (channel) => log.warn('request-refused', { channel }),
    wentWrong,
  });

  // --- The tray ---
  const tray = openTray(picture(), {
    platform,
    createTray: (image) => new Tray(image),
    buildMenu: (template) => Menu.buildFromTemplate(template),
    imageOf: (icon) =>
      trayImage(nativeImage, icon, {
        platform,
        dark: isPanelDark(platform, nativeTheme, process.env),
        folder: join(built, '../icons'),
      }),
    act: createTrayActions({ desk, now: Date.now, open, quit: () => app.quit() }),
    clicked: window.toggle,
  });
  if (tray.kind === 'no-tray') told.push({ kind: 'no-tray' });

  // --- The machine and the app's life ---
  watchPower(powerMonitor, desk.runner.dispatch);
  const stopWatchingNetwork = watchNetwork(net, desk.runner.dispatch);
  // Closing the window leaves the app in the tray.
  app.on('window-all-closed', () => undefined);
  app.on('second-instance', window.show);
  app.on('activate', window.show);
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    stopWatchingNetwork();
    void desk
      .close()
      .catch(wentWrong)
      .finally(() => app.exit());
  });

  void desk.accounts.open().catch(wentWrong);
  if (tray.kind === 'no-tray' || !app.commandLine.hasSwitch('hidden')) window.show();

  function open(view: ViewName, watch: WatchId | null): void {
    window.show();
    push(window.contents(), 'show', { view, watch });
  }

  function picture() {
    return trayPictureOf(desk, Date.now(), language());
  }

  function refreshTray(): void {
    if (tray.kind === 'tray') tray.show(picture());
  }

  function trayBounds() {
    return tray.kind === 'tray' && platform !== 'linux' ? tray.tray.getBounds() : null;
  }

  function restart(words: string[]): void {
    app.relaunch({ args: [...process.argv.slice(1).filter((word) => word !== '--demo'), ...words] });
    app.quit();
  }
}
