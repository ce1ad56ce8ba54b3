import type { Change, Snapshot } from '../../../../main/contract.ts';

declare global {
  var benchSnapshot: Snapshot;
  /** Tells the window of a change, as main does. */
  var pushChange: (change: Change) => void;
  /** When the window asked for its snapshot, in milliseconds of `performance.now()`. */
  var snapshotAt: number;
}

const listeners = new Set<(change: Change) => void>();

globalThis.pushChange = (change) => {
  for (const listener of listeners) listener(change);
};

/** Stands for the preload: the snapshot as a copy, as it comes over IPC, and one listener for changes. */
Object.assign(globalThis, {
  importWatch: {
    request: {
      snapshot: () => {
        globalThis.snapshotAt = performance.now();
        const value = structuredClone(globalThis.benchSnapshot);
        return Promise.resolve({ ok: true, value });
      },
    },
    on: {
      changed: (listener: (change: Change) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      show: () => () => undefined,
    },
  },
});
