import { beforeEach, expect, it, vi } from 'vitest';
import type { RequestChannel, RequestOf } from '../../../main/contract.ts';
import type { RequestHandlers } from '../../../main/security/ipc.ts';
import { deskWith, draft } from '../desk/desk-in-memory.ts';

const gate = vi.hoisted(() => ({ requests: null as Promise<RequestHandlers> | null }));
const window = { holds: vi.fn() };

vi.mock('../../../main/security/ipc.ts', () => ({
  openGate: (requests: Promise<RequestHandlers>) => void (gate.requests = requests),
}));
vi.mock('../../../main/adapters/stores/open-store.ts', () => ({ letStoresListen: () => undefined }));
vi.mock('../../../main/adapters/window/window.ts', () => ({ createAppWindow: () => window }));

const { openDeskWindow } = await import('../../../main/app/desk-window.ts');

/** What comes of it is no matter here: that it was asked is. */
async function ask<Channel extends RequestChannel>(
  channel: Channel,
  request: RequestOf<Channel>,
): Promise<void> {
  const requests = await gate.requests!;
  await Promise.allSettled([(async () => requests[channel](request))()]);
}

beforeEach(() => {
  vi.clearAllMocks();
  const faults = { warnings: {}, problems: {} };
  const ports = { faults, help: {}, reading: {} } as unknown as Parameters<typeof openDeskWindow>[1];
  openDeskWindow(Promise.resolve(deskWith().desk), ports);
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
  await ask('holds', { holding: 'draft' });
  expect(window.holds.mock.calls).toEqual([['draft']]);
});
