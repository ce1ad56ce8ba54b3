import {
  storedKeys,
  storedKinds,
  type Stored,
  type StoredChanges,
  type StoredKind,
  type StoredRows,
} from '../../../main/model/stored.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';

type Rows = { readonly [Kind in StoredKind]: Map<string, StoredRows[Kind]> };

/** What is on the disk, by kind and key. */
export function createStoredRows(first?: Stored) {
  const byKey = <Kind extends StoredKind>(kind: Kind) =>
    new Map((first?.[kind] ?? []).map((row) => [storedKeys[kind](row), row]));
  const rows: Rows = {
    watches: byKey('watches'),
    notices: byKey('notices'),
    observations: byKey('observations'),
    listings: byKey('listings'),
    follows: byKey('follows'),
    seen: byKey('seen'),
    groups: byKey('groups'),
    hooks: byKey('hooks'),
    deliveries: byKey('deliveries'),
    lastEnds: byKey('lastEnds'),
    wishes: byKey('wishes'),
    timelines: byKey('timelines'),
  };

  function writeKind<Kind extends StoredKind>(kind: Kind, changes: StoredChanges): void {
    const [into, changed]: [Rows[Kind], StoredChanges[Kind]] = [rows[kind], changes[kind]];
    for (const [key, row] of changed) {
      if (row === null) into.delete(key);
      else into.set(key, row);
    }
  }

  return {
    rows,
    write(changes: StoredChanges): void {
      for (const kind of storedKinds) writeKind(kind, changes);
    },
    /** What the next start finds. */
    content: (): Stored => allRows(rows),
  };
}

export type StoredRowsOnDisk = ReturnType<typeof createStoredRows>;

/** What the next start finds where everything was written. */
export const storedBy = (state: MonitorView): Stored => allRows(state);

function allRows(from: {
  readonly [Kind in StoredKind]: { values: () => Iterable<StoredRows[Kind]> };
}): Stored {
  return {
    watches: [...from.watches.values()],
    notices: [...from.notices.values()],
    observations: [...from.observations.values()],
    listings: [...from.listings.values()],
    follows: [...from.follows.values()],
    seen: [...from.seen.values()],
    groups: [...from.groups.values()],
    hooks: [...from.hooks.values()],
    deliveries: [...from.deliveries.values()],
    lastEnds: [...from.lastEnds.values()],
    wishes: [...from.wishes.values()],
    timelines: [...from.timelines.values()],
  };
}
