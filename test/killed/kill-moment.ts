import { watch } from 'node:fs';
import type { BannerBell } from './banner-bell.ts';

/** After so many happenings since the start, and so many milliseconds. */
export interface KillMoment {
  readonly after: 'the start' | 'a write' | 'a banner';
  readonly count: number;
  readonly ms: number;
}

/** Where the happening does not come, the kill comes all the same, so many ms after the start. */
const latestMs = 9_000;

/**
 * Anything from a start that has hardly begun to a run of some seconds; and close to the steps between which a notice could be lost.
 * @param silentRuns How many runs in a row were killed before their banner; after some of them one lives to show it, or a banner would
 * have more to tell than it has room to name.
 */
export function drawMoment(chance: () => number, silentRuns: number): KillMoment {
  const kind = silentRuns < 3 ? chance() : 1;
  const upTo = (most: number) => Math.floor(chance() * most);
  if (kind < 0.3) return { after: 'the start', count: 1, ms: upTo(2_000) };
  if (kind < 0.4) return { after: 'the start', count: 1, ms: 3_000 + upTo(5_000) };
  // Each save takes several writes.
  if (kind < 0.7) return { after: 'a write', count: 1 + upTo(24), ms: upTo(40) };
  return { after: 'a banner', count: 1, ms: upTo(60) };
}

export function sayMoment({ after, count, ms }: KillMoment): string {
  return `${ms} ms after ${after}${count > 1 ? ` (number ${count})` : ''}`;
}

/** Resolves when the moment has come; to be called right before the start. */
export function reachMoment(moment: KillMoment, folder: string, bell: BannerBell): Promise<void> {
  return new Promise((resolve) => {
    let seen = 0;
    const reached = () => {
      clearTimeout(late);
      stopListening();
      setTimeout(resolve, moment.ms);
    };
    const happened = () => {
      seen += 1;
      if (seen === moment.count) reached();
    };
    const late = setTimeout(reached, latestMs);
    const stopListening = {
      'the start': () => {
        setImmediate(happened);
        return () => undefined;
      },
      'a write': () => {
        const watcher = watch(folder, (_event, name) => name === 'watchlist.db-wal' && happened());
        return () => watcher.close();
      },
      'a banner': () => bell.listen(happened),
    }[moment.after]();
  });
}
