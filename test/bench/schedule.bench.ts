import { report, type Figures } from './figures.ts';
import { fixedIntervalWith, watchAtFixedInterval } from './schedule/fixed-interval.ts';
import { drawImports, usualWorld, type TrueImport, type World } from './schedule/imports.ts';
import { meanOf, percentileOf, type Outcome } from './schedule/outcome.ts';
import { watchWithMonitor } from './schedule/watch-with-monitor.ts';

/**
 * How many requests an import costs, and how late its end is learned, for the monitor and for fixed intervals. What the monitor
 * has learned comes from other imports of the same projects, seen through the monitor itself. Requests are of the import status;
 * all schedules ask for the first time when the import is added.
 */
const count = 1_000;
const floorMs = 5_000;
const isNew = { history: [], learns: true, tellsSize: false, floorMs };

function figuresOf(
  world: string,
  schedule: string,
  imports: readonly TrueImport[],
  outcome: Outcome,
): Figures {
  const mean = meanOf(outcome);
  const intervalMs = fixedIntervalWith(imports, mean);
  const fixed = watchAtFixedInterval(imports, intervalMs);
  return {
    world,
    schedule,
    'requests per import': tenths(outcome.requests / count),
    'mean delay s': tenths(mean / 1_000),
    '95 % delay s': tenths(percentileOf(outcome, 0.95) / 1_000),
    'same mean delay: every s': tenths(intervalMs / 1_000),
    'its requests': tenths(fixed.requests / count),
    'times fewer': Math.round((100 * fixed.requests) / outcome.requests) / 100,
  };
}

const tenths = (value: number) => Math.round(value * 10) / 10;

/** What the monitor remembers after so many imports of a world. */
function learnedFrom(world: World, imports: number, tellsSize: boolean) {
  return watchWithMonitor(drawImports(world, imports, 11), { ...isNew, tellsSize }).history;
}

function withHistory(name: string, learnt: World, met: World, seen: number): Figures[] {
  const imports = drawImports(met, count, 12);
  return [false, true].map((tellsSize) => {
    const history = learnedFrom(learnt, seen, tellsSize);
    const outcome = watchWithMonitor(imports, { ...isNew, history, tellsSize });
    const size = tellsSize ? 'size told' : 'size not told';
    return figuresOf(name, `after ${seen} imports, ${size}`, imports, outcome);
  });
}

const rows: Figures[] = [];
const imports = drawImports(usualWorld, count, 12);
for (const seconds of [5, 10, 30, 60])
  rows.push(
    figuresOf('usual', `every ${seconds} s`, imports, watchAtFixedInterval(imports, seconds * 1_000)),
  );
rows.push(
  figuresOf(
    'usual',
    'plain, nothing learned',
    imports,
    watchWithMonitor(imports, { ...isNew, learns: false }),
  ),
);
rows.push(figuresOf('usual', 'learning from nothing', imports, watchWithMonitor(imports, isNew)));
for (const seen of [10, 50, 500]) rows.push(...withHistory('usual', usualWorld, usualWorld, seen));

const others: readonly [string, Partial<World>][] = [
  ['noise 0.1', { noise: 0.1 }],
  ['noise 0.2', { noise: 0.2 }],
  ['noise 0.3', { noise: 0.3 }],
  ['noise 0.5', { noise: 0.5 }],
  ['alike in a project', { sizeDeviation: 0.1 }],
  ['5 % fail', { failing: 0.05 }],
];
for (const [name, difference] of others) {
  const world = { ...usualWorld, ...difference };
  rows.push(...withHistory(name, world, world, 500));
}
rows.push(...withHistory('twice as slow as learned', usualWorld, { ...usualWorld, slowness: 2 }, 500));

console.log(
  `${count} imports, one a minute; ln size: projects ±${usualWorld.projectDeviation}, in a project ±${usualWorld.sizeDeviation}, mov and mp4 ±0.3; ` +
    `ln duration = ln 12 min + ${usualWorld.slope} ln (size / 1 GB) ± ${usualWorld.noise}`,
);
report('schedule', rows);
