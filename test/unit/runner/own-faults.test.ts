import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createState } from '../../../main/monitor/initial-state.ts';
import { createRunner, type RunnerPorts } from '../../../main/runner/runner.ts';
import { answerOf, referenceOf, startAt } from '../monitor/stage.ts';

/** A desk of five imports whose service ends each at the second look; `changes` break a part of it. */
function createDesk(changes: Partial<RunnerPorts> = {}) {
  const timers: { at: number; run: () => void }[] = [];
  const looks = new Map<number, number>();
  const world = { now: startAt, faults: [] as unknown[], told: [] as string[] };
  const ports: RunnerPorts = {
    now: () => world.now,
    setTimer(at, run) {
      const timer = { at, run };
      timers.push(timer);
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
    },
    ask: (_account, { assetId }) => {
      const look = (looks.get(assetId) ?? 0) + 1;
      looks.set(assetId, look);
      const value = answerOf(assetId, look < 2 ? 'IN_PROGRESS' : 'COMPLETED', world.now);
      return Promise.resolve({ kind: 'answer', value });
    },
    learnName: () => new Promise(() => {}),
    readPage: () => new Promise(() => {}),
    save: () => Promise.resolve(),
    show: (notices) => {
      world.told.push(...notices.map(({ key }) => key));
      return Promise.resolve({ kind: 'shown', by: 'electron' });
    },
    tellProblem: () => {},
    changed: () => {},
    wentWrong: (error) => world.faults.push(error),
    ...changes,
  };
  const settings = { floorMs: 5_000, notices: { completed: true, failed: true } };
  const beginning = { at: startAt, seed: 1, settings, watches: [], notices: [], pausedUntil: null };
  const runner = createRunner(createState(beginning), ports);
  return {
    world,
    runner,
    begin() {
      runner.dispatch({ kind: 'account-ready', account: 'a1' });
      const asset = (assetId: number) => ({
        account: 'a1',
        reference: referenceOf(assetId),
        label: null,
        fileName: 'film.mp4',
      });
      runner.dispatch({ kind: 'added', watches: [1, 2, 3, 4, 5].map(asset) });
    },
    /** Lets the time pass from timer to timer, and whatever was promised come to its end. */
    async pass(ms: number) {
      for (const end = world.now + ms; ;) {
        await new Promise(setImmediate);
        const next = timers.toSorted((one, other) => one.at - other.at)[0];
        if (next === undefined || next.at > end) return;
        timers.splice(timers.indexOf(next), 1);
        world.now = Math.max(world.now, next.at);
        next.run();
      }
    },
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
  [
    'a client that throws instead of rejecting',
    () => ({ ask: brokenOnce((_, { assetId }) => outcomeOf(assetId)) }),
  ],
  ['an answer that cannot be taken', () => ({ ask: unreadableOnce() })],
];

const outcomeOf = (assetId: number) =>
  Promise.resolve({ kind: 'answer' as const, value: answerOf(assetId, 'IN_PROGRESS') });

/** A value that no part of the program should let through: the monitor itself breaks on it. */
function unreadableOnce(): RunnerPorts['ask'] {
  let isFirst = true;
  return (_account, { assetId }) => {
    const value = isFirst ? (null as never) : answerOf(assetId, 'IN_PROGRESS');
    isFirst = false;
    return Promise.resolve({ kind: 'answer', value });
  };
}

describe('a fault of our own', () => {
  it.each(faults)('in %s is told, and every import is still asked for', async (_name, broken) => {
    const changes = broken();
    const asked = new Map<number, number>();
    const { ask = (_account, { assetId }) => outcomeOf(assetId) } = changes;
    const { world, runner, begin, pass } = createDesk({
      ...changes,
      ask: (account, reference, signal) => {
        asked.set(reference.assetId, (asked.get(reference.assetId) ?? 0) + 1);
        return ask(account, reference, signal);
      },
    });
    begin();
    await pass(120_000);
    const before = new Map(asked);
    await pass(120_000);
    for (const assetId of [1, 2, 3, 4, 5])
      expect(asked.get(assetId), `asset ${assetId}`).toBeGreaterThan(before.get(assetId) ?? 0);
    expect(runner.state.saveProblem).toBeNull();
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

  it('does not ask in a storm where every answer breaks the monitor', async () => {
    let asked = 0;
    const { begin, pass } = createDesk({
      ask: () => {
        asked += 1;
        return Promise.resolve({ kind: 'answer', value: null as never });
      },
    });
    begin();
    await pass(60_000);
    expect(asked).toBeLessThanOrEqual(10);
  });
});

function withoutAsk({ ask: _ask, ...rest }: Partial<RunnerPorts>): Partial<RunnerPorts> {
  return rest;
}
