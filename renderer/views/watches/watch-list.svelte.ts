import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { GroupId, Order, Row, WatchId } from '../../../main/contract.ts';
import type { RowChange, WatchRows } from '../../lib/watch-rows.svelte.ts';
import { comparisonOf, type AgeOfGroup } from './comparison.ts';
import type { ShapedRows } from './list-items.ts';
import { OrderedRows } from './ordered-rows.ts';
import { shapeOf } from './layout.ts';
import { filterOf, isNarrower, matcherOf, searchedOf, type Filter } from './visible-rows.ts';

export interface WatchList {
  search: string;
  filter: Filter;
  order: Order;
  /**
   * The rows that the search and the filter leave, in order. A new object where one of them came, went, moved or took another
   * shape, and the list is laid out anew; what else changes in a row is heard of from the rows themselves.
   */
  readonly shown: ShapedRows;
  /** The index of a shown row, or -1. */
  readonly indexOf: (id: WatchId) => number;
  /** Whether the search and the filter leave it; also of a row as it was. */
  readonly isShown: (row: Row) => boolean;
  /** Hears of the rows that change, shown or not; of null where others may be shown. */
  readonly follow: (listener: (changes: readonly RowChange[] | null) => void) => void;
  /** Of all rows, whatever is searched. */
  readonly counts: Readonly<Record<Filter, number>>;
  readonly showAll: () => void;
  /** Sorted by group, the rows of these are not shown; a search finds them all the same. */
  readonly collapsed: ReadonlySet<GroupId>;
  readonly toggle: (group: GroupId) => void;
  readonly stop: () => void;
}

const newestFirst: Order = { by: 'newest', isReversed: false };
const everyRow = (): boolean => true;

/** The watched rows as the person wants to see them, kept so while they change one by one. */
export function createWatchList(all: WatchRows, first: Order = newestFirst, ageOf?: AgeOfGroup): WatchList {
  let search = $state('');
  let filter = $state<Filter>('all');
  let order = $state.raw(first);
  let counts = $state.raw(countRows(all.values()));
  const closed = new SvelteSet<GroupId>();
  const nothing = new SvelteSet<GroupId>();
  const collapsed = $derived(order.by === 'group' && search.trim() === '' ? closed : nothing);
  let sorted = new OrderedRows(all.values(), comparisonOf(first, ageOf));
  let narrowed: OrderedRows | null = null;
  let isShown: (row: Row) => boolean = everyRow;
  const listeners: ((changes: readonly RowChange[] | null) => void)[] = [];
  let shown = $state.raw<ShapedRows>({ ...sorted });

  /** `from`: rows among which are all that are to be shown. */
  function narrow(from = sorted): void {
    const isWhole = filter === 'all' && search.trim() === '' && collapsed.size === 0;
    const passes = matcherOf(filter, search);
    isShown = (row) => passes(row) && (row.group === null || !collapsed.has(row.group));
    narrowed = isWhole ? null : from.narrowed(isShown);
    show();
    tell(null);
  }

  function show(): void {
    const { rows, shapes } = narrowed ?? sorted;
    shown = { rows, shapes };
  }

  function tell(changes: readonly RowChange[] | null): void {
    for (const listener of listeners) listener(changes);
  }

  const stop = all.follow((changes) => {
    const isSortedMoved = sorted.apply(changes);
    const isMoved = narrowed === null ? isSortedMoved : narrowed.apply(changes);
    const next = { ...counts };
    for (const { before, after } of changes) {
      if (before !== null) add(next, before, -1);
      if (after === null) continue;
      add(next, after, 1);
      // Of the rest of a long list, too: else the next key stroke would have to make the texts of all ten thousand.
      searchedOf(after);
    }
    counts = next;
    if (isMoved || changes.some(isReshaped)) show();
    tell(changes);
  });

  return {
    get search() {
      return search;
    },
    set search(text) {
      const from = isNarrower(text, search) ? (narrowed ?? sorted) : sorted;
      search = text;
      narrow(from);
    },
    get filter() {
      return filter;
    },
    set filter(next) {
      filter = next;
      narrow();
    },
    get order() {
      return order;
    },
    set order(next) {
      if (next.by === order.by && next.isReversed === order.isReversed) return;
      order = next;
      sorted = new OrderedRows(all.values(), comparisonOf(order, ageOf));
      narrow();
    },
    get shown() {
      return shown;
    },
    indexOf(id) {
      // Of the row itself nobody needs to hear who asks where it stands; of `shown` they do.
      const row = untrack(() => all.get(id));
      return row === undefined || shown.rows.length === 0 ? -1 : (narrowed ?? sorted).indexOf(row);
    },
    isShown: (row) => isShown(row),
    follow: (listener) => void listeners.push(listener),
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

/** True where the row is another height, or may stand under another heading without having moved. */
function isReshaped({ before, after }: RowChange): boolean {
  if (before === null || after === null) return false;
  return (
    shapeOf(before) !== shapeOf(after) ||
    before.group !== after.group ||
    before.reference.projectId !== after.reference.projectId
  );
}

function countRows(rows: Iterable<Row>): Record<Filter, number> {
  const counts = { all: 0, importing: 0, 'needs-you': 0, done: 0 };
  for (const row of rows) add(counts, row, 1);
  return counts;
}

function add(counts: Record<Filter, number>, row: Row, step: number): void {
  counts.all += step;
  counts[filterOf(row)] += step;
}
