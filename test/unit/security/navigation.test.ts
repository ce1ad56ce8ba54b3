import { describe, expect, it, vi } from 'vitest';
import { confine } from '../../../main/security/navigation.ts';
import { contentSecurityPolicy, windowHeaders } from '../../../main/security/content-security-policy.ts';
import { isWeakened } from '../../../main/security/switches.ts';
import { confineSession } from '../../../main/security/window-session.ts';
import { grantNothing } from '../../../main/security/permissions.ts';

type Listener = (event: { url: string; preventDefault: () => void }) => void;

const home = 'app://bundle/index.html';

function confinedPage() {
  const listeners = new Map<string, Listener>();
  let windowOpen: (() => { action: string }) | null = null;
  let webRTCPolicy = 'default';
  confine(
    {
      on: (name: string, listener: Listener) => listeners.set(name, listener),
      setWindowOpenHandler: (handler: () => { action: string }) => {
        windowOpen = handler;
      },
      setWebRTCIPHandlingPolicy: (policy: string) => {
        webRTCPolicy = policy;
      },
    } as unknown as Parameters<typeof confine>[0],
    home,
  );
  return {
    isStopped(name: string, url: string): boolean {
      const preventDefault = vi.fn();
      listeners.get(name)?.({ url, preventDefault });
      return preventDefault.mock.calls.length > 0;
    },
    listensTo: [...listeners.keys()],
    open: () => windowOpen?.(),
    webRTCPolicy: () => webRTCPolicy,
  };
}

describe('a page of the app', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays at home on %s', (name) => {
    const page = confinedPage();
    for (const url of [
      'https://example.com/',
      'file:///etc/passwd',
      'app://other/',
      'http://127.0.0.1:5173/index.html',
      'javascript:alert(1)',
      'no url',
    ]) {
      expect(page.isStopped(name, url), url).toBe(true);
    }
    expect(page.isStopped(name, home)).toBe(false);
  });

  it('holds no webview and opens no window', () => {
    const page = confinedPage();
    expect(page.isStopped('will-attach-webview', 'app://bundle/index.html')).toBe(true);
    expect(page.open()).toEqual({ action: 'deny' });
  });

  it('cannot refuse to go, which would hold up a quit', () => {
    expect(confinedPage().isStopped('will-prevent-unload', home)).toBe(true);
  });

  // Exactly these: each of them keeps out something of its own.
  it('is held at each of these doors', () => {
    expect(confinedPage().listensTo).toEqual([
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
      'will-prevent-unload',
    ]);
  });

  it('has no WebRTC past the proxy', () => {
    expect(confinedPage().webRTCPolicy()).toBe('disable_non_proxied_udp');
  });
});

describe('grantNothing', () => {
  it('answers every permission with no', () => {
    const answers: unknown[] = [];
    const session = {
      setPermissionRequestHandler: (handler: (...words: unknown[]) => void) =>
        handler(null, 'media', (granted: boolean) => answers.push(granted)),
      setPermissionCheckHandler: (handler: () => boolean) => answers.push(handler()),
      setDevicePermissionHandler: (handler: () => boolean) => answers.push(handler()),
    };
    grantNothing(session as unknown as Parameters<typeof grantNothing>[0]);
    expect(answers).toEqual([false, false, false]);
  });
});

describe('isWeakened', () => {
  const commandLine = (...names: string[]) => ({ hasSwitch: (name: string) => names.includes(name) });

  it.each([
    [true, 'remote-debugging-port', true],
    [true, 'remote-debugging-pipe', true],
    [true, 'proxy-server', true],
    [true, 'host-resolver-rules', true],
    [true, 'ignore-certificate-errors', true],
    [true, 'disable-web-security', true],
    [true, 'renderer-cmd-prefix', true],
    [true, 'hidden', false],
    [true, 'no-sandbox', false],
    [false, 'remote-debugging-port', false],
  ])('packaged %s with --%s: %s', (isPackaged, name, isRefused) => {
    expect(isWeakened(commandLine(name), isPackaged)).toBe(isRefused);
  });
});

describe('the session of the window', () => {
  function confinedSession() {
    const did = { proxy: null as unknown, filter: null as unknown, handlers: 0, isStopped: false };
    let download: ((event: { preventDefault: () => void }) => void) | null = null;
    const session = {
      setPermissionRequestHandler: () => void (did.handlers += 1),
      setPermissionCheckHandler: () => void (did.handlers += 1),
      setDevicePermissionHandler: () => void (did.handlers += 1),
      on: (name: string, listener: typeof download) => {
        if (name === 'will-download') download = listener;
      },
      setProxy: (config: unknown) => Promise.resolve(void (did.proxy = config)),
      webRequest: {
        onBeforeRequest(
          filter: unknown,
          decide: (details: object, answer: (response: object) => void) => void,
        ) {
          did.filter = filter;
          decide({}, (response) => void (did.isStopped = 'cancel' in response && response.cancel === true));
        },
      },
    };
    const confined = (at: string) =>
      confineSession(session as unknown as Parameters<typeof confineSession>[0], at).then(() => did);
    return { confined, download: () => download };
  }

  it('has no permission, no network and no download', async () => {
    const { confined, download } = confinedSession();
    expect(await confined(home)).toEqual({
      handlers: 3,
      isStopped: true,
      filter: { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] },
      proxy: {
        mode: 'fixed_servers',
        proxyRules: 'socks5://127.0.0.1:9',
        proxyBypassRules: '<-loopback>',
      },
    });
    const preventDefault = vi.fn();
    download()?.({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('keeps the network only where its pages come from a development server', async () => {
    const { confined } = confinedSession();
    expect(await confined('http://127.0.0.1:5173/index.html')).toMatchObject({ handlers: 3, proxy: null });
  });
});

// Each directive keeps out something of its own, and none may go by accident.
it('the policy of the window is this one, and each response carries it', () => {
  expect(windowHeaders).toEqual({
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  });
  expect(contentSecurityPolicy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
});
