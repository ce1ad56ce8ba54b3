import type Electron from 'electron';
import type { Chromium } from './chromium.ts';
import { KnownEvents, preventable } from './emitter.ts';
import type { Parameters, Send } from './devtools.ts';
import { createMainFrame } from './frame.ts';
import type { Ipc } from './ipc-main.ts';
import { createNativeImage } from './native-image.ts';
import { openPage, type Page } from './page.ts';
import { createPageMessages } from './page-messages.ts';
import type { Protocols } from './protocol.ts';
import { answerRequest, refuse, type Paused } from './requests.ts';
import { describeError } from './report.ts';
import type { Session } from './session.ts';
import { isDesktopDark } from './system.ts';

const events = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'did-navigate',
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'render-process-gone',
  'destroyed',
  // Asked for by careful apps; the page has no <webview>, no dialogs and no unresponsiveness of its own here.
  'will-attach-webview',
  'will-prevent-unload',
  'unresponsive',
  'preload-error',
  'console-message',
  'before-input-event',
  'context-menu',
] as const;

export interface Surroundings {
  readonly chromium: () => Chromium;
  readonly protocols: Protocols;
  readonly ipc: Ipc;
  readonly session: {
    readonly defaultSession: Session;
    readonly fromPartition: (partition: string) => Session;
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

type OpenHandler = (details: object) => { action: string };

/** `webContents`: a page of the real Chromium. It opens in the background; every call waits for it. */
export class WebContents extends KnownEvents {
  static #last = 0;
  readonly id = (WebContents.#last += 1);
  readonly mainFrame = createMainFrame();
  readonly session: Session;
  /** Resolves once the page can be navigated. */
  readonly opened: Promise<Page>;
  targetId: string | null = null;
  readonly #around: Surroundings;
  readonly #messages;
  readonly #frames = new Map<number, string>();
  #openHandler: OpenHandler | null = null;
  #loading: string | null = null;
  #isLoading = false;
  #destroyed = false;
  #size: Size;
  readonly #usualZoom: number;

  constructor(
    around: Surroundings,
    size: Size,
    { preload, session, partition, zoomFactor = 1 }: Electron.WebPreferences,
  ) {
    super('webContents', events);
    this.#around = around;
    this.#size = size;
    this.#usualZoom = zoomFactor;
    this.session =
      (session as unknown as Session | undefined) ??
      (partition === undefined ? around.session.defaultSession : around.session.fromPartition(partition));
    this.#messages = createPageMessages(around.ipc);
    this.opened = this.#open(size, preload);
  }

  async #open(size: Size, preload: string | undefined): Promise<Page> {
    const chromium = this.#around.chromium();
    const page = await openPage(chromium, { name: 'window', ...size, left: 40 }, (method, parameters) => {
      this.#hear(method, parameters).catch(describeError(method));
    });
    this.targetId = page.targetId;
    await this.#messages.install(page.send, preload);
    return page;
  }

  async #hear(method: string, parameters: Parameters): Promise<void> {
    const heard: Record<string, (() => Promise<void> | void) | undefined> = {
      'Fetch.requestPaused': () => this.#request(parameters as unknown as Paused),
      'Runtime.bindingCalled': () => this.#message(parameters),
      'Runtime.executionContextCreated': () => this.#context(parameters),
      'Page.frameNavigated': () => this.#navigated(parameters),
      'Page.domContentEventFired': () => void this.emit('dom-ready', {}),
      'Page.loadEventFired': () => this.#loaded(),
      'Page.windowOpen': () => this.#windowOpen(parameters),
      // A person closed the browser's window. The page has gone with it, so that the app cannot hide it any more.
      'Target.detachedFromTarget': () => this.close(),
      'Inspector.targetCrashed': () =>
        void this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }),
    };
    await heard[method]?.();
  }

  async #request(paused: Paused): Promise<void> {
    const { send } = await this.opened;
    const url = this.#around.protocols.addresses.inside(paused.request.url);
    const main = paused.resourceType === 'Document' && paused.frameId === this.targetId;
    if (main && url !== this.#loading) {
      const event = preventable({ url, isMainFrame: true, isSameDocument: false, frame: this.mainFrame });
      this.emit('will-frame-navigate', event);
      this.emit('will-navigate', event, url, false, true);
      if (event.defaultPrevented) {
        await refuse(paused, send, 'Aborted');
        return;
      }
    }
    if (main) this.#loading = null;
    await answerRequest(paused, send, this.#around.protocols, this.session);
  }

  #context(parameters: Parameters): void {
    const { id, auxData } = parameters['context'] as { id: number; auxData: { frameId: string } };
    this.#frames.set(id, auxData.frameId);
  }

  async #message(called: Parameters): Promise<void> {
    const { send } = await this.opened;
    const fromMain = this.#frames.get(Number(called['executionContextId'])) === this.targetId;
    const senderFrame = fromMain ? this.mainFrame : null;
    const event = {
      sender: this,
      senderFrame,
      processId: 1,
      frameId: 1,
      type: 'frame',
      returnValue: undefined,
    };
    await this.#messages.receive(called, event, send);
  }

  #navigated(parameters: Parameters): void {
    const frame = parameters['frame'] as { id: string; url: string; parentId?: string };
    if (frame.parentId !== undefined) return;
    const url = this.#around.protocols.addresses.inside(frame.url);
    this.mainFrame.url = url;
    const parsed = URL.parse(url);
    this.mainFrame.origin = parsed && parsed.host !== '' ? `${parsed.protocol}//${parsed.host}` : 'null';
    this.#draw();
    this.emit('did-navigate', {}, url, 200, 'OK');
  }

  #loaded(): void {
    this.#isLoading = false;
    this.emit('did-finish-load', {});
  }

  #windowOpen(parameters: Parameters): void {
    const url = this.#around.protocols.addresses.inside(String(parameters['url']));
    const details = { url, frameName: parameters['windowName'], features: '', disposition: 'foreground-tab' };
    const answer = this.#openHandler?.(details) ?? { action: 'allow' };
    if (answer.action !== 'deny')
      process.stderr.write(`The stand-in opens no second window; ${url} was to be allowed.\n`);
  }

  async loadURL(url: string): Promise<void> {
    this.#isLoading = true;
    const { send } = await this.opened;
    this.#loading = new URL(url).href;
    const result = await send('Page.navigate', { url: this.#around.protocols.addresses.outside(url) });
    if (result['errorText'] === undefined) return;
    this.emit('did-fail-load', {}, -2, result['errorText'], url, true);
    throw new Error(`${String(result['errorText'])} loading '${url}'`);
  }

  send(channel: string, ...values: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    // What cannot be cloned throws here, and not later (shell/browser/api/electron_api_web_frame_main.cc).
    const cloned = structuredClone(values);
    this.opened.then(({ send }) => this.#messages.push(send, channel, cloned)).catch(describeError(channel));
  }

  async capturePage() {
    const { send } = await this.opened;
    const { data } = await send('Page.captureScreenshot', { format: 'png' });
    return createNativeImage(Buffer.from(String(data), 'base64'));
  }

  async executeJavaScript(expression: string): Promise<unknown> {
    const { send } = await this.opened;
    const answer = await send('Runtime.evaluate', {
      ...{ expression, awaitPromise: true, returnByValue: true },
      // DevTools lets through what the page's policy forbids; Electron does not.
      allowUnsafeEvalBlockedByCSP: false,
    });
    if (answer['exceptionDetails']) throw new Error(JSON.stringify(answer['exceptionDetails']));
    return (answer['result'] as { value?: unknown }).value;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** Tells the page of the chosen theme; that of a light desktop is left to Chromium (and to Playwright). */
  async colorScheme(theme: string): Promise<void> {
    const { send } = await this.opened;
    const value = theme === 'system' && isDesktopDark ? 'dark' : theme;
    const features = value === 'system' ? [] : [{ name: 'prefers-color-scheme', value }];
    await send('Emulation.setEmulatedMedia', { features });
  }

  /** Of each host in each session, as Chromium keeps it: every page of the host follows, also one that is opened later. */
  static readonly #zooms = new WeakMap<Session, Map<string, number>>();

  get #zoomOfHosts(): Map<string, number> {
    const zooms = WebContents.#zooms.get(this.session) ?? new Map<string, number>();
    WebContents.#zooms.set(this.session, zooms);
    return zooms;
  }

  getZoomFactor = (): number => this.#zoomOfHosts.get(this.mainFrame.origin) ?? this.#usualZoom;
  setZoomFactor = (factor: number): void => {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.#zoomOfHosts.set(this.mainFrame.origin, factor);
    this.#draw();
  };

  /** The window's new size, in pixels of the screen. */
  resize(size: Size): void {
    this.#size = size;
    this.#draw();
  }

  /** The larger it is drawn, the fewer pixels of its own a page has. A window that can be seen keeps its size and is not zoomed. */
  #draw(): void {
    if (this.#around.chromium().visible) return;
    const zoom = this.getZoomFactor();
    const { width, height } = this.#size;
    this.#tell('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width / zoom),
      height: Math.round(height / zoom),
      deviceScaleFactor: zoom,
      mobile: false,
    });
  }

  /** Remembered, and not told to Chromium. */
  #webRTCPolicy = 'default';
  setWebRTCIPHandlingPolicy = (policy: string): void => void (this.#webRTCPolicy = policy);
  getWebRTCIPHandlingPolicy = (): string => this.#webRTCPolicy;

  getURL = (): string => this.mainFrame.url;
  isDestroyed = (): boolean => this.#destroyed;
  isLoading = (): boolean => this.#isLoading;
  isCrashed = (): boolean => false;
  reload = (): void => void this.#tell('Page.reload');
  setBackgroundThrottling = (): void => undefined;
  setVisualZoomLevelLimits = async (): Promise<void> => undefined;

  #tell(method: string, parameters?: Parameters): void {
    this.opened.then(({ send }: { send: Send }) => send(method, parameters)).catch(describeError(method));
  }

  /** Asks the page, which gives no answer while it hangs. Its refusal counts unless the app ignores it. */
  async mayUnload(): Promise<boolean> {
    const ask = `dispatchEvent(new Event('beforeunload', { cancelable: true }))`;
    // One that is gone, or shows nothing yet, refuses nothing.
    if ((await this.executeJavaScript(ask).catch(() => true)) !== false) return true;
    const event = preventable();
    this.emit('will-prevent-unload', event);
    return event.defaultPrevented;
  }

  /** Playwright's `page.close()`, and the window's own end. */
  close(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.mainFrame.detached = true;
    const { devTools } = this.#around.chromium();
    this.opened
      .then(({ targetId }) => devTools.send('Target.closeTarget', { targetId }))
      .catch(describeError('close'));
    this.emit('destroyed');
  }
}
