import type { EventEmitter } from 'node:events';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';

type Handle = (event: Partial<IpcMainInvokeEvent>, request: unknown) => Promise<unknown>;

const ipc = vi.hoisted(() => ({ handlers: new Map<string, unknown>(), main: null as EventEmitter | null }));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  const handle = (channel: string, handler: unknown) => void ipc.handlers.set(channel, handler);
  ipc.main = Object.assign(new Emitter(), { handle });
  return { ipcMain: ipc.main };
});

/** electron-store 12 in this one respect: it listens once in a run, whenever its first store is made. */
let isListening = false;
function letStoresListen(): void {
  if (!isListening) ipc.main!.on('electron-store-get-data', () => undefined);
  isListening = true;
}

const { openGate } = await import('../../../main/security/ipc.ts');
type Handlers = Awaited<Parameters<typeof openGate>[0]>;

const home = 'app://bundle/index.html';
const frame = { url: home };
const contents = { mainFrame: frame } as unknown as WebContents;
const pause = vi.fn(() => null);
const refused = vi.fn();

function ask(event: object): Promise<unknown> {
  return (ipc.handlers.get('pause') as Handle)(event, { for: 'one-hour' });
}

const ports = {
  home,
  letStoresListen,
  isOurWindow: (sender: WebContents) => sender === contents,
  refused,
  refusalOf: () => null,
  wentWrong: vi.fn(),
};

beforeEach(() => {
  vi.clearAllMocks();
  openGate(Promise.resolve({ pause } as unknown as Handlers), ports);
});

it('lets the main frame of the window at home ask', async () => {
  expect(await ask({ sender: contents, senderFrame: frame })).toEqual({ ok: true, value: null });
  expect(pause).toHaveBeenCalledWith({ for: 'one-hour' });
});

it('lets it wait where it asks before there is anybody who can answer', async () => {
  const able = Promise.withResolvers<Handlers>();
  openGate(able.promise, ports);
  const answer = ask({ sender: contents, senderFrame: frame });
  await expect(ask({ sender: contents, senderFrame: null })).rejects.toThrow('refused');
  expect(pause).not.toHaveBeenCalled();
  able.resolve({ pause } as unknown as Handlers);
  expect(await answer).toEqual({ ok: true, value: null });
});

it.each([
  ['a frame inside the window, at the same address', { sender: contents, senderFrame: { url: home } }],
  ['a frame that is gone', { sender: contents, senderFrame: null }],
  [
    'another window, whatever it loads',
    { sender: { mainFrame: frame } as unknown as WebContents, senderFrame: frame },
  ],
])('refuses %s', async (_who, event) => {
  await expect(ask(event)).rejects.toThrow('refused');
  expect(pause).not.toHaveBeenCalled();
});

it.each([
  'https://attacker.example/',
  'app://other/index.html',
  'file:///home/index.html',
  'about:blank',
  '',
])('refuses the window itself where it is at %s', async (url) => {
  const away = { url };
  const mainFrame = { mainFrame: away };
  Object.assign(contents, mainFrame);
  await expect(ask({ sender: contents, senderFrame: away })).rejects.toThrow('refused');
  Object.assign(contents, { mainFrame: frame });
  expect(pause).not.toHaveBeenCalled();
  expect(refused).toHaveBeenCalledExactlyOnceWith('pause');
});

it('takes away the listener of electron-store, which tells any frame where the settings lie, for good', () => {
  expect(ipc.main!.listenerCount('electron-store-get-data')).toBe(0);
  letStoresListen();
  expect(ipc.main!.listenerCount('electron-store-get-data')).toBe(0);
});
