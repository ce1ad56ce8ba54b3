import { expect, test } from 'vitest';
import { createServiceClock } from '../../../main/mi/service-clock.ts';

test('a time that was refused with a wrong key is tried again with another key', () => {
  const clock = createServiceClock();
  const [wrong, right] = ['wrong', 'right'].map((secretKey) => ({ accessKey: 'key', secretKey }));
  const toldMs = 7 * 60_000;
  expect(clock.othersThan(0, toldMs, wrong!)).toEqual([toldMs]);
  clock.refused(toldMs, wrong!);
  expect(clock.othersThan(0, toldMs, wrong!)).toEqual([]);
  expect(clock.othersThan(0, toldMs, right!)).toEqual([toldMs]);
});
