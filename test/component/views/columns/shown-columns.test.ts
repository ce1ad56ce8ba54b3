import { describe, expect, it } from 'vitest';
import { asItComes, columnNames, type Arrangement } from '../../../../main/contract.ts';
import { columns } from '../../../../renderer/views/columns/columns.ts';
import {
  columnsIn,
  edgeAfter,
  headingOf,
  orderAfter,
} from '../../../../renderer/views/columns/shown-columns.ts';
import { words } from '../../../../words/words.ts';

const said = words.en.watchlist;
const arranged = (parts: Partial<Arrangement> = {}): Arrangement => ({ ...asItComes, ...parts });

describe('the columns of the list', () => {
  it.each([
    [560, ['name', 'details', 'status', 'elapsed']],
    [700, ['name', 'details', 'status', 'elapsed']],
    [880, ['name', 'project', 'details', 'status', 'elapsed']],
    [1_000, ['name', 'project', 'details', 'status', 'ended', 'elapsed']],
    [1_260, columnNames],
  ] as const)('are as many as %d px have room for', (room, names) => {
    expect(columnsIn(arranged(), room).names).toEqual(names);
  });

  it('that have no room say what they have to say elsewhere, and those that are hidden do not', () => {
    const shown = columnsIn(arranged({ hidden: ['project'] }), 700);
    expect([shown.lacks('ended'), shown.lacks('project'), shown.lacks('name')]).toEqual([true, false, false]);
    expect(headingOf('elapsed', shown, said)).toBe(said.columns.time);
    expect(headingOf('elapsed', columnsIn(arranged(), 1_260), said)).toBe(said.fact.elapsed);
  });

  it('have the room of one that is hidden', () => {
    expect(columnsIn(arranged({ hidden: ['details'] }), 700).names).toContain('project');
  });

  it('keep their proportions once the person has set them', () => {
    const { template } = columnsIn(arranged({ widths: { name: 300, status: 90 } }), 560);
    expect(template).toBe('minmax(120px, 300fr) minmax(100px, 180fr) minmax(72px, 90fr) 108px');
  });
});

describe('the edge of a column', () => {
  const shown = columnsIn(arranged(), 700);
  const seen = { name: 250, details: 200, status: 104, elapsed: 96 };

  it.each([
    [260, 260, 190],
    [1, columns.name.least, 250 + 200 - columns.name.least],
    [9_999, 250 + 200 - columns.details.least, columns.details.least],
  ])(
    'is moved to %d: what one column gets the next one gives, and neither becomes useless',
    (to, name, details) => {
      expect(edgeAfter('name', shown, seen)?.moveTo(to)).toEqual({ ...seen, name, details });
    },
  );

  it('is after each column but the last', () => {
    expect(edgeAfter('elapsed', shown, seen)).toBeNull();
  });

  it('stays where there is no room to move it', () => {
    const narrow = { ...seen, name: 60, details: 60 };
    const edge = edgeAfter('name', shown, narrow);
    expect([edge?.least, edge?.most]).toEqual([columns.name.least, columns.name.least]);
  });
});

it('a heading asks for its order, for the other way round, and for the order of the list itself', () => {
  const first = orderAfter(null, 'name');
  const second = orderAfter(first, 'name');
  expect([first, second, orderAfter(second, 'name')]).toEqual([
    { by: 'name', isReversed: false },
    { by: 'name', isReversed: true },
    null,
  ]);
  expect(orderAfter(second, 'ended')).toEqual({ by: 'ended', isReversed: true });
});
