import '../support/electron-path.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { mock } from 'node:test';
import { serialize } from 'node:v8';
import { openWatchlistStore } from '../../main/adapters/stores/watchlist-store.ts';
import type { Change } from '../../main/contract.ts';
import { createProjection } from '../../main/desk/projection.ts';
import type { Answer, AssetReference, ListedPage } from '../../main/model/asset.ts';
import type { EffectOf } from '../../main/monitor/kernel/effects.ts';
import type { Ask, MonitorEvent, Reply } from '../../main/monitor/kernel/events.ts';
import { advance } from '../../main/monitor/monitor.ts';
import { createState, type State } from '../../main/monitor/state.ts';
import { createRunner } from '../../main/runner/runner.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { changesOf } from '../unit/adapters/stores/entries.ts';
import { someSettings } from '../unit/monitor/stage.ts';
import { portsWith } from '../unit/runner/ports.ts';
import { bytesWritten } from './bytes-written.ts';
import { report, type Figures } from './figures.ts';
import { metaDataOfAll, watchesOf } from './many-watches.ts';

/**
 * What many watches cost while one in a hundred is in progress: memory, an hour of virtual time with the real runner and the real
 * store, and the time of one step, of a window's snapshot and of a change that it is told.
 */
const sizes = [10, 100, 1_000, 10_000, 100_000];
const hourMs = 3_600_000;
/** What the service takes to answer, ms. */
const answerMs = 80;
/** A step is taken so many times. */
const times = 2_000;

const beginning = Date.UTC(2026, 8, 1, 1);

// What was never run is slow the first time, and that is no matter of size.
answerTime(1_000, 10);
windowTimes(stateOf(1_000, 10));

const rows: Figures[] = [];
for (const size of sizes) rows.push(await figuresAt(size, Math.ceil(size / 100)));
rows.push({ ...(await figuresAt(100_000, 0)), watches: '100000, none in progress' });
report('scale', rows);

async function figuresAt(size: number, open: number): Promise<Figures> {
  const hour = await playHour(size, open);
  const step = open === 0 ? {} : { 'an answer, µs': rounded(answerTime(size, open) * 1_000) };
  return {
    watches: size,
    'in progress': open,
    'heap, MiB': rounded(heapOf(() => stateOf(size, open))),
    'requests an hour': hour.requests,
    'KiB written an hour': hour.written,
    'CPU ms an hour': hour.cpuMs,
    ...step,
    ...windowTimes(stateOf(size, open)),
  };
}

function stateOf(size: number, open: number): State {
  const watches = [...watchesOf(0, open, 'IN_PROGRESS'), ...watchesOf(open, size, 'COMPLETED')];
  return createState({ at: beginning, seed: 7, settings: someSettings, watches, pausedUntil: null });
}

/** MiB that the state holds. */
function heapOf(make: () => unknown): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const held = [make()];
  globalThis.gc?.();
  const after = process.memoryUsage().heapUsed;
  return held.length * ((after - before) / 2 ** 20);
}

