import type Electron from 'electron';
import { KnownEvents } from './emitter.ts';
import { only } from './only.ts';

const area = { x: 0, y: 0, width: 1280, height: 800 };
const display = { id: 1, bounds: area, workArea: area, scaleFactor: 1, rotation: 0 } as Electron.Display;

export const screen = only(
  'screen',
  Object.assign(new KnownEvents('screen', ['display-added', 'display-removed', 'display-metrics-changed']), {
    getPrimaryDisplay: () => display,
    getAllDisplays: () => [display],
    getDisplayNearestPoint: () => display,
    getDisplayMatching: () => display,
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
});

/** Blocks in Electron until a person answers; here nobody would. */
export const dialog = only('dialog', {
  /** A spec answers in the person's place, as it does on Electron: `dialog.showSaveDialog = async () => ({ … })`. */
  showSaveDialog(): Promise<Electron.SaveDialogReturnValue> {
    return Promise.reject(new Error('Nobody is there to choose a file; a spec sets dialog.showSaveDialog.'));
  },
  showMessageBox(): Promise<Electron.MessageBoxReturnValue> {
    return Promise.reject(new Error('Nobody is there to answer; a spec sets dialog.showMessageBox.'));
  },
  showErrorBox(title: string, content: string) {
    throw new Error(`The app showed an error box: ${title}: ${content}`);
  },
});

export function createNativeTheme(tell: (theme: string) => void) {
  let source = 'system';
  const theme = Object.assign(new KnownEvents('nativeTheme', ['updated']), {
    // Both are defined below, as properties that are read and written through.
    themeSource: 'system',
    shouldUseDarkColors: false,
    shouldUseHighContrastColors: false,
    prefersReducedTransparency: false,
  });
  Object.defineProperties(theme, {
    themeSource: {
      get: () => source,
      set(next: string) {
        source = next;
        tell(next);
        theme.emit('updated');
      },
    },
    shouldUseDarkColors: { get: () => source === 'dark' },
    shouldUseDarkColorsForSystemIntegratedUI: { get: () => process.env['STAND_IN_DARK'] === '1' },
  });
  return only('nativeTheme', theme);
}
