import { expect, test } from 'vitest';
import { createServiceClock, offsetFrom } from '../../../main/mi/service-clock.ts';

test('a time that was refused with a wrong key is tried again with another key', () => {
  const clock = createServiceClock();
  const [wrong, right] = ['wrong', 'right'].map((secretKey) => ({ accessKey: 'key', secretKey }));
  const toldMs = 7 * 60_000;
  expect(clock.othersThan(0, toldMs, wrong!)).toEqual([toldMs]);
  clock.refused(toldMs, wrong!);
  expect(clock.othersThan(0, toldMs, wrong!)).toEqual([]);
  expect(clock.othersThan(0, toldMs, right!)).toEqual([toldMs]);
});

const now = Date.parse('2026-12-01T00:00:00Z');

test.each([
  ['Tue, 01 Dec 2026 00:10:00 GMT', 600_500],
  ['Tuesday, 01-Dec-26 00:10:00 GMT', 600_500],
  ['Tue Dec  1 00:10:00 2026', 600_500],
  ['Tue, 01 Dec 2026 09:10:00 +0900', 600_500],
  // As nginx sends it with `proxy_pass_header Date`: its own beside that of the service.
  ['Tue, 01 Dec 2026 00:10:00 GMT, Tue, 01 Dec 2026 00:10:00 GMT', 600_500],
  ['Tue, 01 Dec 2026 00:10:00 GMT, Tue, 01 Dec 2026 00:20:00 GMT', 600_500],
  ['Tue Dec  1 00:10:00 2026, Tue Dec  1 00:10:00 2026', 600_500],
  ['Tue, 01 Dec 2026 09:10:00', null],
  ['Tue, 01 Dec 2026 09:10:00 KST', null],
  ['Thu, 01 Jan 1970 00:00:00 GMT', null],
  ['Tue, 41 Dec 2026 00:10:00 GMT', null],
  ['December 1, 2026', null],
  ['foo 0 GMT', null],
  ['1764547800', null],
  ['2026', null],
  ['0', null],
  ['-1', null],
  ['', null],
  [null, null],
])('the Date %j says that the clock of the service is %s ms ahead', (date, offset) => {
  expect(offsetFrom(date, now, now)).toBe(offset);
});
