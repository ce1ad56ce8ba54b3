import type { DurationLaw } from './duration-law.ts';
import { sharpSquares, summarise, type Sample, type Summary } from './sample.ts';

/** All groups of one width: everything, the accounts, the projects, the formats in each project. */
interface Level {
  readonly groups: ReadonlyMap<string, Summary>;
  /** The variance inside a group, pooled over the groups, and the degrees of freedom behind it. */
  readonly inside: number;
  readonly freedom: number;
}

export type Levels = readonly Level[];

/** Before anything is seen: durations of a group differ by a factor of 1.6, held as lightly as two observations. */
const firstGuess = { variance: 0.25, freedom: 2 };
/** The pooled variance counts in a group as this many observations of its own. */
const pooledFreedom = 5;
const leastVariance = 1e-4;

/** `depth` is the number of groups that each sample names. */
export function fitLevels(samples: readonly Sample[], depth: number): Levels {
  const levels: Level[] = [];
  for (let index = 0; index < depth; index += 1) {
    const groups = summarise(samples, index);
    let squares = firstGuess.variance * firstGuess.freedom;
    let { freedom } = firstGuess;
    for (const summary of groups.values()) {
      squares += sharpSquares(summary);
      freedom += summary.count - 1;
    }
    const wider = levels.at(-1)?.inside ?? Infinity;
    levels.push({ groups, inside: Math.min(wider, Math.max(leastVariance, squares / freedom)), freedom });
  }
  return levels;
}

/**
 * The law for an import of these groups, widest first. Each group's mean is drawn to that of the wider one, the more the fewer it
 * has of its own and the less groups differ: partial pooling of a normal hierarchy (Gelman et al., Bayesian Data Analysis, 5.4).
 * How much groups differ is what the variance inside them falls short of that inside the wider group.
 */
export function lawOf(levels: Levels, groups: readonly string[]): DurationLaw {
  let mean = 0;
  let doubt = Infinity;
  let wider = Infinity;
  let variance = 0;
  let freedom = 1;
  for (const [index, level] of levels.entries()) {
    const own = level.groups.get(groups[index] ?? '');
    const count = own?.count ?? 0;
    const priorDoubt = doubt + (wider - level.inside);
    variance = varianceOf(level, own);
    const weight = Number.isFinite(priorDoubt) ? priorDoubt / (priorDoubt + variance / count) : 1;
    if (own !== undefined) mean += weight * (own.mean - mean);
    doubt = own === undefined ? priorDoubt : weight * (variance / count);
    freedom = Math.min(level.freedom, pooledFreedom + Math.max(0, count - 1));
    wider = level.inside;
  }
  return { mean, deviation: Math.sqrt(variance + doubt), freedom };
}

function varianceOf(level: Level, own: Summary | undefined): number {
  if (own === undefined) return level.inside;
  const squares = pooledFreedom * level.inside + sharpSquares(own);
  return Math.max(leastVariance, squares / (pooledFreedom + own.count - 1));
}
