import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createState } from '../../../main/monitor/state.ts';
import { createRunner, type RunnerPorts } from '../../../main/runner/runner.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { answerOf, newWatchOf, someSettings, startAt } from '../monitor/stage.ts';
import { answering, portsWith } from './ports.ts';

/** A desk of five imports whose service ends each at the second look; `changes` break a part of it. */
function createDesk(changes: Partial<RunnerPorts> = {}) {
  const clock = createVirtualClock(startAt);
  const looks = new Map<number, number>();
  const world = { faults: [] as unknown[], told: [] as string[] };
  const ports = portsWith({
    now: clock.now,
    setTimer: clock.setTimer,
    ask: answering((assetId) => {
      const look = (looks.get(assetId) ?? 0) + 1;
      looks.set(assetId, look);
      return answerOf(assetId, look < 2 ? 'IN_PROGRESS' : 'COMPLETED', clock.now());
    }),
    show: (notices) => {
      world.told.push(...notices.map(({ key }) => key));
      return Promise.resolve({ kind: 'shown', by: 'electron' });
    },
    wentWrong: (error) => world.faults.push(error),
    ...changes,
  });
  const state = createState({ at: startAt, seed: 1, settings: someSettings, pausedUntil: null });
  const runner = createRunner(state, ports);
  return {
    world,
    runner,
    state,
    begin() {
      runner.dispatch({ kind: 'account-ready', account: 'a1', keptAt: 0 });
      runner.dispatch({ kind: 'added', watches: [1, 2, 3, 4, 5].map((assetId) => newWatchOf(assetId)) });
    },
    /** Lets the time pass from timer to timer, and whatever was promised come to its end. */
    pass: (ms: number) => clock.playUntil(clock.now() + ms, () => new Promise(setImmediate)),
  };
}

/** Runs `act`, and breaks it the first time. */
function brokenOnce<Parameters extends readonly unknown[], Value>(act: (...parameters: Parameters) => Value) {
  let isBroken = true;
  return (...parameters: Parameters): Value => {
    if (!isBroken) return act(...parameters);
    isBroken = false;
    throw new Error('broken once');
  };
}

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(() => void process.off('unhandledRejection', note));
beforeEach(() => void unhandled.splice(0));

const shown = { kind: 'shown', by: 'electron' } as const;
const faults: [string, () => Partial<RunnerPorts>][] = [
  ['a projection', () => ({ changed: brokenOnce(() => {}) })],
  ['a notifier that throws instead of rejecting', () => ({ show: brokenOnce(() => Promise.resolve(shown)) })],
  ['a disk that throws instead of rejecting', () => ({ save: brokenOnce(() => Promise.resolve()) })],
  ['a client that throws instead of rejecting', () => ({ ask: brokenOnce(inProgress) })],
  ['an answer that cannot be taken', () => ({ ask: unreadableOnce() })],
];

const inProgress = answering((assetId) => answerOf(assetId, 'IN_PROGRESS'));

/** A value that no part of the program should let through: the monitor itself breaks on it. */
function unreadableOnce(): RunnerPorts['ask'] {
  let isFirst = true;
  return answering((assetId) => {
    const value = isFirst ? (null as never) : answerOf(assetId, 'IN_PROGRESS');
    isFirst = false;
    return value;
  });
}

describe('a fault of our own', () => {
  it.each(faults)('in %s is told, and every import is still asked for', async (_name, broken) => {
    const changes = broken();
    const asked = new Map<number, number>();
    const { ask: answer = inProgress } = changes;
    const { world, runner, begin, pass } = createDesk({
      ...changes,
      ask: (ask, signal) => {
        const assetId = ask.for === 'status' ? ask.reference.assetId : 0;
        asked.set(assetId, (asked.get(assetId) ?? 0) + 1);
        return answer(ask, signal);
      },
    });
    begin();
    await pass(120_000);
    const before = new Map(asked);
    await pass(120_000);
    for (const assetId of [1, 2, 3, 4, 5])
      expect(asked.get(assetId), `asset ${assetId}`).toBeGreaterThan(before.get(assetId) ?? 0);
    expect(runner.state.saveProblem.value).toBeNull();
    expect(unhandled).toEqual([]);
    if (changes.show === undefined && changes.save === undefined) expect(world.faults).toHaveLength(1);
  });

  it.each(faults.slice(0, 4))('in %s loses no notice and doubles none', async (_name, broken) => {
    const { world, runner, begin, pass } = createDesk(withoutAsk(broken()));
    begin();
    await pass(300_000);
    expect([...runner.state.notices.values()].map(({ fate }) => fate.kind)).not.toContain('showing');
    expect(runner.state.notices.size).toBe(5);
    expect(new Set(world.told).size).toBe(world.told.length);
  });

  it('that breaks every step for a while does not end the watching', async () => {
    const { world, runner, state, begin, pass } = createDesk();
    begin();
    await pass(1_000);
    const { commit } = state.store;
    const broken = () => {
      throw new Error('broken');
    };
    Object.assign(state.store, { commit: broken });
    await pass(60_000);
    expect(world.faults.length).toBeGreaterThan(0);
    expect(world.faults.length).toBeLessThan(30);
    Object.assign(state.store, { commit });
    await pass(300_000);
    expect(runner.state.notices.size).toBe(5);
  });

  it('does not ask in a storm where every answer breaks the monitor', async () => {
    let asked = 0;
    const { begin, pass } = createDesk({
      ask: answering(() => {
        asked += 1;
        return null as never;
      }),
    });
    begin();
    await pass(60_000);
    expect(asked).toBeLessThanOrEqual(10);
  });
});

function withoutAsk({ ask: _ask, ...rest }: Partial<RunnerPorts>): Partial<RunnerPorts> {
  return rest;
}
