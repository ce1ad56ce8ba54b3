import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAppWindow, type WindowPorts } from '../../../../main/adapters/window/window.ts';

/** As under Wayland: a minimized window counts as visible, stays down until it is put up anew, and ends the app if it is so when it is shown. */
class FakeWindow extends EventEmitter {
  visible = false;
  state: 'normal' | 'minimized' | 'maximized' = 'normal';
  isDown = false;
  place: number[] | null = null;
  webContents = Object.assign(new EventEmitter(), { setZoomFactor: vi.fn() });
  size = [420, 640];
  leastSize = [0, 0];
  getSize = () => this.size;
  setSize = (width: number, height: number) => void (this.size = [width, height]);
  setMinimumSize = (width: number, height: number) => void (this.leastSize = [width, height]);
  loadURL = vi.fn(() => Promise.resolve());
  isInFront = false;
  isFocused = () => this.isInFront;
  /** Some desktops let no window come to the front by itself. */
  mayCome = true;
  focus = () => {
    if (!this.mayCome || this.isInFront) return;
    this.isInFront = true;
    this.emit('focus');
  };
  /** The person goes to another program's window, which covers this one. */
  cover = () => {
    this.isInFront = false;
    this.emit('blur');
  };
  show = () => {
    if (!this.visible && this.state === 'minimized')
      throw new Error('Should not be called with kMinimized state');
    this.visible = true;
  };
  hide = () => {
    this.visible = false;
    this.isDown = false;
    this.isInFront = false;
  };
  isVisible = () => this.visible || this.state === 'minimized';
  isMinimized = () => this.state === 'minimized';
  isMaximized = () => this.state === 'maximized';
  isSeen = () => this.visible && !this.isDown;
  minimize = () => {
    this.state = 'minimized';
    this.isDown = true;
    this.cover();
  };
  restore = () => {
    this.state = 'normal';
    this.visible = true;
  };
  setPosition = (x: number, y: number) => {
    this.place = [x, y];
  };
  isGone = false;
  destroy = () => {
    this.isGone = true;
    this.emit('closed');
  };
  /** Its page hangs, or wants to stay. */
  isKeptByPage = false;
  /** What the person does, and a quit. As in Electron, it must not be gone before all is done that follows the event (electron 42975). */
  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (this.isGone) throw new Error('EXCEPTION_ACCESS_VIOLATION');
    if (!prevented && !this.isKeptByPage) this.destroy();
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const session = { name: 'of the window alone' };

function appWindow() {
  const made: { window: FakeWindow; options: unknown }[] = [];
  const quitting = { now: false };
  const zoom = { factor: 1 };
  const ports = {
    createWindow: (options: unknown) => {
      const window = new FakeWindow();
      made.push({ window, options });
      return window;
    },
    preload: '/app/preload.cjs',
    address: 'app://bundle/index.html',
    session,
    devTools: false,
    place: () => ({ x: 10, y: 20 }),
    zoomFactor: () => zoom.factor,
    room: () => ({ width: 1280, height: 712 }),
    isQuitting: () => quitting.now,
    hidden: vi.fn(),
    wentWrong: vi.fn(),
  };
  return {
    ...createAppWindow(ports as unknown as WindowPorts),
    ...{ made, quitting, hidden: ports.hidden, wentWrong: ports.wentWrong },
    setZoom: (factor: number) => void (zoom.factor = factor),
  };
}

describe('the window', () => {
  it('is made when it is first wanted, and shown when it is painted', () => {
    const { made, show, contents } = appWindow();
    expect(contents()).toBeNull();
    show();
    const window = made[0]!.window;
    expect(window.loadURL).toHaveBeenCalledWith('app://bundle/index.html');
    expect(window.visible).toBe(false);
    window.emit('ready-to-show');
    expect(window.visible).toBe(true);
    expect(window.place).toEqual([10, 20]);
  });

  it('that was prepared loads its page, and is shown only once it is wanted', () => {
    const { made, prepare, show } = appWindow();
    prepare();
    const { window } = made[0]!;
    expect(window.loadURL).toHaveBeenCalledWith('app://bundle/index.html');
    window.emit('ready-to-show');
    vi.advanceTimersByTime(60_000);
    expect(window.visible).toBe(false);
    show();
    expect(window.visible).toBe(true);
    expect(made).toHaveLength(1);
  });

  it('that is wanted before it is painted is shown when it is, unless it was hidden by then', () => {
    const { made, prepare, show, hide } = appWindow();
    prepare();
    show();
    const { window } = made[0]!;
    expect(window.visible).toBe(false);
    hide();
    window.emit('ready-to-show');
    expect(window.visible).toBe(false);
    show();
    expect(window.visible).toBe(true);
  });

  it.each([
    ['the page is loaded', (window: FakeWindow) => window.webContents.emit('did-finish-load')],
    ['two seconds are over', () => vi.advanceTimersByTime(2_000)],
  ])('is shown where the compositor never says that it is painted: %s', (_when, happen) => {
    const { made, show } = appWindow();
    show();
    const { window } = made[0]!;
    happen(window);
    expect(window.visible).toBe(true);
    window.hide();
    window.emit('ready-to-show');
    vi.advanceTimersByTime(60_000);
    expect(window.visible).toBe(false);
  });

  it('is not shown any more where it is gone by then', () => {
    const { made, show } = appWindow();
    show();
    made[0]!.window.destroy();
    vi.advanceTimersByTime(60_000);
    expect(made[0]!.window.visible).toBe(false);
  });

  it('is locked down', () => {
    const { made, show } = appWindow();
    show();
    // Exactly these: each of them keeps out something of its own, and one more could let it in again.
    expect(made[0]!.options).toEqual({
      width: 420,
      height: 640,
      show: false,
      title: 'Import Watch',
      fullscreenable: false,
      webPreferences: {
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
        zoomFactor: 1,
        devTools: false,
        preload: '/app/preload.cjs',
        session,
      },
    });
  });

  it('that had a key typed into it is gone soon after it was hidden, and the next one starts afresh', () => {
    const { made, show, hide, holds, contents } = appWindow();
    show();
    made[0]!.window.emit('ready-to-show');
    holds('secret');
    // Its fields are empty, and a list was pasted.
    holds('nothing');
    holds('draft');
    hide();
    vi.advanceTimersByTime(9_000);
    expect(contents()).not.toBeNull();
    vi.advanceTimersByTime(2_000);
    expect(contents()).toBeNull();
    show();
    made[1]!.window.emit('ready-to-show');
    hide();
    vi.advanceTimersByTime(60_000);
    expect(contents()).not.toBeNull();
  });

  it('in which a secret is seen only once it is hidden is gone as soon, whatever it says meanwhile', () => {
    const { show, hide, holds, contents } = appWindow();
    show();
    holds('draft');
    hide();
    vi.advanceTimersByTime(60_000);
    holds('secret');
    for (let second = 0; second < 9; second += 1) {
      vi.advanceTimersByTime(1_000);
      holds('secret');
      holds('draft');
    }
    expect(contents()).not.toBeNull();
    vi.advanceTimersByTime(2_000);
    expect(contents()).toBeNull();
  });

  it('is kept as long as something was entered that is nowhere else, and no longer', () => {
    const { made, show, hide, holds, contents } = appWindow();
    show();
    made[0]!.window.emit('ready-to-show');
    holds('draft');
    hide();
    vi.advanceTimersByTime(24 * 60 * 60_000);
    expect(contents()).not.toBeNull();
    // Files were registered while nobody looked.
    holds('nothing');
    vi.advanceTimersByTime(4 * 60_000);
    show();
    holds('draft');
    holds('nothing');
    vi.advanceTimersByTime(10 * 60_000);
    expect(made[0]!.window.visible).toBe(true);
    hide();
    vi.advanceTimersByTime(5 * 60_000);
    expect(contents()).toBeNull();
  });

  it('whose process is gone is told, and made anew when it is wanted again', () => {
    const { made, show, contents, wentWrong } = appWindow();
    show();
    made[0]!.window.emit('ready-to-show');
    made[0]!.window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    expect(wentWrong.mock.calls.map(String)).toEqual([expect.stringContaining('crashed (5)')]);
    expect(contents()).toBeNull();
    show();
    expect(made).toHaveLength(2);
  });

  it('whose process ends as it should is no fault', () => {
    const { made, show, contents, wentWrong } = appWindow();
    show();
    made[0]!.window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    expect(wentWrong).not.toHaveBeenCalled();
    expect(contents()).not.toBeNull();
  });

  it('hides when it is closed, and is the same one when it is wanted again', () => {
    const { made, show, hidden } = appWindow();
    show();
    made[0]!.window.emit('ready-to-show');
    expect(hidden).not.toHaveBeenCalled();
    made[0]!.window.close();
    expect(made[0]!.window.visible).toBe(false);
    expect(hidden).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(4 * 60_000);
    show();
    expect(made).toHaveLength(1);
    expect(made[0]!.window.visible).toBe(true);
    vi.advanceTimersByTime(10 * 60_000);
    expect(made[0]!.window.visible).toBe(true);
  });

  it('stays where the person has it while it is up, and maximized', () => {
    const { made, show, hide } = appWindow();
    show();
    const { window } = made[0]!;
    window.emit('ready-to-show');
    window.place = null;
    show();
    window.minimize();
    show();
    expect(window.place).toBeNull();
    hide();
    show();
    expect(window.place).toEqual([10, 20]);
    window.place = null;
    window.state = 'maximized';
    hide();
    show();
    expect(window.place).toBeNull();
  });

  it('that was minimized comes back with one click on the icon, and by whatever shows it', () => {
    const { made, show, toggle } = appWindow();
    show();
    const { window } = made[0]!;
    window.emit('ready-to-show');
    for (const bringBack of [toggle, show]) {
      window.minimize();
      bringBack();
      expect(window.isSeen()).toBe(true);
    }
    toggle();
    expect(window.isSeen()).toBe(false);
  });

  it('that another covers comes to the front with one click on the icon, where it is, and goes with the next', () => {
    const { made, show, toggle } = appWindow();
    show();
    const { window } = made[0]!;
    window.emit('ready-to-show');
    window.place = null;
    window.cover();
    vi.advanceTimersByTime(1_000);
    toggle();
    expect([window.isSeen(), window.isInFront, window.place]).toEqual([true, true, null]);
    toggle();
    expect(window.isSeen()).toBe(false);
  });

  it('that the desktop leaves under another goes with the second click, and is put up anew with the third', () => {
    const { made, show, toggle } = appWindow();
    show();
    const { window } = made[0]!;
    window.emit('ready-to-show');
    window.cover();
    window.mayCome = false;
    vi.advanceTimersByTime(1_000);
    toggle();
    expect(window.isSeen()).toBe(true);
    toggle();
    expect(window.isSeen()).toBe(false);
    toggle();
    expect(window.isSeen()).toBe(true);
  });

  it('goes with a click on the icon that has taken the keyboard from it', () => {
    const { made, show, toggle } = appWindow();
    show();
    const { window } = made[0]!;
    window.emit('ready-to-show');
    window.cover();
    vi.advanceTimersByTime(150);
    toggle();
    expect(window.isSeen()).toBe(false);
    toggle();
    expect(window.isSeen()).toBe(true);
  });

  it('can be shown again where it was minimized when it was closed', () => {
    const { made, show } = appWindow();
    show();
    const { window } = made[0]!;
    window.emit('ready-to-show');
    window.minimize();
    window.close();
    show();
    expect(window.isSeen()).toBe(true);
  });

  it('is let go when it was hidden for five minutes, and made anew', () => {
    const { made, show, hide, contents } = appWindow();
    show();
    hide();
    vi.advanceTimersByTime(5 * 60_000);
    expect(contents()).toBeNull();
    show();
    expect(made).toHaveLength(2);
  });

  it('closes for good when the app quits', () => {
    const { made, show, quitting, contents } = appWindow();
    show();
    quitting.now = true;
    made[0]!.window.close();
    expect(contents()).toBeNull();
    expect(() => vi.advanceTimersByTime(1_000)).not.toThrow();
  });

  it('holds up no quit where its page hangs or wants to stay', () => {
    const { made, show, quitting, contents } = appWindow();
    show();
    quitting.now = true;
    made[0]!.window.isKeptByPage = true;
    made[0]!.window.close();
    vi.advanceTimersByTime(1);
    expect(contents()).toBeNull();
  });

  it('is drawn at the size that was chosen, and larger by as much', () => {
    const { made, setZoom, show } = appWindow();
    setZoom(1.5);
    show();
    expect(made[0]!.options).toMatchObject({ webPreferences: { zoomFactor: 1.5 } });
    expect(made[0]!.window.size).toEqual([630, 712]);
    expect(made[0]!.window.leastSize).toEqual([540, 630]);
  });

  it('grows with the zoom as far as its page needs and the screen goes, and stays where it is large enough', () => {
    const { made, setZoom, show, zoom } = appWindow();
    zoom();
    show();
    const { window } = made[0]!;
    setZoom(2);
    // The room is there before the page needs it.
    window.webContents.setZoomFactor.mockImplementation(() => expect(window.size).toEqual([720, 712]));
    zoom();
    expect(window.webContents.setZoomFactor).toHaveBeenCalledExactlyOnceWith(2);
    window.webContents.setZoomFactor.mockReset();
    expect([window.size, window.leastSize]).toEqual([
      [720, 712],
      [720, 712],
    ]);
    setZoom(0.8);
    zoom();
    expect([window.size, window.leastSize]).toEqual([
      [720, 712],
      [288, 336],
    ]);
  });
});
