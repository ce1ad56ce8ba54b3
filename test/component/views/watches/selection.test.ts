import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWatchRows } from '../../../../renderer/lib/watch-rows.svelte.ts';
import { createSelection } from '../../../../renderer/views/watches/selection.svelte.ts';
import { createWatchList } from '../../../../renderer/views/watches/watch-list.svelte.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aRow } from '../../../support/samples/rows.ts';

/** Rows in the order of their ids. */
const rowOf = (id: string) => aRow(id.charCodeAt(0), { id, startedAt: noon - id.charCodeAt(0) });

function selectionOf(ids: string) {
  const all = createWatchRows([...ids].map(rowOf));
  const list = createWatchList(all);
  return { all, list, selection: createSelection(list) };
}

describe('selection', () => {
  it('takes one, one more, and a stretch from the anchor', () => {
    const { selection } = selectionOf('abcd');
    selection.choose('b', 'only');
    selection.choose('d', 'range');
    expect(selection.chosen).toEqual(['b', 'c', 'd']);
    selection.choose('c', 'toggle');
    expect(selection.chosen).toEqual(['b', 'd']);
    selection.choose('a', 'range');
    expect(selection.chosen).toEqual(['a', 'b', 'c']);
  });

  it('moves the keyboard without choosing', () => {
    const { selection } = selectionOf('abc');
    selection.step(1, 'only');
    selection.step(1, 'move');
    expect([selection.active, selection.chosen]).toEqual(['b', ['a']]);
    selection.choose('b', 'toggle');
    expect(selection.chosen).toEqual(['a', 'b']);
  });

  it('stays with its row when the rows change places', () => {
    const { all, selection } = selectionOf('abc');
    selection.choose('b', 'only');
    all.apply([rowOf('A'), { ...rowOf('b'), startedAt: 0 }], []);
    expect([selection.active, selection.chosen]).toEqual(['b', ['b']]);
    selection.step(-1, 'only');
    expect(selection.chosen).toEqual(['c']);
  });

  it('never holds a row that is not shown, and goes on from where it stood', () => {
    const { all, selection } = selectionOf('abcd');
    selection.all();
    selection.choose('c', 'only');
    all.apply([], ['c']);
    expect([selection.active, selection.chosen, selection.count]).toEqual([null, [], 0]);
    selection.step(1, 'only');
    expect(selection.chosen).toEqual(['d']);
  });

  it('stays within the list', () => {
    const { selection } = selectionOf('abc');
    selection.step(Infinity, 'only');
    expect(selection.active).toBe('c');
    selection.step(-Infinity, 'range');
    expect(selection.chosen).toEqual(['a', 'b', 'c']);
    expect(selectionOf('').selection.active).toBeNull();
  });

  it('counts what is chosen and seen, whatever comes, ends, goes, or is searched', () => {
    const id = fc.constantFrom(...'abcdef');
    const deeds = fc.array(
      fc.oneof(
        ...(['comes', 'ends', 'goes', 'only', 'toggle', 'range'] as const).map((kind) =>
          fc.record({ kind: fc.constant(kind), id }),
        ),
        fc.record({ kind: fc.constantFrom('all', 'none', 'importing', 'done', 'search', 'collapse') }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(deeds, (each) => {
        const { all, list, selection } = selectionOf('abcd');
        for (const deed of each) {
          if ('id' in deed) {
            const row = { ...rowOf(deed.id), group: deed.id < 'c' ? 'g' : null };
            if (deed.kind === 'comes') all.apply([row], []);
            else if (deed.kind === 'ends') all.apply([{ ...row, outcome: 'completed', endedAt: noon }], []);
            else if (deed.kind === 'goes') all.apply([], [deed.id]);
            else if (list.indexOf(deed.id) >= 0) selection.choose(deed.id, deed.kind);
          } else if (deed.kind === 'all') selection.all();
          else if (deed.kind === 'none') selection.put([]);
          else if (deed.kind === 'search') list.search = list.search === '' ? 'ep97' : '';
          else if (deed.kind === 'collapse') {
            list.order = { by: 'group', isReversed: false };
            list.toggle('g');
          } else list.filter = list.filter === 'all' ? (deed.kind as 'done') : 'all';
          expect(selection.count).toBe(selection.chosen.length);
          expect(list.shown.rows.map((row) => row.id)).toEqual(expect.arrayContaining([...selection.chosen]));
        }
      }),
    );
  });
});
