import { join } from 'node:path';
import type {
  App,
  BrowserWindow,
  Clipboard,
  Display,
  Net,
  PowerMonitor,
  Rectangle,
  SafeStorage,
  Screen,
} from 'electron';
import type { Notifier } from '../../adapters/notifiers/notifier.ts';
import { openWatchlistStore } from '../../adapters/stores/watchlist-store.ts';
import { isPlacedBySystem } from '../../adapters/window/place.ts';
import { isWeak } from '../../adapters/vault/unseal.ts';
import type { Understanding } from '../../contract.ts';
import type { NotifierName, NotShownCause, NotShownReason } from '../../model/notice.ts';
import { noRows } from '../../model/stored.ts';
import type { MonitorView } from '../../monitor/state.ts';
import { failed, holds, notKnown, passed, type Check, type Finding } from './self-check.ts';

export interface SystemPorts {
  readonly app: Pick<App, 'getAppMetrics' | 'hasSingleInstanceLock' | 'isPackaged'>;
  readonly platform: NodeJS.Platform;
  readonly folder: string;
  readonly window: () => BrowserWindow | null;
  readonly screen: Pick<Screen, 'getDisplayMatching' | 'getPrimaryDisplay' | 'getDisplayNearestPoint'>;
  readonly tray: { readonly bounds: () => Rectangle; readonly hasHost: () => Promise<boolean | null> };
  readonly notifiers: Readonly<Record<NotifierName, Notifier>>;
  readonly safeStorage: SafeStorage;
  readonly clipboard: Pick<Clipboard, 'read' | 'readText' | 'writeText' | 'clear'>;
  /** Reads a text in the thread that has a program of its own in the package. */
  readonly read: (text: string) => Promise<Understanding>;
  readonly net: Pick<Net, 'isOnline'>;
  readonly powerMonitor: Pick<PowerMonitor, 'listenerCount'>;
  readonly state: MonitorView;
}

/** What only a real system shows: window, tray, notifications, keyring, disk, clipboard, and one import from its start to its banner. */
export function systemChecks(ports: SystemPorts): readonly Check[] {
  return [
    { name: 'signed requests are answered', longestMs: 60_000, look: () => lookAtAnswers(ports) },
    { name: 'the window is visible and painted', look: () => lookAtWindow(ports) },
    { name: 'the window stands on the screen of the tray', look: () => lookAtPlace(ports) },
    { name: 'the tray is made and shown', look: () => lookAtTray(ports) },
    ...Object.entries(ports.notifiers).map(([name, notifier]) => ({
      name: `a notification by ${name}`,
      longestMs: 40_000,
      look: () => lookAtNotifier(name, notifier),
    })),
    { name: 'the keyring keeps and gives back', look: () => lookAtKeyring(ports) },
    { name: 'the database is written and read', look: () => lookAtDatabase(ports) },
    { name: 'the clipboard is written and read', look: () => lookAtClipboard(ports) },
    { name: 'a pasted text is read', look: () => lookAtReading(ports) },
    { name: 'the network tells whether it is there', look: () => passed(onlineText(ports)) },
    {
      name: 'sleep and wake are listened for',
      look: () =>
        holds(
          ['suspend', 'resume'].every((event) => ports.powerMonitor.listenerCount(event) > 0),
          'suspend, resume',
        ),
    },
    {
      name: 'this is the only instance',
      look: () => holds(ports.app.hasSingleInstanceLock(), 'the lock is held'),
    },
    {
      name: 'the fuses are as built',
      look: () =>
        notKnown(
          ports.app.isPackaged
            ? 'the program cannot read its own; npx @electron/fuses read tells'
            : 'it is not packaged',
        ),
    },
    { name: 'memory', look: () => lookAtMemory(ports) },
    { name: 'an import is told when it ends', longestMs: 90_000, look: () => lookAtNotices(ports) },
  ];
}

async function lookAtWindow({ window }: SystemPorts): Promise<Finding> {
  // A page that is still loading has no picture.
  await until(() => window()?.webContents.isLoading() === false);
  const shown = window();
  if (shown === null) return failed('there is none');
  const picture = await shown.webContents.capturePage();
  const { width, height } = picture.getSize();
  return holds(shown.isVisible() && !picture.isEmpty(), `${width} × ${height} px`);
}

function lookAtPlace({ window, screen, tray, platform }: SystemPorts): Finding {
  const shown = window();
  if (shown === null) return failed('there is none');
  if (isPlacedBySystem(platform, process.env)) return notKnown('Wayland tells no window where it is');
  const bounds = shown.getBounds();
  const on = screen.getDisplayMatching(bounds);
  const icon = tray.bounds();
  const wanted = icon.width > 0 ? screen.getDisplayNearestPoint(icon) : screen.getPrimaryDisplay();
  return holds(on.id === wanted.id && isInside(bounds, on), `${bounds.x}, ${bounds.y}`);
}

