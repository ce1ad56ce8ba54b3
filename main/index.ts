import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
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
import { createFetchOnce } from './adapters/fetch-once.ts';
import { takeKeysOut } from './adapters/keys/found-keys.ts';
import { appImageOf } from './adapters/login-item/app-image.ts';
import { wasOpenedAtLogin } from './adapters/login-item/login-item.ts';
import { isSystemQuiet } from './adapters/notifiers/do-not-disturb.ts';
import { openClicks } from './adapters/notifiers/clicks.ts';
import { openReceipts } from './adapters/notifiers/receipts.ts';
import { watchNetwork } from './adapters/network.ts';
import { createOpeningKeys } from './adapters/opening-keys.ts';
import { watchPower } from './adapters/power.ts';
import { keepReadable } from './adapters/readable-responses.ts';
import { createReadingThread } from './adapters/reading-thread.ts';
import { scarcityOf, watchScarcity } from './adapters/scarcity.ts';
import { openSettingsStore } from './adapters/stores/settings-store.ts';
import { createPanelShade, trayImage } from './adapters/tray/icons.ts';
import { hasTrayHost } from './adapters/tray/tray-host.ts';
import { placeOnScreen } from './adapters/window/place.ts';
import { createAppLife, restart } from './app/app-life.ts';
import { receiveAppLinks, targetOf } from './app/app-link.ts';
import { setApplicationMenu } from './app/application-menu.ts';
import { demoComputer, personsComputer } from './app/computer.ts';
import { createDemoStory } from './app/demo-story.ts';
import { makeDemoFolder, removeDemoFolder } from './app/demo-folder.ts';
import { openDeskOnDisk } from './app/desk-on-disk.ts';
import { openDeskTray } from './app/desk-tray.ts';
import { openDeskWindow } from './app/desk-window.ts';
import { createDialogs } from './app/dialogs.ts';
import { createFaultReport } from './app/fault-report.ts';
import { thisComputer } from './app/help/this-computer.ts';
import { appId } from './adapters/identity.ts';
import { createNotifying } from './app/notifying.ts';
import { openUpdates } from './app/open-updates.ts';
import { createPreferences } from './app/preferences.ts';
import { checkApp } from './app/self-check/check-app.ts';
import { startAlone } from './app/start-alone.ts';
import { createTrayActions } from './app/tray-actions.ts';
import { appHost, appScheme, type Change } from './contract.ts';
import type { Desk } from './desk/desk.ts';
import type { Picture } from './desk/projection.ts';
import { appSchemePrivileges, serveWindow } from './security/app-protocol.ts';
import { sendNoClientCertificate } from './security/client-certificates.ts';
import { developmentWindow } from './security/development-window.ts';
import { keepPagesAtHome } from './security/navigation.ts';
import { isWeakened } from './security/switches.ts';
import { confineSession, windowPartition } from './security/window-session.ts';
import { languageOf } from '../words/language.ts';

const platform = process.platform as 'linux' | 'darwin' | 'win32';
const built = import.meta.dirname;
const home = developmentWindow(app.isPackaged, process.env) ?? `${appScheme}://${appHost}/index.html`;
const isSelfCheck = app.commandLine.hasSwitch('self-check');
/** The self-check plays the demo's imports. */
const isDemo = isSelfCheck || app.commandLine.hasSwitch('demo');

// A development run must not take over the shortcut of the installed app (Windows).
app.setAppUserModelId(app.isPackaged ? appId : `${appId}.development`);
const appImage = appImageOf(process.env, process.execPath);
// An AppImage sets it to its own libraries, with which the system's notify-send does not start.
if (appImage !== null) delete process.env['LD_LIBRARY_PATH'];
app.enableSandbox();
// The window needs no graphics card, and without the GPU process the app uses some 40 MB less.
app.disableHardwareAcceleration();
protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
keepPagesAtHome(app, home);
sendNoClientCertificate(app);
const links = receiveAppLinks({ app, words: process.argv });
const environment = takeKeysOut(process.env);
// Before the lock, which is in this folder, so that a demo can run beside the person's own app.
if (isDemo) app.setPath('userData', makeDemoFolder(app.getPath('temp')));

