import { putFollow, putSeen } from '../../../../main/adapters/stores/stored-follows.ts';
import type { SaveEffect } from '../../../../main/monitor/effect.ts';
import {
  savedFollow,
  storedFollow,
  type FollowId,
  type StoredFollow,
} from '../../../../main/monitor/follow/follow.ts';
import { savedGroup, type GroupId, type SavedGroup } from '../../../../main/monitor/groups/group.ts';
import { savedWatch, type SavedWatch } from '../../../../main/monitor/initial-state.ts';
import type { WatchId } from '../../../../main/monitor/asset.ts';
import type { Notice, NoticeKey } from '../../../../main/monitor/notice.ts';
import type { State } from '../../../../main/monitor/state.ts';
import type { Stage } from '../stage.ts';

/** As the saver's: changes that nobody waits for are written after this time. */
const coalesceMs = 300;

/** What is written, in one piece, some time after the monitor asked for it; as the saver and the store do it. */
export function createDisk() {
  const watches = new Map<WatchId, SavedWatch>();
  const notices = new Map<NoticeKey, Notice>();
  const groups = new Map<GroupId, SavedGroup>();
  const follows = new Map<FollowId, StoredFollow>();
  /** How many effects of the present run were looked at. */
  let looked: { stage: Stage | null; effects: number } = { stage: null, effects: 0 };
  let waiting: SaveEffect[] = [];
  let writeAt = Infinity;

  function take(
    state: State,
    { watches: ofWatches, notices: ofNotices, groups: ofGroups, ...effect }: SaveEffect,
  ): void {
    for (const id of ofWatches) set(watches, id, state.watches.get(id), savedWatch);
    for (const key of ofNotices) set(notices, key, state.notices.get(key), (notice) => ({ ...notice }));
    for (const id of ofGroups) set(groups, id, state.groups.get(id), savedGroup);
    for (const id of effect.follows) {
      const follow = state.follows.get(id);
      if (follow === undefined) follows.delete(id);
      else putFollow(follows, savedFollow(follow));
    }
    for (const seen of effect.seen) putSeen(follows, seen);
  }

  return {
    /** To be called each tenth of a second. */
    write(stage: Stage): void {
      if (looked.stage !== stage) {
        looked = { stage, effects: 0 };
        waiting = [];
        writeAt = Infinity;
      }
      const saves = stage.effects.slice(looked.effects).filter((effect) => effect.kind === 'save');
      looked.effects = stage.effects.length;
      waiting.push(...saves);
      if (saves.length > 0) writeAt = Math.min(writeAt, stage.now + coalesceMs);
      if (saves.some(({ urgent }) => urgent)) writeAt = 0;
      // A clock that was set back must not put it off.
      if (stage.now < writeAt && writeAt <= stage.now + coalesceMs) return;
      writeAt = Infinity;
      for (const effect of waiting) take(stage.state, effect);
      const revision = waiting.at(-1)?.revision;
      waiting = [];
      if (revision !== undefined) stage.send({ kind: 'saved', revision });
    },
    writeAll(state: State): void {
      for (const id of [...watches.keys(), ...state.watches.keys()])
        set(watches, id, state.watches.get(id), savedWatch);
      for (const key of state.notices.keys())
        set(notices, key, state.notices.get(key), (notice) => ({ ...notice }));
      for (const id of state.groups.keys()) set(groups, id, state.groups.get(id), savedGroup);
      for (const follow of state.follows.values()) follows.set(follow.id, storedFollow(follow));
    },
    content: () => ({
      watches: [...watches.values()].map((watch) => ({ ...watch })),
      notices: [...notices.values()].map((notice) => ({ ...notice })),
      groups: [...groups.values()],
      follows: [...follows.values()],
    }),
  };
}

function set<Key, Value, Saved>(
  all: Map<Key, Saved>,
  key: Key,
  value: Value | undefined,
  saved: (value: Value) => Saved,
): void {
  if (value === undefined) all.delete(key);
  else all.set(key, saved(value));
}
