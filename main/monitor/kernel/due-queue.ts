/** A binary min-heap of keys by due time, with removal and change of any key in O(log n). */
export interface DueQueue<Key> {
  /** Number of keys that wait. */
  readonly size: () => number;
  /** Adds the key, or moves it to the new time (epoch milliseconds). */
  readonly put: (key: Key, dueAt: number) => void;
  readonly remove: (key: Key) => void;
  readonly clear: () => void;
  /** The earliest key, or the earliest but this one; ties are broken by the order in which they were put. */
  readonly first: (except?: Key) => { readonly key: Key; readonly dueAt: number } | null;
}

interface Entry<Key> {
  readonly key: Key;
  readonly dueAt: number;
  readonly order: number;
}

/** Textbook binary heap with a position index: the monitor must not look at every watch to find the next one. */
export function createDueQueue<Key>(): DueQueue<Key> {
  const heap: Entry<Key>[] = [];
  const positions = new Map<Key, number>();
  let order = 0;

  const before = (one: Entry<Key>, other: Entry<Key>) =>
    one.dueAt < other.dueAt || (one.dueAt === other.dueAt && one.order < other.order);

  function place(entry: Entry<Key>, index: number): void {
    heap[index] = entry;
    positions.set(entry.key, index);
  }

  function rise(entry: Entry<Key>, from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!before(entry, heap[parent]!)) break;
      place(heap[parent]!, index);
      index = parent;
    }
    place(entry, index);
  }

  function sink(entry: Entry<Key>, from: number): void {
    let index = from;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child += 1;
      if (!before(heap[child]!, entry)) break;
      place(heap[child]!, index);
      index = child;
    }
    place(entry, index);
  }

  function remove(key: Key): void {
    const index = positions.get(key);
    if (index === undefined) return;
    positions.delete(key);
    const last = heap.pop()!;
    if (index === heap.length) return;
    sink(last, index);
    rise(last, positions.get(last.key)!);
  }

  return {
    size: () => heap.length,
    put(key, dueAt) {
      remove(key);
      const entry = { key, dueAt, order: order++ };
      heap.push(entry);
      rise(entry, heap.length - 1);
    },
    remove,
    clear() {
      heap.length = 0;
      positions.clear();
    },
    first(except) {
      const [root, left, right] = heap;
      if (root === undefined || root.key !== except) return root ?? null;
      return left && right ? (before(left, right) ? left : right) : (left ?? null);
    },
  };
}
