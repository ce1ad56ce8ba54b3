import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createState } from '../../../main/monitor/state.ts';
import { createRunner, type RunnerPorts } from '../../../main/runner/runner.ts';
import { answerOf, newWatchOf, problemOf, someSettings, startAt } from '../monitor/stage.ts';
import { answering, portsWith } from './ports.ts';

/** A world whose answers the test gives by hand. */
function createWorld(changes: Partial<RunnerPorts> = {}) {
  const timers = new Map<number, { at: number; run: () => void }>();
  let nextTimer = 1;
  const world = { now: startAt, timers, signals: [] as AbortSignal[], faults: [] as unknown[], saves: 0 };
  const ports = portsWith({
    now: () => world.now,
    setTimer(at, run) {
      const timer = nextTimer++;
      timers.set(timer, { at, run });
      return () => timers.delete(timer);
    },
    ask: (_ask, signal) => {
      world.signals.push(signal);
      return new Promise(() => {});
    },
    save: () => {
      world.saves += 1;
      return Promise.resolve();
    },
    wentWrong: (error) => world.faults.push(error),
    ...changes,
  });
  const state = createState({ at: startAt, seed: 1, settings: someSettings, pausedUntil: null });
  const runner = createRunner(state, ports);
  return { world, runner, add: () => runner.dispatch({ kind: 'added', watches: [newWatchOf(1)] }) };
}

const ready = { kind: 'account-ready', account: 'a1', keptAt: 0 } as const;

describe('the runner', () => {
  it('feeds an answer back', async () => {
    const { runner, add } = createWorld({
      ask: answering(() => answerOf(1, 'IN_PROGRESS')),
    });
    runner.dispatch(ready);
    add();
    await Promise.resolve();
    await Promise.resolve();
    expect(runner.state.watches.get('a1:w/1')?.known?.status).toBe('IN_PROGRESS');
  });

  it.each([
    ['is held where the system keeps quiet', () => Promise.resolve('not-now' as const), 1, 0],
    ['is a fault where telling it fails', () => Promise.reject(new Error('no words')), 0, 1],
  ])('a problem %s', async (_what, tellProblem, held, faults) => {
    const refused: RunnerPorts['ask'] = () =>
      Promise.resolve({ kind: 'problem', problem: problemOf('credentials') });
    const { runner, add, world } = createWorld({ ask: refused, tellProblem });
    runner.dispatch(ready);
    add();
    // Until the refusal is believed.
    for (let times = 0; times < 100; times += 1) {
      await turn();
      world.now += 5_000;
      runner.dispatch({ kind: 'tick' });
    }
    expect([runner.state.heldProblems.size, world.faults.length]).toEqual([held, faults]);
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
    expect(runner.state.requests.size).toBe(0);
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
    inner.happen = () => runner.dispatch({ kind: 'paused', until: startAt + 60_000, isLength: false });
    runner.dispatch({ kind: 'added', watches: [newWatchOf(1), newWatchOf(2)] });
    const alarms = [...world.timers.values()].map((timer) => timer.at);
    expect(alarms).toContain(runner.state.wakeAt.value);
  });
});
