import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStore, type Index } from '../../../../main/monitor/kernel/store.ts';

interface Row {
  readonly id: string;
  readonly colour: string;
  readonly size: number;
}

const row = (id: string, size = 1, colour = 'red'): Row => ({ id, colour, size });

/** How many rows there are of each colour; throws at the colour `broken` once it has counted half of the change. */
function countColours(): Index<Row> & { readonly of: (colour: string) => number } {
  const counts = new Map<string, number>();
  const count = ({ colour }: Row, by: 1 | -1) => counts.set(colour, (counts.get(colour) ?? 0) + by);
  return {
    clear: () => counts.clear(),
    changed(from, to) {
      if (from !== null) count(from, -1);
      if (to?.colour === 'broken') throw new Error('broken');
      if (to !== null) count(to, 1);
    },
    of: (colour) => counts.get(colour) ?? 0,
  };
}

function createShelf(...rows: readonly Row[]) {
  const store = createStore();
  const shelf = store.collection<string, Row>(({ id }) => id);
  const colours = shelf.keep(countColours());
  const cell = store.cell(0);
  for (const each of rows) shelf.put(each);
  store.commit();
  return { store, shelf, colours, cell, diff: () => [...shelf.changes()] };
}

describe('a transaction', () => {
  it('knows each row that it touched as it was and as it is', () => {
    const { shelf, diff } = createShelf(row('a'), row('b'));
    shelf.patch('a', { size: 2 });
    shelf.patch('a', { size: 3 });
    shelf.remove('b');
    shelf.put(row('c'));
    expect(diff()).toEqual([
      ['a', { from: row('a'), to: row('a', 3) }],
      ['b', { from: row('b'), to: null }],
      ['c', { from: null, to: row('c') }],
    ]);
  });

  it('begins with nothing changed once the one before has ended', () => {
    const { store, shelf, diff } = createShelf(row('a'));
    shelf.patch('a', { size: 2 });
    store.commit();
    expect(diff()).toEqual([]);
    shelf.put(row('b'));
    store.rollBack();
    expect(diff()).toEqual([]);
    expect([...shelf.values()]).toEqual([row('a', 2)]);
  });

  it('takes a row that says nothing new for no change', () => {
    const { shelf, diff } = createShelf(row('a'));
    const before = shelf.get('a');
    shelf.put(row('a'));
    shelf.patch('a', { size: 1 });
    shelf.patch('nobody', { size: 1 });
    shelf.remove('nobody');
    expect(diff()).toEqual([]);
    expect(shelf.get('a')).toBe(before);
  });

  it('takes for no change what comes to the same in the end', () => {
    const { shelf, diff } = createShelf(row('a'));
    shelf.patch('a', { size: 2 });
    shelf.patch('a', { size: 1 });
    shelf.put(row('b'));
    shelf.remove('b');
    expect(diff()).toEqual([]);
  });
});

describe('a collection', () => {
  it('has its rows in the order in which they came', () => {
    const { store, shelf } = createShelf(row('a'), row('b'));
    shelf.remove('a');
    store.commit();
    shelf.put(row('a'));
    shelf.put(row('b', 2));
    expect([...shelf.keys()]).toEqual(['b', 'a']);
    expect([...shelf.values()]).toEqual([row('b', 2), row('a')]);
  });

  it('has nothing of a row that was taken out, also before the transaction ends', () => {
    const { shelf } = createShelf(row('a'), row('b'));
    shelf.remove('a');
    expect([shelf.size, shelf.has('a'), shelf.get('a')]).toEqual([1, false, undefined]);
    expect([[...shelf.keys()], [...shelf.values()]]).toEqual([['b'], [row('b')]]);
    shelf.patch('a', { size: 2 });
    expect(shelf.has('a')).toBe(false);
  });
});

describe('a rollback', () => {
  it('brings back rows with their places, cells and what is derived', () => {
    const { store, shelf, colours, cell } = createShelf(row('a'), row('b'), row('c'));
    cell.set(1);
    store.commit();
    cell.set(2);
    shelf.remove('a');
    shelf.put(row('a', 2, 'blue'));
    shelf.remove('b');
    shelf.put(row('d', 1, 'blue'));
    store.rollBack();
    expect([...shelf.values()]).toEqual([row('a'), row('b'), row('c')]);
    expect([shelf.size, cell.value, colours.of('red'), colours.of('blue')]).toEqual([3, 1, 3, 0]);
  });

  it('mends an index that broke in the midst of a change', () => {
    const { store, shelf, colours } = createShelf(row('a'), row('b'));
    expect(() => shelf.put(row('a', 1, 'broken'))).toThrow('broken');
    expect(colours.of('red')).toBe(1);
    store.rollBack();
    expect([colours.of('red'), colours.of('broken')]).toEqual([2, 0]);
  });

  it('leaves no trace, whatever was done before it and after', () => {
    const act = fc.record({
      what: fc.constantFrom('put', 'patch', 'remove', 'commit', 'roll back'),
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      size: fc.integer({ min: 1, max: 3 }),
      colour: fc.constantFrom('red', 'blue'),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 10, maxLength: 60 }), (acts) => {
        const { store, shelf, colours } = createShelf();
        let committed: readonly Row[] = [];
        for (const { what, id, size, colour } of acts) {
          if (what === 'put') shelf.put(row(id, size, colour));
          else if (what === 'patch') shelf.patch(id, { size });
          else if (what === 'remove') shelf.remove(id);
          else if (what === 'commit') {
            store.commit();
            committed = [...shelf.values()];
          } else {
            store.rollBack();
            expect([...shelf.values()]).toEqual(committed);
          }
          const rows = [...shelf.values()];
          expect(shelf.size).toBe(rows.length);
          for (const each of ['red', 'blue'])
            expect(colours.of(each)).toBe(rows.filter((one) => one.colour === each).length);
        }
      }),
    );
  });
});
