import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRetryAfter } from '../../../main/mi/retry-after.ts';

const now = Date.parse('2026-11-24T09:00:00Z');

describe('readRetryAfter', () => {
  it.each([
    [null, null],
    ['', null],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['2026', 2_026_000],
    ['0', 0],
    [' 7 ', 7_000],
    ['99999999999', 86_400_000],
    ['Tue, 24 Nov 2026 09:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 08:00:00 GMT', 0],
    ['Tue, 24 Nov 2099 08:00:00 GMT', 86_400_000],
  ])('reads %j as %s ms', (header, delay) => {
    expect(readRetryAfter(header, now)).toBe(delay);
  });

  it('is null or from 0 to one day, whatever the header says', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const delay = readRetryAfter(header, now);
        expect(delay === null || (delay >= 0 && delay <= 86_400_000)).toBe(true);
      }),
    );
  });
});
