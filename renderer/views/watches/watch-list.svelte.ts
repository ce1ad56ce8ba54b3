import { SvelteSet } from 'svelte/reactivity';
import type { GroupId, Row, WatchId } from '../../../main/contract.ts';
import type { RowChange, WatchRows } from '../../lib/watch-rows.svelte.ts';
import { OrderedRows } from './ordered-rows.ts';
import { shapeOf } from './row-shape.ts';
import {
  bucketOf,
  comparisonOf,
  matcherOf,
  type AgeOfGroup,
  type Filter,
  type Sort,
} from './visible-rows.ts';

export interface WatchList {
  search: string;
  filter: Filter;
  sort: Sort;
  /** The rows that the search and the filter leave, in order. A new object whenever one of them changed. */
  readonly shown: { readonly rows: readonly Row[] };
  /** A new object whenever a shown row came, went, moved or took another shape: then the list is laid out anew. */
  readonly places: object;
  /** The index of a shown row, or -1. */
  readonly indexOf: (id: WatchId) => number;
  /** Of all rows, whatever is searched. */
  readonly counts: Readonly<Record<Filter, number>>;
  readonly showAll: () => void;
  /** Sorted by group, the rows of these are not shown; a search finds them all the same. */
  readonly collapsed: ReadonlySet<GroupId>;
  readonly toggle: (group: GroupId) => void;
  readonly stop: () => void;
}

const everyRow = (): boolean => true;

/** The watched rows as the person wants to see them, kept so while they change one by one. */
export function createWatchList(all: WatchRows, ageOf?: AgeOfGroup): WatchList {
  let search = $state('');
  let filter = $state<Filter>('all');
  let sort = $state<Sort>('newest');
  let counts = $state.raw(countRows(all.values()));
  const closed = new SvelteSet<GroupId>();
  const nothing = new SvelteSet<GroupId>();
  const collapsed = $derived(sort === 'group' && search.trim() === '' ? closed : nothing);
  let sorted = new OrderedRows(all.values(), comparisonOf('newest', ageOf), everyRow);
  let narrowed: OrderedRows | null = null;
  let shown = $state.raw({ rows: sorted.rows });
  let places = $state.raw({});

  function narrow(): void {
    const isWhole = filter === 'all' && search.trim() === '' && collapsed.size === 0;
    const passes = matcherOf(filter, search);
    const isShown = (row: Row): boolean => passes(row) && (row.group === null || !collapsed.has(row.group));
    narrowed = isWhole ? null : new OrderedRows(sorted.rows, comparisonOf(sort, ageOf), isShown, true);
    show();
  }

  function show(): void {
    shown = { rows: (narrowed ?? sorted).rows };
    places = {};
  }

  const stop = all.follow((changes) => {
    const isSortedMoved = sorted.apply(changes);
    const isMoved = narrowed === null ? isSortedMoved : narrowed.apply(changes);
    const next = { ...counts };
    for (const { before, after } of changes) {
      if (before !== null) add(next, before, -1);
      if (after !== null) add(next, after, 1);
    }
    counts = next;
    shown = { rows: (narrowed ?? sorted).rows };
    if (isMoved || changes.some(isReshaped)) places = {};
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
      if (next === sort) return;
      sort = next;
      sorted = new OrderedRows(all.values(), comparisonOf(sort, ageOf), everyRow);
      narrow();
    },
    get shown() {
      return shown;
    },
    get places() {
      return places;
    },
    indexOf(id) {
      const row = all.get(id);
      // Read, so that whoever asks hears when it moves.
      return row === undefined || shown.rows.length === 0 ? -1 : (narrowed ?? sorted).indexOf(row);
    },
    get counts() {
      return counts;
    },
    showAll() {
      search = '';
      filter = 'all';
      narrow();
    },
    get collapsed() {
      return collapsed;
    },
    toggle(group) {
      if (!closed.delete(group)) closed.add(group);
      narrow();
    },
    stop,
  };
}

function isReshaped({ before, after }: RowChange): boolean {
  return before !== null && after !== null && shapeOf(before) !== shapeOf(after);
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
