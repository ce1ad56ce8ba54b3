import type { DurationLaw } from './duration-law.ts';
import { fitLevels, lawOf, type Levels } from './levels.ts';
import type { Observation, Traits } from './observation.ts';
import type { Sample } from './sample.ts';
import { fitSizeTrend, type SizeTrend } from './size-trend.ts';

/** One kind of end, completed or failed: its laws by group. */
interface KindOfEnd {
  readonly count: number;
  readonly levels: Levels;
  readonly bySize: { readonly trend: SizeTrend; readonly levels: Levels } | null;
}

/** What was learned of all observations. Null where a kind of end was not seen often enough. */
export interface Fit {
  readonly count: number;
  readonly completed: KindOfEnd | null;
  readonly failed: KindOfEnd | null;
}

/** With fewer completed imports than this nothing is estimated: the plain schedule asks. */
export const enoughToLearn = 5;

export function fitObservations(observations: readonly Observation[]): Fit {
  return {
    count: observations.length,
    completed: fitKind(observations.filter(({ completed }) => completed)),
    failed: fitKind(observations.filter(({ completed }) => !completed)),
  };
}

/** The law of durations for an import of these traits. Null where none comes out that says anything. */
export function lawFor({ levels, bySize }: KindOfEnd, traits: Traits): DurationLaw | null {
  const groups = groupsOf(traits);
  if (bySize !== null && traits.size !== null) {
    const law = lawOf(bySize.levels, groups);
    const grown = { ...law, mean: law.mean + shareOfSize(bySize.trend, traits.size) };
    if (isFiniteLaw(grown)) return grown;
  }
  const law = lawOf(levels, groups);
  return isFiniteLaw(law) ? law : null;
}

/** A mark "longer than usual" that rests on no number would be a false one. */
function isFiniteLaw({ mean, deviation, freedom }: DurationLaw): boolean {
  return Number.isFinite(mean) && Number.isFinite(deviation) && Number.isFinite(freedom);
}

function fitKind(observations: readonly Observation[]): KindOfEnd | null {
  if (observations.length < enoughToLearn) return null;
  const trend = fitSizeTrend(observations, valueOf);
  return {
    count: observations.length,
    levels: fitLevels(observations.map(sampleOf), depth),
    bySize: trend === null ? null : { trend, levels: fitLevels(evenedOut(observations, trend), depth) },
  };
}

const depth = 4;

function groupsOf({ account, workspace, projectId, format }: Traits): readonly string[] {
  const project = `${account} ${workspace} ${projectId}`;
  return ['', account, project, `${project} ${format}`];
}

function sampleOf(observation: Observation): Sample {
  const { atLeastMs, atMostMs } = observation;
  const middle = (atLeastMs + atMostMs) / 2;
  // Anywhere between two looks is as likely as elsewhere: the variance of an even spread, on the scale of the logarithm.
  const blur = ((atMostMs - atLeastMs) / middle) ** 2 / 12;
  return { groups: groupsOf(observation), value: valueOf(observation), blur };
}

/** The samples that tell a size, as if all files had the middle size. */
function evenedOut(observations: readonly Observation[], trend: SizeTrend): Sample[] {
  return observations.flatMap((observation) => {
    if (observation.size === null) return [];
    const sample = sampleOf(observation);
    return [{ ...sample, value: sample.value - shareOfSize(trend, observation.size) }];
  });
}

function valueOf({ atLeastMs, atMostMs }: Observation): number {
  return Math.log((atLeastMs + atMostMs) / 2);
}

function shareOfSize({ slope, middle }: SizeTrend, size: number): number {
  return slope * (Math.log(size) - middle);
}
