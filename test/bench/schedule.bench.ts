import { fitObservations } from '../../main/monitor/learning/estimate.ts';
import { report, type Figures } from './figures.ts';
import { falseLateShare, falseLateShareMeanwhile, type Trial } from './schedule/false-late.ts';
import { drawImports, usualWorld, type TrueImport, type World } from './schedule/imports.ts';
import {
  intervalOfDelay,
  learnFrom,
  meanOf,
  watch,
  watchAtInterval,
  type Outcome,
} from './schedule/watching.ts';
import { worlds } from './schedule/worlds.ts';

/**
 * How many requests an import costs and how late its end is learned, beside the fixed interval that has the same mean delay, and how
 * many imports are called late that are not. What was learned comes from other imports of the same projects.
 */
const places = [1, 2, 3, 4];
const importsInPlace = 1_000;
const minute = 60_000;
const medians = { '2 min': 2 * minute, '12 min': 12 * minute, '2 h': 120 * minute };

const learnedFrom = { seed: 1 };
const watched = { seed: 2 };

function figuresOf(world: string, schedule: string, imports: readonly TrueImport[], outcome: Outcome) {
  const sorted = outcome.delays.toSorted((one, other) => one - other);
  const intervalMs = intervalOfDelay(imports, meanOf(sorted));
  const fixed = watchAtInterval(imports, intervalMs);
  return {
    world,
    schedule,
    'requests per import': tenths(outcome.requests / imports.length),
    'mean delay s': tenths(meanOf(sorted) / 1_000),
    '95 % delay s': tenths((sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN) / 1_000),
    'same mean delay: every s': tenths(intervalMs / 1_000),
    'its requests': tenths(fixed.requests / imports.length),
    'times fewer': Math.round((100 * fixed.requests) / outcome.requests) / 100,
  };
}

const tenths = (value: number) => Math.round(value * 10) / 10;
const percent = (share: number) => tenths(100 * share);

/** What imports of one world taught, and how those of another, in the same places, are watched by it. */
function learnedFigures(name: string, taught: World, met: World, seen: number, tellsSize: boolean) {
  const inPlaces = places.map((place) => {
    const imports = drawImports(met, importsInPlace, watched.seed, place);
    const fit = learnFrom(drawImports(taught, seen, learnedFrom.seed, place), tellsSize);
    return { imports, outcome: watch(imports, fit, tellsSize) };
  });
  const size = tellsSize ? 'size told' : 'size not told';
  const outcome = {
    requests: inPlaces.reduce((sum, { outcome: { requests } }) => sum + requests, 0),
    delays: inPlaces.flatMap(({ outcome: { delays } }) => delays),
  };
  const imports = inPlaces.flatMap(({ imports: some }) => some);
  return figuresOf(name, `after ${seen} imports, ${size}`, imports, outcome);
}

function plainFigures(name: string, world: World) {
  const imports = places.flatMap((place) => drawImports(world, importsInPlace, watched.seed, place));
  return figuresOf(name, 'nothing learned', imports, watch(imports, fitObservations([]), false));
}

const usual = places.flatMap((place) => drawImports(usualWorld, importsInPlace, watched.seed, place));
const fixed = [5, 10, 30, 60].map((seconds) =>
  figuresOf('12 min', `every ${seconds} s`, usual, watchAtInterval(usual, seconds * 1_000)),
);
const ofMedian = Object.entries(medians).map(([name, medianMs]) => {
  const world = { ...usualWorld, medianMs };
  return {
    nothing: plainFigures(name, world),
    few: [false, true].map((tellsSize) => learnedFigures(name, world, world, 10, tellsSize)),
    unsized: learnedFigures(name, world, world, 500, false),
    sized: learnedFigures(name, world, world, 500, true),
  };
});
const others = Object.entries(worlds)
  .filter(([, world]) => world !== usualWorld)
  .flatMap(([name, world]) =>
    [false, true].map((tellsSize) => learnedFigures(name, world, world, 500, tellsSize)),
  );
const slower = { ...usualWorld, medianMs: 2 * usualWorld.medianMs };
const changed = [false, true].map((tellsSize) =>
  learnedFigures('twice as slow as learned', usualWorld, slower, 500, tellsSize),
);
report('schedule', [
  ...fixed,
  ...ofMedian.flatMap(({ nothing, few, unsized, sized }) => [nothing, ...few, unsized, sized]),
  ...others,
  ...changed,
]);

const kinds = ['nothing', 'unsized', 'sized'] as const;
report(
  'schedule-times-fewer',
  kinds.map((kind) => {
    const factors = ofMedian.map((each) => each[kind]);
    return {
      schedule: factors[0]?.schedule ?? '',
      ...Object.fromEntries(factors.map((each) => [each.world, each['times fewer']])),
      mean: Math.round(100 * meanOf(factors.map((each) => each['times fewer']))) / 100,
    };
  }),
);

function lateFigures(name: string, trial: Omit<Trial, 'seen' | 'tellsSize'>): Figures {
  const of = (seen: number, tellsSize: boolean) =>
    percent(falseLateShare({ ...trial, seen, tellsSize }, seen < 100 ? 600 : 200));
  return {
    world: name,
    ...Object.fromEntries([6, 10, 50, 500].map((seen) => [`${seen} seen, %`, of(seen, false)])),
    ...Object.fromEntries([10, 50, 500].map((seen) => [`${seen}, size told, %`, of(seen, true)])),
  };
}

report('schedule-false-late', [
  ...Object.entries(worlds).map(([name, world]) => lateFigures(name, { world })),
  lateFigures('a new project', { world: usualWorld, inNewProject: true }),
  lateFigures('a new project, 20 differ', { world: worlds['20 projects differ']!, inNewProject: true }),
]);

report(
  'schedule-false-late-meanwhile',
  [1, 20, 200].map((batch) => {
    const world = { ...usualWorld, batch };
    const share = (imports: number, people: number) =>
      percent(
        meanOf(Array.from({ length: people }, (_, seed) => falseLateShareMeanwhile(world, imports, seed))),
      );
    return {
      'begin together': batch,
      'first 40 imports, %': share(40, 100),
      '200, %': share(200, 20),
      '600, %': share(600, 5),
    };
  }),
);
