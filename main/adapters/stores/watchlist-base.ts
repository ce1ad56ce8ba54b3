import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { SavedGroup } from '../../monitor/groups/group.ts';
import type { SavedWatch } from '../../monitor/initial-state.ts';
import type { StoredFollow } from '../../monitor/follow/follow.ts';
import type { Observation } from '../../monitor/learning/observation.ts';
import type { Notice } from '../../monitor/notice.ts';
import type { SaveChanges } from '../../runner/saver.ts';
import { cannotSave } from './cannot-save.ts';
import { openStore, type OpenedStore } from './open-store.ts';
import type { StoreUnreadable } from './set-aside.ts';
import { putFollow, putSeen } from './stored-follows.ts';
import { syncFolder } from './sync-folder.ts';
import { contentMigrations } from './watchlist-migrations.ts';
import { watchlistShape, watchlistVersion, type WatchlistContent } from './watchlist-shape.ts';

/** So many that writing one is short at ten thousand watches, and so few that writing them all is not long. */
const partCount = 32;

interface Part {
  readonly store: OpenedStore<WatchlistContent>;
  readonly watches: Map<string, SavedWatch>;
  readonly notices: Map<string, Notice>;
  readonly durations: Map<string, Observation>;
  readonly follows: Map<string, StoredFollow>;
  readonly groups: Map<string, SavedGroup>;
  /** Differs from its file. */
  changed: boolean;
}

export interface WatchlistBase {
  readonly watches: () => SavedWatch[];
  readonly notices: () => Notice[];
  readonly durations: () => Observation[];
  readonly follows: () => StoredFollow[];
  readonly groups: () => SavedGroup[];
  readonly unreadable: readonly StoreUnreadable[];
  /** Takes changes into memory; `write` brings them to disk. */
  readonly apply: (changes: SaveChanges) => void;
  /** The disk is in doubt: the next `write` writes anew all that there is. */
  readonly distrust: () => void;
  /**
   * Resolves when all of it is on disk, giving way to other work after each part, or false where `isWanted` said that something
   * else waits for the disk: then the next call does the rest. Rejects with `CannotSave`.
   */
  readonly write: (isWanted: () => boolean) => Promise<boolean>;
}

/**
 * The watchlist as files of electron-store, `watchlist/part-0.json` and so on, because one file of ten thousand watches
 * takes longer to write than the app may stand still. The id of an entry decides its part.
 */
export function openWatchlistBase({ folder, now }: { folder: string; now: () => number }): WatchlistBase {
  const open = (place: string, name: string) =>
    openStore({
      folder: place,
      name,
      now,
      shape: watchlistShape,
      version: watchlistVersion,
      migrations: contentMigrations,
      defaults: { watches: {}, notices: {}, durations: {}, follows: {}, groups: {} },
    });
  const place = join(folder, 'watchlist');
  const parts = Array.from({ length: partCount }, (_, number) => partOf(open(place, `part-${number}`)));
  // The first version of the app had all of it in one file. It goes once the parts hold what it held.
  const oldFile = join(folder, 'watchlist.json');
  let old = existsSync(oldFile) ? open(folder, 'watchlist') : null;
  const unreadable = [old, ...parts.map(({ store }) => store)].flatMap((store) => store?.unreadable ?? []);

  function apply(changes: SaveChanges): void {
    for (const watch of changes.watches) changing(watch.id).watches.set(watch.id, watch);
    for (const id of changes.removedWatches) changing(id).watches.delete(id);
    for (const notice of changes.notices) changing(notice.key).notices.set(notice.key, notice);
    for (const key of changes.removedNotices) changing(key).notices.delete(key);
    for (const duration of changes.durations) changing(duration.key).durations.set(duration.key, duration);
    for (const key of changes.removedDurations) changing(key).durations.delete(key);
    for (const follow of changes.follows) putFollow(changing(follow.id).follows, follow);
    for (const id of changes.removedFollows) changing(id).follows.delete(id);
    for (const seen of changes.seen) putSeen(changing(seen.follow).follows, seen);
    for (const group of changes.groups) changing(group.id).groups.set(group.id, group);
    for (const id of changes.removedGroups) changing(id).groups.delete(id);
  }

  function changing(id: string): Part {
    const part = parts[crc32(id) % partCount]!;
    part.changed = true;
    return part;
  }

  async function write(isWanted: () => boolean): Promise<boolean> {
    for (const part of parts) {
      if (!part.changed) continue;
      await setImmediate();
      if (isWanted()) return false;
      part.store.write({
        watches: Object.fromEntries(part.watches),
        notices: Object.fromEntries(part.notices),
        durations: Object.fromEntries(part.durations),
        follows: Object.fromEntries(part.follows),
        groups: Object.fromEntries(part.groups),
      });
      part.changed = false;
    }
    await syncFolder(place);
    if (old === null) return true;
    await rm(oldFile, { force: true });
    await syncFolder(folder);
    old = null;
    return true;
  }

  // Over what the parts hold: the journal, which is kept until the old file is gone, has all that came after it.
  if (old !== null) apply(changesOf(old.content));

  return {
    watches: () => parts.flatMap((part) => [...part.watches.values()]),
    notices: () => parts.flatMap((part) => [...part.notices.values()]),
    durations: () => parts.flatMap((part) => [...part.durations.values()]),
    follows: () => parts.flatMap((part) => [...part.follows.values()]),
    groups: () => parts.flatMap((part) => [...part.groups.values()]),
    unreadable,
    apply,
    distrust() {
      for (const part of parts) part.changed ||= sizeOf(part) > 0;
    },
    write: (isWanted) => write(isWanted).catch((error: unknown) => Promise.reject(cannotSave(error))),
  };
}

function partOf(store: OpenedStore<WatchlistContent>): Part {
  return {
    store,
    watches: new Map(Object.entries(store.content.watches)),
    notices: new Map(Object.entries(store.content.notices)),
    durations: new Map(Object.entries(store.content.durations)),
    follows: new Map(Object.entries(store.content.follows)),
    groups: new Map(Object.entries(store.content.groups)),
    changed: false,
  };
}

function sizeOf({ watches, notices, durations, follows, groups }: Part): number {
  return watches.size + notices.size + durations.size + follows.size + groups.size;
}

function changesOf({ watches, notices, durations, follows, groups }: WatchlistContent): SaveChanges {
  return {
    watches: Object.values(watches),
    removedWatches: [],
    notices: Object.values(notices),
    removedNotices: [],
    durations: Object.values(durations),
    removedDurations: [],
    follows: Object.values(follows),
    removedFollows: [],
    seen: Object.values(follows).map(({ id: follow, since, complete, unfinished }) => ({
      follow,
      since,
      complete,
      unfinished,
    })),
    groups: Object.values(groups),
    removedGroups: [],
  };
}
