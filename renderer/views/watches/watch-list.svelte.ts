import type { Row } from '../../../main/contract.ts';
import type { WatchRows } from '../../lib/watch-rows.svelte.ts';
import { OrderedRows } from './ordered-rows.ts';
import { bucketOf, comparisonOf, matcherOf, type Filter, type Sort } from './visible-rows.ts';

export interface WatchList {
  search: string;
  filter: Filter;
  sort: Sort;
  /** The rows that the search and the filter leave, in order. A new object whenever one of them changed. */
  readonly shown: { readonly rows: readonly Row[] };
  /** Of all rows, whatever is searched. */
  readonly counts: Readonly<Record<Filter, number>>;
  readonly showAll: () => void;
  readonly stop: () => void;
}

const everyRow = (): boolean => true;

/** The watched rows as the person wants to see them, kept so while they change one by one. */
export function createWatchList(all: WatchRows): WatchList {
  let search = $state('');
  let filter = $state<Filter>('all');
  let sort = $state<Sort>('newest');
  let counts = $state.raw(countRows(all.values()));
  let sorted = new OrderedRows(all.values(), comparisonOf('newest'), everyRow);
  let narrowed: OrderedRows | null = null;
  let shown = $state.raw({ rows: sorted.rows });

  function narrow(): void {
    const isWhole = filter === 'all' && search.trim() === '';
    narrowed = isWhole
      ? null
      : new OrderedRows(sorted.rows, comparisonOf(sort), matcherOf(filter, search), true);
    show();
  }

  function show(): void {
    shown = { rows: (narrowed ?? sorted).rows };
  }

  const stop = all.follow((changes) => {
    sorted.apply(changes);
    narrowed?.apply(changes);
    const next = { ...counts };
    for (const { before, after } of changes) {
      if (before !== null) add(next, before, -1);
      if (after !== null) add(next, after, 1);
    }
    counts = next;
    show();
  });

  return {
    get search() {
      return search;
    },
    set search(text) {
      search = text;
      narrow();
    },
    get filter() {
      return filter;
    },
    set filter(next) {
      filter = next;
      narrow();
    },
    get sort() {
      return sort;
    },
    set sort(next) {
      sort = next;
      sorted = new OrderedRows(all.values(), comparisonOf(sort), everyRow);
      narrow();
    },
    get shown() {
      return shown;
    },
    get counts() {
      return counts;
    },
    showAll() {
      search = '';
      filter = 'all';
      narrow();
    },
    stop,
  };
}

function countRows(rows: Iterable<Row>): Record<Filter, number> {
  const counts = { all: 0, importing: 0, 'needs-you': 0, done: 0 };
  for (const row of rows) add(counts, row, 1);
  return counts;
}

function add(counts: Record<Filter, number>, row: Row, step: number): void {
  counts.all += step;
  counts[bucketOf(row)] += step;
}
