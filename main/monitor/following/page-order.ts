import type { ListedAsset } from '../../model/asset.ts';

/** What a page of a list held. Of an empty one, `lowest` is Infinity. */
export interface PageExtent {
  readonly lowest: number;
  readonly highest: number;
  /** Also of what could not be read. */
  readonly count: number;
}

/** The pages of a list as its newest whole look found them, where ids went up or down from page to page. The newest assets have the highest ids. */
export interface PageOrder {
  readonly newest: 'first' | 'last';
  readonly pages: readonly PageExtent[];
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
  };
}

/** Null where the ids go neither up nor down, or one page cannot tell. An asset that slipped to the next page stands on both. */
export function orderOf(pages: readonly PageExtent[]): PageOrder | null {
  if (pages.length < 2) return null;
  const goes = (isInOrder: (one: PageExtent, next: PageExtent) => boolean) =>
    pages.every((page, at) => at === 0 || isInOrder(pages[at - 1]!, page));
  if (goes((one, next) => one.highest <= next.lowest)) return { newest: 'last', pages };
  if (goes((one, next) => one.lowest >= next.highest)) return { newest: 'first', pages };
  return null;
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

/** Whether a look of a part has found what it began with and what was newest, as it must where the order is as it was. */
export function keepsOrder({ newest }: PageOrder, pages: readonly PageExtent[], part: Part): boolean {
  // What stood on the first page has come to the one before if others were deleted.
  const isThere = newest === 'first' || part.firstPage === 1 || pages[0]!.lowest <= part.lowest;
  return isThere && highestOf(pages.map(({ highest }) => highest)) >= part.highest;
}

/** Whether a look that goes from the newest on has found all that it is for. */
export function isReached(order: PageOrder | null, page: PageExtent, { lowest }: Part): boolean {
  return order?.newest === 'first' && page.lowest <= lowest;
}

const highestOf = (ids: readonly number[]): number => ids.reduce((highest, id) => Math.max(highest, id), 0);
