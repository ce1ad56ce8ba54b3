import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron';
import type { Holding } from '../../contract.ts';

export interface WindowPorts {
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  /** Absolute path of the bundled preload. */
  readonly preload: string;
  /** The page to load: app://bundle/index.html, or that of the development server. */
  readonly address: string;
  /** The session of the window alone. */
  readonly session: Session;
  /** The position in which the window is shown; null leaves it to the system. */
  readonly place: (window: BrowserWindow) => { readonly x: number; readonly y: number } | null;
  /** How large the page is drawn; 1 is the size that it is made for. */
  readonly zoomFactor: () => number;
  /** The size of the screen that the window is on, without bars and docks. */
  readonly room: (window: BrowserWindow) => Size;
  /** True once the app is quitting, so that closing the window no longer just hides it. */
  readonly isQuitting: () => boolean;
  /** Called once there is no window to be seen any more. */
  readonly hidden: () => void;
  /** True in development only. */
  readonly devTools: boolean;
  readonly wentWrong: (error: unknown) => void;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface AppWindow {
  /** Makes the window and begins to load its page, unseen. */
  readonly prepare: () => void;
  /** Makes the window if there is none, and brings it to the front once it is painted. */
  readonly show: () => void;
  readonly hide: () => void;
  /** What a click on the icon does. */
  readonly toggle: () => void;
  /** Draws the page as large as is now wanted. */
  readonly zoom: () => void;
  /** What the page holds now. */
  readonly holds: (holding: Holding) => void;
  /** Null while there is none. */
  readonly present: () => BrowserWindow | null;
  /** The page that may speak to main; null while there is no window. */
  readonly contents: () => WebContents | null;
}

/** In pixels of the page, which grow with the zoom: what fits into the window stays the same. */
const size: Size = { width: 420, height: 640 };
const leastSize: Size = { width: 360, height: 420 };

/** A hidden window costs some 50 MB, so it is destroyed after this time. Main has all state but a draft, so nothing is lost. */
const destroyAfterMs: Readonly<Record<Holding, number | null>> = {
  nothing: 5 * 60_000,
  draft: null,
  secret: 10_000,
};

/** Some Wayland compositors never bring `ready-to-show` for a hidden window (electron 48859), so it is not waited for longer. */
const paintedAfterMs = 2_000;

/** On Windows and some panels a click on the icon takes the keyboard from the window before anybody is told of it. */
const lostByClickMs = 300;

/** Security options of every window: items 2 to 11 of Electron's checklist, explicit even where they are the default. */
const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

/** The one window of the app: made when first wanted, hidden when closed, destroyed when hidden for long. */
export function createAppWindow(ports: WindowPorts): AppWindow {
  let window: BrowserWindow | null = null;
  let isPainted = false;
  let isWanted = false;
  let destroyTimer: NodeJS.Timeout | null = null;
  let held: Holding = 'nothing';
  /** When it lost the keyboard; in ms of the process. */
  let blurredAt = -Infinity;
  /** A click has called it to the front, and it has not come yet: some desktops let no window come by itself. */
  let isCalled = false;

  function make(): BrowserWindow {
    const made = ports.createWindow({
      ...size,
      show: false,
      title: 'Import Watch',
      fullscreenable: false,
      webPreferences: {
        ...webPreferences,
        zoomFactor: ports.zoomFactor(),
        devTools: ports.devTools,
        preload: ports.preload,
        session: ports.session,
      },
    });
    held = 'nothing';
    isPainted = false;
    fit(made, size);
    made.on('close', (event) => {
      // A page that hangs, or wants to stay, would hold up the quit. Not at once, since Electron goes on with the window (electron 42975).
      if (ports.isQuitting()) return void setImmediate(() => window?.destroy());
      event.preventDefault();
      hide();
    });
    made.on('blur', () => void (blurredAt = performance.now()));
    made.on('focus', () => void (isCalled = false));
    made.on('closed', () => {
      window = null;
      cancelDestroy();
    });
    made.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit') return;
      ports.wentWrong(new Error(`The window's process is gone: ${reason} (${exitCode})`));
      // An empty frame helps nobody; the window is made anew when it is next wanted.
      made.destroy();
    });
    awaitPainting(made);
    made.loadURL(ports.address).catch(ports.wentWrong);
    return made;
  }

  /** Makes it at least as large as this part of the page needs, as far as the screen goes, and never smaller than it is. */
  function fit(shown: BrowserWindow, wanted: Size): void {
    const factor = ports.zoomFactor();
    const room = ports.room(shown);
    const inRoom = (width: number, height: number): [number, number] => [
      Math.min(Math.round(width * factor), room.width),
      Math.min(Math.round(height * factor), room.height),
    ];
    shown.setMinimumSize(...inRoom(leastSize.width, leastSize.height));
    const [width, height] = inRoom(wanted.width, wanted.height);
    const present = shown.getSize();
    const next = [Math.max(present[0] ?? 0, width), Math.max(present[1] ?? 0, height)] as const;
    if (next[0] !== present[0] || next[1] !== present[1]) shown.setSize(...next);
  }

  function awaitPainting(made: BrowserWindow): void {
    const painted = () => {
      if (isPainted || window !== made) return;
      clearTimeout(timer);
      isPainted = true;
      if (isWanted) reveal(made);
    };
    const timer = setTimeout(painted, paintedAfterMs);
    made.once('ready-to-show', painted);
    made.webContents.once('did-finish-load', painted);
    made.once('closed', () => clearTimeout(timer));
  }

  function reveal(shown: BrowserWindow): void {
    // Where a person has put it, it stays.
    const isPut = shown.isVisible() || shown.isMinimized() || shown.isMaximized();
    if (shown.isMinimized()) {
      shown.restore();
      // Wayland brings none back that is not put up anew.
      shown.hide();
    }
    const place = isPut ? null : ports.place(shown);
    if (place !== null) shown.setPosition(place.x, place.y);
    shown.show();
    shown.focus();
  }

  function prepare(): BrowserWindow {
    return (window ??= make());
  }

  function show(): void {
    cancelDestroy();
    isWanted = true;
    const present = prepare();
    if (isPainted) reveal(present);
  }

  function hide(): void {
    isWanted = false;
    if (window === null) return;
    // Under Wayland one that is hidden while minimized ends the whole app when it is shown (Chromium, wayland_toplevel_window.cc).
    if (window.isMinimized()) window.restore();
    window.hide();
    ports.hidden();
    destroyLater();
  }

  function destroyLater(): void {
    cancelDestroy();
    const afterMs = destroyAfterMs[held];
    if (afterMs !== null) destroyTimer = setTimeout(() => window?.destroy(), afterMs);
  }

  /** Visible is also one that lies under another program's: it comes to the front, since hiding it would look as if nothing was done. */
  function toggle(): void {
    // On Linux a minimized window counts as visible.
    const isUp = window !== null && window.isVisible() && !window.isMinimized();
    const isInFront = window?.isFocused() === true || performance.now() - blurredAt < lostByClickMs;
    if (isUp && (isInFront || isCalled)) return hide();
    isCalled = isUp;
    show();
  }

  function cancelDestroy(): void {
    if (destroyTimer !== null) clearTimeout(destroyTimer);
    destroyTimer = null;
  }

  return {
    prepare: () => void prepare(),
    show,
    hide,
    zoom() {
      if (window === null) return;
      // Room first: a page drawn larger in a window that is still small is cramped for a moment.
      fit(window, leastSize);
      window.webContents.setZoomFactor(ports.zoomFactor());
    },
    holds(holding) {
      // A secret that was held is held until the page goes, and what is said again does not put that off.
      if (window === null || held === 'secret' || held === holding) return;
      held = holding;
      if (!isWanted) destroyLater();
    },
    toggle,
    present: () => window,
    contents: () => window?.webContents ?? null,
  };
}