/** An hour in which every import goes on: what is asked, written and computed for it. */
async function playHour(size: number, open: number) {
  const folder = mkdtempSync(join(tmpdir(), 'import-watch-bench-'));
  try {
    const clock = createVirtualClock(beginning);
    const options = { folder, now: clock.now, warn: () => undefined };
    const state = stateOf(size, open);
    // Opened anew, so that the hour does not count what the log has of the start.
    const before = await openWatchlistStore(options);
    await before.save(changesOf({ watches: [...state.watches.values()] }));
    await before.close();
    const store = await openWatchlistStore(options);
    let requests = 0;
    const runner = createRunner(
      state,
      portsWith({
        now: clock.now,
        setTimer: clock.setTimer,
        ask: (ask) => {
          requests += 1;
          return clock.after(answerMs, () => replyTo(ask, size, open, clock.now()));
        },
        save: store.save,
      }),
    );
    runner.dispatch({ kind: 'account-ready', account: 'a1', keptAt: 0 });
    const [written, used] = [bytesWritten(), process.cpuUsage()];
    await clock.playUntil(beginning + hourMs, () => setImmediate());
    const { user, system } = process.cpuUsage(used);
    await runner.stop();
    await store.close();
    const now = bytesWritten();
    return {
      requests,
      written: written === null || now === null ? 'unknown' : rounded((now - written) / 1_024),
      cpuMs: Math.round((user + system) / 1_000),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds of one import that is asked for and answered: the step that sends and the step that takes the answer. */
function answerTime(size: number, open: number): number {
  const state = stateOf(size, open);
  const steps: number[] = [];
  const asked: EffectOf<'ask'>[] = [];
  let [at, wakeAt, answers] = [beginning, beginning, 0];
  const timed = (event: MonitorEvent) => {
    const began = performance.now();
    const effects = advance(state, event);
    steps.push(performance.now() - began);
    for (const effect of effects) {
      if (effect.kind === 'ask') asked.push(effect);
      if (effect.kind === 'wake') wakeAt = effect.at ?? at;
    }
  };
  timed({ kind: 'account-ready', account: 'a1', keptAt: 0, at });
  while (answers < times) {
    const next = asked.shift();
    if (next?.ask.for === 'status') answers += 1;
    if (next !== undefined)
      timed({ kind: 'replied', request: next.request, reply: replyTo(next.ask, size, open, at), at });
    else timed({ kind: 'tick', at: (at = Math.max(at + 1, wakeAt)) });
  }
  return 2 * middle(steps);
}

/** What main packs for a window that opens, and the time until a window is told of one row that changed. */
function windowTimes(state: State): Figures {
  mock.timers.enable({ apis: ['setTimeout'] });
  const told: Change[] = [];
  const projection = createProjection(state, (change) => void told.push(change));
  const snapshotMs = timeOf(10, () => serialize(projection.rows()));
  const [watch] = state.watches.keys();
  const deltas: number[] = [];
  for (let time = 0; time < times; time += 1) {
    projection.note({
      kind: 'changed',
      watches: watch === undefined ? [] : [watch],
      notices: [],
      groups: [],
      hooks: false,
      wishes: [],
    });
    deltas.push(timeOf(1, () => mock.timers.tick(1_000)));
  }
  projection.stop();
  mock.timers.reset();
  if (told.length !== times) throw new Error(`${told.length} of ${times} changes were told`);
  return { 'snapshot, ms': rounded(snapshotMs), 'delta, µs': rounded(middle(deltas) * 1_000) };
}

function timeOf(count: number, work: () => unknown): number {
  const began = performance.now();
  for (let time = 0; time < count; time += 1) work();
  return (performance.now() - began) / count;
}

function replyTo(ask: Ask, size: number, open: number, at: number): Reply {
  if (ask.for === 'page') return { kind: 'answer', for: 'page', value: pageOf(ask.page, size, open) };
  if (ask.for !== 'status') throw new Error('a name was asked for');
  return { kind: 'answer', for: 'status', value: stillImporting(ask.reference, at) };
}

/** Running imports are listed without metadata. */
function pageOf(page: number, size: number, open: number): ListedPage {
  const onPage = 1_000;
  const first = (page - 1) * onPage;
  const assets = Array.from({ length: Math.min(onPage, size - first) }, (_, index) => {
    const assetId = first + index + 1;
    return { assetId, fileName: null, size: null, complete: assetId > open };
  });
  return { assets, skipped: 0, totalCount: size, pages: Math.ceil(size / onPage) };
}

/** The same as is known already: an hour in which nothing changes. */
function stillImporting({ assetId }: AssetReference, receivedAt: number): Answer {
  return { assetId, status: 'IN_PROGRESS', text: null, metaData: metaDataOfAll, receivedAt };
}

/** The median: a collection of garbage in one of them is no property of the others. */
function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(Math.max(0, value) * 10) / 10;
}
