import { afterEach, describe, expect, it, vi } from 'vitest';
import type { NewGroup } from '../../../main/model/group.ts';
import type * as advancing from '../../../main/monitor/monitor.ts';
import { createState } from '../../../main/monitor/state.ts';
import { createRunner } from '../../../main/runner/runner.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';
import { fault } from '../monitor/fault.ts';
import { answerOf, newWatchOf, someSettings, startAt } from '../monitor/stage.ts';
import { createStoredRows, type StoredRowsOnDisk } from '../monitor/stored-rows.ts';
import { answering, portsWith } from './ports.ts';

vi.mock('../../../main/monitor/monitor.ts', async (importOriginal) => {
  const original = await importOriginal<typeof advancing>();
  const { fault: sameFault } = await import('../monitor/fault.ts');
  return {
    advance: (...given: Parameters<typeof original.advance>) =>
      // The step that takes a failed one up is honest.
      given[1].kind === 'step-failed'
        ? original.advance(...given)
        : sameFault.within(() => original.advance(...given)),
  };
});

interface Banner {
  readonly keys: readonly string[];
  readonly digest: boolean;
}

/** A run on what the disk holds, of a service that says `statusOf` of each asset. */
function startRun(disk: StoredRowsOnDisk, clock: VirtualClock, statusOf: (assetId: number) => string) {
  const banners: Banner[] = [];
  const faults: unknown[] = [];
  const beginning = { at: clock.now(), seed: 1, settings: someSettings, pausedUntil: null };
  const runner = createRunner(
    createState({ ...beginning, ...disk.content() }),
    portsWith({
      now: clock.now,
      setTimer: clock.setTimer,
      ask: answering((assetId) => answerOf(assetId, statusOf(assetId), clock.now())),
      save(changes) {
        disk.write(changes);
        return Promise.resolve();
      },
      show(notices, digest) {
        banners.push({ keys: notices.map(({ key }) => key), digest });
        return Promise.resolve({ kind: 'shown', by: 'electron' });
      },
      wentWrong: (error) => faults.push(error),
    }),
  );
  runner.dispatch({ kind: 'account-ready', account: 'a1', keptAt: 0 });
  return { runner, banners, faults };
}

interface Story {
  readonly name: string;
  readonly assets: readonly number[];
  readonly group?: NewGroup;
  /** What the service says of an asset so many milliseconds after all were seen in progress. */
  readonly statusOf: (assetId: number, afterMs: number) => string;
  /** What is to be told, each once. */
  readonly told: readonly string[];
}

const second = 1_000;
const keyOf = (assetId: number, attempt = 1) => `a1:w/${assetId}#${startAt}.${attempt}`;
const together: NewGroup = {
  id: 'g',
  name: 'Together',
  tell: { allDone: true, firstFailure: true },
  eachAsset: false,
};

const stories: readonly Story[] = [
  {
    name: 'an import that completes',
    assets: [1],
    statusOf: () => 'COMPLETED',
    told: [keyOf(1)],
  },
  {
    name: 'an import that fails, begins again and completes',
    assets: [1],
    statusOf: (_assetId, afterMs) => (afterMs < 35 * second ? 'FAILED' : 'COMPLETED'),
    told: [keyOf(1), keyOf(1, 2)],
  },
  {
    name: 'a group whose first fails and whose second completes',
    assets: [1, 2],
    group: together,
    statusOf: (assetId, afterMs) =>
      assetId === 1 ? 'FAILED' : afterMs < 20 * second ? 'IN_PROGRESS' : 'COMPLETED',
    told: [`group:g@${startAt}:1:failure`, `group:g@${startAt}:1:done`],
  },
];

/** Plays the story with a fault at the n-th step, and then a second run on what the first one wrote. */
async function play({ assets, group, statusOf }: Story, faultAt: number) {
  const clock = createVirtualClock(startAt);
  const disk = createStoredRows();
  const pass = (ms: number) => clock.playUntil(clock.now() + ms, () => new Promise(setImmediate));
  let beganAt = Infinity;
  const status = (assetId: number) =>
    clock.now() < beganAt ? 'IN_PROGRESS' : statusOf(assetId, clock.now() - beganAt);
  const { runner, banners, faults } = startRun(disk, clock, status);
  const watches = assets.map((assetId) => newWatchOf(assetId));
  runner.dispatch({ kind: 'added', watches, ...(group && { group }) });
  await pass(10 * second);
  beganAt = clock.now();
  const lookAtAll = () => runner.dispatch({ kind: 'check-now', watches: [...disk.rows.watches.keys()] });
  fault.set(faultAt);
  await pass(20 * second);
  lookAtAll();
  await pass(60 * second);
  fault.heal();
  // Whatever the fault kept from being asked once more.
  lookAtAll();
  await pass(60 * second);
  await runner.stop();
  const again = startRun(disk, clock, status);
  await pass(60 * second);
  return { faults, used: fault.used(), told: banners.flatMap(({ keys }) => keys), toldAgain: again.banners };
}

afterEach(() => fault.heal());

describe('a fault of our own at any step', () => {
  it.each(stories)('of $name costs no notice and doubles none', { timeout: 60_000 }, async (story) => {
    const calm = await play(story, Infinity);
    expect([...calm.told].toSorted()).toEqual([...story.told].toSorted());
    // A fifth of the steps, another one in each run: all of them take half a minute.
    for (let at = 1 + Math.floor(Math.random() * 5); at <= calm.used; at += 5) {
      const { faults, told, toldAgain } = await play(story, at);
      expect(faults.map(String), `fault ${at}`).toEqual(['Error: a fault of our own']);
      expect([...told].toSorted(), `fault ${at}`).toEqual([...story.told].toSorted());
      expect(toldAgain, `fault ${at}`).toEqual([]);
    }
  });
});
