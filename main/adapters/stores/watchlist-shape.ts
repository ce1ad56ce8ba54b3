import * as v from 'valibot';
import type { Answer, AssetReference, MetaData } from '../../monitor/asset.ts';
import type { SavedGroup } from '../../monitor/groups/group.ts';
import type { SavedWatch } from '../../monitor/initial-state.ts';
import type { SavedFollow, StoredFollow } from '../../monitor/follow/follow.ts';
import type { SeenIds } from '../../monitor/follow/seen-ids.ts';
import { areRanges, type IdRanges } from '../../monitor/follow/id-ranges.ts';
import type { Observation } from '../../monitor/learning/observation.ts';
import type { FailedMember, Notice, NoticeFate } from '../../monitor/notice.ts';
import type { Usual } from '../../monitor/view.ts';
import type { SaveChanges } from '../../runner/saver.ts';
import { changesMigrations } from './watchlist-migrations.ts';
import { migrate } from './migrate.ts';

/** What a part of the watchlist holds, and what `watchlist.json` held of all of it. Records are keyed by id. */
export interface WatchlistContent {
  readonly watches: Record<string, SavedWatch>;
  readonly notices: Record<string, Notice>;
  /** By the key of the attempt. */
  readonly durations: Record<string, Observation>;
  readonly follows: Record<string, StoredFollow>;
  readonly groups: Record<string, SavedGroup>;
}

/** Of a part and of an entry in the journal. Whoever raises it migrates both, or an update loses what the journal holds. */
export const watchlistVersion = 2;

const time = v.pipe(v.number(), v.finite());
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const reference: v.GenericSchema<unknown, AssetReference> = v.object({
  workspace: v.string(),
  projectId: id,
  assetId: id,
});

const metaData: v.GenericSchema<unknown, MetaData> = v.object({
  resolution: v.nullable(v.string()),
  durationMs: v.nullable(v.number()),
  size: v.nullable(v.number()),
  format: v.nullable(v.string()),
});

const answer: v.GenericSchema<unknown, Answer> = v.object({
  assetId: id,
  status: v.string(),
  text: v.nullable(v.string()),
  metaData: v.nullable(metaData),
  receivedAt: time,
});

const watch: v.GenericSchema<unknown, SavedWatch> = v.object({
  id: v.string(),
  account: v.string(),
  reference,
  label: v.nullable(v.string()),
  fileName: v.nullable(v.string()),
  // Files of earlier versions have none.
  size: v.optional(v.nullable(v.number()), null),
  group: v.nullable(v.object({ id: v.string(), round: v.pipe(v.number(), v.integer()) })),
  addedAt: time,
  attempt: v.pipe(v.number(), v.integer()),
  known: v.nullable(answer),
  lastEnd: v.exactOptional(answer),
  toldLate: v.exactOptional(v.boolean()),
  isAgeDoubtful: v.exactOptional(v.boolean()),
  startedAt: time,
  endedAt: v.nullable(time),
});

const notifier = v.picklist(['node-notifier', 'electron']);

// A cause that another version knows is no reason to lose the list.
const notShownCause = v.fallback(
  v.picklist([
    'not-supported',
    'no-session-bus',
    'no-notification-service',
    'notify-send-missing',
    'wrong-processor',
    'no-answer',
    'refused',
    'program-failed',
  ]),
  'program-failed',
);

const fate: v.GenericSchema<unknown, NoticeFate> = v.variant('kind', [
  v.object({ kind: v.literal('recorded') }),
  v.object({ kind: v.literal('showing'), receipt: v.exactOptional(v.string()) }),
  v.object({ kind: v.literal('shown'), by: notifier, at: time }),
  v.object({
    kind: v.literal('held'),
    reason: v.picklist(['turned-off', 'told-with-group', 'ended-before-found']),
    at: time,
  }),
  v.object({
    kind: v.literal('not-shown'),
    reasons: v.array(v.object({ by: notifier, reason: notShownCause })),
    at: time,
  }),
]);

const key = v.string();
const life = { at: time, fate, read: v.boolean() };

