/** What is derived from the rows of a collection, kept as they change. `to` is null where the row goes, `from` where it comes. */
export interface Index<Row, Key = unknown> {
  readonly clear: () => void;
  readonly changed: (from: Row | null, to: Row | null, key: Key) => void;
}

/** The rows of a collection, to be read. */
export interface Rows<Key, Row> {
  readonly size: number;
  readonly get: (key: Key) => Row | undefined;
  readonly has: (key: Key) => boolean;
  /** In the order in which they came. */
  readonly keys: () => Iterable<Key>;
  readonly values: () => Iterable<Row>;
}

export interface Change<Row> {
  readonly from: Row | null;
  readonly to: Row | null;
}

/** Immutable rows under keys. A row changes only by another that is put in its place. */
export interface Collection<Key, Row> extends Rows<Key, Row> {
  readonly put: (row: Row) => void;
  /** Puts the row with some fields changed; nothing where it is not there. */
  readonly patch: (key: Key, part: Partial<Row>) => void;
  readonly remove: (key: Key) => void;
  /** To be called before the first row comes. */
  readonly keep: <Kept extends Index<Row, Key>>(index: Kept) => Kept;
  /** What this transaction changed so far; what comes to the same in the end is no change. */
  readonly changes: () => ReadonlyMap<Key, Change<Row>>;
}

/** A single value. */
export interface Cell<Value> {
  readonly value: Value;
  readonly set: (value: Value) => void;
}

/** A state that may be read and not written: collections and cells lose what changes them. */
export type Readable<State> = {
  readonly [Part in keyof State]: State[Part] extends Collection<infer Key, infer Row>
    ? Rows<Key, Row>
    : State[Part] extends Cell<infer Value>
      ? { readonly value: Value }
      : State[Part];
};

export interface Store {
  readonly collection: <Key, Row extends object>(keyOf: (row: Row) => Key) => Collection<Key, Row>;
  readonly cell: <Value>(value: Value) => Cell<Value>;
  /** Ends the transaction: what it changed stays. */
  readonly commit: () => void;
  /** Takes everything back that the transaction changed. */
  readonly rollBack: () => void;
}

/**
 * The state as collections of immutable rows, and one transaction at a time that remembers each row as it was. After tldraw's store
 * (RecordsDiff): one diff is the save, the change for the window, the undo and the rollback, so that none of them can be forgotten.
 */
export function createStore(): Store {
  const parts: Pick<Store, 'commit' | 'rollBack'>[] = [];

  function cell<Value>(first: Value): Cell<Value> {
    let value = first;
    let before = first;
    parts.push({ commit: () => void (before = value), rollBack: () => void (value = before) });
    return {
      get value() {
        return value;
      },
      set: (next) => void (value = next),
    };
  }

  function collection<Key, Row extends object>(keyOf: (row: Row) => Key): Collection<Key, Row> {
    /** Null where this transaction took the row out: its place is kept, so that a rollback brings it back there. */
    const rows = new Map<Key, Row | null>();
    const before = new Map<Key, Row | null>();
    /** Null until asked for, and again when more has changed: each step asks for them many times. */
    let changesSoFar: ReadonlyMap<Key, Change<Row>> | null = null;
    let gone = 0;
    const indexes: Index<Row, Key>[] = [];
    parts.push({
      commit() {
        if (before.size === 0) return;
        if (gone > 0) for (const key of before.keys()) if (rows.get(key) === null) rows.delete(key);
        forget();
      },
      rollBack() {
        for (const [key, row] of before) {
          if (row === null) rows.delete(key);
          else rows.set(key, row);
        }
        forget();
        // Anew from the rows, because the fault may have struck in the midst of an index.
        for (const index of indexes) {
          index.clear();
          for (const [key, row] of rows) if (row !== null) index.changed(null, row, key);
        }
      },
    });

    function forget(): void {
      gone = 0;
      before.clear();
      changesSoFar = null;
    }

    function* keys(): Iterable<Key> {
      for (const [key, row] of rows) if (row !== null) yield key;
    }

    function* values(): Iterable<Row> {
      for (const row of rows.values()) if (row !== null) yield row;
    }

    function set(key: Key, to: Row | null): void {
      const from = rows.get(key) ?? null;
      if (areSame(from, to)) return;
      if (!before.has(key)) before.set(key, from);
      if (to === null) gone += 1;
      else if (rows.get(key) === null) gone -= 1;
      rows.set(key, to);
      changesSoFar = null;
      for (const index of indexes) index.changed(from, to, key);
    }

    return {
      get size() {
        return rows.size - gone;
      },
      get: (key) => rows.get(key) ?? undefined,
      has: (key) => (rows.get(key) ?? null) !== null,
      keys,
      values,
      put: (row) => set(keyOf(row), row),
      patch(key, part) {
        const row = rows.get(key) ?? null;
        if (row !== null) set(key, { ...row, ...part });
      },
      remove: (key) => set(key, null),
      keep(index) {
        indexes.push(index);
        return index;
      },
      changes() {
        if (before.size === 0) return none;
        if (changesSoFar !== null) return changesSoFar;
        const changes = new Map<Key, Change<Row>>();
        for (const [key, from] of before) {
          const to = rows.get(key) ?? null;
          if (!areSame(from, to)) changes.set(key, { from, to });
        }
        changesSoFar = changes;
        return changes;
      },
    };
  }

  return {
    cell,
    collection,
    commit() {
      for (const part of parts) part.commit();
    },
    rollBack() {
      for (const part of parts) part.rollBack();
    },
  };
}

/** Most collections stay as they are in a step. */
const none = new Map<never, never>();

/** A row that says nothing new is no change, or a look at which nothing happened would be written. */
function areSame<Row extends object>(one: Row | null, other: Row | null): boolean {
  if (one === other || one === null || other === null) return one === other;
  const fields = Object.keys(other) as (keyof Row)[];
  return fields.length === Object.keys(one).length && fields.every((field) => one[field] === other[field]);
}
