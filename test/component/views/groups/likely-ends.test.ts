import { describe, expect, it } from 'vitest';
import { likelyEndsOf } from '../../../../renderer/views/groups/likely-ends.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aProblem } from '../../../support/samples/problems.ts';
import { aRow } from '../../../support/samples/rows.ts';

const minute = 60_000;
const usual = { fromMs: 12 * minute, toMs: 18 * minute };
const member = (assetId: number, parts: Parameters<typeof aRow>[1] = {}) =>
  aRow(assetId, { group: 'a', startedAt: noon - 5 * minute, usual, ...parts });
/** Minutes from noon on. */
const endOf = (...rows: readonly ReturnType<typeof aRow>[]) => {
  const end = likelyEndsOf(rows, noon).get('a');
  return end === undefined ? null : (end - noon) / minute;
};

describe('by when a group has likely ended', () => {
  it('is when what is usual for the last one is over, in steps of five minutes', () => {
    expect(endOf(member(1))).toBe(15);
    expect(endOf(member(1, { startedAt: noon - 4 * minute }))).toBe(15);
    expect(endOf(member(1), member(2, { startedAt: noon }))).toBeGreaterThanOrEqual(20);
  });

  it('is later the more there are, since one of them is the slowest', () => {
    const many = Array.from({ length: 40 }, (_, index) => member(index + 1));
    expect(endOf(...many)).toBeGreaterThan(endOf(member(1))!);
  });

  it('is told in longer steps where it is far off', () => {
    const long = { fromMs: 100 * minute, toMs: 131 * minute };
    expect(endOf(member(1, { startedAt: noon, usual: long }))).toBe(135);
  });

  it('heeds nothing that has ended, and nothing of another group or of none', () => {
    const ended = member(2, { outcome: 'completed', endedAt: noon, usual: null });
    expect(endOf(member(1), ended, member(3, { group: 'b', usual: null }), member(4, { group: null }))).toBe(
      15,
    );
  });

  it.each([
    ['nothing like it was seen', { usual: null }],
    ['it takes longer than usual', { isLate: true }],
    ['a problem stands in the way', { problem: aProblem('offline') }],
    ['no answer came yet', { outcome: 'waiting', usual: null }],
    ['it should be over by now', { startedAt: noon - 30 * minute }],
  ] as const)('is not told where of one of its imports %s', (_what, parts) => {
    expect(endOf(member(1), member(2, parts))).toBeNull();
  });

  it('is not told of a group in which nothing is in progress', () => {
    expect(endOf(member(1, { outcome: 'completed', endedAt: noon }))).toBeNull();
  });
});
