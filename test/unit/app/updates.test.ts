import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Download, Updater } from '../../../main/adapters/updates/updater.ts';
import { createUpdates, type UpdatePorts } from '../../../main/app/updates.ts';
import type { UpdateState } from '../../../main/contract.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

beforeEach(() => vi.useFakeTimers({ now: dayMs * 1_000 }));
afterEach(() => vi.useRealTimers());

function updatesWith(further: Partial<UpdatePorts> = {}, ofUpdater: Partial<Updater> = {}) {
  const updater = {
    canInstall: ofUpdater.canInstall ?? true,
    look: vi.fn(ofUpdater.look ?? (async () => null)),
    download: vi.fn<Updater['download']>(
      ofUpdater.download ?? (async () => ({ kind: 'done', version: '2.0.0' })),
    ),
    page: async () => 'https://feed.example/',
    install: async () => true,
  };
  const ports = {
    updater,
    now: Date.now,
    settings: () => ({ lookForUpdates: true }),
    isPaused: () => false,
    mayUseLine: () => Promise.resolve(true),
    lastLook: null,
    rememberLook: vi.fn(),
    tell: vi.fn<(state: UpdateState) => void>(),
    openPage: vi.fn(() => Promise.resolve()),
    leave: vi.fn(),
    warn: vi.fn(),
    ...further,
  };
  return { ...ports, updates: createUpdates(ports), updater };
}

describe('looking for an update', () => {
  it('is done once a day, and not while the app starts', async () => {
    const { updater, rememberLook } = updatesWith();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(updater.look).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(23 * hourMs);
    expect(updater.look).toHaveBeenCalledOnce();
    expect(rememberLook).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(10 * dayMs);
    expect(updater.look.mock.calls.length).toBeLessThanOrEqual(11);
    expect(updater.look.mock.calls.length).toBeGreaterThanOrEqual(10);
  });

  it('counts what an earlier run has looked, unless its clock was ahead', async () => {
    const { updater } = updatesWith({ lastLook: Date.now() - 23 * hourMs });
    const ahead = updatesWith({ lastLook: Date.now() + 400 * dayMs });
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(updater.look).not.toHaveBeenCalled();
    expect(ahead.updater.look).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(updater.look).toHaveBeenCalledOnce();
  });

  it.each<[string, () => { further: Partial<UpdatePorts>; free: () => void }]>([
    [
      'in a pause',
      () => {
        let paused = true;
        return { further: { isPaused: () => paused }, free: () => (paused = false) };
      },
    ],
    [
      'on a line that is paid by the byte',
      () => {
        let free = false;
        return { further: { mayUseLine: () => Promise.resolve(free) }, free: () => (free = true) };
      },
    ],
    [
      'where the person does not want it',
      () => {
        let lookForUpdates = false;
        return {
          further: { settings: () => ({ lookForUpdates }) },
          free: () => (lookForUpdates = true),
        };
      },
    ],
  ])('is not done %s, but within the hour after', async (_name, made) => {
    const { further, free } = made();
    const { updater, updates } = updatesWith(further);
    await vi.advanceTimersByTimeAsync(3 * dayMs);
    expect(updater.look).not.toHaveBeenCalled();
    free();
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(updater.look).toHaveBeenCalledOnce();
    updates.stop();
    await vi.advanceTimersByTimeAsync(3 * dayMs);
    expect(updater.look).toHaveBeenCalledOnce();
  });

  it('is done at once for a person who asks, also in a pause', async () => {
    const { updates, updater } = updatesWith({ isPaused: () => true });
    await updates.act('look');
    expect(updater.look).toHaveBeenCalledOnce();
    expect(updates.state()).toEqual({ kind: 'none', lookedAt: Date.now(), hasFailed: false });
  });

  it('loses nothing where it fails, and is tried again within the hour', async () => {
    const look = vi
      .fn<Updater['look']>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue('2.0.0');
    const { updates, warn, rememberLook } = updatesWith({}, { look });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(updates.state()).toEqual({ kind: 'none', lookedAt: null, hasFailed: true });
    expect(warn).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(updates.state()).toEqual({ kind: 'found', version: '2.0.0', failure: null });
    // The next run offers it again.
    expect(rememberLook).not.toHaveBeenCalled();
    look.mockRejectedValue(new Error('offline'));
    await updates.act('look');
    expect(updates.state()).toEqual({ kind: 'found', version: '2.0.0', failure: null });
  });
});

describe('an update that was found', () => {
  const look = async () => '2.0.0';

  it('is downloaded and installed only as the person says, each step by itself', async () => {
    const { updates, updater, leave } = updatesWith({}, { look });
    await vi.advanceTimersByTimeAsync(3 * dayMs);
    expect(updater.download).not.toHaveBeenCalled();
    await updates.act('install');
    expect(leave).not.toHaveBeenCalled();
    await updates.act('download');
    expect(updates.state()).toEqual({ kind: 'ready', version: '2.0.0' });
    await vi.advanceTimersByTimeAsync(3 * dayMs);
    expect(leave).not.toHaveBeenCalled();
    await updates.act('install');
    expect(leave).toHaveBeenCalledOnce();
  });

  it('is downloaded once, however often that is asked', async () => {
    const { promise, resolve } = Promise.withResolvers<Download>();
    const download = vi.fn(() => promise);
    const { updates } = updatesWith({}, { look, download });
    await updates.act('look');
    const acts = [updates.act('download'), updates.act('download'), updates.act('look')];
    expect(updates.state()).toEqual({ kind: 'downloading', version: '2.0.0' });
    resolve({ kind: 'failed', failure: 'not-genuine' });
    await Promise.all(acts);
    expect(download).toHaveBeenCalledOnce();
    expect(updates.state()).toEqual({ kind: 'found', version: '2.0.0', failure: 'not-genuine' });
  });

  it('is fetched by the person where the package cannot replace itself', async () => {
    const { updates, updater, openPage } = updatesWith({}, { look, canInstall: false });
    await updates.act('open-page');
    expect(openPage).not.toHaveBeenCalled();
    await updates.act('look');
    expect(updates.state()).toEqual({ kind: 'elsewhere', version: '2.0.0' });
    await updates.act('download');
    expect(updater.download).not.toHaveBeenCalled();
    await updates.act('open-page');
    expect(openPage).toHaveBeenCalledWith('https://feed.example/');
  });
});
