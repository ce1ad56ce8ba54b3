/**
 * A set of ids as sorted ranges that neither meet nor overlap, laid flat: first, last, first, last …, both ends included. Ids are
 * given in order, so 100,000 assets of a project are a few numbers, in memory and on disk.
 */
export type IdRanges = readonly number[];

/** The same, of one owner, who alone changes it in place. */
export type OwnIdRanges = number[];

export const noIds: IdRanges = [];

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

/** Adds one id in place; false where it was there. Beside a union it costs next to nothing, however many ranges there are. */
export function addId(ranges: OwnIdRanges, id: number): boolean {
  const at = rangeFrom(ranges, id);
  if (at < ranges.length && ranges[at]! <= id) return false;
  const meetsBefore = at > 0 && ranges[at - 1] === id - 1;
  const meetsAfter = at < ranges.length && ranges[at] === id + 1;
  if (meetsBefore && meetsAfter) ranges.splice(at - 1, 2);
  else if (meetsBefore) ranges[at - 1] = id;
  else if (meetsAfter) ranges[at] = id;
  else ranges.splice(at, 0, id, id);
  return true;
}

/** Takes one id out in place; false where it was not there. */
export function removeId(ranges: OwnIdRanges, id: number): boolean {
  const at = rangeFrom(ranges, id);
  if (at >= ranges.length || ranges[at]! > id) return false;
  const [first, last] = [ranges[at]!, ranges[at + 1]!];
  if (first === last) ranges.splice(at, 2);
  else if (first === id) ranges[at] = id + 1;
  else if (last === id) ranges[at + 1] = id - 1;
  else ranges.splice(at + 1, 0, id - 1, id + 1);
  return true;
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

/** True of what this file makes: a stored text may hold anything. */
export function areRanges(flat: readonly number[]): boolean {
  if (flat.length % 2 !== 0) return false;
  return flat.every((id, at) => {
    if (!Number.isSafeInteger(id) || id < 1) return false;
    if (at === 0) return true;
    // An end may equal its beginning; the next range begins at least one id further.
    return at % 2 === 1 ? id >= flat[at - 1]! : id > flat[at - 1]! + 1;
  });
}

/** Adds a range that begins at or behind the beginning of the last one. */
function append(ranges: number[], first: number, last: number): void {
  const end = ranges.length - 1;
  if (end > 0 && first <= ranges[end]! + 1) ranges[end] = Math.max(ranges[end]!, last);
  else ranges.push(first, last);
}
