import { describe, expect, it } from 'vitest';
import { createWatchRows } from '../../../../renderer/lib/watch-rows.svelte.ts';
import { isHeading, itemsOf, type ListItem } from '../../../../renderer/views/watches/list-items.ts';
import { createWatchList } from '../../../../renderer/views/watches/watch-list.svelte.ts';
import { aGroup } from '../../../support/samples/groups.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aRow } from '../../../support/samples/rows.ts';

const groups = new Map(
  [aGroup('old', { createdAt: noon - 9_000 }), aGroup('new', { createdAt: noon - 1_000 })].map((group) => [
    group.id,
    group,
  ]),
);
const rows = [
  aRow(1, { group: 'old', addedAt: noon - 9_000, startedAt: noon - 9_000 }),
  aRow(2, { group: 'new', addedAt: noon - 1_000 }),
  // Found later, and a member of the older one.
  aRow(3, { group: 'old', addedAt: noon, startedAt: noon }),
  aRow(4, { addedAt: noon - 5_000 }),
  aRow(5, { addedAt: noon - 20_000 }),
];

function listed(act: (list: ReturnType<typeof createWatchList>) => void = () => undefined) {
  const all = createWatchRows(rows);
  const list = createWatchList(all, undefined, (id) => groups.get(id)?.createdAt);
  list.order = { by: 'group', isReversed: false };
  act(list);
  const items = itemsOf(list.shown, list.order.by, groups, list.collapsed);
  return Array.from({ length: items.length }, (_, index) => nameOf(items.at(index)));
}

function nameOf(item: ListItem | undefined): string | number | undefined {
  if (item === undefined || !isHeading(item)) return item?.reference.assetId;
  return item.kind === 'group' ? item.group : `${item.projectId} (${item.count})`;
}

describe('the list by group', () => {
  it('has a heading for each, the newest first, and what is in none stands where its age puts it', () => {
    expect(listed()).toEqual(['new', 2, 4, 'old', 3, 1, 5]);
  });

  it('shows of a collapsed group the heading only, where it stood', () => {
    expect(listed((list) => list.toggle('old'))).toEqual(['new', 2, 4, 'old', 5]);
    expect(
      listed((list) => {
        list.toggle('new');
        list.toggle('old');
      }),
    ).toEqual(['new', 4, 'old', 5]);
  });

  it('finds what is in a collapsed group', () => {
    expect(
      listed((list) => {
        list.toggle('old');
        list.search = 'ep3';
      }),
    ).toEqual(['old', 3]);
  });

  it('has no headings in another order', () => {
    expect(listed((list) => (list.order = { by: 'name', isReversed: false }))).toEqual([1, 2, 3, 4, 5]);
  });

  it('by project counts what is under each heading', () => {
    const all = createWatchRows([
      aRow(1),
      aRow(2, { reference: { workspace: 'drama', projectId: 9, assetId: 2 } }),
      aRow(3),
    ]);
    const list = createWatchList(all);
    list.order = { by: 'project', isReversed: false };
    const items = itemsOf(list.shown, list.order.by, new Map(), new Set());
    const names = Array.from({ length: items.length }, (_, index) => nameOf(items.at(index)));
    expect(names).toEqual(['9 (1)', 2, '1234 (2)', 1, 3]);
  });

  it('knows where each row and heading stands, and how high it is', () => {
    const all = createWatchRows(rows);
    const list = createWatchList(all, undefined, (id) => groups.get(id)?.createdAt);
    list.order = { by: 'group', isReversed: false };
    const items = itemsOf(list.shown, 'group', groups, new Set());
    expect(list.shown.rows.map((_, row) => items.indexOfRow(row))).toEqual([1, 2, 4, 5, 6]);
    expect(['group new', 'group old', 'group none'].map(items.indexOfHeading)).toEqual([0, 3, -1]);
    expect(items.heights('lines')).toEqual([48, 68, 68, 48, 68, 68, 68]);
    all.apply([aRow(2, { group: 'new', addedAt: noon - 1_000, outcome: 'failed' })], []);
    expect(itemsOf(list.shown, 'group', groups, new Set()).heights('lines')[1]).toBe(92);
  });

  it('keeps its order while a group goes and its members stay', () => {
    const all = createWatchRows(rows);
    const list = createWatchList(all, undefined, (id) => groups.get(id)?.createdAt);
    list.order = { by: 'group', isReversed: false };
    all.apply([aRow(2, { addedAt: noon - 1_000 })], []);
    expect(list.shown.rows.map(({ reference }) => reference.assetId)).toEqual([2, 4, 3, 1, 5]);
  });
});
