import type Electron from 'electron';
import { KnownEvents } from './emitter.ts';
import { only } from './only.ts';

function displayAt(id: number, bounds: Electron.Rectangle, cut: { top: number; bottom: number }) {
  const { y, height } = bounds;
  const workArea = { ...bounds, y: y + cut.top, height: height - cut.top - cut.bottom };
  return { id, bounds, workArea, scaleFactor: 1, rotation: 0 } as Electron.Display;
}

/** The first has a bar at the top and a dock at the bottom, the second, to its left, a bar at the bottom. */
const displays = [
  displayAt(1, { x: 0, y: 0, width: 1280, height: 800 }, { top: 28, bottom: 60 }),
  displayAt(2, { x: -1920, y: -200, width: 1920, height: 1080 }, { top: 0, bottom: 40 }),
] as const;

/** How far a point is from a display; 0 inside. */
function distance({ x, y }: Electron.Point, { bounds }: Electron.Display): number {
  const outside = (at: number, start: number, length: number) =>
    Math.max(start - at, 0, at - (start + length - 1));
  return Math.hypot(outside(x, bounds.x, bounds.width), outside(y, bounds.y, bounds.height));
}

const nearest = (point: Electron.Point) =>
  displays.reduce((best, each) => (distance(point, each) < distance(point, best) ? each : best));

export const screen = only(
  'screen',
  Object.assign(new KnownEvents('screen', ['display-added', 'display-removed', 'display-metrics-changed']), {
    getPrimaryDisplay: () => displays[0],
    getAllDisplays: () => [...displays],
    getDisplayNearestPoint: nearest,
    getDisplayMatching: ({ x, y, width, height }: Electron.Rectangle) =>
      nearest({ x: x + width / 2, y: y + height / 2 }),
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  }),
);

/** Specs send its events: `powerMonitor.emit('suspend')`. */
export const powerMonitor = only(
  'powerMonitor',
  Object.assign(
    new KnownEvents('powerMonitor', [
      'suspend',
      'resume',
      'lock-screen',
      'unlock-screen',
      'shutdown',
      'on-ac',
      'on-battery',
      'thermal-state-change',
      'speed-limit-change',
      'user-did-become-active',
      'user-did-resign-active',
    ]),
    {
      isOnBatteryPower: () => false,
      onBatteryPower: false,
      getSystemIdleTime: () => 0,
      getSystemIdleState: () => 'active',
    },
  ),
);

const opened: string[] = [];

/** Nothing is ever opened; specs read `shell.opened`. */
export const shell = only('shell', {
  opened,
  openExternal: async (url: string) => void opened.push(url),
  openPath: async (path: string) => {
    opened.push(path);
    return '';
  },
  showItemInFolder: (path: string) => void opened.push(path),
  beep: () => undefined,
});

let copied = '';
/** All promises, since Electron 44 (docs/breaking-changes.md). */
export const clipboard = only('clipboard', {
  writeText: async (text: string) => void (copied = text),
  readText: async () => copied,
  read: async () => (copied === '' ? [] : [{ types: ['text/plain'] }]),
  clear: () => void (copied = ''),
});

/** Blocks in Electron until a person answers; here nobody would. */
export const dialog = only('dialog', {
  /** A spec answers in the person's place, as it does on Electron: `dialog.showSaveDialog = async () => ({ … })`. */
  showSaveDialog(): Promise<Electron.SaveDialogReturnValue> {
    return Promise.reject(new Error('Nobody is there to choose a file; a spec sets dialog.showSaveDialog.'));
  },
  showOpenDialog(): Promise<Electron.OpenDialogReturnValue> {
    return Promise.reject(new Error('Nobody is there to choose a file; a spec sets dialog.showOpenDialog.'));
  },
  showMessageBox(): Promise<Electron.MessageBoxReturnValue> {
    return Promise.reject(new Error('Nobody is there to answer; a spec sets dialog.showMessageBox.'));
  },
  showErrorBox(title: string, content: string) {
    throw new Error(`The app showed an error box: ${title}: ${content}`);
  },
});

/** On Linux the bar with the tray has the shade of the windows. */
export const isDesktopDark = process.env['STAND_IN_DARK'] === 'windows';

/**
 * The system's shades: of windows, which `themeSource` replaces, and of the bar with the tray, which is taken for that of the windows until
 * Windows is asked, some time after the theme has changed (shell/browser/api/electron_api_native_theme.cc). `STAND_IN_DARK`: what is dark,
 * `windows` or `bar`.
 */
export function createNativeTheme(tell: (theme: string) => void, environment = process.env) {
  let source: Electron.NativeTheme['themeSource'] = 'system';
  let isBarDark: boolean | null = null;
  const theme = Object.assign(new KnownEvents('nativeTheme', ['updated']), {
    // These are defined below, as properties that are read and written through.
    themeSource: source,
    shouldUseDarkColors: false,
    shouldUseDarkColorsForSystemIntegratedUI: false,
    shouldUseHighContrastColors: false,
    prefersReducedTransparency: false,
  });
  const dark = environment['STAND_IN_DARK'];
  Object.defineProperties(theme, {
    themeSource: {
      get: () => source,
      set(next: typeof source) {
        if (next === source) return;
        source = next;
        tell(next);
        setImmediate(() => {
          isBarDark = dark === 'bar';
          theme.emit('updated');
        });
      },
    },
    shouldUseDarkColors: { get: () => (source === 'system' ? dark === 'windows' : source === 'dark') },
    shouldUseDarkColorsForSystemIntegratedUI: { get: () => isBarDark ?? theme.shouldUseDarkColors },
  });
  return only('nativeTheme', theme);
}
