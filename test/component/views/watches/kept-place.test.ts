import { expect, it } from 'vitest';
import { shiftOf } from '../../../../renderer/views/watches/kept-place.ts';

const seen = [
  { id: 'a', start: 560 },
  { id: 'b', start: 616 },
  { id: 'c', start: 672 },
];
const at = (starts: Readonly<Record<string, number>>) => shiftOf(seen, (id) => starts[id] ?? null);

it.each([
  ['nothing moved', { a: 560, b: 616, c: 672 }, 0],
  ['a row came before', { a: 616, b: 672, c: 728 }, 56],
  ['the first seen went to the top', { a: 0, b: 616, c: 672 }, 0],
  ['the second seen went to the top', { a: 616, b: 0, c: 672 }, 0],
  ['the first seen is gone', { b: 560, c: 616 }, -56],
  ['all of them are gone', {}, 0],
])('%s', (_, starts, shift) => {
  expect(at(starts)).toBe(shift);
});
