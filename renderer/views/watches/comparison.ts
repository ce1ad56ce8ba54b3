import type { GroupId, Order, Row } from '../../../main/contract.ts';
import { byText, columns } from '../columns/columns.ts';

export type Comparison = (one: Row, other: Row) => number;
/** When a group was made, epoch ms; undefined where it is not known. It never changes. */
export type AgeOfGroup = (group: GroupId) => number | undefined;

const newest = ({ endedAt, startedAt }: Row): number => endedAt ?? startedAt;

/** Two different rows are never equal in it, so that nothing jumps: equals stand with the newest first. */
export function comparisonOf({ by, isReversed }: Order, ageOf: AgeOfGroup = () => undefined): Comparison {
  const order = by === 'group' ? byGroup(ageOf) : by === 'newest' ? null : columns[by].order;
  const direction = isReversed ? -1 : 1;
  return (one, other) =>
    order?.(one, other, direction) || newest(other) - newest(one) || byText(one.id, other.id);
}

/** The newest group first, and a row without one where a group of its age would stand. */
function byGroup(ageOf: AgeOfGroup): Comparison {
  // Kept with the row, which is replaced and never changes: its group may be gone before it is.
  const ages = new WeakMap<Row, number>();
  function age(row: Row): number {
    const known = ages.get(row) ?? (row.group === null ? row.addedAt : (ageOf(row.group) ?? row.addedAt));
    ages.set(row, known);
    return known;
  }
  return (one, other) => age(other) - age(one) || byText(one.group ?? '', other.group ?? '');
}
