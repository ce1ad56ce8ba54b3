import { expect, test } from 'vitest';
import { readRow } from '../../../../main/adapters/stores/read-row.ts';
import type { StoredKind } from '../../../../main/model/stored.ts';
import {
  deliveryOf,
  followOf,
  groupOf,
  hookOf,
  lastEndOf,
  noticeOf,
  observationOf,
  seenOf,
  watchOf,
} from './entries.ts';

const answer = {
  assetId: 1,
  status: 'COMPLETED',
  text: null,
  metaData: { resolution: null, durationMs: 5, size: 5, format: null },
  receivedAt: 1,
};
const watch = { ...watchOf(1), group: { id: 'group-1', round: 1 }, known: answer, lastEnd: answer };
const told = {
  ...noticeOf(1),
  fate: { kind: 'not-shown', reasons: [{ by: 'electron', reason: 'refused' }], at: 1 },
};
const late = { ...noticeOf(1), about: 'late', key: `${noticeOf(1).key}:late`, usual: { fromMs: 1, toMs: 2 } };
const done = {
  about: 'group-done',
  key: 'group:group-1@1:1:done',
  group: 'group-1',
  groupName: 'Batch',
  completed: 1,
  failed: 1,
  gone: 0,
  failedMembers: [{ watch: watch.id, name: null, assetId: 1, status: 'FAILED' }],
  at: 4,
  fate: { kind: 'held', reason: 'told-with-group', at: 2 },
  read: true,
};
const kept: readonly (readonly [kind: StoredKind, key: string, row: object])[] = [
  ['watches', watch.id, watch],
  ['notices', told.key, told],
  ['notices', late.key, late],
  ['notices', done.key, done],
  ['observations', observationOf(1).key, observationOf(1)],
  ['follows', followOf(1).id, followOf(1)],
  ['seen', seenOf(1).follow, seenOf(1)],
  ['groups', groupOf(1).id, groupOf(1)],
  ['hooks', hookOf(1).id, hookOf(1)],
  ['deliveries', deliveryOf(1).id, deliveryOf(1)],
  ['lastEnds', 'a1', lastEndOf(1)],
];

const read = (kind: StoredKind, key: string, row: unknown) => readRow(kind, key, JSON.stringify(row));

test.for(kept)('reads a row of %s (%s) as it was saved, and under no other key', ([kind, key, row]) => {
  expect(read(kind, key, row)).toEqual(row);
  expect(read(kind, `${key} `, row)).toBeNull();
});

const values = [
  ...[null, true, '', '1', 'x'.repeat(5_000), [], {}, [[]]],
  ...[0, -1, 1.5, -0.5, 2 ** 53, 8.64e15, 8.64e15 + 1, 8.7e15, -8.7e15, 1e300, Number.MIN_VALUE],
];

test.for(kept)(
  'refuses or returns unchanged a row of %s (%s) with any value in any place',
  ([kind, key, row]) => {
    for (const path of placesIn(row))
      for (const value of values) {
        const changed = withValue(row, path, value);
        const taken = read(kind, key, changed);
        if (taken !== null) expect(taken, path.join('.')).toEqual(changed);
      }
    for (const path of placesIn(row).slice(1))
      expect(read(kind, key, withValue(row, path, undefined)), `without ${path.join('.')}`).toBeNull();
  },
);

test.for([
  ['watches', watch.id, watch, ['addedAt']],
  ['watches', watch.id, watch, ['startedAt']],
  ['watches', watch.id, watch, ['endedAt']],
  ['watches', watch.id, watch, ['known', 'receivedAt']],
  ['watches', watch.id, watch, ['lastEnd', 'receivedAt']],
  ['notices', told.key, told, ['at']],
  ['notices', told.key, told, ['fate', 'at']],
  ['observations', observationOf(1).key, observationOf(1), ['startedAt']],
  ['follows', followOf(1).id, followOf(1), ['since']],
  ['follows', followOf(1).id, followOf(1), ['baselineAt']],
  ['groups', groupOf(1).id, groupOf(1), ['createdAt']],
] as const)('%s of %s: a time must fit a Date', ([kind, key, row, path]) => {
  for (const time of [0, -1, 1.5, 1.7e12, 8.64e15, -8.64e15])
    expect(read(kind, key, withValue(row, path, time)), String(time)).not.toBeNull();
  for (const time of [8.64e15 + 1, -8.64e15 - 1, 8.7e15, 1e300, '1'])
    expect(read(kind, key, withValue(row, path, time)), String(time)).toBeNull();
});

