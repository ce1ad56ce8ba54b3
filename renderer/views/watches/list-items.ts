import type { Row } from '../../../main/contract.ts';
import type { Layout } from './layout.ts';
import { rowHeight } from './row-shape.ts';
import { isSameProject, type Sort } from './visible-rows.ts';

/** What stands between the rows. */
export interface Heading {
  readonly kind: 'project';
  readonly workspace: string;
  readonly projectId: number;
  readonly count: number;
}

/** Rows as they are, without an object around each: ten thousand of them are looked at whenever one moves. */
export type ListItem = Row | Heading;

const headingHeight = 32;

export function isHeading(item: ListItem): item is Heading {
  return 'kind' in item;
}

/** The items of rows in their order; sorted by project, each project has a heading. */
export function itemsOf(rows: readonly Row[], sort: Sort): readonly ListItem[] {
  if (sort !== 'project') return rows;
  const items: ListItem[] = [];
  let from = 0;
  while (from < rows.length) {
    const first = rows[from]!;
    let to = from + 1;
    while (to < rows.length && isSameProject(first, rows[to]!)) to += 1;
    const { workspace, projectId } = first.reference;
    items.push({ kind: 'project', workspace, projectId, count: to - from }, ...rows.slice(from, to));
    from = to;
  }
  return items;
}

/** Stays the same while the item does, wherever it stands. */
export function itemKey(item: ListItem): string {
  return isHeading(item) ? `${item.workspace}/${item.projectId}` : item.id;
}

/** Pixels. */
export function itemHeight(item: ListItem, layout: Layout): number {
  return isHeading(item) ? headingHeight : rowHeight(item, layout);
}