if (isWeakened(app.commandLine, app.isPackaged)) app.quit();
else startAlone({ app, dialog, platform }, run);

async function run(): Promise<void> {
  setApplicationMenu(Menu, platform);
  const isPanelDark = createPanelShade(platform, nativeTheme, process.env);
  const folder = app.getPath('userData');
  const life = createAppLife(app);
  keepReadable(session.defaultSession);
  const fetch = (address: string, init: RequestInit) => net.fetch(address, init);
  const computer = isDemo ? demoComputer(folder) : personsComputer(app, safeStorage, environment);
  const faults = createFaultReport(folder);
  const { warnings, wentWrong } = faults;
  const settings = openSettingsStore({ folder, now: Date.now });
  const language = () => languageOf(settings.get().settings.language, app.getPreferredSystemLanguages());
  const overWindow = { over: () => window.present(), show: () => window.show() };
  const dialogs = createDialogs({ dialog, ...overWindow, language, platform });

  // --- Notifications and preferences ---
  const receipts = openReceipts(join(folder, 'receipts'), process.env);
  const notifying = createNotifying({
    platform,
    receipts,
    clicks: openClicks(join(folder, 'receipts', 'clicks'), process.env),
    isSystemQuiet: () => (platform === 'linux' ? isSystemQuiet(process.env) : Promise.resolve(false)),
    silenceOver: () => desk.runner.dispatch({ kind: 'disturbable' }),
    system: Notification,
    settings: () => settings.get().settings,
    language,
    open: (target) => window.open(target),
    openWorkspace: (watch) => void window.openWorkspace(watch).catch(wentWrong),
    warn: warnings,
  });
  const openingKeys = createOpeningKeys(globalShortcut, () => window.show());
  const preferences = createPreferences({
    nativeTheme,
    computer,
    languageChanged: () => desk.projection.notePart({ language: language() }),
    zoomChanged: () => window.zoom(),
    openWith: openingKeys.become,
    warn: warnings,
  });
  preferences.startTheme(settings.get().settings);

  // --- The window ---
  const reading = createReadingThread(join(built, 'reading.cjs'));
  const windowSession = session.fromPartition(windowPartition);
  await confineSession(windowSession, home);
  serveWindow(windowSession.protocol, join(built, '../renderer'));
  const opening = Promise.withResolvers<Desk>();
  const window = openDeskWindow(opening.promise, {
    createWindow(options) {
      notifying.askWhileSeen();
      return new BrowserWindow(options);
    },
    preload: join(built, 'preload.cjs'),
    address: home,
    place: (shown) =>
      placeOnScreen(shown, {
        ...{ screen, platform, environment: process.env },
        tray: platform === 'linux' ? null : tray.bounds(),
      }),
    zoomFactor: () => settings.get().settings.zoom,
    room: (shown) => screen.getDisplayMatching(shown.getBounds()).workArea,
    isQuitting: life.isQuitting,
    // Else macOS leaves the keyboard with an app of which nothing is to be seen.
    hidden: () => void (platform === 'darwin' && app.hide()),
    session: windowSession,
    devTools: !app.isPackaged,
    clipboard,
    reading,
    showSaveDialog: dialogs.showSaveDialog,
    openExternal: (address) => shell.openExternal(address),
    documents: () => app.getPath('documents'),
    frame: () => ({
      version: app.getVersion(),
      platform,
      language: language(),
      demo: isDemo,
      foundKeys,
      unusableKeys,
      update: updates.state(),
    }),
    restart: (asDemo) => restart(app, asDemo, environment),
    update: (act) => updates.act(act),
    help: thisComputer({ app, shell, safeStorage, platform, environment, folder, appImage }),
    faults,
  });
  // Its process starts and its page loads while main reads the watchlist, which takes as long where that is long.
  const isHidden = app.commandLine.hasSwitch('hidden') || wasOpenedAtLogin(platform, app);
  if (!isHidden) window.prepare();

  // --- The desk: accounts, watchlist and monitor ---
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const tellStory = isDemo && !isSelfCheck ? createDemoStory({ print, now: Date.now }) : () => undefined;
  const { desk, foundKeys, unusableKeys, rememberPause, close, ...updateLooks } = await openDeskOnDisk({
    ...computer,
    platform,
    folder,
    settings,
    receipts,
    fetch,
    fetchOnce: createFetchOnce((partition) => session.fromPartition(partition)),
    guardSecret: faults.guardSecret,
    agree: dialogs.agree,
    chooseProgram: dialogs.chooseProgram,
    language,
    programEnvironment: process.env,
    show: notifying.show,
    close: notifying.close,
    tellProblem: notifying.tellProblem,
    tell: (change, picture) => tell(change, picture),
    settingsChange: preferences.change,
    warn: warnings,
    wentWrong,
  });
  warnings.listen((all) => desk.projection.notePart({ warnings: all }));
  preferences.start(desk.settings());

  const updates = openUpdates({
    ...{ app, shell, safeStorage, platform, life, desk, environment, appImage, isDemo, faults },
    ...updateLooks,
    mayUseLine: async () => !(await scarcityOf({ platform, environment: process.env })).includes('line'),
  });

  // --- The tray ---
  const tray = openDeskTray(desk, {
    platform,
    now: Date.now,
    language,
    warnings: warnings.all,
    update: updates.state,
    createTray: (image) => new Tray(image),
    buildMenu: (template) => Menu.buildFromTemplate(template),
    imageOf: (icon) =>
      trayImage(nativeImage, icon, { platform, dark: isPanelDark(), folder: join(built, '../icons') }),
    onShadeChange: (listener) => void nativeTheme.on('updated', listener),
    act: createTrayActions({
      desk,
      now: Date.now,
      open: window.open,
      update: updates.act,
      quit: () => app.quit(),
    }),
    clicked: window.toggle,
    host: {
      ask: () => hasTrayHost(process.env),
      missing() {
        warnings.raise({ kind: 'no-tray' });
        window.show();
      },
      found: () => warnings.withdraw('no-tray'),
    },
  });
  // AppRun adds it where the system restricts user namespaces, as Ubuntu does since 24.04.
  if (appImage !== null && app.commandLine.hasSwitch('no-sandbox')) warnings.raise({ kind: 'no-sandbox' });

  // --- The machine and the app's life ---
  watchPower(powerMonitor, desk.power);
  const stopWatching = [
    watchNetwork(net, () => !isDemo && desk.accounts.needNetwork(), desk.runner.dispatch),
    watchScarcity({ platform, environment: process.env }, desk.runner.dispatch),
  ];
  // Its service is loaded with it alone.
  const demo = isDemo ? import('./app/demo.ts').then(({ startDemo }) => startDemo(desk)) : null;
  demo?.catch(wentWrong);
  life.begin({
    showWindow: window.show,
    async close() {
      for (const stop of stopWatching) stop();
      openingKeys.become(null);
      updates.stop();
      tray.stop();
      await close();
      notifying.stop();
      await (await demo)?.stop();
      if (isDemo) removeDemoFolder(folder);
    },
    wentWrong,
  });
  void desk.accounts.open().catch(wentWrong);
  opening.resolve(desk);
  if (!isHidden) window.show();
  links.begin((link) => {
    const accounts = desk.accounts.cards().map(({ id }) => id);
    window.open(targetOf(link, accounts, (watch) => desk.state.watches.has(watch)));
  });
  if (isSelfCheck) void checkSelf().catch(wentWrong);

  async function checkSelf(): Promise<void> {
    const { notifiers } = notifying;
    const code = await checkApp({
      ...{ app, platform, folder, screen, safeStorage, clipboard, net, powerMonitor, notifiers },
      ...{ window: window.present, contents: window.contents, state: desk.state, home, fetch, print },
      tray: { bounds: tray.bounds, hasHost: () => hasTrayHost(process.env) },
      read: (text) =>
        reading.understand({ text, workspace: null, projectId: null, uses: [], watched: new Set() }),
    });
    life.leave(app, code);
  }

  function tell(change: Change, picture: Picture): void {
    if (change.pausedUntil !== undefined) rememberPause(change.pausedUntil);
    window.tell('changed', change);
    tray.refresh(picture);
    faults.problems.note(change);
    tellStory(change);
  }
}
