import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createState } from '../../../main/monitor/state.ts';
import type { NoticeFate } from '../../../main/model/notice.ts';
import type { Wish } from '../../../main/model/wish.ts';
import type { ShowOutcome } from '../../../main/monitor/kernel/events.ts';
import { createRunner } from '../../../main/runner/runner.ts';
import { setTimer } from '../../../main/runner/timer.ts';
import { answerOf, newWatchOf, someSettings } from '../monitor/stage.ts';
import { answering, portsWith } from './ports.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** One import that has just ended, and whose banner is in the hands of the notifier. */
async function showing() {
  const banner = Promise.withResolvers<ShowOutcome>();
  const world = { status: 'IN_PROGRESS', asked: 0, banners: 0, fates: [] as NoticeFate['kind'][] };
  const state = createState({ at: Date.now(), seed: 1, settings: someSettings, pausedUntil: null });
  const runner = createRunner(
    state,
    portsWith({
      setTimer,
      ask: answering(() => {
        world.asked += 1;
        return answerOf(1, world.status, Date.now());
      }),
      save: ({ notices }) => {
        for (const notice of notices.values()) if (notice !== null) world.fates.push(notice.fate.kind);
        return Promise.resolve();
      },
      show: () => {
        world.banners += 1;
        return banner.promise;
      },
    }),
  );
  runner.dispatch({ kind: 'account-ready', account: 'a1', keptAt: 0 });
  runner.dispatch({ kind: 'added', watches: [newWatchOf(1)] });
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

/** Eleven files; the first was taken, the second is on the wire, and its reply is yet to come. */
async function registering() {
  const onDisk = new Map<string, Wish['state']['kind']>();
  const world = { posts: [] as string[], onDisk, savesFail: false };
  const state = createState({ at: Date.now(), seed: 1, settings: someSettings, pausedUntil: null });
  const page = { assets: [], skipped: 0, totalCount: 0, pages: 1 };
  const runner = createRunner(
    state,
    portsWith({
      setTimer,
      ask: (ask) => {
        if (ask.for === 'survey') return Promise.resolve({ kind: 'answer', for: 'survey', value: page });
        if (ask.for !== 'registration') return new Promise(() => {});
        if (ask.key === 'taken.mp4')
          return Promise.resolve({ kind: 'answer', for: 'registration', value: { assetId: 9 } });
        world.posts.push(ask.key);
        return new Promise(() => {});
      },
      save: ({ wishes }) => {
        if (world.savesFail) return Promise.reject(new Error('full'));
        for (const [id, wish] of wishes) if (wish !== null) onDisk.set(id, wish.state.kind);
        return Promise.resolve();
      },
    }),
  );
  runner.dispatch({ kind: 'account-ready', account: 'a1', keptAt: 0 });
  const wish = (id: string, key: string) => ({
    ...{ id, account: 'a1', workspace: 'w', projectId: 1, bucket: 'b' },
    ...{ key, label: null, replaces: null },
  });
  const others = Array.from({ length: 10 }, (_, index) => wish(`w${index}`, `${index}.mp4`));
  runner.dispatch({ kind: 'wished', wishes: [wish('taken', 'taken.mp4'), ...others] });
  while (world.posts.length === 0) await vi.advanceTimersByTimeAsync(100);
  return { world, runner };
}

describe('a runner that is stopped while files are being registered', () => {
  it('leaves as sent on the disk only what has left', async () => {
    const { world, runner } = await registering();
    expect([...world.onDisk.values()].filter((kind) => kind === 'sent')).toHaveLength(4);
    await runner.stop();
    expect([...world.onDisk].filter(([, kind]) => kind === 'sent')).toEqual([['w0', 'sent']]);
    expect(runner.state.wishes.get('w1')?.state.kind).toBe('waiting');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(world.posts).toEqual(['0.mp4']);
  });

  it('leaves it as it was where that cannot be written: the next run looks for it, and sends nothing twice', async () => {
    const { world, runner } = await registering();
    world.savesFail = true;
    await runner.stop();
    expect([...world.onDisk.values()].filter((kind) => kind === 'sent')).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(world.posts).toEqual(['0.mp4']);
  });

  it('writes no other as sent when it hears what became of a banner', async () => {
    const { world, runner } = await registering();
    const stopped = runner.stop();
    runner.dispatch({ kind: 'told', banner: 1, outcome: { kind: 'not-shown', reasons: [] } });
    await stopped;
    expect([...world.onDisk.values()].filter((kind) => kind === 'sent')).toHaveLength(1);
  });
});
