import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdRanges } from '../../../../main/model/follow.ts';
import {
  countIds,
  hasId,
  rangesOf,
  unionOf,
  withoutIds,
} from '../../../../main/monitor/following/id-ranges.ts';

const id = fc.integer({ min: 1, max: 60 });
const ids = fc.array(id, { maxLength: 40 });

function idsOf(ranges: IdRanges): number[] {
  const all: number[] = [];
  for (let at = 0; at < ranges.length; at += 2)
    for (let each = ranges[at]!; each <= ranges[at + 1]!; each += 1) all.push(each);
  return all;
}

/** In pairs of first and last, in order, with a gap of at least one id between two pairs. */
const areRanges = (flat: IdRanges) =>
  flat.length % 2 === 0 &&
  flat.every((each, at) => at === 0 || each > flat[at - 1]! + (at % 2 === 1 ? -1 : 1));

const sorted = (all: Iterable<number>) => [...all].toSorted((one, other) => one - other);

describe('id ranges', () => {
  it('hold the ids that they were made of, each once', () => {
    fc.assert(
      fc.property(ids, (given) => {
        const ranges = rangesOf(given);
        expect(areRanges(ranges)).toBe(true);
        expect(idsOf(ranges)).toEqual(sorted(new Set(given)));
        expect(countIds(ranges)).toBe(new Set(given).size);
      }),
    );
  });

  it('know what they hold', () => {
    fc.assert(
      fc.property(ids, id, (given, asked) => {
        expect(hasId(rangesOf(given), asked)).toBe(given.includes(asked));
      }),
    );
  });

  it('are joined and parted as sets are', () => {
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        const [left, right] = [rangesOf(one), rangesOf(other)];
        const union = unionOf(left, right);
        const rest = withoutIds(left, right);
        expect(idsOf(union)).toEqual(sorted(new Set([...one, ...other])));
        expect(idsOf(rest)).toEqual(sorted(new Set(one.filter((each) => !other.includes(each)))));
        expect(areRanges(union)).toBe(true);
        expect(areRanges(rest)).toBe(true);
      }),
    );
  });

  it('take the largest id that the service can have', () => {
    const largest = Number.MAX_SAFE_INTEGER;
    const ranges = unionOf(rangesOf([largest]), rangesOf([largest - 1, 1]));
    expect(ranges).toEqual([1, 1, largest - 1, largest]);
    expect(hasId(ranges, largest)).toBe(true);
  });
});
