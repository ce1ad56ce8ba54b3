import { describe, expect, it } from 'vitest';
import type { Happening, MonitorEvent } from '../../../main/monitor/kernel/events.ts';
import { advance } from '../../../main/monitor/monitor.ts';
import { createState } from '../../../main/monitor/state.ts';
import { createRunner, type RunnerPorts } from '../../../main/runner/runner.ts';
import { aProblem } from '../../support/samples/problems.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { answerOf, newWatchOf, someSettings, startAt } from '../monitor/stage.ts';
import { answering, portsWith } from './ports.ts';

const kindOf = (event: Happening) => (event.kind === 'step-failed' ? event.of.kind : event.kind);

/** A run of one import; `world.breaks` says which steps break off, and `first` those of that event and of what takes it up. */
function createDesk(changes: Partial<RunnerPorts> = {}) {
  const clock = createVirtualClock(startAt);
  const world = { breaks: (_event: Happening): boolean => false, asked: 0, faults: 0, status: 'IN_PROGRESS' };
  const state = createState({ at: startAt, seed: 1, settings: someSettings, pausedUntil: null });
  const runner = createRunner(
    state,
    portsWith({
      now: clock.now,
      setTimer: clock.setTimer,
      ask: answering((assetId) => {
        world.asked += 1;
        return answerOf(assetId, world.status, clock.now());
      }),
      wentWrong: () => void (world.faults += 1),
      ...changes,
    }),
    (given, event: MonitorEvent) => {
      if (world.breaks(event)) throw new Error('a fault of our own');
      return advance(given, event);
    },
  );
  const pass = (ms: number) => clock.playUntil(clock.now() + ms, () => new Promise(setImmediate));
  /** So many steps of this event break off, with those that take it up. */
  function breakOff(kind: Happening['kind'], times: number): void {
    let left = times;
    world.breaks = (event) => kindOf(event) === kind && left-- > 0;
  }
  return {
    ...{ world, runner, state, pass, breakOff },
    async begin() {
      runner.dispatch({ kind: 'account-ready', account: 'a1', keptAt: 0 });
      runner.dispatch({ kind: 'added', watches: [newWatchOf(1)] });
      await pass(1_000);
    },
  };
}

describe('who dispatches', () => {
  it('hears whether what the person wants was done', async () => {
    const { runner, state, breakOff, begin } = createDesk();
    await begin();
    breakOff('added', 1);
    const add = { kind: 'added', watches: [newWatchOf(2)] } as const;
    expect([runner.dispatch(add), state.watches.size]).toEqual([false, 1]);
    expect([runner.dispatch(add), state.watches.size]).toEqual([true, 2]);
  });

  it('hears that it was done where it is handled again by itself', () => {
    const { runner, state, breakOff } = createDesk();
    breakOff('offline', 1);
    expect(runner.dispatch({ kind: 'offline' })).toBe(true);
    expect(state.machine.value.offlineSince).not.toBeNull();
  });

  it('hears that nothing is done any more as the run ends', async () => {
    const { runner } = createDesk();
    await runner.stop();
    expect(runner.dispatch({ kind: 'added', watches: [newWatchOf(1)] })).toBe(false);
  });
});

it('that an account needs the person is tried again by the monitor where whoever tells of it throws', async () => {
  const heard: Happening[] = [];
  const tellProblem = () => {
    throw new Error('a fault of our own');
  };
  const problem = { kind: 'problem', problem: aProblem('credentials') } as const;
  const { world, begin, pass } = createDesk({ tellProblem, ask: () => Promise.resolve(problem) });
  world.breaks = (event) => {
    heard.push(event);
    return false;
  };
  await begin();
  await pass(60_000);
  const untold = { kind: 'problem-not-told', account: 'a1', isQuiet: false };
  expect(heard).toContainEqual(expect.objectContaining(untold));
});

describe('where not even the failure of a step can be taken', () => {
  it('an import whose answer it was is asked for again', async () => {
    const { world, pass, breakOff, begin } = createDesk();
    await begin();
    breakOff('replied', 4);
    await pass(120_000);
    const { asked } = world;
    world.status = 'COMPLETED';
    await pass(120_000);
    expect(world.faults).toBe(4);
    expect(world.asked).toBeGreaterThan(asked);
  });

  it('the network is there again once it was told', async () => {
    const { runner, state, pass, breakOff, begin } = createDesk();
    await begin();
    runner.dispatch({ kind: 'offline' });
    breakOff('online', 2);
    expect(runner.dispatch({ kind: 'online' })).toBe(false);
    await pass(11_000);
    expect(state.machine.value.offlineSince).toBeNull();
  });

  it('what was told later stands', async () => {
    const { runner, state, pass, breakOff, begin } = createDesk();
    await begin();
    breakOff('offline', 2);
    runner.dispatch({ kind: 'offline' });
    runner.dispatch({ kind: 'online' });
    await pass(60_000);
    expect(state.machine.value.offlineSince).toBeNull();
  });

  it('what became of a banner is written by a run that ends meanwhile', async () => {
    const fates: string[] = [];
    const { world, runner, pass, breakOff, begin } = createDesk({
      save: ({ notices }) => {
        for (const notice of notices.values()) if (notice !== null) fates.push(notice.fate.kind);
        return Promise.resolve();
      },
    });
    await begin();
    world.status = 'COMPLETED';
    breakOff('told', 2);
    while (world.faults < 2) await pass(1_000);
    expect(fates.at(-1)).toBe('showing');
    await runner.stop();
    expect(fates.at(-1)).toBe('shown');
  });

  it('what the person wanted is not done later, unasked', async () => {
    const { runner, state, pass, breakOff, begin } = createDesk();
    await begin();
    breakOff('removed', 2);
    expect(runner.dispatch({ kind: 'removed', watches: [...state.watches.keys()] })).toBe(false);
    await pass(60_000);
    expect(state.watches.size).toBe(1);
  });
});