function isInside(window: Rectangle, { workArea }: Display): boolean {
  return (
    window.x >= workArea.x &&
    window.y >= workArea.y &&
    window.x + window.width <= workArea.x + workArea.width &&
    window.y + window.height <= workArea.y + workArea.height
  );
}

async function lookAtTray({ tray }: SystemPorts): Promise<Finding> {
  const hasHost = await tray.hasHost();
  if (hasHost === null) return notKnown('no program is there to ask the session bus');
  return hasHost ? passed('there is a host') : notKnown('nothing on this desktop shows tray icons');
}

/** Those are the system's and not the app's. */
const ofTheSystem: readonly NotShownCause[] = [
  'not-supported',
  'no-session-bus',
  'no-notification-service',
  'notify-send-missing',
];

async function lookAtNotifier(name: string, notifier: Notifier): Promise<Finding> {
  const banner = { title: 'Import Watch', body: `Self-check: ${name}`, urgent: false, sound: false };
  const outcome = await notifier.show({ ...banner, receipt: null, labels: null }, () => undefined);
  if (outcome.kind === 'shown') return passed('the system says that it was shown');
  if (outcome.kind === 'unsure') return notKnown('the system never said whether it was shown');
  return notShown(outcome.reasons);
}

function notShown(reasons: readonly NotShownReason[]): Finding {
  const text = reasons.map(({ reason }) => reason).join(', ');
  return reasons.every(({ reason }) => ofTheSystem.includes(reason)) ? notKnown(text) : failed(text);
}

async function lookAtKeyring({ platform, safeStorage }: SystemPorts): Promise<Finding> {
  const sealed = await safeStorage.encryptStringAsync('self-check');
  const { result } = await safeStorage.decryptStringAsync(sealed);
  const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : platform;
  const prefix = sealed.toString('latin1', 0, 3);
  const protection = isWeak({ platform }, sealed) ? 'weak' : 'keyring';
  return holds(result === 'self-check', `${protection}, ${backend}, prefix ${prefix}`);
}

async function lookAtDatabase({ folder, state }: SystemPorts): Promise<Finding> {
  const warned: string[] = [];
  const open = () =>
    openWatchlistStore({
      folder: join(folder, 'database-check'),
      now: Date.now,
      warn: ({ kind }) => warned.push(kind),
    });
  const store = await open();
  await store.save({
    ...noRows(),
    watches: new Map([...state.watches.values()].map((watch) => [watch.id, watch])),
  });
  await store.close();
  const again = await open();
  const { length } = again.stored.watches;
  await again.close();
  return holds(
    length === state.watches.size && warned.length === 0,
    [`${length} rows`, ...warned].join(', '),
  );
}

async function lookAtReading({ read }: SystemPorts): Promise<Finding> {
  const { found } = await read('self-check/1/2');
  return holds(found.length === 1, `${found.length} of 1 asset found`);
}

/** Pictures, files and the marks of a password could not be put back. */
async function lookAtClipboard({ clipboard }: SystemPorts): Promise<Finding> {
  const held = await clipboard.read();
  if (held.some(({ types }) => types.length > 0))
    return notKnown('something is in it, which is left as it is');
  await clipboard.writeText('self-check');
  const isRead = (await clipboard.readText()) === 'self-check';
  if (isRead) clipboard.clear();
  return holds(isRead, 'it is empty, as it was');
}

const onlineText = ({ net }: SystemPorts) => (net.isOnline() ? 'online' : 'offline');

function lookAtMemory({ app }: SystemPorts): Finding {
  const processes = app.getAppMetrics();
  if (processes.length === 0) return notKnown('this runtime does not tell');
  const text = processes.map(({ type, memory }) => `${type} ${Math.round(memory.workingSetSize / 1_024)} MB`);
  return passed(text.join(', '));
}

async function lookAtAnswers({ state }: SystemPorts): Promise<Finding> {
  const heard = () => [...state.watches.values()].filter(({ known }) => known !== null).length;
  await until(() => state.watches.size > 0 && heard() === state.watches.size);
  return passed(`${heard()} imports`);
}

async function lookAtNotices({ state }: SystemPorts): Promise<Finding> {
  const settled = () =>
    [...state.notices.values()].find(({ fate }) => fate.kind === 'shown' || fate.kind === 'not-shown');
  await until(() => settled() !== undefined);
  const { fate } = settled()!;
  if (fate.kind === 'shown') return passed(`by ${fate.by}`);
  return notShown(fate.kind === 'not-shown' ? fate.reasons : []);
}

/** Never ends where it does not come to hold: a check has a time of its own. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 100));
}
