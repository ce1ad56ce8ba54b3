import { describe, expect, it } from 'vitest';
import type { Happening, MonitorEvent } from '../../../main/monitor/kernel/events.ts';
import { advance } from '../../../main/monitor/monitor.ts';
import { createState } from '../../../main/monitor/state.ts';
import { createRunner, type RunnerPorts } from '../../../main/runner/runner.ts';
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
