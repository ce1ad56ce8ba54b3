import { readRow } from '../../main/adapters/stores/read-row.ts';
import type { DeliveryId } from '../../main/model/hook.ts';
import type { Notice, NoticeKey } from '../../main/model/notice.ts';
import {
  storedKeys,
  storedKinds,
  type Stored,
  type StoredChanges,
  type StoredKind,
  type StoredRows,
} from '../../main/model/stored.ts';
import type { Wish, WishId } from '../../main/model/wish.ts';
import type { Chance } from './random.ts';
import type { Timeline } from './timeline.ts';

export interface DiskPorts {
  readonly timeline: Timeline;
  readonly chance: Chance;
  /** True where the process dies right here. */
  readonly diesAt: (place: 'before-save' | 'torn-save' | 'after-save') => boolean;
  /** What is on the disk from now on. */
  readonly written: (notices: readonly Notice[]) => void;
  /** Null where it is not there any more. */
  readonly wishesWritten: (wishes: ReadonlyMap<WishId, Wish | null>) => void;
  /** Counts a fault that was met. */
  readonly met: (fault: string) => void;
}

export type Disk = ReturnType<typeof createDisk>;

/** The watchlist on disk, row by row as text: nothing survives a restart that JSON does not carry, or that the store would refuse. */
export function createDisk({ timeline, chance, diesAt, written, wishesWritten, met }: DiskPorts) {
  const shelves = Object.fromEntries(storedKinds.map((kind) => [kind, new Map<string, string>()])) as Record<
    StoredKind,
    Map<string, string>
  >;
  /** Also those that are over and gone. */
  const deliveries = new Set<DeliveryId>();
  let isFull = false;
  let failures = 0;
  let writtenAt = -Infinity;

  function write(changes: StoredChanges): void {
    writtenAt = timeline.now();
    for (const kind of storedKinds) {
      for (const [key, row] of changes[kind]) {
        if (row === null) shelves[kind].delete(key);
        else shelves[kind].set(key, JSON.stringify(row));
      }
    }
    for (const [id, row] of changes.deliveries) if (row !== null) deliveries.add(id);
    wishesWritten(new Map(changes.wishes));
    written([...changes.notices.values()].filter((notice) => notice !== null));
  }

  const rowsOf = <Kind extends StoredKind>(kind: Kind): StoredRows[Kind][] =>
    [...shelves[kind]].map(([key, text]) => {
      const row = readRow(kind, key, text);
      if (row === null) throw new Error(`the store refuses what the app has saved: ${text}`);
      return row;
    });

  return {
    failures: () => failures,
    /** When something was written last, true time, ms: all that had changed by then, since what could not be written goes with it. */
    writtenAt: () => writtenAt,
    /** Whether it ever was on disk. */
    hadDelivery: (id: DeliveryId) => deliveries.has(id),
    /** As the store does it: all of it or nothing, since it is one transaction. */
    save(changes: StoredChanges, isAlive: () => boolean): Promise<void> {
      return new Promise((resolve, reject) => {
        if (diesAt('before-save')) return;
        timeline.inLaptop(chance.between(1, 30), () => {
          if (!isAlive()) return;
          if (isFull) {
            met('a save on a full disk');
            failures += 1;
            return reject(new Error('no space left on the disk'));
          }
          // The power goes in the midst of it: the end of the transaction is on the disk, or it is not.
          if (diesAt('torn-save')) {
            const isWhole = chance.happens(0.5);
            met(isWhole ? 'a torn save that is whole' : 'a torn save that is lost');
            return isWhole ? write(changes) : undefined;
          }
          write(changes);
          if (diesAt('after-save')) return;
          timeline.inLaptop(chance.between(0, 5), () => {
            if (isAlive()) resolve();
          });
        });
      });
    },
    load: (): Stored => ({
      watches: rowsOf('watches').toSorted((one, other) => one.addedAt - other.addedAt),
      notices: rowsOf('notices').toSorted((one, other) => one.at - other.at),
      observations: rowsOf('observations').toSorted(
        (one, other) => one.startedAt + one.atMostMs - other.startedAt - other.atMostMs,
      ),
      listings: rowsOf('listings'),
      groups: rowsOf('groups'),
      timelines: rowsOf('timelines'),
      follows: rowsOf('follows'),
      seen: rowsOf('seen'),
      hooks: rowsOf('hooks'),
      deliveries: rowsOf('deliveries').toSorted((one, other) => one.at - other.at),
      lastEnds: rowsOf('lastEnds'),
      wishes: rowsOf('wishes').toSorted((one, other) => one.wishedAt - other.wishedAt),
    }),
    hasWatch: (id: string) => shelves.watches.has(id),
    watchIds: () => shelves.watches.keys(),
    noticeOf(key: NoticeKey): Notice | null {
      const text = shelves.notices.get(key);
      return text === undefined ? null : (JSON.parse(text) as Notice);
    },
    setFull(now: boolean): void {
      isFull = now;
    },
    /** What an earlier run left behind. */
    begin(stored: Partial<Stored>): void {
      const put = <Kind extends StoredKind>(kind: Kind) => {
        for (const row of stored[kind] ?? []) shelves[kind].set(storedKeys[kind](row), JSON.stringify(row));
      };
      for (const kind of storedKinds) put(kind);
    },
  };
}
