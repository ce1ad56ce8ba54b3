import type { ListedAsset } from '../../model/asset.ts';
import type { IdRanges } from '../../model/follow.ts';
import { countIds, unionOf, withoutIds } from './id-ranges.ts';

/** What a page of a list held. Of an empty one, `lowest` is Infinity. */
export interface PageExtent {
  readonly lowest: number;
  readonly highest: number;
  /** Also of what could not be read. */
  readonly count: number;
  /** Its ids go up from one to the next, or down; both where there is one alone. */
  readonly rises: boolean;
  readonly falls: boolean;
}

/** The pages of a list as its newest whole look found them, where ids went up or down from page to page. The newest assets have the highest ids. */
export interface PageOrder {
  readonly newest: 'first' | 'last';
  readonly pages: readonly PageExtent[];
  /** All that it listed, or a later look of a part. */
  readonly ids: IdRanges;
}

/** Where a look begins, and what it is for. */
export interface Part {
  readonly firstPage: number;
  /** Assets on the pages before. */
  readonly before: number;
  /** It is for assets with this id and higher ones; 0 where it is for all. */
  readonly lowest: number;
  /** The highest id of the look before. */
  readonly highest: number;
  /** How many pages it will probably read. */
  readonly pages: number;
}

export function extentOf(assets: readonly ListedAsset[], skipped: number): PageExtent {
  const ids = assets.map(({ assetId }) => assetId);
  return {
    lowest: ids.reduce((lowest, id) => Math.min(lowest, id), Infinity),
    highest: highestOf(ids),
    count: assets.length + skipped,
    rises: ids.every((id, at) => at === 0 || ids[at - 1]! <= id),
    falls: ids.every((id, at) => at === 0 || ids[at - 1]! >= id),
  };
}

/** Null where the ids go neither up nor down all the way, or one page cannot tell. An asset that slipped to the next page stands on both. */
export function orderOf(pages: readonly PageExtent[], ids: IdRanges): PageOrder | null {
  if (pages.length < 2) return null;
  if (goes('last', pages)) return { newest: 'last', pages, ids };
  if (goes('first', pages)) return { newest: 'first', pages, ids };
  return null;
}

function goes(newest: PageOrder['newest'], pages: readonly PageExtent[]): boolean {
  return pages.every((page, at) => {
    const before = pages[at - 1];
    if (newest === 'last') return page.rises && (before === undefined || before.highest <= page.lowest);
    return page.falls && (before === undefined || before.lowest >= page.highest);
  });
}

/** The whole list, of so many pages. */
export function wholeList(pages: number): Part {
  return { firstPage: 1, before: 0, lowest: 0, highest: 0, pages };
}

/** The part of the list with the assets from the id `awaited` on, and with whatever comes in after the newest that is known. */
export function partFrom({ newest, pages }: PageOrder, awaited: number): Part {
  const highest = highestOf(pages.map((page) => page.highest));
  const lowest = Math.min(awaited, highest);
  const beginsAbove = pages.filter((page) => page.lowest > lowest).length;
  if (newest === 'first') return { ...wholeList(Math.min(beginsAbove + 1, pages.length)), lowest, highest };
  const first = Math.max(0, pages.length - beginsAbove - 1);
  const before = pages.slice(0, first).reduce((sum, { count }) => sum + count, 0);
  return { firstPage: first + 1, before, lowest, highest, pages: pages.length - first };
}

/** What a look of a part has read. */
export interface PartRead {
  readonly part: Part;
  readonly extents: readonly PageExtent[];
  readonly ids: IdRanges;
  /** Of the whole list; null before the first page. */
  readonly totalCount: number | null;
  /** The list did not change in the midst of it. */
  readonly steady: boolean;
}

/**
 * The order after a look of a part; null where it is not as it was. It must have found what it began with, what was newest, and, together
 * with what is known to come before the part, as many as the list has: where the list was sorted anew, one page may hold the lowest id.
 */
export function orderAfter(
  order: PageOrder,
  { part, extents, totalCount, steady, ...look }: PartRead,
): PageOrder | null {
  // What stood on the first page has come to the one before if others were deleted.
  const isThere = order.newest === 'first' || part.firstPage === 1 || extents[0]!.lowest <= part.lowest;
  const hasNewest = highestOf(extents.map(({ highest }) => highest)) >= part.highest;
  const ids = unionOf(withoutIds(order.ids, [part.lowest, Infinity]), look.ids);
  const isEnough = !steady || countIds(ids) >= totalCount!;
  const isInOrder = goes(order.newest, extents);
  return isThere && hasNewest && isEnough && isInOrder ? { ...order, ids } : null;
}

/** Whether a look that goes from the newest on has found all that it is for. */
export function isReached(order: PageOrder | null, page: PageExtent, { lowest }: Part): boolean {
  return order?.newest === 'first' && page.lowest <= lowest;
}

const highestOf = (ids: readonly number[]): number => ids.reduce((highest, id) => Math.max(highest, id), 0);
