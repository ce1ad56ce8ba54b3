import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createState } from '../../../main/monitor/initial-state.ts';
import type { NoticeFate } from '../../../main/monitor/notice.ts';
import { createRunner, type ShowOutcome } from '../../../main/runner/runner.ts';
import { setTimer } from '../../../main/runner/timer.ts';
import { answerOf, referenceOf } from '../monitor/stage.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** One import that has just ended, and whose banner is in the hands of the notifier. */
async function showing() {
  const banner = Promise.withResolvers<ShowOutcome>();
  const world = { status: 'IN_PROGRESS', asked: 0, banners: 0, fates: [] as NoticeFate['kind'][] };
  const settings = { floorMs: 5_000, notices: { completed: true, failed: true } };
  const at = Date.now();
  const state = createState({ at, seed: 1, settings, watches: [], notices: [], pausedUntil: null });
  const runner = createRunner(state, {
    now: Date.now,
    setTimer,
    ask: () => {
      world.asked += 1;
      return Promise.resolve({ kind: 'answer', value: answerOf(1, world.status, Date.now()) });
    },
    learnName: () => new Promise(() => {}),
    readPage: () => new Promise(() => {}),
    save: ({ notices }) => {
      world.fates.push(...notices.map(({ fate }) => fate.kind));
      return Promise.resolve();
    },
    show: () => {
      world.banners += 1;
      return banner.promise;
    },
    tellProblem: () => {},
    changed: () => {},
    wentWrong: (error) => {
      throw error;
    },
  });
  const watch = { account: 'a1', reference: referenceOf(1), label: null, fileName: 'film.mp4' };
  runner.dispatch({ kind: 'account-ready', account: 'a1' });
  runner.dispatch({ kind: 'added', watches: [watch] });
  await vi.advanceTimersByTimeAsync(1_000);
  world.status = 'COMPLETED';
  while (world.banners === 0) await vi.advanceTimersByTimeAsync(500);
  return { world, runner, say: banner.resolve };
}

describe('a runner that is stopped while a banner is on its way', () => {
  it('writes that it was shown, so that the next run does not tell it again', async () => {
    const { world, runner, say } = await showing();
    const stopped = runner.stop();
    await vi.advanceTimersByTimeAsync(100);
    say({ kind: 'shown', by: 'node-notifier' });
    await stopped;
    expect(world.fates.at(-1)).toBe('shown');
  });

  it('waits no longer than two seconds for a notifier that says nothing', async () => {
    const { world, runner } = await showing();
    let isOver = false;
    void runner.stop().then(() => (isOver = true));
    await vi.advanceTimersByTimeAsync(1_900);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(isOver).toBe(true);
    expect(world.fates.at(-1)).toBe('showing');
  });

  it('asks and shows nothing more meanwhile, whatever it is told', async () => {
    const { world, runner, say } = await showing();
    const { asked, banners } = world;
    const stopped = runner.stop();
    runner.dispatch({ kind: 'check-now', watches: [...runner.state.watches.keys()] });
    say({ kind: 'not-shown', reasons: [] });
    await stopped;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(world).toMatchObject({ asked, banners });
    expect(world.fates.at(-1)).toBe('not-shown');
  });
});