const toldImport = {
  watch: v.string(),
  reference,
  name: v.nullable(v.string()),
  status: v.string(),
  text: v.nullable(v.string()),
  metaData: v.nullable(metaData),
};

const failedMember: v.GenericSchema<unknown, FailedMember> = v.object({
  watch: v.string(),
  name: v.nullable(v.string()),
  assetId: id,
  status: v.string(),
});

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const usual: v.GenericSchema<unknown, Usual> = v.object({ fromMs: time, toMs: time });

const notice: v.GenericSchema<unknown, Notice> = v.variant('about', [
  v.object({ about: v.literal('import'), key, ...toldImport, ...life }),
  v.object({
    about: v.literal('group-done'),
    key,
    group: v.string(),
    groupName: v.string(),
    completed: count,
    failed: count,
    failedMembers: v.array(failedMember),
    ...life,
  }),
  v.object({
    about: v.literal('group-failure'),
    key,
    ...toldImport,
    group: v.string(),
    groupName: v.string(),
    ended: count,
    all: count,
    ...life,
  }),
  v.object({ about: v.literal('late'), key, ...toldImport, usual: v.nullable(usual), ...life }),
]);

const group: v.GenericSchema<unknown, SavedGroup> = v.object({
  id: v.string(),
  name: v.string(),
  createdAt: time,
  tell: v.object({ allDone: v.boolean(), firstFailure: v.boolean() }),
  eachAsset: v.boolean(),
  round: v.object({
    number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    isOpen: v.boolean(),
    hasEnds: v.boolean(),
    failureTold: v.boolean(),
  }),
});

const duration: v.GenericSchema<unknown, Observation> = v.object({
  key: v.string(),
  account: v.string(),
  workspace: v.string(),
  projectId: id,
  format: v.nullable(v.string()),
  size: v.nullable(v.number()),
  completed: v.boolean(),
  startedAt: time,
  atLeastMs: time,
  atMostMs: time,
});

const follow: v.GenericSchema<unknown, SavedFollow> = v.object({
  id: v.string(),
  account: v.string(),
  workspace: v.string(),
  projectId: id,
  projectName: v.string(),
  since: time,
  baselineAt: v.nullable(time),
  runningListed: v.picklist(['unknown', 'yes', 'no', 'probably-no']),
});

const ranges: v.GenericSchema<unknown, IdRanges> = v.pipe(
  v.array(v.number()),
  v.check((flat) => areRanges(flat)),
);
const seenOfFollow = v.object({ complete: ranges, unfinished: ranges });
const storedFollow: v.GenericSchema<unknown, StoredFollow> = v.intersect([follow, seenOfFollow]);
const seen: v.GenericSchema<unknown, SeenIds> = v.intersect([
  v.object({ follow: v.string(), since: time }),
  seenOfFollow,
]);

export const watchlistShape: v.GenericSchema<unknown, WatchlistContent> = v.object({
  watches: v.record(v.string(), watch),
  notices: v.record(v.string(), notice),
  durations: v.optional(v.record(v.string(), duration), {}),
  follows: v.optional(v.record(v.string(), storedFollow), {}),
  groups: v.record(v.string(), group),
});

const changesShape: v.GenericSchema<unknown, SaveChanges> = v.object({
  watches: v.array(watch),
  removedWatches: v.array(v.string()),
  notices: v.array(notice),
  removedNotices: v.array(v.string()),
  durations: v.optional(v.array(duration), []),
  removedDurations: v.optional(v.array(v.string()), []),
  follows: v.optional(v.array(follow), []),
  removedFollows: v.optional(v.array(v.string()), []),
  seen: v.optional(v.array(seen), []),
  groups: v.array(group),
  removedGroups: v.array(v.string()),
});

/** An entry of the journal as this version has it, or null where it is none. */
export function parseChanges(stored: unknown): SaveChanges | null {
  const versioned = v.safeParse(
    v.looseObject({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    stored,
  );
  if (!versioned.success || versioned.output.version > watchlistVersion) return null;
  const parsed = v.safeParse(changesShape, migrate(versioned.output, watchlistVersion, changesMigrations));
  return parsed.success ? parsed.output : null;
}
