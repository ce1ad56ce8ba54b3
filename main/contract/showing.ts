import type { AccountId, WatchId } from '../model/asset.ts';
import type { GroupId } from '../model/group.ts';

export const viewNames = ['watchlist', 'add', 'inbox', 'account', 'settings'] as const;
export type ViewName = (typeof viewNames)[number];

/** What a banner, the tray or a link asks the window to show: this view, with this row or group in it. */
export interface Wanted {
  readonly view: ViewName;
  readonly watch: WatchId | null;
  readonly group: GroupId | null;
  /** In the view of accounts the one that needs the person. */
  readonly account?: AccountId;
  /** A text that is put into the form for adding; nothing is added by it. */
  readonly offer?: string;
}
