import { describe, expect, it, vi } from 'vitest';
import { confine } from '../../../main/security/navigation.ts';
import { isOpenToDebuggers } from '../../../main/security/remote-debugging.ts';
import { grantNothing } from '../../../main/security/permissions.ts';

type Listener = (event: { url: string; preventDefault: () => void }) => void;

const home = 'app://bundle/index.html';

function confinedPage() {
  const listeners = new Map<string, Listener>();
  let windowOpen: (() => { action: string }) | null = null;
  confine(
    {
      on: (name: string, listener: Listener) => listeners.set(name, listener),
      setWindowOpenHandler: (handler: () => { action: string }) => {
        windowOpen = handler;
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
    open: () => windowOpen?.(),
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

describe('isOpenToDebuggers', () => {
  const commandLine = (...names: string[]) => ({ hasSwitch: (name: string) => names.includes(name) });

  it.each([
    [true, ['remote-debugging-port'], true],
    [true, ['remote-debugging-pipe'], true],
    [true, ['hidden'], false],
    [false, ['remote-debugging-port'], false],
  ])('packaged %s with %s: %s', (isPackaged, names, open) => {
    expect(isOpenToDebuggers(commandLine(...names), isPackaged)).toBe(open);
  });
});