test.for([
  ['watches', watch.id, watch, ['reference', 'assetId'], 2],
  ['watches', watch.id, watch, ['reference', 'workspace'], 'other'],
  ['watches', watch.id, watch, ['account'], 'a2'],
  ['watches', watch.id, watch, ['known', 'assetId'], 2],
  ['watches', watch.id, watch, ['lastEnd', 'assetId'], 2],
  ['watches', watch.id, watch, ['reference', 'projectId'], 0],
  ['watches', watch.id, watch, ['reference', 'projectId'], 2 ** 53],
  ['watches', watch.id, watch, ['attempt'], 0],
  ['watches', watch.id, watch, ['known', 'metaData', 'size'], -1],
  ['notices', told.key, told, ['reference', 'assetId'], 2],
  ['notices', told.key, told, ['watch'], 'a1:films/2'],
  ['notices', told.key, told, ['fate', 'reasons', '0', 'by'], 'bell'],
  ['notices', told.key, told, ['fate', 'kind'], 'eaten'],
  ['notices', late.key, late, ['usual', 'toMs'], 8.7e15],
  ['notices', done.key, done, ['failed'], -1],
  ['observations', observationOf(1).key, observationOf(1), ['atMostMs'], 1e300],
  ['follows', followOf(1).id, followOf(1), ['projectId'], 2],
  ['follows', followOf(1).id, followOf(1), ['runningListed'], 'maybe'],
  ['groups', groupOf(1).id, groupOf(1), ['round', 'number'], 0],
] as const)('%s of %s: %s', ([kind, key, row, path, value]) => {
  expect(read(kind, key, withValue(row, path, value))).toBeNull();
});

test('accepts only sorted ranges with gaps between them', () => {
  for (const complete of [[], [1, 1], [1, 2, 4, 4], [5, 5, 7, 2 ** 53 - 1]])
    expect(read('seen', seenOf(1).follow, seenOf(1, complete)), String(complete)).not.toBeNull();
  for (const complete of [
    [1],
    [2, 1],
    [1, 2, 2, 3],
    [1, 2, 3, 4],
    [4, 4, 1, 2],
    [0, 1],
    [1.5, 2],
    [1, 2 ** 53],
  ])
    expect(read('seen', seenOf(1).follow, seenOf(1, complete)), String(complete)).toBeNull();
});

test.for([
  '',
  '{',
  'null',
  '"x"',
  '[]',
  '{}',
  '1e999',
  '['.repeat(200_000),
  'x'.repeat(5_000_000),
  '\0',
  '{"__proto__":{}}',
])('refuses text that is not a row (%$)', (json) => {
  for (const [kind, key] of kept) expect(readRow(kind, key, json)).toBeNull();
});

test('drops fields that it does not know', () => {
  expect(read('watches', watch.id, { ...watch, colour: 'red' })).toEqual(watch);
});

/** The path to every value in a row, the row itself first. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, each]) => placesIn(each, [...path, name]))];
}

function withValue(row: unknown, path: readonly string[], value: unknown): unknown {
  const copy: unknown = structuredClone(row);
  const [last, ...way] = path.toReversed();
  if (last === undefined) return value;
  const place = way.toReversed().reduce<unknown>((at, name) => Reflect.get(at as object, name), copy);
  Reflect.set(place as object, last, value);
  return copy;
}
