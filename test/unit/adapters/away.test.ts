import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inAccount, watchesIn } from '../../../main/monitor/imports/tally.ts';
import { watchNetwork } from '../../../main/adapters/network.ts';
import { watchPower } from '../../../main/adapters/power.ts';
import { createState, type Beginning } from '../../../main/monitor/state.ts';
import { createRunner } from '../../../main/runner/runner.ts';
import { setTimer } from '../../../main/runner/timer.ts';
import { answerOf, idOf, newWatchOf, someSettings } from '../monitor/stage.ts';
import { storedBy } from '../monitor/stored-rows.ts';
import { answering, portsWith } from '../runner/ports.ts';

const hours = 3_600_000;
const assets = [1, 2, 3, 4, 5];

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 8, 1) }));
afterEach(() => void vi.useRealTimers());

interface Banner {
  readonly digest: boolean;
  readonly told: readonly string[];
}

/** A laptop with a runner that follows its power and its network, as the composition root connects them. */
function startLaptop(saved: Partial<Beginning> = {}, status = 'IN_PROGRESS') {
  const power = new EventEmitter();
  const network = { online: true };
  const service = { status };
  const banners: Banner[] = [];
  const asked: number[] = [];
  const beginning = { at: Date.now(), seed: 1, settings: someSettings, pausedUntil: null };
  const runner = createRunner(
    createState({ ...beginning, ...saved }),
    portsWith({
      setTimer,
      ask: answering((assetId) => {
        asked.push(Date.now());
        return answerOf(assetId, service.status, Date.now());
      }),
      show(notices, digest) {
        banners.push({ digest, told: notices.map(({ key }) => key) });
        return Promise.resolve({ kind: 'shown', by: 'electron' });
      },
    }),
  );
  watchPower(power as unknown as Parameters<typeof watchPower>[0], runner.dispatch);
  const stop = watchNetwork(
    { isOnline: () => network.online },
    () => true,
    runner.dispatch,
    () => ({}),
  );
  runner.dispatch({ kind: 'account-ready', account: 'a1', keptAt: 0 });
  return { asked, banners, network, power, runner, service, stop };
}

type Laptop = ReturnType<typeof startLaptop>;

async function importing(): Promise<Laptop> {
  const laptop = startLaptop();
  const watches = assets.map((assetId) => newWatchOf(assetId));
  laptop.runner.dispatch({ kind: 'added', watches });
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(watchesIn(laptop.runner.state, inAccount('a1'), 'importing').size).toBe(assets.length);
  return laptop;
}

/** The clock goes on; no timer fires, since nothing runs. */
function sleepThrough(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

const counts = ({ banners }: Laptop) => banners.map(({ digest, told }) => [digest, told.length]);
const all = assets.length;

describe('a laptop', () => {
  it('that sleeps and wakes asks nothing meanwhile, then waits a moment, and tells all in one digest', async () => {
    const laptop = await importing();
    laptop.power.emit('suspend');
    const before = laptop.asked.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(laptop.asked).toHaveLength(before);
    laptop.service.status = 'COMPLETED';
    sleepThrough(8 * hours);
    const wokeAt = Date.now();
    for (const told of ['resume', 'unlock-screen']) laptop.power.emit(told);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(laptop.asked[before]! - wokeAt).toBeGreaterThanOrEqual(3_000);
    expect(counts(laptop)).toEqual([[true, all]]);
  });

  it('that only tells of the unlock has slept all the same', async () => {
    const laptop = await importing();
    laptop.service.status = 'FAILED';
    sleepThrough(8 * hours);
    laptop.power.emit('unlock-screen');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(counts(laptop)).toEqual([[true, all]]);
  });

  it('that tells of nothing at all is found to have slept by the timer that comes late', async () => {
    const laptop = await importing();
    laptop.service.status = 'COMPLETED';
    sleepThrough(8 * hours);
    await vi.advanceTimersByTimeAsync(90_000);
    expect(counts(laptop)).toEqual([[true, all]]);
  });

  it('that is locked and awake goes on', async () => {
    const laptop = await importing();
    laptop.power.emit('lock-screen');
    const before = laptop.asked.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(laptop.asked.length).toBeGreaterThan(before);
    laptop.power.emit('unlock-screen');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(laptop.banners).toEqual([]);
  });

  it('that loses its network asks nothing until it is back, and tells what ended meanwhile in one digest', async () => {
    const laptop = await importing();
    laptop.network.online = false;
    await vi.advanceTimersByTimeAsync(5_000);
    const before = laptop.asked.length;
    await vi.advanceTimersByTimeAsync(2 * hours);
    expect(laptop.asked).toHaveLength(before);
    laptop.service.status = 'COMPLETED';
    laptop.network.online = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(counts(laptop)).toEqual([[true, all]]);
    laptop.stop();
  });

  it('that was switched off in the midst of a banner tells it again with the rest, and only in the digest', async () => {
    const laptop = await importing();
    laptop.service.status = 'COMPLETED';
    laptop.runner.dispatch({ kind: 'check-now', watches: [idOf(1)] });
    await vi.advanceTimersByTimeAsync(500);
    const { notices } = laptop.runner.state;
    // One was learned and none was shown: so it stands on the disk when the power goes.
    expect([...notices.values()].map(({ fate }) => fate.kind)).toEqual(['recorded']);
    const fate = { kind: 'showing', receipt: 'lost' } as const;
    const onDisk = {
      ...storedBy(laptop.runner.state),
      notices: [...notices.values()].map((notice) => ({ ...notice, fate })),
    };
    await laptop.runner.stop();
    laptop.stop();
    sleepThrough(8 * hours);
    const again = startLaptop({ ...onDisk, at: Date.now() }, 'COMPLETED');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(counts(again)).toEqual([[true, all]]);
    expect(new Set(again.banners[0]!.told).size).toBe(all);
  });
});
