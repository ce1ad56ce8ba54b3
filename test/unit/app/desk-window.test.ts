import type { IpcMainInvokeEvent } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import type { RequestChannel, RequestOf } from '../../../main/contract.ts';
import { deskWith, draft } from '../desk/desk-in-memory.ts';

type Handle = (event: Partial<IpcMainInvokeEvent>, request: unknown) => Promise<unknown>;

const electron = vi.hoisted(() => ({ handlers: new Map<string, unknown>() }));
const home = 'app://bundle/index.html';
const frame = { url: home };
const contents = { mainFrame: frame };
const window = { holds: vi.fn(), contents: () => contents };

vi.mock('electron', () => ({
  ipcMain: {
    removeAllListeners: () => undefined,
    handle: (channel: string, handler: unknown) => void electron.handlers.set(channel, handler),
  },
}));
vi.mock('../../../main/adapters/stores/open-store.ts', () => ({ letStoresListen: () => undefined }));
vi.mock('../../../main/adapters/window/window.ts', () => ({ createAppWindow: () => window }));

const { openDeskWindow } = await import('../../../main/app/desk-window.ts');

function ask<Channel extends RequestChannel>(
  channel: Channel,
  request: RequestOf<Channel>,
): Promise<unknown> {
  const event = { sender: contents, senderFrame: frame } as unknown as IpcMainInvokeEvent;
  return (electron.handlers.get(channel) as Handle)(event, request);
}

beforeEach(() => {
  vi.clearAllMocks();
  const ports = {
    address: home,
    faults: { wentWrong: vi.fn(), warnings: {}, problems: {} },
    help: {},
    reading: {},
  };
  openDeskWindow(Promise.resolve(deskWith().desk), ports as unknown as Parameters<typeof openDeskWindow>[1]);
});

const scope = { kind: 'account', account: 'a1' } as const;
const webhook = {
  kind: 'webhook',
  address: 'https://hooks.example/T0',
  shape: 'slack',
  signingSecret: null,
} as const;
const withoutKeys = { ...draft, id: 'a1', accessKey: null, secretKey: null };

it.each([
  ['saveAccount', draft],
  ['saveAccount', { ...withoutKeys, accessKey: 'ACCESSKEY1234' }],
  ['testAccount', { draft: { ...withoutKeys, secretKey: 'secret' }, run: 'r' }],
  ['addHook', { scope, events: ['completed'], target: webhook }],
] as const)('knows of a page that sends a secret that it holds one: %s %o', async (channel, request) => {
  await ask(channel, request);
  expect(window.holds.mock.calls).toEqual([['secret']]);
});

it.each([
  ['saveAccount', withoutKeys],
  ['testAccount', { draft: withoutKeys, run: 'r' }],
  ['addHook', { scope, events: ['completed'], target: { kind: 'program' } }],
] as const)('takes nothing from a page that sends none: %s', async (channel, request) => {
  await ask(channel, request);
  expect(window.holds).not.toHaveBeenCalled();
});

it('hands on what the page says of itself', async () => {
  expect(await ask('holds', { holding: 'draft' })).toEqual({ ok: true, value: null });
  expect(window.holds.mock.calls).toEqual([['draft']]);
});
