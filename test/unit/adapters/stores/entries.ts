import type { Follow, SeenAssets } from '../../../../main/model/follow.ts';
import type { Group } from '../../../../main/model/group.ts';
import type { Delivery, Hook, LastEnd } from '../../../../main/model/hook.ts';
import type { Listing } from '../../../../main/model/listing.ts';
import type { ImportNotice } from '../../../../main/model/notice.ts';
import type { Observation } from '../../../../main/model/observation.ts';
import {
  storedKeys,
  type Stored,
  type StoredChanges,
  type StoredKind,
  type StoredRows,
} from '../../../../main/model/stored.ts';
import type { Timeline } from '../../../../main/model/timeline.ts';
import type { Watch } from '../../../../main/model/watch.ts';
import type { Wish } from '../../../../main/model/wish.ts';

export function watchOf(assetId: number, label: string | null = null): Watch {
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
    shownAs: null,
    lastEnd: null,
    toldLate: false,
    isAgeDoubtful: false,
    isHandled: false,
    mute: null,
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

export function observationOf(assetId: number): Observation {
  return {
    key: `a1:films/${assetId}#${assetId}.1`,
    account: 'a1',
    workspace: 'films',
    projectId: 1,
    format: 'mov',
    size: null,
    completed: true,
    startedAt: assetId,
    atLeastMs: 600_000.5,
    atMostMs: 610_000,
  };
}

export function listingOf(account: string): Listing {
  const none = { absent: 0, bare: 0, whole: 0 };
  return { account, running: { ...none, bare: 7 }, completed: { ...none, whole: 100 }, failed: none };
}

export function followOf(projectId: number): Follow {
  return {
    id: `a1:films/projects/${projectId}`,
    account: 'a1',
    workspace: 'films',
    projectId,
    projectName: 'Autumn',
    since: projectId,
    baselineAt: null,
    runningListed: 'unknown',
    mute: null,
  };
}

export function seenOf(projectId: number, complete: readonly number[] = [5, 5, 7, 9]): SeenAssets {
  return {
    follow: followOf(projectId).id,
    settled: { to: 0, count: 0 },
    complete,
    unfinished: [],
    refused: [],
    unlisted: [],
  };
}

export function groupOf(number: number): Group {
  return {
    id: `group-${number}`,
    name: 'Batch',
    createdAt: number,
    tell: { allDone: true, firstFailure: false },
    eachAsset: true,
    round: { number: 2, isOpen: true, hasEnds: false, failureTold: false },
    mute: null,
  };
}

export function hookOf(number: number): Hook {
  return {
    id: `hook-${number}`,
    scope: { kind: 'account', account: 'a1' },
    events: ['completed', 'failed'],
    target: { kind: 'webhook', origin: 'https://example.com', shape: 'slack' },
  };
}

export function deliveryOf(number: number): Delivery {
  const { watch, reference } = noticeOf(number);
  return {
    id: `hook-1:${watch}#0.1`,
    hook: 'hook-1',
    to: 'https://example.com',
    event: 'completed',
    what: {
      ...{ about: 'import', notice: `${watch}#0.1`, watch, account: 'a1', reference, name: null },
      ...{ status: 'COMPLETED', text: null, groupName: null },
    },
    at: number,
    tries: 1,
    fate: { kind: 'waiting', nextAt: number },
    last: { fault: 'busy', figure: 503, detail: null, at: number },
  };
}

export const lastEndOf = (number: number): LastEnd => ({
  account: 'a1',
  notice: `${noticeOf(number).watch}#0.1`,
});

export function wishOf(number: number): Wish {
  return {
    id: `wish-${number}`,
    account: 'a1',
    workspace: 'films',
    projectId: 1,
    bucket: 'films-media',
    key: `autumn/${number}.mov`,
    label: null,
    replaces: null,
    wishedAt: number,
    leftBefore: 1,
    state: { kind: 'sent', above: 0, left: [1] },
  };
}

/** Rows to write, and keys of rows to delete. */
export function changesOf(
  rows: Partial<Stored>,
  removed: Partial<Record<StoredKind, readonly string[]>> = {},
): StoredChanges {
  const of = <Kind extends StoredKind>(kind: Kind): ReadonlyMap<string, StoredRows[Kind] | null> =>
    new Map<string, StoredRows[Kind] | null>([
      ...(rows[kind] ?? []).map((row) => [storedKeys[kind](row), row] as const),
      ...(removed[kind] ?? []).map((key) => [key, null] as const),
    ]);
  return {
    watches: of('watches'),
    notices: of('notices'),
    observations: of('observations'),
    listings: of('listings'),
    follows: of('follows'),
    seen: of('seen'),
    groups: of('groups'),
    hooks: of('hooks'),
    deliveries: of('deliveries'),
    lastEnds: of('lastEnds'),
    wishes: of('wishes'),
    timelines: of('timelines'),
  };
}

export function timelineOf(assetId: number): Timeline {
  return {
    key: `watch a1:films/${assetId}`,
    entries: [
      { kind: 'status', at: assetId, status: 'IN_PROGRESS', text: null },
      { kind: 'problem', at: assetId, problem: 'service', until: null },
    ],
  };
}
