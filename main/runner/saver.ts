import { noRows, storedKinds, type StoredChanges, type StoredKind } from '../model/stored.ts';
import type { EffectOf } from '../monitor/kernel/effects.ts';
import type { Happening } from '../monitor/kernel/events.ts';

export interface SaverPorts {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly setTimer: (at: number, run: () => void) => () => void;
  /** Resolves when it is on disk; rejects with the reason when it is not. */
  readonly save: (changes: StoredChanges) => Promise<void>;
}

export interface Saver {
  readonly add: (effect: EffectOf<'save'>) => void;
  /** Writes what waits, and resolves when it is written or has failed. */
  readonly flush: () => Promise<void>;
}

/** Quiet time in which changes that nobody waits for are gathered into one write. */
const coalesceMs = 300;

/**
 * One write at a time; what comes meanwhile goes with the next. What could not be written stays and goes with the next save, so that a
 * full disk loses nothing that is still known.
 */
export function createSaver(ports: SaverPorts, dispatch: (event: Happening) => void): Saver {
  let waiting = noRows<null>();
  let revision = 0;
  let savedRevision = 0;
  let cancelTimer: (() => void) | null = null;
  let isWriting = false;
  let writing = Promise.resolve();

  function start(): Promise<void> {
    cancelTimer?.();
    cancelTimer = null;
    if (!isWriting) {
      isWriting = true;
      writing = write();
    }
    return writing;
  }

  async function write(): Promise<void> {
    while (revision > savedRevision) {
      const [taken, takenRevision] = [waiting, revision];
      waiting = noRows<null>();
      try {
        await ports.save(taken);
      } catch (error) {
        // What came meanwhile is newer.
        waiting = added(taken, waiting);
        isWriting = false;
        dispatch({ kind: 'save-failed', reason: error instanceof Error ? error.message : String(error) });
        return;
      }
      savedRevision = takenRevision;
      dispatch({ kind: 'saved', revision: takenRevision });
    }
    // In the same step as the last look at the revision: a save that came between the two would wait for ever.
    isWriting = false;
  }

  return {
    add(effect) {
      waiting = added(waiting, effect.changes);
      revision = effect.revision;
      if (effect.urgent) void start();
      else cancelTimer ??= ports.setTimer(ports.now() + coalesceMs, () => void start());
    },
    flush: start,
  };
}

type Gathered = ReturnType<typeof noRows<null>>;

/** The changes with later ones on top; the first are taken over. */
function added(before: Gathered, later: StoredChanges): Gathered {
  const addKind = <Kind extends StoredKind>(kind: Kind) => {
    const into: Gathered[Kind] = before[kind];
    for (const [key, row] of later[kind]) into.set(key, row);
  };
  for (const kind of storedKinds) addKind(kind);
  return before;
}
