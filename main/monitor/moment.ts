import type { WatchId } from './asset.ts';
import type { Effect } from './effect.ts';
import type { FollowId } from './follow/follow.ts';
import type { SeenIds } from './follow/seen-ids.ts';
import type { GroupId, Round } from './groups/group.ts';
import type { NoticeKey } from './notice.ts';
import type { Watch } from './state.ts';

/** What one event brings about, gathered while it is handled and turned into effects at the end. */
export interface Moment {
  readonly at: number;
  readonly effects: Effect[];
  /** To be shown anew in the window. */
  readonly changedWatches: Set<WatchId>;
  readonly changedNotices: Set<NoticeKey>;
  readonly changedGroups: Set<GroupId>;
  /** To be written: a subset of what changed, since polls alone are not saved. */
  readonly unsavedWatches: Set<WatchId>;
  readonly unsavedNotices: Set<NoticeKey>;
  readonly unsavedFollows: Set<FollowId>;
  readonly unsavedSeen: Map<FollowId, SeenIds>;
  readonly unsavedDurations: Set<NoticeKey>;
  readonly unsavedGroups: Set<GroupId>;
  /** What is being learned in this moment, as it was before: where the moment breaks off, all of it is learned anew. */
  readonly watchesBefore: Map<WatchId, Watch>;
  readonly roundsBefore: Map<GroupId, Round>;
}

export function createMoment(at: number): Moment {
  return {
    at,
    effects: [],
    watchesBefore: new Map(),
    roundsBefore: new Map(),
    changedWatches: new Set(),
    changedNotices: new Set(),
    changedGroups: new Set(),
    unsavedWatches: new Set(),
    unsavedNotices: new Set(),
    unsavedFollows: new Set(),
    unsavedSeen: new Map(),
    unsavedDurations: new Set(),
    unsavedGroups: new Set(),
  };
}

/** The watch looks different and must be written. */
export function touchWatch(moment: Moment, watch: WatchId): void {
  moment.changedWatches.add(watch);
  moment.unsavedWatches.add(watch);
}

export function touchNotice(moment: Moment, notice: NoticeKey): void {
  moment.changedNotices.add(notice);
  moment.unsavedNotices.add(notice);
}

/** What was learned of how long an import takes must be written. */
export function touchDuration(moment: Moment, attempt: NoticeKey): void {
  moment.unsavedDurations.add(attempt);
}

export function touchGroup(moment: Moment, group: GroupId): void {
  moment.changedGroups.add(group);
  moment.unsavedGroups.add(group);
}
