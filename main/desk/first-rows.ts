import type { Watch } from '../model/watch.ts';
import type { MonitorView } from '../monitor/state.ts';

type Comparison = (one: Watch, other: Watch) => number;

/**
 * The `count` watches that the window shows first, in the order that its list has of itself (renderer/views/watches/comparison.ts, with which
 * a test compares it), found in one pass: to sort all of a long list would keep the window waiting.
 */
export function firstRows(
  { watches, groups }: Pick<MonitorView, 'watches' | 'groups'>,
  by: 'newest' | 'group',
  count: number,
): readonly Watch[] {
  const ageOf = ({ group, addedAt }: Watch) =>
    (group === null ? undefined : groups.get(group.id)?.createdAt) ?? addedAt;
  const newestGroupFirst: Comparison = (one, other) =>
    ageOf(other) - ageOf(one) ||
    byText(one.group?.id ?? '', other.group?.id ?? '') ||
    newestFirst(one, other);
  return firstOf(watches.values(), by === 'group' ? newestGroupFirst : newestFirst, count);
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const newest = ({ endedAt, startedAt }: Watch): number => endedAt ?? startedAt;
const newestFirst: Comparison = (one, other) => newest(other) - newest(one) || byText(one.id, other.id);

function firstOf(all: Iterable<Watch>, compare: Comparison, count: number): readonly Watch[] {
  const first: Watch[] = [];
  for (const item of all) {
    const last = first[count - 1];
    if (last !== undefined && compare(last, item) < 0) continue;
    first.splice(placeIn(first, item, compare), 0, item);
    if (first.length > count) first.pop();
  }
  return first;
}

function placeIn(sorted: readonly Watch[], item: Watch, compare: Comparison): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle]!, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
