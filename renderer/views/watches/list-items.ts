import type { GroupId, GroupRow, Row, Sort } from '../../../main/contract.ts';
import { rowHeights, type Layout, type RowShape } from './layout.ts';

/** What stands between the rows. */
export type Heading = ProjectPart | GroupPart;

export interface ProjectPart {
  readonly kind: 'project';
  /** Stays the same while the heading does, wherever it stands; never that of a row. */
  readonly id: string;
  readonly workspace: string;
  readonly projectId: number;
  readonly count: number;
}

export interface GroupPart {
  readonly kind: 'group';
  readonly id: string;
  readonly group: GroupId;
}

export type ListItem = (Row & { readonly kind?: undefined }) | Heading;

/** Rows in their order, and beside each its shape; both are changed in place. */
export interface ShapedRows {
  readonly rows: readonly Row[];
  readonly shapes: readonly RowShape[];
}

/**
 * Rows and headings as one list. It is made anew whenever a row comes, goes or moves, and so it is no array of ten thousand: the
 * headings are found by halves, and no row is touched that is not seen.
 */
export interface ListItems {
  readonly length: number;
  readonly at: (index: number) => ListItem | undefined;
  /** Of all items, in pixels. */
  readonly heights: (layout: Layout) => readonly number[];
  /** Where the row stands that is the `row`th of the rows. */
  readonly indexOfRow: (row: number) => number;
  /** -1 where there is none of this id. */
  readonly indexOfHeading: (id: string) => number;
}

/** A heading, and how many rows stand before it. */
interface Placed {
  readonly heading: Heading;
  readonly before: number;
}

/** Pixels. */
const headingHeights: Readonly<Record<Heading['kind'], number>> = { project: 32, group: 48 };

export function isHeading(item: ListItem): item is Heading {
  return item.kind !== undefined;
}

/**
 * The items of rows in their order; sorted by project or group, each has a heading. `collapsed`: the groups of which only the
 * heading is seen.
 */
export function itemsOf(
  { rows, shapes }: ShapedRows,
  sort: Sort,
  groups: ReadonlyMap<GroupId, GroupRow>,
  collapsed: ReadonlySet<GroupId>,
): ListItems {
  const headings =
    sort === 'project' ? projectsIn(rows) : sort === 'group' ? groupsIn(rows, groups, collapsed) : [];
  /** How many headings stand before what fulfils `isBefore` no more. */
  const headingsWhere = (isBefore: (placed: Placed, index: number) => boolean): number =>
    firstNot(headings.length, 0, (index) => isBefore(headings[index]!, index));

  return {
    length: rows.length + headings.length,
    at(index) {
      const begun = headingsWhere(({ before }, number) => before + number <= index);
      const last = headings[begun - 1];
      return last !== undefined && last.before + begun - 1 === index ? last.heading : rows[index - begun];
    },
    heights(layout) {
      const ofShape = rowHeights[layout];
      const heights: number[] = [];
      let next = 0;
      for (const { heading, before } of headings) {
        for (; next < before; next += 1) heights.push(ofShape[shapes[next]!]);
        heights.push(headingHeights[heading.kind]);
      }
      for (; next < shapes.length; next += 1) heights.push(ofShape[shapes[next]!]);
      return heights;
    },
    indexOfRow: (row) => row + headingsWhere(({ before }) => before <= row),
    indexOfHeading(id) {
      const number = headings.findIndex(({ heading }) => heading.id === id);
      return number < 0 ? -1 : number + (headings[number]?.before ?? 0);
    },
  };
}

/** Each group that has a row here or is collapsed, before its first row or where that would stand. */
function groupsIn(
  rows: readonly Row[],
  groups: ReadonlyMap<GroupId, GroupRow>,
  collapsed: ReadonlySet<GroupId>,
): readonly Placed[] {
  const ageOf = (row: Row): number =>
    (row.group === null ? undefined : groups.get(row.group)?.createdAt) ?? row.addedAt;
  return [...groups.values()]
    .sort((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? -1 : 1))
    .flatMap(({ id, createdAt }) => {
      const before = firstNot(rows.length, 0, (index) => {
        const row = rows[index]!;
        const age = ageOf(row);
        return age === createdAt ? (row.group ?? '') < id : age > createdAt;
      });
      const isSeen = collapsed.has(id) || rows[before]?.group === id;
      return isSeen ? [{ heading: { kind: 'group', id: groupKey(id), group: id }, before }] : [];
    });
}

function projectsIn(rows: readonly Row[]): readonly Placed[] {
  const placed: Placed[] = [];
  let before = 0;
  while (before < rows.length) {
    const { workspace, projectId } = rows[before]!.reference;
    const isOf = ({ reference }: Row) =>
      reference.workspace === workspace && reference.projectId === projectId;
    const end = firstNot(rows.length, before + 1, (index) => isOf(rows[index]!));

    const id = `project ${workspace}/${projectId}`;
    placed.push({ heading: { kind: 'project', id, workspace, projectId, count: end - before }, before });
    before = end;
  }
  return placed;
}

/** The first index from `low` on that does not fulfil what all before it do; `end` where all do. */
function firstNot(end: number, low: number, fulfils: (index: number) => boolean): number {
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fulfils(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The id of the heading of a group. */
export function groupKey(group: GroupId): string {
  return `group ${group}`;
}
