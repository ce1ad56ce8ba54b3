import * as v from 'valibot';
import { migrate } from '../../main/adapters/stores/migrate.ts';
import { jsonOf, lineOf } from '../../main/adapters/stores/journal-line.ts';
import { putFollow, putSeen } from '../../main/adapters/stores/stored-follows.ts';
import { contentMigrations } from '../../main/adapters/stores/watchlist-migrations.ts';
import {
  watchlistShape,
  watchlistVersion,
  type WatchlistContent,
} from '../../main/adapters/stores/watchlist-shape.ts';
import type { StoredFollow } from '../../main/monitor/follow/follow.ts';
import type { Observation } from '../../main/monitor/learning/observation.ts';
import type { Notice, NoticeKey } from '../../main/monitor/notice.ts';
import type { SaveChanges } from '../../main/runner/saver.ts';
import type { Chance } from './random.ts';
import type { Timeline } from './timeline.ts';

export interface DiskPorts {
  readonly timeline: Timeline;
  readonly chance: Chance;
  /** True where the process dies right here. */
  readonly diesAt: (place: 'before-save' | 'torn-save' | 'after-save') => boolean;
  /** What is on the disk from now on. */
  readonly written: (notices: readonly Readonly<Notice>[]) => void;
  /** Counts a fault that was met. */
  readonly met: (fault: string) => void;
}

export type Disk = ReturnType<typeof createDisk>;

/** The watchlist on disk, entry by entry as text, so that nothing survives a restart that JSON does not carry. */
export function createDisk({ timeline, chance, diesAt, written, met }: DiskPorts) {
  const watches = new Map<string, string>();
  const notices = new Map<NoticeKey, Entry>();
  const durations = new Map<string, string>();
  const groups = new Map<string, string>();
  const follows = new Map<string, StoredFollow>();
  let isFull = false;
  let failures = 0;

  function write(changes: Taken): void {
    put(watches, changes.watches, changes.removedWatches);
    put(durations, changes.durations, changes.removedDurations);
    put(groups, changes.groups, changes.removedGroups);
    for (const notice of changes.notices) notices.set(notice.key, { notice, text: JSON.stringify(notice) });
    for (const key of changes.removedNotices) notices.delete(key);
    for (const follow of changes.follows) putFollow(follows, follow);
    for (const id of changes.removedFollows) follows.delete(id);
    for (const seen of changes.seen) putSeen(follows, seen);
  }

  /** The power goes while the line is written: what is there of it counts where it is whole but for its end. */
  function tear(changes: Taken): void {
    const line = lineOf(JSON.stringify(changes));
    const cut = chance.happens(0.5) ? line.length - 1 : Math.floor(chance.between(0, line.length));
    const isWhole = jsonOf(line.slice(0, cut)) !== null;
    met(isWhole ? 'a torn save that is whole' : 'a torn save that is lost');
    if (!isWhole) return;
    write(changes);
    written(changes.notices);
  }

  return {
    failures: () => failures,
    /** As the store does it: all of it or nothing, since it is one line of a journal that carries its checksum. */
    save(changes: SaveChanges, isAlive: () => boolean): Promise<void> {
      const taken = takenFrom(changes);
      return new Promise((resolve, reject) => {
        if (diesAt('before-save')) return;
        timeline.inLaptop(chance.between(1, 30), () => {
          if (!isAlive()) return;
          if (isFull) {
            met('a save on a full disk');
            failures += 1;
            return reject(new Error('no space left on the disk'));
          }
          if (diesAt('torn-save')) return tear(taken);
          write(taken);
          written(taken.notices);
          if (diesAt('after-save')) return;
          timeline.inLaptop(chance.between(0, 5), () => {
            if (isAlive()) resolve();
          });
        });
      });
    },
    load() {
      const texts = [...notices].map(([key, { text }]) => [key, text] as const);
      const read: WatchlistContent = v.parse(watchlistShape, {
        watches: parsed(watches),
        notices: parsed(texts),
        durations: parsed(durations),
        groups: parsed(groups),
        follows: structuredClone(Object.fromEntries(follows)),
      });
      return {
        watches: Object.values(read.watches).toSorted((one, other) => one.addedAt - other.addedAt),
        notices: Object.values(read.notices).toSorted((one, other) => one.at - other.at),
        durations: Object.values(read.durations).toSorted((one, other) => endOf(one) - endOf(other)),
        groups: Object.values(read.groups),
        follows: Object.values(read.follows),
      };
    },
    hasWatch: (id: string) => watches.has(id),
    watchIds: () => watches.keys(),
    noticeOf: (key: NoticeKey): Readonly<Notice> | null => notices.get(key)?.notice ?? null,
    setFull(now: boolean): void {
      isFull = now;
    },
    /** What an earlier version of the app left behind, brought up to date as the store does it. */
    begin(content: Record<string, unknown>, observations: readonly Observation[]): void {
      const migrated = migrate(content, watchlistVersion, contentMigrations);
      const read: WatchlistContent = v.parse(watchlistShape, migrated);
      for (const watch of Object.values(read.watches)) watches.set(watch.id, JSON.stringify(watch));
      for (const notice of Object.values(read.notices))
        notices.set(notice.key, { notice, text: JSON.stringify(notice) });
      for (const observation of observations) durations.set(observation.key, JSON.stringify(observation));
    },
  };
}

interface Entry {
  readonly notice: Readonly<Notice>;
  readonly text: string;
}

type Texts = Iterable<readonly [string, string]>;

/** What is written of these as text, by key. */
type AsText = 'watches' | 'durations' | 'groups';
type Taken = Omit<SaveChanges, AsText> & Readonly<Record<AsText, Texts>>;

/** What the monitor goes on changing must not change on its way to the disk. */
function takenFrom(changes: SaveChanges): Taken {
  return {
    ...changes,
    watches: changes.watches.map((watch) => [watch.id, JSON.stringify(watch)]),
    durations: changes.durations.map((duration) => [duration.key, JSON.stringify(duration)]),
    groups: changes.groups.map((group) => [group.id, JSON.stringify(group)]),
    notices: changes.notices.map((notice) => ({ ...notice })),
  };
}

function put(shelf: Map<string, string>, entries: Texts, removed: readonly string[]): void {
  for (const [key, text] of entries) shelf.set(key, text);
  for (const key of removed) shelf.delete(key);
}

function parsed(texts: Texts): Record<string, unknown> {
  return Object.fromEntries([...texts].map(([key, text]) => [key, JSON.parse(text) as unknown]));
}

const endOf = ({ startedAt, atMostMs }: Observation) => startedAt + atMostMs;
