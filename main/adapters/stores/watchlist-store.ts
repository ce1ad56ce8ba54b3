import { join } from 'node:path';
import type { SavedGroup } from '../../monitor/groups/group.ts';
import type { SavedWatch } from '../../monitor/initial-state.ts';
import type { StoredFollow } from '../../monitor/follow/follow.ts';
import type { Observation } from '../../monitor/learning/observation.ts';
import type { Notice } from '../../monitor/notice.ts';
import type { SaveChanges } from '../../runner/saver.ts';
import { changesJson } from './changes-json.ts';
import { openJournal } from './journal.ts';
import type { StoreUnreadable } from './set-aside.ts';
import { openWatchlistBase } from './watchlist-base.ts';
import { parseChanges } from './watchlist-shape.ts';

/** Bytes of the journal at which its changes are brought into the base. */
const defaultJournalLimit = 4_194_304;
/** Where the base cannot be written, the journal may grow to this many times the limit before saving is refused. */
const patience = 8;

export interface WatchlistStoreOptions {
  /** Absolute; `watchlist` is made in it. */
  readonly folder: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Bytes. */
  readonly journalLimit?: number;
}

export interface WatchlistStore {
  /** As they were on disk when the store was opened, oldest first. */
  readonly watches: readonly SavedWatch[];
  /** Oldest first. */
  readonly notices: readonly Notice[];
  /** How long imports took, oldest end first. */
  readonly durations: readonly Observation[];
  /** Followed projects with all that they saw, oldest first. */
  readonly follows: readonly StoredFollow[];
  /** Oldest first. */
  readonly groups: readonly SavedGroup[];
  /** What could not be read. It was put aside, or will be once the rest of it is written elsewhere. */
  readonly unreadable: readonly StoreUnreadable[];
  /**
   * Resolves once the changes are on disk, all of them. Rejects with `CannotSave` where they are not: then they are
   * forgotten here, and whoever handed them in hands them in again.
   */
  readonly save: (changes: SaveChanges) => Promise<void>;
}

/**
 * The watches, and the notices that are both ledger and inbox. A save costs what changed, not what there is: it appends
 * one entry to a journal. Now and then the journal's changes are brought into the base and its files go. Reading the
 * journal again over a base that already has its changes does no harm, so a crash may come between any two steps.
 */
export function openWatchlistStore({
  folder,
  now,
  journalLimit = defaultJournalLimit,
}: WatchlistStoreOptions): WatchlistStore {
  const base = openWatchlistBase({ folder, now });
  const journal = openJournal({ folder: join(folder, 'watchlist'), parse: parseChanges, now });
  for (const changes of journal.entries) base.apply(changes);
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function write(changes: SaveChanges): Promise<void> {
    if (journal.size() > journalLimit * patience) await bringIntoBase(() => false);
    try {
      await journal.append(await changesJson(changes));
    } catch (error) {
      // A disk or folder that failed once may have lost more than this entry.
      base.distrust();
      throw error;
    }
    base.apply(changes);
  }

  async function bringIntoBase(isWanted: () => boolean): Promise<void> {
    if (await base.write(isWanted)) await journal.drop();
  }

  /** Gives way to a save, because a banner that was shown must not wait for its record. The tidying after that goes on. */
  async function tidy(): Promise<void> {
    if (!journal.hasClosed() && journal.size() < journalLimit) return;
    try {
      await bringIntoBase(() => waiting > 0);
    } catch {
      // The journal still has it all. Each save tries again, and is refused with the reason once the journal is too long.
      return;
    }
  }

  return {
    watches: base.watches().toSorted((left, right) => left.addedAt - right.addedAt),
    // Copies, because the monitor changes a notice's fate in place and what is on disk must not follow before it is saved.
    notices: base
      .notices()
      .map((notice) => ({ ...notice }))
      .toSorted((left, right) => left.at - right.at),
    durations: base.durations().toSorted((left, right) => endOf(left) - endOf(right)),
    follows: base.follows().toSorted((left, right) => left.since - right.since),
    groups: base.groups().toSorted((left, right) => left.createdAt - right.createdAt),
    unreadable: [...base.unreadable, ...journal.unreadable],
    save(changes) {
      const taken = { ...changes, notices: changes.notices.map((notice) => ({ ...notice })) };
      const isNothing = isEmpty(taken);
      if (!isNothing) waiting += 1;
      const saving = turn.then(() => {
        if (isNothing) return;
        waiting -= 1;
        return write(taken);
      });
      turn = saving.then(tidy, () => undefined);
      return saving;
    },
  };
}

const endOf = ({ startedAt, atMostMs }: Observation) => startedAt + atMostMs;

function isEmpty(changes: SaveChanges): boolean {
  return Object.values(changes).every((entries: readonly unknown[]) => entries.length === 0);
}
