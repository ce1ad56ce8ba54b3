import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readArguments } from '../../../main/cli/arguments.ts';
import { overRemark, troubleRemark } from '../../../main/cli/remarks.ts';
import { limitTime } from '../../../main/cli/time-limit.ts';
import { runWatching } from '../../../main/cli/watching.ts';
import type { MediaIntelligenceClient } from '../../../main/mi/client.ts';
import type { AssetReference } from '../../../main/model/asset.ts';
import { problemRules, type ProblemKind } from '../../../main/model/problem.ts';
import { setTimer } from '../../../main/runner/timer.ts';
import { aProblem } from '../../support/samples/problems.ts';

/** The monitor behind the command in virtual time, against a service that is played by each test. */

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

type Said =
  | { readonly status: string }
  | { readonly problem: ProblemKind; readonly retryAfterMs?: number; readonly httpStatus?: number };

interface Service {
  /** What it says of an asset when it is asked for the time so many (from 1). */
  readonly ofAsset?: (assetId: number, time: number) => Said;
  readonly ofProject?: () => Said;
  /** The assets of the project, when its list is asked for the time so many (from 1). */
  readonly listed?: (time: number) => readonly number[];
}

/** How many assets a page of a list has here. */
const pageSize = 6;

function orderOf(words: readonly string[]) {
  const read = readArguments(words);
  if (read.kind !== 'run') throw new Error('not understood');
  return read.order;
}

function play(words: readonly string[], service: Service) {
  const order = orderOf(words);
  const asked = new Map<number, number>();
  const remarks: string[] = [];
  let pages = 0;
  const beganAt = Date.now();
  let ended: { code: number; afterMs: number } | null = null;
  const outcomeOf = <Value>(said: Said, value: (status: string) => Value) => {
    if ('status' in said) return { kind: 'answer', value: value(said.status) } as const;
    const { problem: kind, retryAfterMs = null } = said;
    const httpStatus = said.httpStatus ?? (problemRules[kind].then === 'stop' ? 401 : null);
    return {
      kind: 'problem',
      problem: aProblem(kind, {
        httpStatus,
        at: Date.now(),
        retryAfterMs,
      }),
    } as const;
  };
  const client: MediaIntelligenceClient = {
    importStatus: ({ assetId }: AssetReference) => {
      const time = (asked.get(assetId) ?? 0) + 1;
      asked.set(assetId, time);
      const said = service.ofAsset?.(assetId, time) ?? { status: 'IN_PROGRESS' };
      const answerOf = (status: string) => ({
        ...{ assetId, status, text: null, metaData: null, receivedAt: Date.now() },
      });
      return Promise.resolve(outcomeOf(said, answerOf));
    },
    assetDetails: () => Promise.reject(new Error('not asked here')),
    lookUpAsset: () => Promise.reject(new Error('not asked here')),
    listWorkspaces: () => Promise.reject(new Error('not asked here')),
    listProjects: () => Promise.reject(new Error('not asked here')),
    listAssets: () => Promise.reject(new Error('not asked here')),
    readPage: (_workspace, _projectId, page) => {
      const ids = service.listed?.((pages += 1)) ?? [];
      const assets = ids
        .slice((page - 1) * pageSize, page * pageSize)
        .map((assetId) => ({ assetId, fileName: null, size: null, complete: true }));
      const list = { assets, skipped: 0, totalCount: ids.length, pages: Math.ceil(ids.length / pageSize) };
      return Promise.resolve(outcomeOf(service.ofProject?.() ?? { status: '' }, () => list));
    },
    register: () => Promise.reject(new Error('not asked here')),
    clockOffsetMs: () => 0,
  };
  const interrupted = new AbortController();
  void runWatching(order, [], {
    now: Date.now,
    setTimer,
    client,
    changed: () => undefined,
    settled: () => undefined,
    troubled: (trouble) => remarks.push(...troubleRemark(trouble, order, 'en')),
    over: (left, isTimeUp) => remarks.push(...overRemark(left, isTimeUp, order, 'en')),
    wentWrong: (error) => {
      throw error;
    },
    interrupted: limitTime({ interrupted: interrupted.signal, now: Date.now }, order.timeoutMs).interrupted,
  }).then((code) => (ended = { code, afterMs: Date.now() - beganAt }));
  return { asked, remarks, ended: () => ended, interrupt: () => interrupted.abort() };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);

