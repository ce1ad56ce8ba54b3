import type { Row } from '../../../main/contract.ts';
import type { Layout } from './layout.ts';
import { rowHeight } from './row-shape.ts';
import { isSameProject, type Sort } from './visible-rows.ts';

/** What stands between the rows. */
export interface Heading {
  readonly kind: 'project';
  /** Stays the same while the heading does, wherever it stands; never that of a row. */
  readonly id: string;
  readonly workspace: string;
  readonly projectId: number;
  readonly count: number;
}

/** Rows as they are, without an object around each: ten thousand of them are looked at whenever one moves. */
export type ListItem = (Row & { readonly kind?: undefined }) | Heading;

const headingHeight = 32;

export function isHeading(item: ListItem): item is Heading {
  return item.kind !== undefined;
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
    const id = `project ${workspace}/${projectId}`;
    items.push({ kind: 'project', id, workspace, projectId, count: to - from }, ...rows.slice(from, to));
    from = to;
  }
  return items;
}

/** Pixels. */
export function itemHeight(item: ListItem, layout: Layout): number {
  return isHeading(item) ? headingHeight : rowHeight(item, layout);
}
