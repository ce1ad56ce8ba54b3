import type { Change, Pushes, Snapshot } from '../../../../main/contract.ts';
import { comparisonOf } from '../../../../renderer/views/watches/comparison.ts';

declare global {
  var benchSnapshot: Snapshot;
  /** Tells the window of a change, as main does. */
  var pushChange: (change: Change) => void;
  /** The window waits for its snapshot until then, and for the rest of a long list: what comes before is not measured. */
  var giveSnapshot: () => void;
  var giveRest: () => void;
  /** Whether the window has all rows. */
  var isWhole: boolean;
}

const listeners = new Set<(change: Change) => void>();

globalThis.pushChange = (change) => {
  for (const listener of listeners) listener(change);
};

const restListeners = new Set<(rest: Pushes['rest']) => void>();
const { rows, inbox, arrangement, groups } = globalThis.benchSnapshot;
/** As main parts it: see main/desk/opening.ts. */
const isParted = arrangement.order === null && groups.length === 0;
const first = rows.toSorted(comparisonOf({ by: 'newest', isReversed: false })).slice(0, 100);
const newest = inbox.toSorted((one, other) => other.at - one.at);
const atOnce = 1_000;

const snapshotGiven = Promise.withResolvers<undefined>();
const restGiven = Promise.withResolvers<undefined>();
globalThis.giveSnapshot = () => snapshotGiven.resolve(undefined);
globalThis.giveRest = () => restGiven.resolve(undefined);

let next = 0;

function sendRest(): void {
  const from = next;
  const until = from + atOnce;
  const older = newest.slice(100);
  const isLast = until >= Math.max(rows.length, older.length);
  const rest = structuredClone({ rows: rows.slice(from, until), inbox: older.slice(from, until), isLast });
  for (const listener of restListeners) listener(rest);
  next = until;
  if (isLast) globalThis.isWhole = true;
}

/** Stands for the preload: the snapshot as a copy, as it comes over IPC, and one listener for changes. */
Object.assign(globalThis, {
  isWhole: !isParted,
  importWatch: {
    request: {
      snapshot: async () => {
        await snapshotGiven.promise;
        const parts = isParted ? { rows: first, inbox: newest.slice(0, 100), isWhole: false } : {};
        const value = structuredClone({ ...globalThis.benchSnapshot, ...parts });
        return { ok: true, value };
      },
      sendRest: async () => {
        await restGiven.promise;
        setTimeout(sendRest);
        return { ok: true, value: null };
      },
    },
    on: {
      changed: (listener: (change: Change) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      rest: (listener: (rest: Pushes['rest']) => void) => {
        restListeners.add(listener);
        return () => restListeners.delete(listener);
      },
      show: () => () => undefined,
    },
  },
});
