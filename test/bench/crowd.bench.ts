import { setImmediate } from 'node:timers/promises';
import type { Ask, Reply } from '../../main/monitor/kernel/events.ts';
import type { Answer } from '../../main/model/asset.ts';
import type { Stored } from '../../main/model/stored.ts';
import type { NewWatch } from '../../main/model/watch.ts';
import { createState } from '../../main/monitor/state.ts';
import { createRunner } from '../../main/runner/runner.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { someSettings } from '../unit/monitor/stage.ts';
import { storedBy } from '../unit/monitor/stored-rows.ts';
import { portsWith } from '../unit/runner/ports.ts';
import { createService, workspace, type Behaviour, type CrowdAsset } from './crowd/service.ts';
import { report, type Figures } from './figures.ts';
import { drawImports, usualWorld, type World } from './schedule/imports.ts';

/**
 * What many imports cost that are in progress at once in one project, or in ten, by what the project's list shows of them; beside the
 * same where the list cannot be read. What was learned comes from an earlier crowd of 100 in the same projects.
 */
const account = 'a1';
const [lastWeek, today] = [Date.UTC(2026, 8, 1), Date.UTC(2026, 8, 8)];
const minute = 60_000;
const answerMs = 120;

const tenths = (value: number) => Math.round(value * 10) / 10;

const hundredths = (value: number) => Math.round(value * 100) / 100;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Crowd {
  readonly imports: number;
  readonly lasting: string;
  readonly world: Partial<World> & Pick<World, 'projects'>;
}

/** Any duration between the two is as likely as any other. */
const between = (from: number, to: number): Partial<World> => ({
  medianMs: minute,
  slope: 0,
  noise: (chance) => Math.log(chance.between(from, to)),
});
const usual = (projects: number) => ({
  lasting: 'some 12 min',
  world: { projects, projectDeviation: projects > 1 ? 0.7 : 0 },
});
const crowds: readonly Crowd[] = [
  { imports: 1, ...usual(1) },
  { imports: 3, ...usual(1) },
  { imports: 10, ...usual(1) },
  { imports: 100, ...usual(1) },
  { imports: 1_000, lasting: '1 to 5 min', world: { projects: 1, ...between(1, 5) } },
  { imports: 1_000, ...usual(10) },
  { imports: 5_000, lasting: '5 to 25 min', world: { projects: 1, ...between(5, 25) } },
];
const behaviours: readonly (Behaviour | 'not read')[] = [
  'not read',
  'absent',
  'without metadata',
  'with metadata',
];

const rows: Figures[] = [];
for (const crowd of crowds) for (const behaviour of behaviours) rows.push(await figuresOf(crowd, behaviour));
report('crowd', rows);

function drawCrowd({ imports, world }: Crowd, seed: number): readonly CrowdAsset[] {
  return drawImports({ ...usualWorld, failing: 0.03, ...world }, imports, seed).map((each, index) => ({
    ...each,
    assetId: 10_000 * seed + index,
    endsAt: each.durationMs,
  }));
}

async function figuresOf(crowd: Crowd, behaviour: Behaviour | 'not read'): Promise<Figures> {
  const earlier = await play(drawCrowd({ ...crowd, imports: 100 }, 1), behaviour, lastWeek, {});
  const assets = drawCrowd(crowd, 2);
  const { counts, delays, longestSilenceMs, told } = await play(assets, behaviour, today, earlier.learned);
  delays.sort((one, other) => one - other);
  return {
    'at once': crowd.imports,
    lasting: crowd.lasting,
    projects: crowd.world.projects,
    'running in the list': behaviour,
    'status requests': hundredths(counts.status / assets.length),
    pages: hundredths(counts.page / assets.length),
    'requests per import': hundredths((counts.status + counts.page) / assets.length),
    'mean delay s': tenths(mean(delays) / 1_000),
    '95 % s': tenths(delays[Math.floor(delays.length * 0.95)]! / 1_000),
    'longest silence s': Math.round(longestSilenceMs / 1_000),
    told,
  };
}

/** A crowd from its beginning to its last end, as the monitor watches it with what it learned before. */
async function play(
  assets: readonly CrowdAsset[],
  behaviour: Behaviour | 'not read',
  beganAt: number,
  learned: Partial<Pick<Stored, 'observations' | 'listings'>>,
) {
  const reply = createService(assets, behaviour === 'not read' ? 'absent' : behaviour, beganAt);
  const clock = createVirtualClock(beganAt);
  const counts = { status: 0, page: 0, details: 0 };
  const heardAt = new Map<number, number>();
  const learnedAt = new Map<number, number>();
  let [longestSilenceMs, told] = [0, 0];

  function heard({ assetId, status }: Answer): void {
    longestSilenceMs = Math.max(longestSilenceMs, clock.now() - (heardAt.get(assetId) ?? beganAt));
    heardAt.set(assetId, clock.now());
    if (status !== 'IN_PROGRESS' && !learnedAt.has(assetId)) learnedAt.set(assetId, clock.now());
  }

  async function answer(ask: Ask): Promise<Reply> {
    if (ask.for in counts) counts[ask.for as keyof typeof counts] += 1;
    // The service looks half-way.
    await clock.after(answerMs / 2, () => undefined);
    const isUnreadable = ask.for === 'page' && behaviour === 'not read';
    const came: Reply = isUnreadable ? notThere(clock.now()) : reply(ask, clock.now());
    return clock.after(answerMs / 2, () => {
      if (came.kind === 'answer' && came.for === 'status') heard(came.value);
      return came;
    });
  }

  const state = createState({ at: beganAt, seed: 7, settings: someSettings, pausedUntil: null, ...learned });
  const runner = createRunner(
    state,
    portsWith({
      now: clock.now,
      setTimer: clock.setTimer,
      ask: answer,
      show: (notices) => {
        told += notices.length;
        return clock.after(50, () => ({ kind: 'shown', by: 'electron' }));
      },
    }),
  );
  runner.dispatch({ kind: 'account-ready', account, keptAt: 0 });
  runner.dispatch({ kind: 'added', watches: assets.map(watchOf) });
  await clock.playUntil(beganAt + 240 * minute, () => setImmediate());
  await runner.stop();
  const delays = assets.map(({ assetId, endsAt }) => learnedAt.get(assetId)! - beganAt - endsAt);
  if (delays.some(Number.isNaN))
    throw new Error(
      `${delays.filter(Number.isNaN).length} ends were not learned: ${JSON.stringify(assets.find(({ assetId }) => !learnedAt.has(assetId)))}`,
    );
  const { observations, listings } = storedBy(state);
  return { counts, delays, longestSilenceMs, told, learned: { observations, listings } };
}

function watchOf({ assetId, projectId, format }: CrowdAsset): NewWatch {
  const reference = { workspace, projectId, assetId };
  return { account, reference, label: null, fileName: `${assetId}.${format}`, size: null };
}

function notThere(at: number): Reply {
  const none = { message: null, field: null, traceId: null, retryAfterMs: null, clockOffsetMs: null };
  return { kind: 'problem', problem: { kind: 'not-found', httpStatus: 404, code: '300', at, ...none } };
}
