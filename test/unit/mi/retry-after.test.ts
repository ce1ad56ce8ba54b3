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
    ['600', 600_000],
    ['2026', 900_000],
    ['0', 0],
    [' 7 ', 7_000],
    ['99999999999', 900_000],
    [String(now / 1_000 + 30), 30_000],
    [String(now + 30_000), 30_000],
    [String(now / 1_000 - 30), 0],
    [String(now / 1_000 + 86_400), 900_000],
    ['Tue, 24 Nov 2026 09:00:30 GMT', 30_000],
    ['Tuesday, 24-Nov-26 09:00:30 GMT', 30_000],
    ['Tue Nov 24 09:00:30 2026', 30_000],
    ['tue, 24 nov 2026 09:00:30 gmt', 30_000],
    ['Tue, 24 Nov 2026 18:00:30 +0900', 30_000],
    ['2026-11-24T09:00:30Z', 30_000],
    ['2026-11-24T18:00:30.000+09:00', 30_000],
    ['2026-11-24', null],
    ['5 seconds', null],
    ['Tue, 24 Nov 2026 08:00:00 GMT', 0],
    ['Tue, 24 Nov 2099 08:00:00 GMT', 900_000],
  ])('reads %j as %s ms', (header, delay) => {
    expect(readRetryAfter(header, now)).toBe(delay);
  });

  it('is null or from 0 to 15 minutes, whatever the header says', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const delay = readRetryAfter(header, now);
        expect(delay === null || (delay >= 0 && delay <= 900_000)).toBe(true);
      }),
    );
  });
});
