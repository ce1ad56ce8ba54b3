import type { Row } from '../../../main/contract.ts';
import type { Layout } from './layout.ts';
import { rowHeight } from './row-shape.ts';
import { isSameProject, type Sort } from './visible-rows.ts';

/** What stands in the list, from above: rows, and the headings between them. */
export type ListItem =
  | { readonly kind: 'row'; readonly row: Row }
  | {
      readonly kind: 'project';
      readonly workspace: string;
      readonly projectId: number;
      readonly count: number;
    };

const headingHeight = 32;

/** The items of rows in their order; sorted by project, each project has a heading. */
export function itemsOf(rows: readonly Row[], sort: Sort): readonly ListItem[] {
  if (sort !== 'project') return rows.map((row) => ({ kind: 'row', row }));
  const items: ListItem[] = [];
  for (let from = 0; from < rows.length;) {
    const first = rows[from];
    if (first === undefined) break;
    let to = from + 1;
    for (let next = rows[to]; next !== undefined && isSameProject(first, next); next = rows[to]) to += 1;
    const { workspace, projectId } = first.reference;
    items.push({ kind: 'project', workspace, projectId, count: to - from });
    for (const row of rows.slice(from, to)) items.push({ kind: 'row', row });
    from = to;
  }
  return items;
}

/** Stays the same while the item does, wherever it stands. */
export function itemKey(item: ListItem): string {
  return item.kind === 'row' ? item.row.id : `${item.workspace}/${item.projectId}`;
}

/** Pixels. */
export function itemHeight(item: ListItem, layout: Layout): number {
  return item.kind === 'row' ? rowHeight(item.row, layout) : headingHeight;
}
