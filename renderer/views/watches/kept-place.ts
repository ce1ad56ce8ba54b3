/** Where an item stands, in pixels from the top of the list. */
export interface Place {
  readonly id: string;
  readonly start: number;
}

export interface KeptPlace {
  /** Takes note of what is seen now. */
  readonly look: () => void;
  /** The list has been laid out anew, and is not drawn yet. */
  readonly change: () => void;
  /** By how many pixels to scroll along since the last asking, so that nothing jumps under the eyes. */
  readonly shift: () => number;
}

interface KeptPlacePorts {
  /** The first `count` items in view, from above; none where the view must not be held. */
  readonly seen: (count: number) => readonly Place[];
  readonly startOf: (id: string) => number | null;
}

export function createKeptPlace({ seen, startOf }: KeptPlacePorts): KeptPlace {
  let before: readonly Place[] = [];
  let shift = 0;
  return {
    look: () => void (before = seen(3)),
    change: () => void (shift = shiftOf(before, startOf)),
    shift() {
      const by = shift;
      shift = 0;
      return by;
    },
  };
}

/** By how much what was seen has moved. One of the items may have gone elsewhere and must not be followed: the others moved less. */
export function shiftOf(seen: readonly Place[], startNow: (id: string) => number | null): number {
  const shifts = seen.flatMap(({ id, start }) => {
    const now = startNow(id);
    return now === null ? [] : [now - start];
  });
  return shifts.reduce((least, shift) => (Math.abs(shift) < Math.abs(least) ? shift : least), shifts[0] ?? 0);
}
