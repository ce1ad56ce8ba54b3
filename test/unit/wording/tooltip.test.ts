import { describe, expect, it } from 'vitest';
import type { Counts, Health } from '../../../main/monitor/view.ts';
import { tooltipOf } from '../../../main/wording/tooltip.ts';
import { someCounts } from '../../support/samples/counts.ts';
import { noon } from '../../support/samples/moments.ts';
import { aProblem } from '../../support/samples/problems.ts';

const counts = someCounts({ all: 6, importing: 3, completed: 2, failed: 1, unread: 1, unreadFailures: 1 });
const none = someCounts();

describe('tooltipOf', () => {
  it.each<[Health, Counts, string]>([
    [
      { kind: 'watching', answeredAt: noon - 12_000, nextAt: null },
      counts,
      '3 importing · 1 failed · checked 12 s ago',
    ],
    [{ kind: 'idle', answeredAt: noon }, none, 'Nothing is importing'],
    [{ kind: 'no-account' }, none, 'Connect an account to begin'],
    [{ kind: 'key-missing', account: 'a1' }, none, 'The key must be entered again'],
    [{ kind: 'needs-you', account: 'a1', problem: aProblem('credentials') }, none, 'The key was refused'],
    [
      {
        kind: 'unknown',
        problem: aProblem('offline'),
        since: noon,
        answeredAt: noon - 360_000,
        nextAt: null,
      },
      counts,
      '3 importing · 1 failed · Nothing fresh is known, last answer 6 min ago',
    ],
    [
      { kind: 'unknown', problem: null, since: noon, answeredAt: null, nextAt: null },
      none,
      'This computer is offline',
    ],
  ])('says of %o', (health, figures, text) => {
    expect(tooltipOf(health, figures, noon, 'en')).toBe(text);
  });

  it('speaks Korean and Japanese', () => {
    const health: Health = { kind: 'watching', answeredAt: noon - 12_000, nextAt: null };
    expect(tooltipOf(health, counts, noon, 'ko')).toContain('가져오는 중 3건 · 실패 1건');
    expect(tooltipOf(health, counts, noon, 'ja')).toContain('インポート中 3 件 · 失敗 1 件');
  });
});
