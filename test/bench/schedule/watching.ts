import type { Observation, Traits } from '../../../main/model/observation.ts';
import { fitObservations, outlookFor, type Fit } from '../../../main/monitor/learning/estimate.ts';
import { isSharp, waitAfter } from '../../../main/monitor/learning/next-look.ts';
import { createChance, type Chance } from '../../simulation/random.ts';
import type { TrueImport } from './imports.ts';

/** What watching a set of imports cost, and how late their ends were learned. */
export interface Outcome {
  readonly requests: number;
  /** Milliseconds from each end to the answer that told it. */
  readonly delays: readonly number[];
}

const floorMs = 5_000;
/** Milliseconds from sending a request to its answer; the service looks half-way. */
const answerMs = 120;

/** The size is told while the import runs, or only where it completes. */
export function traitsOf({ projectId, format, size }: TrueImport, tellsSize: boolean): Traits {
  return { account: 'a1', workspace: 'w', projectId, format, size: tellsSize ? size : null };
}

export function observationOf(
  truth: TrueImport,
  tellsSize: boolean,
  atLeastMs: number,
  atMostMs: number,
): Observation {
  const completed = truth.status === 'COMPLETED';
  const traits = traitsOf(truth, tellsSize || completed);
  return {
    ...traits,
    key: `${truth.projectId} ${truth.beginsAt}`,
    completed,
    startedAt: truth.beginsAt,
    atLeastMs,
    atMostMs,
  };
}

/** The schedule of the monitor, for imports that do not get in each other's way. */
export function watch(imports: readonly TrueImport[], fit: Fit, tellsSize: boolean): Outcome {
  const chance = createChance(1, 'jitter');
  return outcomeOf(imports.map((truth) => watchOne(truth, learnedWait(fit, truth, tellsSize, chance))));
}

/** Asks again and again at one interval. */
export function watchAtInterval(imports: readonly TrueImport[], intervalMs: number): Outcome {
  const chance = createChance(1, 'jitter');
  return outcomeOf(imports.map((truth) => watchOne(truth, () => withJitter(intervalMs, chance))));
}

/** The fixed interval in milliseconds whose mean delay is `meanDelayMs`, by halving. */
export function intervalOfDelay(imports: readonly TrueImport[], meanDelayMs: number): number {
  let [shortest, longest] = [100, 3_600_000];
  while (longest - shortest > 10) {
    const middle = (shortest + longest) / 2;
    if (meanOf(watchAtInterval(imports, middle).delays) < meanDelayMs) shortest = middle;
    else longest = middle;
  }
  return longest;
}

/** What is learned from imports that come one after another, each watched by what those before it taught. */
export function learnFrom(imports: readonly TrueImport[], tellsSize: boolean): Fit {
  const chance = createChance(2, 'jitter');
  const observations: Observation[] = [];
  let fit = fitObservations(observations);
  for (const truth of imports) {
    const { atLeastMs, atMostMs } = watchOne(truth, learnedWait(fit, truth, tellsSize, chance));
    if (atLeastMs === 0 || !isSharp(atLeastMs, atMostMs)) continue;
    observations.push(observationOf(truth, tellsSize, atLeastMs, atMostMs));
    if ((observations.length - fit.count) * 50 > fit.count) fit = fitObservations(observations);
  }
  return fitObservations(observations);
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

type Wait = (ageMs: number) => number;

function learnedWait(fit: Fit, truth: TrueImport, tellsSize: boolean, chance: Chance): Wait {
  const outlook = outlookFor(fit, traitsOf(truth, tellsSize));
  return (ageMs) => Math.max(floorMs, withJitter(waitAfter(outlook, ageMs), chance));
}

function withJitter(waitMs: number, chance: Chance): number {
  return waitMs * chance.between(0.9, 1.1);
}

/** The first request is sent when the import begins. `atLeastMs` is 0 where that found it ended. */
function watchOne({ durationMs }: TrueImport, waitAt: Wait) {
  let [requests, atLeastMs, atMostMs] = [1, 0, answerMs];
  while (atMostMs - answerMs / 2 < durationMs) {
    atLeastMs = atMostMs;
    atMostMs += waitAt(atLeastMs) + answerMs;
    requests += 1;
  }
  return { requests, atLeastMs, atMostMs, delayMs: atMostMs - durationMs };
}

function outcomeOf(watched: readonly { requests: number; delayMs: number }[]): Outcome {
  return {
    requests: watched.reduce((sum, { requests }) => sum + requests, 0),
    delays: watched.map(({ delayMs }) => delayMs),
  };
}