test('watch without --wait holds the process until it is interrupted, also when all has ended', async () => {
  const run = play(['watch', 'my-workspace/1/5'], { ofAsset: () => ({ status: 'COMPLETED' }) });
  await seconds(3_600);
  expect(run.asked.get(5)).toBe(1);
  expect(run.ended()).toBe(null);
  // A process ends when no timer is left, whatever is awaited.
  expect(vi.getTimerCount()).toBe(1);
  run.interrupt();
  await seconds(0);
  expect(run.ended()?.code).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

describe('watch --wait', () => {
  test('gives up an asset that was never there after half a minute, and names it', async () => {
    const run = play(['watch', 'typo-here/1/5', 'my-workspace/1/6', '--wait'], {
      ofAsset: (assetId) => (assetId === 5 ? { problem: 'not-found' } : { status: 'COMPLETED' }),
    });
    await seconds(20);
    expect(run.ended()).toBe(null);
    await seconds(20);
    expect(run.ended()?.code).toBe(3);
    expect(run.ended()?.afterMs).toBeGreaterThan(25_000);
    expect(run.asked.get(5)).toBe(3);
    expect(run.remarks.at(-1)).toBe('Not found after several tries: typo-here/1/5');
  });

  describe.each([
    ['not-found', 404],
    ['refused', 421],
    ['refused', 400],
  ] as const)('where nobody of the service says %s (%d)', (problem, httpStatus) => {
    const page = { problem, httpStatus };

    test('goes on, says what is known, and takes the status that comes', async () => {
      const run = play(['watch', 'my-workspace/1/5', '--wait'], {
        ofAsset: (_assetId, time) => (time <= 5 ? page : { status: 'COMPLETED' }),
      });
      await seconds(60);
      expect(run.ended()).toBe(null);
      expect(run.remarks[0]).toContain(`HTTP ${httpStatus}`);
      expect(run.remarks[1]).toContain('a server in between may have sent it');
      await seconds(540);
      expect(run.ended()?.code).toBe(0);
    });

    test('gives up with the first check after ten minutes, and does not call it not found', async () => {
      const run = play(['watch', 'my-workspace/1/5', '--wait'], { ofAsset: () => page });
      await seconds(595);
      expect(run.ended()).toBe(null);
      // By then it is asked every ten minutes, by chance a little sooner or later.
      await seconds(900);
      expect(run.ended()?.code).toBe(3);
      expect(run.remarks.at(-1)).toBe('No final status yet: my-workspace/1/5');
    });

    test('goes on with a project as well', async () => {
      const run = play(['watch', '--project', 'nonono/12', '--wait'], { ofProject: () => page });
      await seconds(595);
      expect(run.ended()).toBe(null);
      expect(run.remarks[1]).toContain('a server in between may have sent it');
      await seconds(600);
      expect(run.ended()?.code).toBe(3);
      expect(run.remarks.at(-1)).toBe('No final status yet: nonono/12');
    });
  });

  test('goes on while another import is in progress, and takes the asset back when it comes to be', async () => {
    const run = play(['watch', 'my-workspace/1/5', 'my-workspace/1/6', '--wait'], {
      ofAsset: (assetId, time) => {
        if (assetId === 6) return { status: time < 40 ? 'IN_PROGRESS' : 'COMPLETED' };
        return time <= 3 ? { problem: 'not-found' } : { status: 'COMPLETED' };
      },
    });
    await seconds(120);
    expect(run.ended()).toBe(null);
    await seconds(900);
    expect(run.ended()?.code).toBe(0);
    expect(run.remarks.join()).not.toContain('Not found');
  });

  test('does not give up one that was there', async () => {
    const run = play(['watch', 'my-workspace/1/5', '--wait'], {
      ofAsset: (_assetId, time) => (time === 1 ? { status: 'IN_PROGRESS' } : { problem: 'refused' }),
    });
    await seconds(120);
    expect(run.ended()).toBe(null);
  });

  test('gives up an asset that alone is refused, and says what is known of the others', async () => {
    const run = play(['watch', 'my-workspace/1/5', 'my-workspace/1/6', '--wait'], {
      ofAsset: (assetId, time) => {
        if (assetId === 5) return { problem: 'permission' };
        return { status: time < 10 ? 'IN_PROGRESS' : 'COMPLETED' };
      },
    });
    await seconds(600);
    expect(run.ended()?.code).toBe(3);
    expect(run.remarks[0]).toBe('my-workspace/1/5: The key doesn’t have permission · HTTP 401');
    expect(run.remarks.at(-1)).toBe('No final status yet: my-workspace/1/5');
    expect(run.remarks.filter((remark) => remark.includes('permission'))).toHaveLength(1);
  });

  const four = [5, 6, 7, 8].map((id) => `my-workspace/1/${id}`);

  test.each(['credentials', 'permission', 'clock'] as const)(
    'is over within 20 s where the new key is refused (%s), after three requests',
    async (problem) => {
      const run = play(['watch', ...four, '--wait'], { ofAsset: () => ({ problem }) });
      await seconds(20);
      expect(run.ended()?.code).toBe(3);
      expect(run.remarks).toHaveLength(3);
      expect([...run.asked.values()].reduce((sum, times) => sum + times)).toBe(3);
    },
  );

  test('says nothing of a refusal that is over with the next request', async () => {
    let refusals = 0;
    const run = play(['watch', 'my-workspace/1/5', '--wait'], {
      ofAsset: (_assetId, time) => {
        if (time % 3 === 1 && time < 12) {
          refusals += 1;
          return { problem: 'credentials' };
        }
        return { status: time < 12 ? 'IN_PROGRESS' : 'COMPLETED' };
      },
    });
    await seconds(600);
    expect(refusals).toBe(4);
    expect(run.ended()?.code).toBe(0);
    expect(run.remarks).toEqual([]);
  });

  test('gives a key that worked some minutes before it is over', async () => {
    const run = play(['watch', 'my-workspace/1/5', '--wait'], {
      ofAsset: (_assetId, time) => (time === 1 ? { status: 'IN_PROGRESS' } : { problem: 'credentials' }),
    });
    await seconds(180);
    expect(run.ended()).toBe(null);
    await seconds(420);
    expect(run.ended()?.code).toBe(3);
  });

  test('gives up a project that was never there, in words of a project', async () => {
    const run = play(['watch', '--project', 'nonono/12', '--wait'], {
      ofProject: () => ({ problem: 'not-found' }),
    });
    await seconds(90);
    expect(run.ended()?.code).toBe(3);
    expect(run.remarks[0]).toMatch(/^nonono\/12: Project not found$/);
    expect(run.remarks[1]).toBe('It may have been deleted. Check the workspace and project ID.');
    expect(run.remarks.at(-1)).toContain('nonono/12');
  });

  test('names a project too that was not looked through when the time is up', async () => {
    const run = play(['watch', '--project', 'nonono/12', '--wait', '--timeout', '2s'], {
      ofProject: () => ({ problem: 'not-found' }),
    });
    await seconds(3);
    expect(run.ended()?.code).toBe(3);
    expect(run.remarks.at(-1)).toBe('Timed out. No final status yet: nonono/12');
  });

  const twelve = Array.from({ length: 12 }, (_, index) => index + 1);
  const project = ['watch', '--project', 'films/1', '--wait'];

  test('misses no import that slipped to an earlier page of the list as another was deleted', async () => {
    const run = play(project, {
      ofAsset: (assetId, time) => ({ status: assetId === 7 && time < 10 ? 'IN_PROGRESS' : 'COMPLETED' }),
      listed: (time) => (time === 1 ? twelve : twelve.filter((id) => id !== 3)),
    });
    await seconds(20);
    expect(run.ended()).toBe(null);
    await seconds(600);
    expect(run.ended()?.code).toBe(0);
  });

  test('cannot tell of a project whose list lost assets each time that it was read', async () => {
    const run = play(project, {
      ofAsset: () => ({ status: 'COMPLETED' }),
      listed: (time) => twelve.slice(time - 1),
    });
    await seconds(60);
    expect(run.ended()?.code).toBe(3);
    expect(run.remarks.at(-1)).toBe('No final status yet: films/1');
  });
});

describe('status', () => {
  test('asks again where a key was refused once, and says why where it is refused', async () => {
    const once = play(['status', 'my-workspace/1/5'], {
      ofAsset: (_assetId, time) => (time === 1 ? { problem: 'credentials' } : { status: 'COMPLETED' }),
    });
    const always = play(['status', 'my-workspace/1/5', 'my-workspace/1/6'], {
      ofAsset: (assetId) => (assetId === 5 ? { status: 'COMPLETED' } : { problem: 'permission' }),
    });
    await seconds(20);
    expect(once.ended()?.code).toBe(0);
    expect(once.remarks).toEqual([]);
    expect(always.ended()?.code).toBe(3);
    expect(always.remarks).toEqual([
      'The service rejected a request · While checking my-workspace/1/6 · HTTP 401',
      'Run the command again later, or use --timeout to keep trying.',
      'No response about: my-workspace/1/6',
    ]);
  });

  const all = ['my-workspace/1/1', 'my-workspace/1/2', 'my-workspace/1/3', 'my-workspace/1/4'];

  test('gives up in an outage before it has tried many, and says what to do now', async () => {
    const run = play(['status', ...all, 'my-workspace/1/5'], { ofAsset: () => ({ problem: 'offline' }) });
    await seconds(30);
    expect(run.ended()?.code).toBe(3);
    expect(run.asked.size).toBe(3);
    expect(run.remarks).toEqual([
      'Can’t reach Media Intelligence · While checking my-workspace/1/1',
      'Check your network connection and run the command again, or use --timeout to keep trying.',
      `No response about: ${[...all, 'my-workspace/1/5'].join(', ')}`,
    ]);
  });

  test('does not wait for what Retry-After asks without a timeout', async () => {
    const run = play(['status', ...all], {
      ofAsset: () => ({ problem: 'rate-limit', retryAfterMs: 60_000 }),
    });
    await seconds(1);
    expect(run.ended()?.code).toBe(3);
    expect(run.remarks.join(' ')).toContain('Run the command again later');
  });

  test('with a timeout goes on to its end, with the advice of one who goes on', async () => {
    const offline = () => ({ problem: 'offline' }) as const;
    const run = play(['status', ...all, '--timeout', '60s'], { ofAsset: offline, ofProject: offline });
    await seconds(59);
    expect(run.ended()).toBe(null);
    await seconds(2);
    expect(run.ended()?.code).toBe(3);
    expect(run.remarks[1]).toContain('Checking resumes automatically');
    expect(run.remarks.at(-1)).toBe(`Timed out. No response about: ${all.join(', ')}`);
  });

  test.each([
    ['the service has trouble with it alone', { problem: 'service', httpStatus: 503 }],
    ['it was registered just now', { problem: 'not-found', httpStatus: 404 }],
    ['it is refused', { problem: 'refused', httpStatus: 400 }],
  ] as const)('with a timeout asks again for one import while %s', async (_what, trouble) => {
    const run = play(['status', ...all, '--timeout', '10m'], {
      ofAsset: (assetId, time) => (assetId === 4 && time < 4 ? trouble : { status: 'IN_PROGRESS' }),
    });
    await seconds(15);
    expect(run.ended()).toBe(null);
    expect(run.remarks[0]).toContain(all[3]);
    await seconds(300);
    expect(run.ended()?.code).toBe(0);
    expect(run.asked.get(4)).toBe(4);
  });

  test.each([
    ['is not there', { problem: 'not-found' }, `Not found after several tries: ${all[0]}`],
    ['alone is refused', { problem: 'permission' }, undefined],
  ] as const)('with a timeout gives up what %s, as watch --wait does', async (_what, trouble, last) => {
    const run = play(['status', ...all, '--timeout', '1h'], {
      ofAsset: (assetId) => (assetId === 1 ? trouble : { status: 'COMPLETED' }),
    });
    await seconds(600);
    expect(run.ended()?.code).toBe(3);
    expect(run.ended()?.afterMs).toBeGreaterThan(20_000);
    if (last !== undefined) expect(run.remarks.at(-1)).toBe(last);
  });

  test('takes an answer that cannot be read for an answer, and does not promise another look', async () => {
    const run = play(['status', 'my-workspace/1/1', '--timeout', '60s'], {
      ofAsset: () => ({ problem: 'unreadable' }),
    });
    await seconds(1);
    expect(run.ended()?.code).toBe(3);
    expect(run.remarks[1]).toMatch(/^Run the command again\./);
    expect(run.remarks).toHaveLength(2);
  });
});
