import { setImmediate } from 'node:timers/promises';
import type { SaveChanges } from '../../runner/saver.ts';
import { watchlistVersion } from './watchlist-shape.ts';

/** Entries that are turned into text in one go, some two milliseconds. */
const atOnce = 1_000;

/** The JSON of changes, made in pieces so that ten thousand of them do not hold up the app. */
export async function changesJson(changes: SaveChanges): Promise<string> {
  const fields = [`"version":${watchlistVersion}`];
  for (const [name, entries] of Object.entries(changes) as [string, readonly unknown[]][]) {
    const pieces: string[] = [];
    for (let from = 0; from < entries.length; from += atOnce) {
      if (from > 0) await setImmediate();
      const piece = entries.slice(from, from + atOnce);
      pieces.push(piece.map((entry) => JSON.stringify(entry)).join(','));
    }
    fields.push(`"${name}":[${pieces.join(',')}]`);
  }
  return `{${fields.join(',')}}`;
}
