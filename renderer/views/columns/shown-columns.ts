import {
  columnNames,
  type Arrangement,
  type ColumnName,
  type Order,
  type Sort,
} from '../../../main/contract.ts';
import type { Words } from '../../../words/words.ts';
import { columns, type SortableColumn } from './columns.ts';

/** Pixels between two columns, and beside all of them. */
const gap = 12;
const beside = 48;

/** Where there is no room for all, the list does without these, the first of them first. */
const dispensable: readonly ColumnName[] = ['started', 'ended', 'project'];

/** The columns that are seen, from left to right. */
export interface ShownColumns {
  readonly names: readonly ColumnName[];
  /** The person wants it, and there is no room: what it says stands in another column. */
  readonly lacks: (name: ColumnName) => boolean;
  /** As CSS has it. */
  readonly template: string;
}

/** `room`: of the list, in pixels. */
export function columnsIn({ hidden, widths }: Arrangement, room: number): ShownColumns {
  const wanted = columnNames.filter((name) => !hidden.includes(name));
  let names = wanted;
  for (const dispensed of dispensable) {
    const wantedRoom = names.reduce((sum, name) => sum + columns[name].width + gap, beside);
    if (wantedRoom > room) names = names.filter((name) => name !== dispensed);
  }
  return {
    names,
    lacks: (name) => wanted.includes(name) && !names.includes(name),
    template: names.map((name) => trackOf(name, widths[name])).join(' '),
  };
}

/** What the person has set is a proportion: a wider window has no empty edge then, and a narrower one cuts nothing off. */
function trackOf(name: ColumnName, set: number | undefined): string {
  const { least, width, grows } = columns[name];
  return set === undefined && !grows ? `${width}px` : `minmax(${least}px, ${set ?? width}fr)`;
}

/** The edge between a column and the next: what the one gets the other gives. In pixels of the column before it. */
export interface Edge {
  readonly least: number;
  readonly at: number;
  readonly most: number;
  /** The widths once it stands there. */
  readonly moveTo: (at: number) => Arrangement['widths'];
}

/** Null after the last column. `widths`: as they are seen. */
export function edgeAfter(
  name: ColumnName,
  { names }: ShownColumns,
  widths: Arrangement['widths'],
): Edge | null {
  const next = names[names.indexOf(name) + 1];
  if (next === undefined) return null;
  const widthOf = (each: ColumnName): number => widths[each] ?? columns[each].width;
  const both = widthOf(name) + widthOf(next);
  const { least } = columns[name];
  const most = Math.max(least, both - columns[next].least);
  return {
    least,
    at: widthOf(name),
    most,
    moveTo(wanted) {
      const at = Math.max(least, Math.min(wanted, most));
      return { ...widths, [name]: at, [next]: both - at };
    },
  };
}

/** Where the ended ones have no column of their own, their end stands in that of those that have not ended. */
export function headingOf(name: ColumnName, { lacks }: ShownColumns, said: Words['watchlist']): string {
  return name === 'elapsed' && lacks('ended') ? said.columns.time : columns[name].heading(said);
}

/** As it is first asked for. */
export function orderBy(by: Sort): Order {
  return { by, isReversed: by !== 'newest' && by !== 'group' && columns[by].startsReversed };
}

/** What pressing a heading asks for: its order, then the other way round, then that of the list itself. */
export function orderAfter(order: Order | null, name: SortableColumn): Order | null {
  const first = orderBy(name);
  if (order?.by !== name) return first;
  return order.isReversed === first.isReversed ? { by: name, isReversed: !first.isReversed } : null;
}
