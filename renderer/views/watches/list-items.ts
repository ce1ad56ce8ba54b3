import type { GroupId, GroupRow, Row } from '../../../main/contract.ts';
import type { Layout } from './layout.ts';
import { rowHeight } from './row-shape.ts';
import { isSameProject, type Sort } from './visible-rows.ts';

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

/**
 * Rows as they are, without an object around each: ten thousand of them are looked at whenever one moves. Where a row has
 * changed since without moving, its id, its height and its heading are still right and the rest is not.
 */
export type ListItem = (Row & { readonly kind?: undefined }) | Heading;

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
  rows: readonly Row[],
  sort: Sort,
  groups: ReadonlyMap<GroupId, GroupRow>,
  collapsed: ReadonlySet<GroupId>,
): readonly ListItem[] {
  if (sort === 'project') return withProjects(rows);
  return sort === 'group' && groups.size > 0 ? withGroups(rows, groups, collapsed) : rows;
}

function withGroups(
  rows: readonly Row[],
  groups: ReadonlyMap<GroupId, GroupRow>,
  collapsed: ReadonlySet<GroupId>,
): readonly ListItem[] {
  const items: ListItem[] = [];
  const begun = new Set<GroupId>();
  const waiting = [...collapsed]
    .flatMap((id) => groups.get(id) ?? [])
    .sort((one, other) => other.createdAt - one.createdAt);
  let last: GroupId | null = null;
  for (const row of rows) {
    // The members of a group stand together, so that it is looked up once and not for each of them.
    if (row.group === null || row.group !== last) beginOf(row);
    last = row.group;
    items.push(row);
  }
  for (const group of waiting) begin(group);
  return items;

  function beginOf(row: Row): void {
    const group = row.group === null ? undefined : groups.get(row.group);
    const age = group?.createdAt ?? row.addedAt;
    while (waiting[0] !== undefined && waiting[0].createdAt > age) begin(waiting.shift());
    begin(group);
  }

  function begin(group: GroupRow | undefined): void {
    if (group === undefined || begun.has(group.id)) return;
    begun.add(group.id);
    items.push({ kind: 'group', id: groupKey(group.id), group: group.id });
  }
}

function withProjects(rows: readonly Row[]): readonly ListItem[] {
  const items: ListItem[] = [];
  let from = 0;
  while (from < rows.length) {
    const first = rows[from]!;
    let to = from + 1;
    while (to < rows.length && isSameProject(first, rows[to]!)) to += 1;
    const { workspace, projectId } = first.reference;
    const id = `project ${workspace}/${projectId}`;
    items.push({ kind: 'project', id, workspace, projectId, count: to - from }, ...rows.slice(from, to));
    from = to;
  }
  return items;
}

/** The id of the heading of a group. */
export function groupKey(group: GroupId): string {
  return `group ${group}`;
}

/** Pixels. */
export function itemHeight(item: ListItem, layout: Layout): number {
  return isHeading(item) ? headingHeights[item.kind] : rowHeight(item, layout);
}
