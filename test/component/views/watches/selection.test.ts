import { describe, expect, it } from 'vitest';
import { createSelection } from '../../../../renderer/views/watches/selection.svelte.ts';

function selectionOf(shown: () => readonly string[]) {
  return createSelection({
    rows: () => shown().map((id) => ({ id })),
    indexOf: (id) => shown().indexOf(id),
  });
}

describe('selection', () => {
  it('takes one, one more, and a stretch from the anchor', () => {
    const selection = selectionOf(() => ['a', 'b', 'c', 'd']);
    selection.choose('b', 'only');
    selection.choose('d', 'range');
    expect(selection.chosen).toEqual(['b', 'c', 'd']);
    selection.choose('c', 'toggle');
    expect(selection.chosen).toEqual(['b', 'd']);
    selection.choose('a', 'range');
    expect(selection.chosen).toEqual(['a', 'b', 'c']);
  });

  it('moves the keyboard without choosing', () => {
    const selection = selectionOf(() => ['a', 'b', 'c']);
    selection.step(1, 'only');
    selection.step(1, 'move');
    expect([selection.active, selection.chosen]).toEqual(['b', ['a']]);
    selection.choose('b', 'toggle');
    expect(selection.chosen).toEqual(['a', 'b']);
  });

  it('stays with its row when the rows change places', () => {
    let shown = ['a', 'b', 'c'];
    const selection = selectionOf(() => shown);
    selection.choose('b', 'only');
    shown = ['x', 'c', 'a', 'b'];
    expect([selection.active, selection.chosen]).toEqual(['b', ['b']]);
    selection.step(-1, 'only');
    expect(selection.chosen).toEqual(['a']);
  });

  it('never holds a row that is not shown, and goes on from where it stood', () => {
    let shown = ['a', 'b', 'c', 'd'];
    const selection = selectionOf(() => shown);
    selection.all();
    selection.choose('c', 'only');
    shown = ['a', 'b', 'd'];
    expect([selection.active, selection.chosen]).toEqual([null, []]);
    selection.step(1, 'only');
    expect(selection.chosen).toEqual(['d']);
  });

  it('stays within the list', () => {
    const selection = selectionOf(() => ['a', 'b', 'c']);
    selection.step(Infinity, 'only');
    expect(selection.active).toBe('c');
    selection.step(-Infinity, 'range');
    expect(selection.chosen).toEqual(['a', 'b', 'c']);
    expect(selectionOf(() => []).active).toBeNull();
  });
});
