import { expect, it } from 'vitest';
import { pauseEnd, pauseOf } from '../../../main/desk/pause.ts';

it('pauses for an hour', () => {
  expect(pauseEnd('one-hour', 5_000)).toBe(3_605_000);
});

it('pauses until eight in the next morning, also over the end of a year', () => {
  const end = new Date(pauseEnd('until-tomorrow', new Date(2026, 11, 31, 23, 59).getTime()));
  expect([end.getFullYear(), end.getMonth(), end.getDate(), end.getHours(), end.getMinutes()]).toEqual([
    2027, 0, 1, 8, 0,
  ]);
});

it('tells the monitor which of the two is a length', () => {
  expect(pauseOf('one-hour', 5_000)).toEqual({ kind: 'paused', until: 3_605_000, isLength: true });
  expect(pauseOf('until-tomorrow', 5_000)).toMatchObject({ kind: 'paused', isLength: false });
});
