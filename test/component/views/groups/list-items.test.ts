import { describe, expect, it } from 'vitest';
import { createWatchRows } from '../../../../renderer/lib/watch-rows.svelte.ts';
import { isHeading, itemsOf } from '../../../../renderer/views/watches/list-items.ts';
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
  const list = createWatchList(all, (id) => groups.get(id)?.createdAt);
  list.sort = 'group';
  act(list);
  const items = itemsOf(list.shown.rows, list.sort, groups, list.collapsed);
  return items.map((item) =>
    isHeading(item) ? (item.kind === 'group' ? item.group : 'project') : item.reference.assetId,
  );
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
    expect(listed((list) => (list.sort = 'name'))).toEqual([1, 2, 3, 4, 5]);
  });

  it('keeps its order while a group goes and its members stay', () => {
    const all = createWatchRows(rows);
    const list = createWatchList(all, (id) => groups.get(id)?.createdAt);
    list.sort = 'group';
    all.apply([aRow(2, { addedAt: noon - 1_000 })], []);
    expect(list.shown.rows.map(({ reference }) => reference.assetId)).toEqual([2, 4, 3, 1, 5]);
  });
});
