import { describe, expect, it } from 'vitest';
import { createState } from '../../../main/monitor/initial-state.ts';
import { createRunner, type RunnerPorts } from '../../../main/runner/runner.ts';
import { answerOf, referenceOf, startAt } from '../monitor/stage.ts';

/** A world whose answers the test gives by hand. */
function createWorld(changes: Partial<RunnerPorts> = {}) {
  const timers = new Map<number, { at: number; run: () => void }>();
  let nextTimer = 1;
  const world = { now: startAt, timers, signals: [] as AbortSignal[], faults: [] as unknown[], saves: 0 };
  const ports: RunnerPorts = {
    now: () => world.now,
    setTimer(at, run) {
      const timer = nextTimer++;
      timers.set(timer, { at, run });
      return () => timers.delete(timer);
    },
    ask: (_account, _reference, signal) => {
      world.signals.push(signal);
      return new Promise(() => {});
    },
    learnName: () => new Promise(() => {}),
    readPage: () => new Promise(() => {}),
    save: () => {
      world.saves += 1;
      return Promise.resolve();
    },
    show: () => Promise.resolve({ kind: 'shown', by: 'electron' }),
    tellProblem: () => {},
    changed: () => {},
    wentWrong: (error) => world.faults.push(error),
    ...changes,
  };
  const settings = { floorMs: 5_000, notices: { completed: true, failed: true } };
  const beginning = {
    at: startAt,
    seed: 1,
    settings,
    watches: [],
    notices: [],
    pausedUntil: null,
  };
  const runner = createRunner(createState(beginning), ports);
  const watches = [{ account: 'a1', reference: referenceOf(1), label: null, fileName: 'film.mp4' }];
  return { world, runner, add: () => runner.dispatch({ kind: 'added', watches }) };
}

const ready = { kind: 'account-ready', account: 'a1' } as const;

describe('the runner', () => {
  it('feeds an answer back', async () => {
    const { runner, add } = createWorld({
      ask: () => Promise.resolve({ kind: 'answer', value: answerOf(1, 'IN_PROGRESS') }),
    });
    runner.dispatch(ready);
    add();
    await Promise.resolve();
    await Promise.resolve();
    expect(runner.state.watches.get('a1:w/1')?.known?.status).toBe('IN_PROGRESS');
  });

  it('calls requests back when the machine sleeps, and again when it stops', async () => {
    const { runner, add, world } = createWorld();
    runner.dispatch(ready);
    add();
    runner.dispatch({ kind: 'suspended' });
    expect(world.signals.map((signal) => signal.aborted)).toEqual([true]);
    await runner.stop();
    expect(world.timers.size).toBe(0);
  });

  it('writes what waits before it stops', async () => {
    const { runner, add, world } = createWorld();
    runner.dispatch(ready);
    add();
    expect(world.saves).toBe(0);
    await runner.stop();
    expect(world.saves).toBe(1);
  });

  it('tells a fault of its own and does not leave the watch in flight', async () => {
    const { runner, add, world } = createWorld({ ask: () => Promise.reject(new Error('broken')) });
    runner.dispatch(ready);
    add();
    await new Promise(setImmediate);
    expect(world.faults).toHaveLength(1);
    expect(runner.state.asking.size).toBe(0);
  });

  it('goes on when whoever is told of faults has one itself', () => {
    let asked = 0;
    const { runner, add } = createWorld({
      ask: () => {
        asked += 1;
        return new Promise(() => {});
      },
      changed: () => {
        throw new Error('broken');
      },
      wentWrong: () => {
        throw new Error('broken too');
      },
    });
    runner.dispatch(ready);
    add();
    expect(asked).toBe(1);
  });

  it('keeps the newest alarm when a port dispatches in the middle of a step', () => {
    const inner: { happen: () => void } = { happen: () => {} };
    const { runner, world } = createWorld({
      ask: () => {
        inner.happen();
        return new Promise(() => {});
      },
    });
    runner.dispatch(ready);
    inner.happen = () => runner.dispatch({ kind: 'paused', until: startAt + 60_000 });
    runner.dispatch({
      kind: 'added',
      watches: [1, 2].map((assetId) => ({
        account: 'a1',
        reference: referenceOf(assetId),
        label: null,
        fileName: 'film.mp4',
      })),
    });
    const alarms = [...world.timers.values()].map((timer) => timer.at);
    expect(alarms).toContain(runner.state.wakeAt);
  });
});
