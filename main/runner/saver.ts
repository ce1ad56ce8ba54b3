import type { WatchId } from '../monitor/asset.ts';
import type { SaveEffect } from '../monitor/effect.ts';
import { savedGroup, type GroupId, type SavedGroup } from '../monitor/groups/group.ts';
import { savedWatch, type SavedWatch } from '../monitor/initial-state.ts';
import { savedFollow, type FollowId, type SavedFollow } from '../monitor/follow/follow.ts';
import { seenAfter, type SeenIds } from '../monitor/follow/seen-ids.ts';
import type { Observation } from '../monitor/learning/observation.ts';
import type { Notice, NoticeKey } from '../monitor/notice.ts';
import type { State } from '../monitor/state.ts';
import type { RunnerEvent, RunnerPorts } from './runner.ts';

/** The entries to be written, and those to be taken out. */
export interface SaveChanges {
  readonly watches: readonly SavedWatch[];
  readonly removedWatches: readonly WatchId[];
  readonly notices: readonly Readonly<Notice>[];
  readonly removedNotices: readonly NoticeKey[];
  readonly durations: readonly Observation[];
  readonly removedDurations: readonly NoticeKey[];
  readonly follows: readonly SavedFollow[];
  readonly removedFollows: readonly FollowId[];
  /** What followed projects saw since it was last written. To be taken after `follows`. */
  readonly seen: readonly SeenIds[];
  readonly groups: readonly SavedGroup[];
  readonly removedGroups: readonly GroupId[];
}

export interface Saver {
  readonly add: (effect: SaveEffect) => void;
  /** Writes what waits, and resolves when it is written or has failed. */
  readonly flush: () => Promise<void>;
}

/** Quiet time in which changes that nobody waits for are gathered into one write. */
const coalesceMs = 300;

/**
 * One write at a time; what comes meanwhile goes with the next. What could not be written stays and goes with the next
 * save, so that a full disk loses nothing that is still known.
 */
export function createSaver(
  state: State,
  ports: Pick<RunnerPorts, 'now' | 'setTimer' | 'save'>,
  dispatch: (event: RunnerEvent) => void,
): Saver {
  const watches = new Set<WatchId>();
  const notices = new Set<NoticeKey>();
  const durations = new Set<NoticeKey>();
  const follows = new Set<FollowId>();
  let seen = new Map<FollowId, SeenIds>();
  const groups = new Set<GroupId>();
  let revision = 0;
  let cancelTimer: (() => void) | null = null;
  let isWriting = false;
  let writing = Promise.resolve();

  function start(): Promise<void> {
    cancelTimer?.();
    cancelTimer = null;
    if (!isWriting) {
      isWriting = true;
      writing = write();
    }
    return writing;
  }

  async function write(): Promise<void> {
    while (revision > state.savedRevision) {
      const taken = {
        revision,
        watches: [...watches],
        notices: [...notices],
        durations: [...durations],
        follows: [...follows],
        groups: [...groups],
        seen,
      };
      watches.clear();
      notices.clear();
      durations.clear();
      follows.clear();
      groups.clear();
      seen = new Map();
      try {
        await ports.save(changesOf(state, taken));
      } catch (error) {
        for (const watch of taken.watches) watches.add(watch);
        for (const notice of taken.notices) notices.add(notice);
        for (const duration of taken.durations) durations.add(duration);
        for (const follow of taken.follows) follows.add(follow);
        seen = joined([...taken.seen.values(), ...seen.values()]);
        for (const group of taken.groups) groups.add(group);
        isWriting = false;
        dispatch({ kind: 'save-failed', revision: taken.revision, reason: reasonOf(error) });
        return;
      }
      // The revision is set here too, because a runner that was stopped takes no more events.
      state.savedRevision = taken.revision;
      dispatch({ kind: 'saved', revision: taken.revision });
    }
    // In the same step as the last look at the revision: a save that came between the two would wait for ever.
    isWriting = false;
  }

  return {
    add(effect) {
      for (const watch of effect.watches) watches.add(watch);
      for (const notice of effect.notices) notices.add(notice);
      for (const duration of effect.durations) durations.add(duration);
      for (const follow of effect.follows) follows.add(follow);
      seen = joined([...seen.values(), ...effect.seen]);
      for (const group of effect.groups) groups.add(group);
      revision = effect.revision;
      if (effect.urgent) void start();
      else cancelTimer ??= ports.setTimer(ports.now() + coalesceMs, () => void start());
    },
    flush: start,
  };
}

type Taken = Pick<SaveEffect, 'watches' | 'notices' | 'durations' | 'follows' | 'groups'> & {
  readonly seen: ReadonlyMap<FollowId, SeenIds>;
};

function changesOf(state: State, { watches, notices, durations, follows, groups, seen }: Taken): SaveChanges {
  const { observations } = state.history;
  return {
    watches: watches.flatMap((id) => state.watches.get(id) ?? []).map(savedWatch),
    removedWatches: watches.filter((id) => !state.watches.has(id)),
    notices: notices.flatMap((key) => state.notices.get(key) ?? []),
    removedNotices: notices.filter((key) => !state.notices.has(key)),
    durations: durations.flatMap((key) => observations.get(key) ?? []),
    removedDurations: durations.filter((key) => !observations.has(key)),
    follows: follows.flatMap((id) => state.follows.get(id) ?? []).map(savedFollow),
    removedFollows: follows.filter((id) => !state.follows.has(id)),
    seen: [...seen.values()],
    groups: groups.flatMap((id) => state.groups.get(id) ?? []).map(savedGroup),
    removedGroups: groups.filter((id) => !state.groups.has(id)),
  };
}

/** One entry for each follow; what was seen in an earlier following of the same project is of no use. */
function joined(all: readonly SeenIds[]): Map<FollowId, SeenIds> {
  const joint = new Map<FollowId, SeenIds>();
  for (const later of all) {
    const before = joint.get(later.follow);
    const known = before?.since === later.since ? { ...before, ...seenAfter(before, later) } : later;
    joint.set(later.follow, known);
  }
  return joint;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
