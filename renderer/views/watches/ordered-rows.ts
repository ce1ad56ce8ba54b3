import type { Row } from '../../../main/contract.ts';
import type { RowChange } from '../../lib/watch-rows.svelte.ts';
import type { Comparison } from './comparison.ts';
import { shapeOf, type RowShape } from './layout.ts';

/** From so many changes at once on, sorting anew costs less than moving each. */
const manyChanges = 500;

/**
 * Rows kept in order while single ones change: a change costs two searches by halves and not a sort of ten thousand. `rows` and
 * `shapes` are changed in place.
 */
export class OrderedRows {
  rows: Row[];
  /** Of each row, beside it: the shapes of all are read whenever the list is laid out, and ten thousand rows lie far apart in memory. */
  shapes: RowShape[];
  readonly #compare: Comparison;
  readonly #matches: (row: Row) => boolean;

  /** `matches`: which of the rows that come or change later belong to them. */
  constructor(rows: Iterable<Row>, compare: Comparison, matches: (row: Row) => boolean = () => true) {
    this.#compare = compare;
    this.#matches = matches;
    this.rows = [...rows].sort(compare);
    this.shapes = this.rows.map(shapeOf);
  }

  /** Those of its rows that match, in the same order. In one pass: each key stroke in the search field takes one. */
  narrowed(matches: (row: Row) => boolean): OrderedRows {
    const narrowed = new OrderedRows([], this.#compare, matches);
    for (let index = 0; index < this.rows.length; index += 1) {
      const row = this.rows[index]!;
      if (!matches(row)) continue;
      narrowed.rows.push(row);
      narrowed.shapes.push(this.shapes[index]!);
    }
    return narrowed;
  }

  /** Answers whether a row came, went or changed its place. */
  apply(changes: readonly RowChange[]): boolean {
    if (changes.length >= manyChanges) {
      this.#sortAnew(changes);
      return true;
    }
    let isMoved = false;
    for (const { before, after } of changes) {
      const from = before === null ? -1 : this.indexOf(before);
      const isIn = after !== null && this.#matches(after);
      if (isIn && from >= 0 && this.#staysAt(from, after)) this.#put(from, 1, after);
      else {
        if (from >= 0) this.#put(from, 1);
        if (isIn) this.#put(this.#placeOf(after), 0, after);
        isMoved ||= from >= 0 || isIn;
      }
    }
    return isMoved;
  }

  /** The index of this very row, or -1. */
  indexOf(row: Row): number {
    const index = this.#placeOf(row);
    return this.rows[index] === row ? index : -1;
  }

  /** Puts `row` in the place of `gone` rows from `index` on. */
  #put(index: number, gone: number, ...row: readonly Row[]): void {
    this.rows.splice(index, gone, ...row);
    this.shapes.splice(index, gone, ...row.map(shapeOf));
  }

  #staysAt(index: number, row: Row): boolean {
    const [above, below] = [this.rows[index - 1], this.rows[index + 1]];
    return (
      (above === undefined || this.#compare(above, row) < 0) &&
      (below === undefined || this.#compare(row, below) < 0)
    );
  }

  /** The first index whose row does not stand before `row`. */
  #placeOf(row: Row): number {
    let [low, high] = [0, this.rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.rows[middle];
      if (there !== undefined && this.#compare(there, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #sortAnew(changes: readonly RowChange[]): void {
    const gone = new Set(changes.map(({ before }) => before));
    const stay = this.rows.filter((row) => !gone.has(row));
    // The newest of a row counts where one moment changed it twice.
    const befores = new Set<Row | null>(changes.map(({ before }) => before));
    for (const { after } of changes)
      if (after !== null && !befores.has(after) && this.#matches(after)) stay.push(after);
    this.rows = stay.sort(this.#compare);
    this.shapes = this.rows.map(shapeOf);
  }
}
