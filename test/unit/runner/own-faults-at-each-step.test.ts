import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as advancing from '../../../main/monitor/advance.ts';
import type { MonitorEvent } from '../../../main/monitor/event.ts';
import type { NewGroup, SavedGroup } from '../../../main/monitor/groups/group.ts';
import { createState, type SavedWatch } from '../../../main/monitor/initial-state.ts';
import type { Notice } from '../../../main/monitor/notice.ts';
import { createRunner } from '../../../main/runner/runner.ts';
import { answerOf, referenceOf, startAt } from '../monitor/stage.ts';

/** Breaks the monitor once, at the n-th time from now on that it looks into one of its books or writes into one. */
const fault = vi.hoisted(() => {
  type Act = (this: unknown, ...given: unknown[]) => unknown;
  const books: readonly (readonly [book: object, act: string])[] = [
    ...['get', 'set', 'has', 'delete'].map((name) => [Map.prototype, name] as const),
    ...['add', 'has', 'delete'].map((name) => [Set.prototype, name] as const),
  ];
  const honest = books.map(([book, name]) => Reflect.get(book, name) as Act);
  let [left, isInside, used] = [Infinity, false, 0];

  function meet(): void {
    if (!isInside) return;
    used += 1;
    left -= 1;
    if (left === 0) throw new Error('a fault of our own');
  }

  return {
    set(at: number): void {
      [left, used] = [at, 0];
      books.forEach(([book, name], index) => {
        const broken: Act = function (...given) {
          meet();
          return honest[index]!.apply(this, given);
        };
        Reflect.set(book, name, broken);
      });
    },
    heal(): void {
      left = Infinity;
      books.forEach(([book, name], index) => Reflect.set(book, name, honest[index]));
    },
    within<Value>(isMeant: boolean, run: () => Value): Value {
      isInside = isMeant;
      try {
        return run();
      } finally {
        isInside = false;
      }
    },
    used: () => used,
  };
});

/** Of a banner that was shown the monitor may fail to note it; then it is as after a crash, and a digest tells it again. */
const isMeant = ({ kind }: MonitorEvent) => kind !== 'shown' && kind !== 'broke-off';

vi.mock('../../../main/monitor/advance.ts', async (importOriginal) => {
  const original = await importOriginal<typeof advancing>();
  return {
    advance: (...given: Parameters<typeof original.advance>) =>
      fault.within(isMeant(given[1]), () => original.advance(...given)),
  };
});

interface Disk {
  readonly watches: Map<string, SavedWatch>;
  readonly notices: Map<string, Notice>;
  readonly groups: Map<string, SavedGroup>;
}

interface Banner {
  readonly keys: readonly string[];
  readonly digest: boolean;
}

/** A run on what the disk holds, of a service that says `statusOf` of each asset. */
function startRun(disk: Disk, clock: { now: number }, statusOf: (assetId: number) => string) {
  const timers: { readonly at: number; readonly run: () => void }[] = [];
  const banners: Banner[] = [];
  const faults: unknown[] = [];
  const settings = { floorMs: 5_000, notices: { completed: true, failed: true } };
  const saved = {
    watches: structuredClone([...disk.watches.values()]),
    notices: structuredClone([...disk.notices.values()]),
    groups: structuredClone([...disk.groups.values()]),
  };
  const state = createState({ at: clock.now, seed: 1, settings, pausedUntil: null, ...saved });
  const runner = createRunner(state, {
    now: () => clock.now,
    setTimer(at, run) {
      const timer = { at, run };
      timers.push(timer);
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
    },
    ask: (_account, { assetId }) =>
      Promise.resolve({ kind: 'answer', value: answerOf(assetId, statusOf(assetId), clock.now) }),
    learnName: () => new Promise(() => {}),
    readPage: () => new Promise(() => {}),
    save(changes) {
      for (const watch of changes.watches) disk.watches.set(watch.id, structuredClone(watch));
      for (const notice of changes.notices) disk.notices.set(notice.key, structuredClone(notice));
      for (const group of changes.groups) disk.groups.set(group.id, structuredClone(group));
      return Promise.resolve();
    },
    show(notices, digest) {
      banners.push({ keys: notices.map(({ key }) => key), digest });
      return Promise.resolve({ kind: 'shown', by: 'electron' });
    },
    tellProblem: () => {},
    changed: () => {},
    wentWrong: (error) => faults.push(error),
  });
  runner.dispatch({ kind: 'account-ready', account: 'a1' });
  return {
    runner,
    banners,
    faults,
    /** Lets the time pass from timer to timer. */
    async pass(ms: number) {
      for (const end = clock.now + ms; ;) {
        await new Promise(setImmediate);
        const next = timers.toSorted((one, other) => one.at - other.at)[0];
        if (next === undefined || next.at > end) return void (clock.now = end);
        timers.splice(timers.indexOf(next), 1);
        clock.now = Math.max(clock.now, next.at);
        next.run();
      }
    },
  };
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
    statusOf: (_assetId, afterMs) => (afterMs < 20 * second ? 'FAILED' : 'COMPLETED'),
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
  const clock = { now: startAt };
  const disk: Disk = { watches: new Map(), notices: new Map(), groups: new Map() };
  let beganAt = Infinity;
  const status = (assetId: number) =>
    clock.now < beganAt ? 'IN_PROGRESS' : statusOf(assetId, clock.now - beganAt);
  const first = startRun(disk, clock, status);
  const watches = assets.map((assetId) => ({
    account: 'a1',
    reference: referenceOf(assetId),
    label: null,
    fileName: 'film.mp4',
  }));
  first.runner.dispatch({ kind: 'added', watches, ...(group && { group }) });
  await first.pass(10 * second);
  beganAt = clock.now;
  const lookAtAll = () => first.runner.dispatch({ kind: 'check-now', watches: [...disk.watches.keys()] });
  fault.set(faultAt);
  await first.pass(20 * second);
  lookAtAll();
  await first.pass(60 * second);
  fault.heal();
  // Whatever the fault kept from being asked once more.
  lookAtAll();
  await first.pass(60 * second);
  const { banners, faults } = first;
  await first.runner.stop();
  const again = startRun(disk, clock, status);
  await again.pass(60 * second);
  return { faults, used: fault.used(), told: banners.flatMap(({ keys }) => keys), toldAgain: again.banners };
}

afterEach(() => fault.heal());

describe('a fault of our own at any step', () => {
  it.each(stories)('of $name costs no notice and doubles none', { timeout: 60_000 }, async (story) => {
    const calm = await play(story, Infinity);
    expect([...calm.told].toSorted()).toEqual([...story.told].toSorted());
    for (let at = 1; at <= calm.used; at += 1) {
      const { faults, told, toldAgain } = await play(story, at);
      expect(faults.map(String), `fault ${at}`).toEqual(['Error: a fault of our own']);
      expect([...told].toSorted(), `fault ${at}`).toEqual([...story.told].toSorted());
      expect(toldAgain, `fault ${at}`).toEqual([]);
    }
  });
});
