import type { WatchlistStore } from '../../../../main/adapters/stores/watchlist-store.ts';
import type { SavedGroup } from '../../../../main/monitor/groups/group.ts';
import type { SavedWatch } from '../../../../main/monitor/initial-state.ts';
import type { Observation } from '../../../../main/monitor/learning/observation.ts';
import type { ImportNotice } from '../../../../main/monitor/notice.ts';
import type { SavedFollow } from '../../../../main/monitor/follow/follow.ts';
import { seenOf, type SeenIds } from '../../../../main/monitor/follow/seen-ids.ts';
import type { SaveChanges } from '../../../../main/runner/saver.ts';

export function watchOf(assetId: number, label: string | null = null): SavedWatch {
  return {
    id: `a1:films/${assetId}`,
    account: 'a1',
    reference: { workspace: 'films', projectId: 1, assetId },
    label,
    fileName: null,
    size: null,
    group: null,
    addedAt: assetId,
    attempt: 1,
    known: null,
    startedAt: 1,
    endedAt: null,
  };
}

export function noticeOf(assetId: number): ImportNotice {
  return {
    about: 'import',
    key: `a1:films/${assetId}#1.1`,
    watch: `a1:films/${assetId}`,
    reference: { workspace: 'films', projectId: 1, assetId },
    name: null,
    status: 'FAILED',
    text: 'why',
    metaData: null,
    at: assetId,
    fate: { kind: 'recorded' },
    read: false,
  };
}

export function durationOf(assetId: number): Observation {
  return {
    key: `a1:films/${assetId}#${assetId}.1 took`,
    account: 'a1',
    workspace: 'films',
    projectId: 1,
    format: 'mov',
    size: null,
    completed: true,
    startedAt: assetId,
    atLeastMs: 600_000,
    atMostMs: 610_000,
  };
}

export function followOf(projectId: number, since = 1): SavedFollow {
  return {
    id: `a1:films/projects/${projectId}`,
    account: 'a1',
    workspace: 'films',
    projectId,
    projectName: 'Autumn',
    since,
    baselineAt: null,
    runningListed: 'unknown',
  };
}

/** That the follow of this project dealt with this asset. */
export function seenBy(projectId: number, assetId: number, since = 1): SeenIds {
  return { follow: followOf(projectId).id, since, ...seenOf([assetId], []) };
}

export function groupOf(number: number): SavedGroup {
  return {
    id: `group-${number}`,
    name: 'Batch',
    createdAt: number,
    tell: { allDone: true, firstFailure: false },
    eachAsset: true,
    round: { number: 2, isOpen: true, hasEnds: false, failureTold: false },
  };
}

export function changesOf(part: Partial<SaveChanges>): SaveChanges {
  return {
    watches: [],
    removedWatches: [],
    notices: [],
    removedNotices: [],
    durations: [],
    removedDurations: [],
    follows: [],
    removedFollows: [],
    seen: [],
    groups: [],
    removedGroups: [],
    ...part,
  };
}

/** Resolves when the store has nothing more to do: saves are taken in turn, and one of nothing writes nothing. */
export function settled(store: WatchlistStore): Promise<void> {
  return store.save(changesOf({}));
}
