import { describe, expect, it } from 'vitest';
import type { Counts, Health } from '../../../main/monitor/view.ts';
import { tooltipOf } from '../../../main/wording/tooltip.ts';

const now = Date.UTC(2026, 10, 24, 12, 0, 0);
const counts: Counts = { all: 6, importing: 3, completed: 2, failed: 1, unread: 1, unreadFailures: 1 };
const none: Counts = { all: 0, importing: 0, completed: 0, failed: 0, unread: 0, unreadFailures: 0 };
const problem = {
  kind: 'credentials',
  httpStatus: 401,
  code: '200',
  message: null,
  field: null,
  traceId: null,
  retryAfterMs: null,
  clockOffsetMs: null,
  at: now,
} as const;

describe('tooltipOf', () => {
  it.each<[Health, Counts, string]>([
    [
      { kind: 'watching', answeredAt: now - 12_000, nextAt: null },
      counts,
      '3 importing · 1 failed · checked 12 s ago',
    ],
    [{ kind: 'idle', answeredAt: now }, none, 'Nothing is importing'],
    [{ kind: 'no-account' }, none, 'Connect an account to begin'],
    [{ kind: 'key-missing', account: 'a1' }, none, 'The key must be entered again'],
    [{ kind: 'needs-you', account: 'a1', problem }, none, 'The key was refused'],
    [
      {
        kind: 'unknown',
        problem: { ...problem, kind: 'offline' },
        since: now,
        answeredAt: now - 360_000,
        nextAt: null,
      },
      counts,
      '3 importing · 1 failed · Nothing fresh is known, last answer 6 min ago',
    ],
    [
      { kind: 'unknown', problem: null, since: now, answeredAt: null, nextAt: null },
      none,
      'This computer is offline',
    ],
  ])('says of %o', (health, figures, text) => {
    expect(tooltipOf(health, figures, now, 'en')).toBe(text);
  });

  it('speaks Korean and Japanese', () => {
    const health: Health = { kind: 'watching', answeredAt: now - 12_000, nextAt: null };
    expect(tooltipOf(health, counts, now, 'ko')).toContain('가져오는 중 3건 · 실패 1건');
    expect(tooltipOf(health, counts, now, 'ja')).toContain('取り込み中 3 件 · 失敗 1 件');
  });
});
