import * as v from 'valibot';
import { watchIdOf } from '../../model/asset.ts';
import { followIdOf, runningListedAnswers } from '../../model/follow.ts';
import { deliveryFaults, hookEvents, webhookShapes } from '../../model/hook.ts';
import { exactlyEach } from '../../model/exactly.ts';
import { unfinishedAppearances } from '../../model/listing.ts';
import { muteSubjects } from '../../model/mute.ts';
import { importSubjects } from '../../model/notice.ts';
import { answerFaults, problemKinds, sendFaults } from '../../model/problem.ts';
import type { StoredKind, StoredRows } from '../../model/stored.ts';
import { timelineSubjects, type TimelineKey } from '../../model/timeline.ts';
import {
  numberThat,
  time,
  duration,
  count,
  ordinal,
  id,
  mute,
  size,
  text,
  textOrNull,
  reference,
  metaData,
  answer,
  lastingFate,
  fate,
} from './stored-fields.ts';

const watches = v.pipe(
  v.object({
    id: text,
    account: text,
    reference,
    label: textOrNull,
    fileName: textOrNull,
    size,
    group: v.nullable(v.object({ id: text, round: ordinal, since: v.exactOptional(ordinal) })),
    addedAt: time,
    formerIds: v.exactOptional(v.array(id)),
    attempt: ordinal,
    known: answer,
    shownAs: v.nullable(v.picklist(unfinishedAppearances)),
    lastEnd: answer,
    toldLate: v.boolean(),
    isAgeDoubtful: v.boolean(),
    startedAt: time,
    endedAt: v.nullable(time),
    isHandled: v.boolean(),
    mute,
  }),
  v.check(({ id, account, reference }) => id === watchIdOf(account, reference)),
  v.check(({ reference: { assetId }, known, lastEnd }) =>
    [known, lastEnd].every((each) => each === null || each.assetId === assetId),
  ),
);

const problem = v.object({
  kind: v.picklist(problemKinds),
  httpStatus: v.nullable(count),
  code: textOrNull,
  message: textOrNull,
  field: v.nullable(
    v.object({
      path: textOrNull,
      fault: v.picklist([...sendFaults, ...answerFaults]),
      figure: v.nullable(v.union([text, numberThat(Number.isFinite)])),
    }),
  ),
  traceId: textOrNull,
  retryAfterMs: v.nullable(duration),
  clockOffsetMs: v.nullable(numberThat(Number.isFinite)),
  at: time,
});

const life = { key: text, at: time, fate, read: v.boolean() };
const ofGroup = { group: text, groupName: text };
const toldImport = { watch: text, reference, name: textOrNull, status: text, text: textOrNull, metaData };
const failedMember = v.object({ watch: text, name: textOrNull, assetId: id, status: text });
const ofFile = { workspace: text, projectId: id, object: text };
const usual = v.nullable(v.object({ fromMs: duration, toMs: duration }));

const notices = v.pipe(
  v.variant('about', [
    v.object({ about: v.literal('import'), ...life, ...toldImport }),
    v.object({
      about: v.literal('group-done'),
      ...life,
      ...ofGroup,
      completed: count,
      failed: count,
      gone: count,
      failedMembers: v.array(failedMember),
    }),
    v.object({
      about: v.literal('group-failure'),
      ...life,
      ...ofGroup,
      ...toldImport,
      ended: count,
      all: count,
    }),
    v.object({ about: v.literal('late'), ...life, ...toldImport, usual }),
    v.object({ about: v.literal('in-doubt'), ...life, ...ofFile }),
    v.object({ about: v.literal('not-registered'), ...life, ...ofFile, refused: count, problem }),
  ]),
  v.check(
    (row) => !('watch' in row) || row.watch.endsWith(`:${row.reference.workspace}/${row.reference.assetId}`),
  ),
  v.check((row) => (row.about !== 'import' && row.about !== 'late') || row.key.startsWith(`${row.watch}#`)),
);

const observations = v.object({
  key: text,
  account: text,
  workspace: text,
  projectId: id,
  format: textOrNull,
  size,
  completed: v.boolean(),
  startedAt: time,
  atLeastMs: duration,
  atMostMs: duration,
});

const sightings = v.object({ absent: count, bare: count, whole: count });
const listings = v.object({ account: text, running: sightings, completed: sightings, failed: sightings });

const follows = v.pipe(
  v.object({
    id: text,
    account: text,
    workspace: text,
    projectId: id,
    projectName: text,
    since: time,
    baselineAt: v.nullable(time),
    runningListed: v.picklist(runningListedAnswers),
    mute,
  }),
  v.check((row) => row.id === followIdOf(row.account, row.workspace, row.projectId)),
);

