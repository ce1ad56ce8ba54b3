import { expect, it } from 'vitest';
import { pauseEnd } from '../../../main/desk/pause.ts';

it('pauses for an hour', () => {
  expect(pauseEnd('one-hour', 5_000)).toBe(3_605_000);
});

it('pauses until eight in the next morning, also over the end of a year', () => {
  const end = new Date(pauseEnd('until-tomorrow', new Date(2026, 11, 31, 23, 59).getTime()));
  expect([end.getFullYear(), end.getMonth(), end.getDate(), end.getHours(), end.getMinutes()]).toEqual([
    2027, 0, 1, 8, 0,
  ]);
});
