import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchNetwork } from '../../../main/adapters/network.ts';
import { watchPower } from '../../../main/adapters/power.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('watchPower', () => {
  it('tells of sleep, wake and unlock', () => {
    const powerMonitor = new EventEmitter();
    const kinds: string[] = [];
    watchPower(powerMonitor as unknown as Parameters<typeof watchPower>[0], ({ kind }) => kinds.push(kind));
    for (const name of ['suspend', 'resume', 'unlock-screen']) powerMonitor.emit(name);
    expect(kinds).toEqual(['suspended', 'resumed', 'resumed']);
  });
});

const nowhere = () => ({ lo: [{ address: '127.0.0.1', internal: true }] });
const linkLocal = () => ({
  en0: [
    { address: 'fe80::1', internal: false },
    { address: '169.254.7.1', internal: false },
  ],
});
const tunnel = () => ({ tun0: [{ address: '10.8.0.2', internal: false }] });

describe('watchNetwork', () => {
  function watch(network: { readonly online: boolean }, interfaces: Parameters<typeof watchNetwork>[3]) {
    const kinds: string[] = [];
    const isOnline = () => network.online;
    const stop = watchNetwork(
      { isOnline },
      () => true,
      ({ kind }) => kinds.push(kind),
      interfaces,
    );
    return { kinds, stop };
  }

  it('tells of each change once, and of being offline from the start', () => {
    const network = { online: false };
    const { kinds, stop } = watch(network, nowhere);
    expect(kinds).toEqual(['offline']);
    vi.advanceTimersByTime(20_000);
    network.online = true;
    vi.advanceTimersByTime(20_000);
    expect(kinds).toEqual(['offline', 'online']);
    stop();
    network.online = false;
    vi.advanceTimersByTime(20_000);
    expect(kinds).toHaveLength(2);
  });

  it('calls nothing offline while something on this computer itself is asked', () => {
    let isWanted = false;
    const kinds: string[] = [];
    const isOffline = { isOnline: () => false };
    const stop = watchNetwork(
      isOffline,
      () => isWanted,
      ({ kind }) => kinds.push(kind),
      linkLocal,
    );
    expect(kinds).toEqual([]);
    isWanted = true;
    vi.advanceTimersByTime(5_000);
    isWanted = false;
    vi.advanceTimersByTime(5_000);
    expect(kinds).toEqual(['offline', 'online']);
    stop();
  });

  it.each([
    ['has one', tunnel],
    [
      'does not tell',
      () => {
        throw new Error('uv_interface_addresses returned Unknown system error');
      },
    ],
  ])('does not call a computer offline for want of a network where the system %s', (_what, interfaces) => {
    const network = { online: false };
    const { kinds, stop } = watch(network, interfaces);
    vi.advanceTimersByTime(60_000);
    expect(kinds).toEqual([]);
    network.online = true;
    vi.advanceTimersByTime(20_000);
    expect(kinds).toEqual(['offline', 'online']);
    stop();
  });
});
