import type { Pushes, Snapshot } from '../contract.ts';
import type { WatchId } from '../model/asset.ts';
import type { NoticeKey } from '../model/notice.ts';
import type { Watch } from '../model/watch.ts';
import { snapshotOf, type Desk, type SnapshotFrame } from './desk.ts';
import { firstRows } from './first-rows.ts';

/** So many rows and notices are copied into a page at once: nobody waits for them. */
const wholeAtMost = 500;
/** More than any screen shows. */
const seenAtMost = 100;
/** What is copied to the page in one turn of the event loop; more keeps tray and answers waiting. */
const atOnce = 1_000;

/**
 * What a window gets when it opens. Of a long list it gets what it shows first, and the rest in slices as it asks for them, so that neither it
 * nor main waits until all is copied. All at once where it could show others first: sorted by a column, or asked to show a row.
 */
export function createOpening(desk: Desk, tellRest: (rest: Pushes['rest']) => void) {
  const { watches, notices, groups } = desk.state;
  /** What the page that opened last has not got yet. */
  let left: { readonly ids: readonly WatchId[]; readonly keys: readonly NoticeKey[] } | null = null;

  /** Null where the rows that are seen first are not known here. */
  function seenFirst({ wanted }: SnapshotFrame): readonly Watch[] | null {
    const order = desk.arrangement().order?.by ?? null;
    const isOwnOrder = order === null || order === 'newest' || order === 'group';
    if (!isOwnOrder || (wanted !== null && (wanted.watch !== null || wanted.group !== null))) return null;
    const by = groups.size === 0 || order === 'newest' ? 'newest' : 'group';
    return firstRows(desk.state, by, seenAtMost);
  }

  return {
    snapshot(frame: SnapshotFrame): Snapshot {
      const isLong = watches.size > wholeAtMost || notices.size > wholeAtMost;
      const first = isLong ? seenFirst(frame) : null;
      left = null;
      if (first === null) return snapshotOf(desk, frame);
      // As the inbox has them: in the state they stand as they came, those of earlier runs with the oldest first.
      const newest = [...notices.values()].toSorted((one, other) => other.at - one.at);
      left = { ids: [...watches.keys()], keys: newest.slice(seenAtMost).map(({ key }) => key) };
      return snapshotOf(desk, frame, { watches: first, notices: newest.slice(0, seenAtMost) });
    },
    /**
     * Tells the next slice, as things are now. It is told as changes are, and not answered: an answer could come after a change that was told
     * later, and bring back what had gone.
     */
    sendRest(): void {
      if (left === null) return;
      const { ids, keys } = left;
      left = { ids: ids.slice(atOnce), keys: keys.slice(atOnce) };
      const isLast = left.ids.length === 0 && left.keys.length === 0;
      if (isLast) left = null;
      tellRest({
        rows: desk.projection.rows(ids.slice(0, atOnce).flatMap((id) => watches.get(id) ?? [])),
        inbox: desk.projection.inbox(keys.slice(0, atOnce).flatMap((key) => notices.get(key) ?? [])),
        isLast,
      });
    },
  };
}
