import { describe, expect, it } from 'vitest';
import { createWatchRows } from '../../../../renderer/lib/watch-rows.svelte.ts';
import { createWatchList, type WatchList } from '../../../../renderer/views/watches/watch-list.svelte.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aProblem } from '../../../support/samples/problems.ts';
import { aRow } from '../../../support/samples/rows.ts';

const first = [
  aRow(9, { startedAt: noon + 9 }),
  aRow(10, { label: 'Trailer', outcome: 'not-valid', endedAt: noon + 30 }),
  aRow(11, { outcome: 'completed', endedAt: noon + 40 }),
  aRow(12, { outcome: 'unknown', startedAt: noon + 12 }),
];

function listOf(rows = first) {
  const all = createWatchRows(rows);
  const list = createWatchList(all);
  return { all, list };
}

const assets = (list: WatchList) => list.shown.rows.map(({ reference }) => reference.assetId);

describe('the list of watches', () => {
  it.each([
    ['all', 4],
    ['importing', 2],
    ['needs-you', 1],
    ['done', 1],
  ] as const)('shows as many rows under %s as its count says', (filter, count) => {
    const { list } = listOf();
    list.filter = filter;
    expect(list.shown.rows).toHaveLength(count);
    expect(list.counts[filter]).toBe(count);
  });

  it('has what lost its account under what needs the person, and muted under done, until the account is back', () => {
    const { all, list } = listOf();
    const left = { startedAt: noon + 9, problem: aProblem('account-gone') };
    all.apply([aRow(9, left)], []);
    expect(list.counts).toEqual({ all: 4, importing: 1, 'needs-you': 2, done: 1 });
    all.apply([aRow(9, { ...left, mute: { of: 'watch', id: 'w9', kind: 'until-it-ends' } })], []);
    expect(list.counts).toEqual({ all: 4, importing: 1, 'needs-you': 1, done: 2 });
    all.apply([aRow(9, { startedAt: noon + 9, problem: aProblem('offline') })], []);
    expect(list.counts).toEqual({ all: 4, importing: 2, 'needs-you': 1, done: 1 });
  });

  it('has a handled failure under done, until that is taken back', () => {
    const { all, list } = listOf();
    const handled = aRow(10, { label: 'Trailer', outcome: 'not-valid', endedAt: noon + 30, isHandled: true });
    list.filter = 'done';
    all.apply([handled], []);
    expect(list.counts).toMatchObject({ 'needs-you': 0, done: 2 });
    expect(assets(list)).toContain(10);
    all.apply([{ ...handled, isHandled: false }], []);
    expect(list.counts).toMatchObject({ 'needs-you': 1, done: 1 });
  });

  it.each([
    ['TRAIL', [10]],
    ['ep10.mov', [10]],
    ['drama / 1234 / 11', [11]],
    ['  ', [11, 10, 12, 9]],
    ['nothing', []],
  ])('finds by label, file name, id and project, whatever the case: %s', (search, found) => {
    const { list } = listOf();
    list.search = search;
    expect(assets(list)).toEqual(found);
  });

  const named = [
    aRow(1, { fileName: '가을_1화.mov'.normalize('NFD') }),
    aRow(2, { fileName: 'ガンダム.mov'.normalize('NFD'), label: 'Ｅｐ０２' }),
    aRow(3, { fileName: 'café.mov', label: 'trailer / final' }),
    aRow(4, { fileName: 'ｶﾞﾝﾀﾞﾑ_half.mov' }),
  ];

  it.each([
    ['가을', [1]],
    ['가을'.normalize('NFD'), [1]],
    ['ガンダム', [4, 2]],
    ['ｶﾞﾝﾀﾞﾑ', [4, 2]],
    ['ep02', [2]],
    ['ＥＰ０２', [2]],
    ['cafe\u0301', [3]],
    ['trailer/final', [3]],
    ['tra\u200biler', [3]],
  ])('finds a name however it is written: %s', (search, found) => {
    const { list } = listOf(named);
    list.search = search;
    expect(assets(list).toSorted()).toEqual([...found].toSorted());
  });

  it.each([
    'drama / 1234 / 11',
    'drama/1234/11',
    'DRAMA/1234/11',
    'ｄｒａｍａ／１２３４／１１',
    '#11',
    ' 11 ',
    'https://mi.apigw.ntruss.com/api/v1/workspaces/drama/projects/1234/assets/11',
    'https://mi.apigw.ntruss.com/api/v1/workspaces/drama/projects/1234/assets/11/import-status?x=1',
    'https://console.ncloud.com/mi/#/workspaces/drama/projects/1234/assets/11/',
    '/api/v1/workspaces/drama/projects/1234/assets/11',
    'https%3A%2F%2Fmi%2Fworkspaces%2Fdrama%2Fprojects%2F1234%2Fassets%2F11',
    'drama,1234,11',
    'drama\t1234\t11',
    '"drama"; 1234; 11',
    'drama | 1234 | 11',
  ])('finds a reference in every form that the app prints or takes: %s', (search) => {
    const { list } = listOf();
    list.search = search;
    expect(assets(list)).toContain(11);
    expect(assets(list)).not.toContain(10);
  });

  it('finds all of a project and of a workspace by an address', () => {
    const { list } = listOf();
    for (const search of ['/workspaces/drama/projects/1234/assets', 'https://x/workspaces/drama']) {
      list.search = search;
      expect(assets(list)).toHaveLength(4);
    }
    list.search = '/workspaces/drama/projects/99';
    expect(assets(list)).toEqual([]);
  });

  it('finds what was typed however it was typed: on, back, and anew', () => {
    const { all, list } = listOf();
    const found = (search: string) => {
      list.search = search;
      return assets(list);
    };
    expect(['ep1', 'EP12', 'ep12 ', 'ep1', 'ep9'].map(found)).toEqual([
      [11, 10, 12],
      [12],
      [12],
      [11, 10, 12],
      [9],
    ]);
    list.search = 'ep1';
    all.apply([aRow(13, { startedAt: noon + 60 })], []);
    expect([found('ep13'), found('')]).toEqual([[13], [13, 11, 10, 12, 9]]);
  });

  it.each([
    ['newest', [11, 10, 12, 9]],
    ['name', [9, 11, 12, 10]],
    ['status', [10, 12, 9, 11]],
    ['started', [11, 10, 9, 12]],
    ['ended', [10, 11, 12, 9]],
    // The longest last.
    ['elapsed', [12, 9, 11, 10]],
  ] as const)('sorts by %s', (sort, order) => {
    const { list } = listOf();
    list.order = { by: sort, isReversed: false };
    expect(assets(list)).toEqual(order);
  });

  it.each([
    ['name', [10, 12, 11, 9]],
    ['ended', [11, 10, 12, 9]],
    ['elapsed', [9, 12, 11, 10]],
  ] as const)('sorts by %s the other way round; what has no such time stays last', (by, order) => {
    const { list } = listOf();
    list.order = { by, isReversed: true };
    expect(assets(list)).toEqual(order);
  });

  it('has the rows of a project together where the names of two workspaces count as the same figure', () => {
    const at = (workspace: string, assetId: number) =>
      aRow(assetId, {
        id: `${workspace}/${assetId}`,
        reference: { workspace, projectId: 1, assetId },
        startedAt: assetId,
      });
    const { list } = listOf([at('s01', 1), at('s1', 2), at('s01', 3), at('s1', 4)]);
    list.order = { by: 'project', isReversed: false };
    expect(assets(list)).toEqual([3, 1, 4, 2]);
  });

  it('sorts by project with figures in their order, the newest first within each', () => {
    const at = (projectId: number, assetId: number) =>
      aRow(assetId, { reference: { workspace: 'drama', projectId, assetId }, startedAt: assetId });
    const { list } = listOf([at(10, 1), at(9, 2), at(9, 3)]);
    list.order = { by: 'project', isReversed: false };
    expect(assets(list)).toEqual([3, 2, 1]);
  });

  it('follows what changes, within the search and the filter', () => {
    const { all, list } = listOf();
    list.filter = 'importing';
    all.apply(
      [aRow(9, { outcome: 'completed', endedAt: noon + 50 }), aRow(13, { startedAt: noon + 60 })],
      [],
    );
    expect(assets(list)).toEqual([13, 12]);
    expect(list.counts).toEqual({ all: 5, importing: 2, 'needs-you': 1, done: 2 });
    all.apply([], ['a1:drama/13', 'a1:drama/9', 'never was']);
    list.showAll();
    expect(assets(list)).toEqual([11, 10, 12]);
    expect(list.counts).toEqual({ all: 3, importing: 1, 'needs-you': 1, done: 1 });
  });

  it.each([
    ['another text', { label: 'Mine' }, false],
    ['another shape', { outcome: 'failed' }, true],
    ['another group', { group: 'g1' }, true],
    ['another project', { reference: { workspace: 'drama', projectId: 99, assetId: 9 } }, true],
  ] as const)(
    'is laid out anew only where it must be: a row of %s that stays where it is',
    (_what, parts, isAnew) => {
      const { all, list } = listOf([aRow(9)]);
      const before = list.shown;
      all.apply([aRow(9, parts)], []);
      expect(list.shown !== before).toBe(isAnew);
      expect(list.shown.rows).toEqual([aRow(9, parts)]);
    },
  );

  it('follows no more once it is stopped', () => {
    const { all, list } = listOf();
    list.stop();
    all.apply([], ['a1:drama/9']);
    expect(assets(list)).toContain(9);
  });
});
