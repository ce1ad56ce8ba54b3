import { describe, expect, it } from 'vitest';
import type { ProblemKind } from '../../../main/model/problem.ts';
import type { Counts, Health } from '../../../main/model/view.ts';
import { tooltipOf } from '../../../main/wording/tooltip.ts';
import { someCounts } from '../../support/samples/counts.ts';
import { noon } from '../../support/samples/moments.ts';
import { aProblem } from '../../support/samples/problems.ts';

const counts = someCounts({ all: 6, importing: 3, completed: 2, failed: 1, unread: 1, unreadFailures: 1 });
const none = someCounts();

const of = '3 importing · 1 failed';
const last = 'last response 6 min ago';

function unknown(kind: ProblemKind, nextInMs: number | null): Extract<Health, { kind: 'unknown' }> {
  return {
    kind: 'unknown',
    problem: aProblem(kind),
    since: noon - 300_000,
    answeredAt: noon - 360_000,
    nextAt: nextInMs === null ? null : noon + nextInMs,
  };
}

describe('tooltipOf', () => {
  it.each<[Health, Counts, string]>([
    [
      { kind: 'watching', isSlowed: false, scarce: [], quiet: null, answeredAt: noon - 12_000, nextAt: null },
      counts,
      '3 importing · 1 failed · checked 12 s ago',
    ],
    [{ kind: 'idle', answeredAt: noon, quiet: null }, none, 'No imports in progress'],
    [{ kind: 'no-account' }, none, 'Connect an account to get started'],
    [{ kind: 'key-missing', account: 'a1' }, none, 'Can’t read the saved key'],
    [
      { kind: 'needs-you', account: 'a1', problem: aProblem('credentials') },
      none,
      'The service rejected the key',
    ],
    [
      { kind: 'needs-you', account: 'a1', problem: aProblem('clock', { clockOffsetMs: 420_000 }) },
      none,
      'This computer’s clock is 7 min behind',
    ],
    [
      unknown('service', 40_000),
      counts,
      `${of} · Media Intelligence is having problems · ${last} · retrying in 40 s`,
    ],
    [unknown('rate-limit', 0), counts, `${of} · Too many requests · ${last} · retrying now`],
    [{ ...unknown('offline', null), problem: null }, counts, `${of} · This computer is offline · ${last}`],
    [
      { ...unknown('offline', 5_000), answeredAt: null },
      none,
      'Can’t reach Media Intelligence · No response yet · retrying in 5 s',
    ],
  ])('says of %o', (health, figures, text) => {
    expect(tooltipOf({ health, counts: figures, warnings: [] }, noon, 'en')).toBe(text);
  });

  it('speaks Korean and Japanese', () => {
    const health: Health = {
      kind: 'watching',
      isSlowed: false,
      scarce: [],
      quiet: null,
      answeredAt: noon - 12_000,
      nextAt: null,
    };
    expect(tooltipOf({ health, counts, warnings: [] }, noon, 'ko')).toContain('등록 중 3건 · 실패 1건');
    expect(tooltipOf({ health, counts, warnings: [] }, noon, 'ja')).toContain('登録中 3 件 · 失敗 1 件');
  });
});
