import type { Index } from './store.ts';

/** Keys of rows by name. A row goes by any number of names; under each, keys are in the order in which they came to it. */
export interface Lookup<Key, Name extends string = string> {
  readonly of: (name: Name) => ReadonlySet<Key>;
}

/** Kept up to date as rows change, because searching or counting all of them on every answer would block. */
export function indexNames<Key, Row, Name extends string = string>(
  namesOf: (row: Row) => readonly Name[],
): Index<Row, Key> & Lookup<Key, Name> {
  const sets = new Map<string, Set<Key>>();
  const none: ReadonlySet<Key> = new Set();

  function leave(name: string, key: Key): void {
    const set = sets.get(name);
    set?.delete(key);
    if (set?.size === 0) sets.delete(name);
  }

  function join(name: string, key: Key): void {
    const set = sets.get(name);
    if (set === undefined) sets.set(name, new Set([key]));
    else set.add(key);
  }

  return {
    clear: () => sets.clear(),
    changed(from, to, key) {
      const was = from === null ? [] : namesOf(from);
      const is = to === null ? [] : namesOf(to);
      for (const name of was) if (!is.includes(name)) leave(name, key);
      for (const name of is) if (!was.includes(name)) join(name, key);
    },
    of: (name) => sets.get(name) ?? none,
  };
}
