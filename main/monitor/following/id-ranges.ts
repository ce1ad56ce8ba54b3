import type { IdRanges } from '../../model/follow.ts';

/** `ids` in any order, each any number of times. */
export function rangesOf(ids: readonly number[]): IdRanges {
  const ranges: number[] = [];
  for (const id of ids.toSorted((one, other) => one - other)) append(ranges, id, id);
  return ranges;
}

export function hasId(ranges: IdRanges, id: number): boolean {
  const at = rangeFrom(ranges, id);
  return at < ranges.length && ranges[at]! <= id;
}

/** Where the first range stands that ends at `id` or behind it. */
function rangeFrom(ranges: IdRanges, id: number): number {
  let [low, high] = [0, ranges.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[2 * middle + 1]! < id) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

export function countIds(ranges: IdRanges): number {
  let count = 0;
  for (let at = 0; at < ranges.length; at += 2) count += ranges[at + 1]! - ranges[at]! + 1;
  return count;
}

/** The ids of both. */
export function unionOf(one: IdRanges, other: IdRanges): IdRanges {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  const union: number[] = [];
  let [left, right] = [0, 0];
  while (left < one.length || right < other.length) {
    const fromLeft = right >= other.length || (left < one.length && one[left]! <= other[right]!);
    if (fromLeft) append(union, one[left]!, one[left + 1]!);
    else append(union, other[right]!, other[right + 1]!);
    if (fromLeft) left += 2;
    else right += 2;
  }
  return union;
}

/** The ids of `one` that `other` has not. */
export function withoutIds(one: IdRanges, other: IdRanges): IdRanges {
  if (one.length === 0 || other.length === 0) return one;
  const rest: number[] = [];
  let right = 0;
  for (let left = 0; left < one.length; left += 2) {
    let first = one[left]!;
    const last = one[left + 1]!;
    while (right < other.length && other[right + 1]! < first) right += 2;
    for (let at = right; at < other.length && other[at]! <= last && first <= last; at += 2) {
      if (other[at]! > first) rest.push(first, other[at]! - 1);
      first = Math.max(first, other[at + 1]! + 1);
    }
    if (first <= last) rest.push(first, last);
  }
  return rest;
}

/** Adds a range that begins at or behind the beginning of the last one. */
function append(ranges: number[], first: number, last: number): void {
  const end = ranges.length - 1;
  if (end > 0 && first <= ranges[end]! + 1) ranges[end] = Math.max(ranges[end]!, last);
  else ranges.push(first, last);
}
