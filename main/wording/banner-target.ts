import type { Pushes } from '../contract.ts';
import type { WatchId } from '../model/asset.ts';
import { isFailure } from '../model/import-status.ts';
import { isAboutFiles, type Notice } from '../model/notice.ts';

/** The import whose workspace a banner offers: the one that failed, where it tells of no other. */
export function failedWatchOf(notices: readonly Readonly<Notice>[]): WatchId | null {
  const [first] = notices;
  const isOne = notices.length === 1 && first !== undefined && 'status' in first;
  return isOne && isFailure(first.status) ? first.watch : null;
}

/**
 * The view that a click on a banner opens: the one finished group, even if its last import has a notice too; the one import; the list,
 * where all is about files that were to be registered, since what is to be done about them stands over every view; else the inbox.
 */
export function bannerTargetOf(notices: readonly Readonly<Notice>[]): Pushes['show'] {
  const groups = notices.flatMap((notice) => (notice.about === 'group-done' ? notice.group : []));
  const imports = notices.flatMap((notice) => ('watch' in notice ? notice.watch : []));
  const [group, watch] = [groups[0], imports[0]];
  if (group !== undefined && groups.length === 1) return { view: 'watchlist', watch: null, group };
  if (watch !== undefined && notices.length === 1) return { view: 'watchlist', watch, group: null };
  const view = notices.every(isAboutFiles) ? 'watchlist' : 'inbox';
  return { view, watch: null, group: null };
}
