import fc from 'fast-check';
import { readRow } from '../../main/adapters/stores/read-row.ts';
import { trayPictureOf } from '../../main/app/tray-picture.ts';
import { createProjection } from '../../main/desk/projection.ts';
import { exportedNotice, exportedWatch } from '../../main/export/exported-rows.ts';
import { storedKeys, storedKinds, type Stored, type StoredKind } from '../../main/model/stored.ts';
import { createState } from '../../main/monitor/state.ts';
import {
  followOf,
  listingOf,
  deliveryOf,
  groupOf,
  hookOf,
  lastEndOf,
  noticeOf,
  observationOf,
  seenOf,
  timelineOf,
  watchOf,
  wishOf,
} from '../unit/adapters/stores/entries.ts';
import { anyJson, anyText, fuzzTarget, spoilt } from './target.ts';

const answer = { assetId: 7, status: 'COMPLETED', text: null, metaData: null, receivedAt: 5 };
const whole: Readonly<Record<StoredKind, Readonly<Record<string, unknown>>>> = {
  watches: { ...watchOf(7), known: answer, endedAt: 9 },
  notices: { ...noticeOf(7) },
  observations: { ...observationOf(7) },
  listings: { ...listingOf('a7') },
  follows: { ...followOf(7) },
  seen: { ...seenOf(7) },
  groups: { ...groupOf(7) },
  hooks: { ...hookOf(7) },
  deliveries: { ...deliveryOf(7) },
  lastEnds: { ...lastEndOf(7) },
  wishes: { ...wishOf(7) },
  timelines: { ...timelineOf(7) },
};
const extremes = fc.constantFrom(8.64e15, -8.64e15, 8.64e15 - 1, 0, -0, 2 ** 53 - 1, 1e-9);

const input = fc.constantFrom(...storedKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    json: fc.oneof(
      spoilt(whole[kind]).map((row) => JSON.stringify(row)),
      // Times and numbers that are just possible, wherever one stands.
      fc.dictionary(fc.constantFrom(...Object.keys(whole[kind])), extremes, { maxKeys: 2 }).map((odd) => {
        const fits = Object.entries(odd).filter(([name]) => typeof whole[kind][name] === 'number');
        return JSON.stringify({ ...whole[kind], ...Object.fromEntries(fits) });
      }),
      anyJson.map((row) => JSON.stringify(row)),
      anyText,
    ),
  }),
);

const nothing: Stored = {
  watches: [],
  notices: [],
  observations: [],
  listings: [],
  follows: [],
  seen: [],
  groups: [],
  hooks: [],
  deliveries: [],
  lastEnds: [],
  wishes: [],
  timelines: [],
};
const settings = {
  floorMs: 5_000,
  notices: { completed: true, failed: true, late: true },
  tidyAfterMs: 86_400_000,
  mostWatches: 20_000,
  mostOutcomes: 1_000,
  quiet: { spans: [], letsFailuresPass: false },
};
const at = 1_795_898_028_000;

/** Rows of a watchlist that somebody else wrote: each is read or left, and what is read can be shown everywhere. */
export const storeRows = fuzzTarget('store rows', input, async ({ kind, json }) => {
  for (const key of [keyIn(kind, json), 'another'])
    if (readRow(kind, key, json) !== null) show({ ...nothing, [kind]: [readRow(kind, key, json)] });
  await Promise.resolve();
});

function keyIn(kind: StoredKind, json: string): unknown {
  try {
    return (storedKeys[kind] as (row: unknown) => unknown)(JSON.parse(json));
  } catch {
    // No object: then it has no key either.
    return null;
  }
}

function show(stored: Stored): void {
  const state = createState({ at, seed: 1, settings, accounts: ['a1'], pausedUntil: null, ...stored });
  const projection = createProjection(state, () => undefined);
  for (const row of projection.rows()) exportedWatch(row);
  for (const entry of projection.inbox()) exportedNotice(entry);
  projection.groups();
  trayPictureOf({ projection }, projection.picture(), [], null, at, 'en');
}
