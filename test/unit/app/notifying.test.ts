import { expect, test, vi } from 'vitest';
import { aProblem } from '../../support/samples/problems.ts';
import { createNotifying, type NotifyingPorts } from '../../../main/app/notifying.ts';

test.each([
  ['darwin', 1],
  ['win32', 0],
  ['linux', 0],
] as const)(
  'on %s the permission for notifications is asked for %i times while the person looks',
  (platform, times) => {
    const isSupported = vi.fn(() => true);
    createNotifying({
      platform,
      system: { isSupported, handleActivation: vi.fn() },
      clicks: {},
    } as unknown as NotifyingPorts).askWhileSeen();
    expect(isSupported).toHaveBeenCalledTimes(times);
  },
);

test('while the system keeps quiet a refused key is not told of', async () => {
  const parts = {
    platform: 'linux',
    clicks: { stop: () => undefined },
    isSystemQuiet: () => Promise.resolve(true),
  };
  const notifying = createNotifying(parts as unknown as NotifyingPorts);
  expect(await notifying.tellProblem('a1', aProblem('credentials'))).toBe('not-now');
  notifying.stop();
});

test('a click on the banner of a refused key leads to its account', async () => {
  const heard = new Map<string, () => void>();
  const open = vi.fn();
  const parts = {
    ...{ platform: 'darwin', clicks: { stop: () => undefined }, open },
    system: class {
      static isSupported = () => true;
      on = (event: string, listener: () => void) => void heard.set(event, listener);
      show = () => heard.get('show')?.();
    },
    settings: () => ({ notifier: 'electron', sound: false }),
    language: () => 'en',
    warn: { raise: vi.fn(), withdraw: vi.fn() },
    isSystemQuiet: () => Promise.resolve(false),
  };
  const notifying = createNotifying(parts as unknown as NotifyingPorts);
  expect(await notifying.tellProblem('a2', aProblem('credentials'))).toBe('told');
  heard.get('click')?.();
  expect(open).toHaveBeenCalledWith({ view: 'account', watch: null, group: null, account: 'a2' });
  notifying.stop();
});
