import type Electron from 'electron';
import { KnownEvents, preventable } from './emitter.ts';
import { describeError } from './report.ts';
import { WebContents, type Surroundings } from './web-contents.ts';

const events = [
  'ready-to-show',
  'show',
  'hide',
  'close',
  'closed',
  'focus',
  'blur',
  'minimize',
  'restore',
  'resize',
  'resized',
  'move',
  'moved',
  'maximize',
  'unmaximize',
  'page-title-updated',
  'unresponsive',
  'query-session-end',
  'session-end',
];

/** `BrowserWindow` for one app; windows are made by the app with `new`. */
export function createBrowserWindow(
  around: Surroundings,
  app: { emit: (event: string, ...values: unknown[]) => boolean },
  quitting: { readonly allWindowsClosed: () => void; readonly windowStays: () => void },
) {
  const windows = new Set<BrowserWindow>();

  class BrowserWindow extends KnownEvents {
    static readonly getAllWindows = () => [...windows];
    static readonly getFocusedWindow = () => [...windows].find((window) => window.isFocused()) ?? null;
    static readonly fromWebContents = (contents: unknown) =>
      [...windows].find((window) => window.webContents === contents) ?? null;
    static readonly fromId = (id: number) => [...windows].find((window) => window.id === id) ?? null;

    readonly webContents: WebContents;
    readonly id: number;
    readonly #options: Electron.BrowserWindowConstructorOptions;
    #bounds: Electron.Rectangle;
    #title: string;
    #leastSize: [number, number];
    #visible = false;
    #focused = false;
    #destroyed = false;
    #minimized = false;

    constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
      super('BrowserWindow', events);
      const { width = 800, height = 600, x = 0, y = 0, minWidth = 0, minHeight = 0 } = options;
      this.#options = options;
      this.#bounds = { x, y, width, height };
      this.#title = options.title ?? '';
      this.#leastSize = [minWidth, minHeight];
      this.webContents = new WebContents(around, { width, height }, options.webPreferences ?? {});
      this.id = this.webContents.id;
      windows.add(this);
      // Some Wayland compositors never paint a hidden window.
      if (process.env['STAND_IN_PAINTS_HIDDEN'] !== 'never')
        this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
      this.webContents.once('destroyed', () => this.#gone());
      app.emit('web-contents-created', {}, this.webContents);
      app.emit('browser-window-created', {}, this);
      if (options.show !== false) this.show();
    }

    loadURL = (url: string): Promise<void> => this.webContents.loadURL(url);

    show(): void {
      this.showInactive();
      this.focus();
    }

    /** Chromium ends the process where a window was hidden while minimized (ui/ozone/platform/wayland/host/wayland_toplevel_window.cc). */
    showInactive(): void {
      if (this.#visible) return;
      if (this.#minimized) {
        process.stderr.write('Should not be called with kMinimized state\n');
        process.abort();
      }
      this.#visible = true;
      this.#place({ windowState: 'normal' });
      this.emit('show');
    }

    hide(): void {
      if (!this.#visible) return;
      this.#visible = false;
      this.#place({ windowState: 'minimized' });
      this.blur();
      this.emit('hide');
    }

    focus(): void {
      if (this.#focused || !this.#visible) return;
      this.#focused = true;
      this.emit('focus');
      app.emit('browser-window-focus', {}, this);
    }

    blur(): void {
      if (!this.#focused) return;
      this.#focused = false;
      this.emit('blur');
      app.emit('browser-window-blur', {}, this);
    }

    /** As a person's click on the window's cross: the app may prevent it, and then the page (shell/browser/native_window.cc). */
    close(): void {
      if (this.#destroyed) return;
      const event = preventable();
      this.emit('close', event);
      if (event.defaultPrevented) return quitting.windowStays();
      const asked = this.webContents.mayUnload();
      void asked.then((goes) => (goes ? this.destroy() : quitting.windowStays()));
    }

    destroy(): void {
      this.webContents.close();
    }

    #gone(): void {
      if (this.#destroyed) return;
      this.#destroyed = true;
      this.#visible = false;
      this.#focused = false;
      windows.delete(this);
      this.emit('closed');
      if (windows.size === 0) quitting.allWindowsClosed();
    }

    /** Only a visible window is moved: the size of a headless page is set through its metrics. */
    #place(bounds: object): void {
      const { devTools, visible } = around.chromium();
      if (!visible || this.#destroyed) return;
      this.webContents.opened
        .then(async ({ targetId }) => {
          const { windowId } = await devTools.send('Browser.getWindowForTarget', { targetId });
          await devTools.send('Browser.setWindowBounds', { windowId, bounds });
        })
        .catch(describeError('window bounds'));
    }

    setBounds(bounds: Partial<Electron.Rectangle>): void {
      this.#bounds = { ...this.#bounds, ...bounds };
      this.#place(this.#bounds);
      this.webContents.resize(this.#bounds);
      this.emit('resize');
      this.emit('resized');
    }

    getBounds = (): Electron.Rectangle => ({ ...this.#bounds });
    getContentBounds = (): Electron.Rectangle => this.getBounds();
    getNormalBounds = (): Electron.Rectangle => this.getBounds();
    getSize = (): number[] => [this.#bounds.width, this.#bounds.height];
    setSize = (width: number, height: number): void => this.setBounds({ width, height });
    getMinimumSize = (): number[] => [...this.#leastSize];
    /** Bounds what a person can drag, and leaves the window as it is. */
    setMinimumSize = (width: number, height: number): void => void (this.#leastSize = [width, height]);
    getPosition = (): number[] => [this.#bounds.x, this.#bounds.y];
    setPosition = (x: number, y: number): void => this.setBounds({ x, y });
    center = (): void => undefined;
    /** On Linux a minimized window counts as visible, even if it is hidden. */
    isVisible = (): boolean => this.#visible || this.#minimized;
    isFocused = (): boolean => this.#focused;
    isDestroyed = (): boolean => this.#destroyed;
    isMinimized = (): boolean => this.#minimized;
    minimize(): void {
      this.#minimized = true;
      this.blur();
      this.emit('minimize');
    }
    restore(): void {
      this.#minimized = false;
      this.show();
      this.emit('restore');
    }
    isMaximized = (): boolean => false;
    moveTop = (): void => undefined;
    getTitle = (): string => this.#title;
    setTitle = (title: string): void => void (this.#title = title);
    setMenu = (): void => undefined;
    removeMenu = (): void => undefined;
    setMenuBarVisibility = (): void => undefined;
    setSkipTaskbar = (): void => undefined;
    setAlwaysOnTop = (): void => undefined;
    setVisibleOnAllWorkspaces = (): void => undefined;
    setBackgroundColor = (): void => undefined;
    setIcon = (): void => undefined;
    flashFrame = (): void => undefined;
    /** For specs: what the app asked for. */
    constructorOptions = (): Electron.BrowserWindowConstructorOptions => this.#options;
  }

  return BrowserWindow;
}
