/** The ids of a workspace that were named more than once. */
export interface Repeats {
  readonly add: (id: number) => void;
  readonly size: () => number;
  /** The first id from this one on that is not among them. */
  readonly firstOther: (id: number) => number;
}

export function createRepeats(): Repeats {
  /** For each of them an id to go on looking from: the next one, or one far ahead where the way was gone before. */
  const onward = new Map<number, number>();

  function firstOther(id: number): number {
    let other = id;
    for (let next = onward.get(other); next !== undefined; next = onward.get(other)) other = next;
    for (let at = id; at !== other;) {
      const next = onward.get(at) ?? other;
      onward.set(at, other);
      at = next;
    }
    return other;
  }

  return {
    add(id) {
      if (!onward.has(id)) onward.set(id, id + 1);
    },
    size: () => onward.size,
    firstOther,
  };
}
