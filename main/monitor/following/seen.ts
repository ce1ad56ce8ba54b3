import type { ListedAsset } from '../../model/asset.ts';
import type { IdRanges, SeenAssets } from '../../model/follow.ts';
import { isTerminal } from '../../model/import-status.ts';
import type { Watch } from '../../model/watch.ts';
import { hasId, rangesOf, unionOf, withoutIds } from './id-ranges.ts';

export type Seen = Pick<ListedAsset, 'assetId' | 'complete'>;

/** The same object where all of it is known already, so that nothing is written. */
export function withSeen(known: SeenAssets, assets: readonly Seen[]): SeenAssets {
  const [complete, unfinished] = [true, false].map((isComplete) => {
    const before = isComplete ? known.complete : known.unfinished;
    const marked = assets.filter(
      ({ assetId, complete }) =>
        complete === isComplete && assetId > known.settled.to && !hasId(before, assetId),
    );
    return rangesOf(marked.map(({ assetId }) => assetId));
  });
  if (complete!.length === 0 && unfinished!.length === 0) return known;
  const withoutThose = (ids: IdRanges) => withoutIds(withoutIds(ids, complete!), unfinished!);
  return {
    ...known,
    complete: unionOf(withoutIds(known.complete, unfinished!), complete!),
    unfinished: unionOf(withoutIds(known.unfinished, complete!), unfinished!),
    refused: withoutThose(known.refused),
    unlisted: withoutThose(known.unlisted),
  };
}

export function isAmong({ settled, complete, unfinished }: SeenAssets, assetId: number): boolean {
  return assetId <= settled.to || hasId(complete, assetId) || hasId(unfinished, assetId);
}

/**
 * With what the person stopped watching there. One that is imported again at that time would seem to begin, and be found, once the list shows
 * that its metadata is gone.
 */
export function withLeft(seen: SeenAssets, { reference: { assetId }, known }: Watch): SeenAssets {
  const isRunning = known !== null && !isTerminal(known.status);
  if (isAmong(seen, assetId) && !isRunning) return seen;
  return withSeen(seen, [{ assetId, complete: known?.status === 'COMPLETED' }]);
}
