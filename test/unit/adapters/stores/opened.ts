import { cpSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { openWatchlistStore, type WatchlistStore } from '../../../../main/adapters/stores/watchlist-store.ts';
import type { Warning } from '../../../../main/contract.ts';
import { storedKeys, storedKinds, type Stored, type StoredKind } from '../../../../main/model/stored.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

export interface OpenedStore extends WatchlistStore {
  /** Warnings so far. */
  readonly warnings: readonly Warning[];
}

/** Closes after the test. A file that another program holds is asked for again at once. */
export async function openIn(folder: string, wait = () => Promise.resolve()): Promise<OpenedStore> {
  const warnings: Warning[] = [];
  const warn = (warning: Warning) => warnings.push(warning);
  const store = await openWatchlistStore({ folder, now: () => 0, warn, wait });
  onTestFinished(store.close);
  return { ...store, warnings };
}

/** What the next start would find if the app were killed now. */
export async function afterCrash(folder: string): Promise<OpenedStore> {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return openIn(copy);
}

/** All rows by kind and key. */
export function listed(stored: Stored): ReadonlyMap<string, object> {
  return new Map(storedKinds.flatMap((kind) => entriesOf(kind, stored)));
}

function entriesOf<Kind extends StoredKind>(
  kind: Kind,
  stored: Stored,
): readonly (readonly [string, object])[] {
  return stored[kind].map((row) => [`${kind} ${storedKeys[kind](row)}`, row] as const);
}
