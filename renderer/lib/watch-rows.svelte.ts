/* eslint-disable svelte/prefer-svelte-reactivity -- a signal for each of ten thousand rows is what this room avoids */
import type { Row, WatchId } from '../../main/contract.ts';

/** `before` is null for a row that is new, `after` for one that went. */
export interface RowChange {
  readonly before: Row | null;
  readonly after: Row | null;
}

export interface WatchRows {
  readonly size: number;
  readonly get: (id: WatchId) => Row | undefined;
  readonly values: () => Iterable<Row>;
  /** Hears of the changes of a moment, one by one, so that ten thousand rows need not be looked at. Returns what ends it. */
  readonly follow: (listener: (changes: readonly RowChange[]) => void) => () => void;
}

export interface ChangingRows extends WatchRows {
  readonly apply: (changed: readonly Row[], removed: readonly WatchId[]) => void;
}

/**
 * All rows by their ids. One signal for all of them: a signal each, as a reactive map has, is ten thousand to make and to
 * subscribe to before the list is first seen.
 */
export function createWatchRows(first: readonly Row[]): ChangingRows {
  const rows = new Map(first.map((row) => [row.id, row]));
  const listeners = new Set<(changes: readonly RowChange[]) => void>();
  let current = $state.raw({ rows });

  return {
    get size() {
      return current.rows.size;
    },
    get: (id) => current.rows.get(id),
    values: () => current.rows.values(),
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    apply(changed, removed) {
      const changes: RowChange[] = [];
      for (const id of removed) {
        const before = rows.get(id);
        if (before !== undefined) changes.push({ before, after: null });
        rows.delete(id);
      }
      for (const row of changed) {
        changes.push({ before: rows.get(row.id) ?? null, after: row });
        rows.set(row.id, row);
      }
      if (changes.length === 0) return;
      for (const listener of listeners) listener(changes);
      current = { rows };
    },
  };
}