/** Pairs of first and last id, sorted, with a gap of at least one id between two pairs. */
const ranges = v.pipe(
  v.array(id),
  v.check((flat) => flat.length % 2 === 0),
  v.check((flat) => flat.every((each, at) => at === 0 || each > flat[at - 1]! + (at % 2 === 1 ? -1 : 1))),
);
const seen = v.object({
  follow: text,
  settled: v.object({ to: count, count }),
  complete: ranges,
  unfinished: ranges,
  refused: ranges,
  unlisted: ranges,
});

const left = v.exactOptional(v.array(id));
const wishes = v.object({
  id: text,
  account: text,
  workspace: text,
  projectId: id,
  bucket: text,
  key: text,
  label: textOrNull,
  replaces: textOrNull,
  wishedAt: time,
  leftBefore: v.exactOptional(id),
  state: v.variant('kind', [
    v.object({ kind: v.literal('waiting') }),
    v.object({ kind: v.literal('sent'), above: count, left }),
    v.object({ kind: v.literal('in-doubt'), above: count, left }),
    v.object({ kind: v.literal('registered'), assetId: id }),
    v.object({ kind: v.literal('refused'), problem }),
  ]),
});

const groups = v.object({
  id: text,
  name: text,
  tell: v.object({ allDone: v.boolean(), firstFailure: v.boolean() }),
  eachAsset: v.boolean(),
  createdAt: time,
  round: v.object({ number: ordinal, isOpen: v.boolean(), hasEnds: v.boolean(), failureTold: v.boolean() }),
  mute,
});

const hooks = v.object({
  id: text,
  scope: v.variant('kind', [
    v.object({ kind: v.literal('account'), account: text }),
    v.object({ kind: v.literal('group'), group: text }),
  ]),
  events: v.array(v.picklist(hookEvents)),
  target: v.variant('kind', [
    v.object({ kind: v.literal('program'), path: text }),
    v.object({ kind: v.literal('webhook'), origin: text, shape: v.picklist(webhookShapes) }),
  ]),
});

const handedOn = v.variant('about', [
  v.object({
    ...{ about: v.literal('import'), notice: text, watch: text, account: text, reference, name: textOrNull },
    ...{ status: text, text: textOrNull, groupName: textOrNull },
  }),
  v.object({
    about: v.literal('all'),
    account: textOrNull,
    groupName: textOrNull,
    completed: count,
    failed: count,
  }),
]);
const deliveries = v.object({
  id: text,
  hook: text,
  to: text,
  event: v.picklist(hookEvents),
  what: handedOn,
  at: time,
  tries: count,
  fate: v.variant('kind', [
    v.object({ kind: v.literal('waiting'), nextAt: v.nullable(time) }),
    v.object({ kind: v.literal('done') }),
    v.object({ kind: v.literal('given-up') }),
  ]),
  last: v.nullable(
    v.object({
      fault: v.nullable(v.picklist(deliveryFaults)),
      figure: v.nullable(numberThat(Number.isSafeInteger)),
      detail: textOrNull,
      at: time,
    }),
  ),
});
const lastEnds = v.object({ account: text, notice: text });

const moment = { at: time };
const timelines = v.object({
  key: v.custom<TimelineKey>(
    (key) => typeof key === 'string' && timelineSubjects.some((subject) => key.startsWith(`${subject} `)),
  ),
  entries: v.array(
    v.variant('kind', [
      v.object({ kind: v.literal('added'), ...moment }),
      v.object({ kind: v.literal('status'), ...moment, status: text, text: textOrNull }),
      v.object({
        kind: v.literal('problem'),
        ...moment,
        problem: v.picklist(problemKinds),
        until: v.nullable(time),
      }),
      v.object({
        kind: v.literal('notice'),
        ...moment,
        notice: text,
        about: v.picklist(importSubjects),
        fate: lastingFate,
      }),
      v.object({ kind: v.literal('muted'), ...moment, of: v.picklist(muteSubjects), mute }),
    ]),
  ),
});

/** A schema that accepted less than the model allows would skip rows that the app itself saved. */
export const rowSchemas: { readonly [Kind in StoredKind]: v.GenericSchema<unknown, StoredRows[Kind]> } =
  exactlyEach<StoredRows>()({
    watches,
    notices,
    observations,
    listings,
    follows,
    seen,
    groups,
    hooks,
    deliveries,
    lastEnds,
    wishes,
    timelines,
  });
