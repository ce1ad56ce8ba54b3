import type { Observation, Traits } from '../../model/observation.ts';

/** How long imports took that ended alike. Durations are natural logarithms of milliseconds, sizes of bytes. */
export interface Durations {
  readonly count: number;
  /** An import of twice the size takes 2 ** slope as long; 0 to 1. */
  readonly slope: number;
  readonly meanSize: number;
  readonly leastSize: number;
  readonly groups: ReadonlyMap<string, Readonly<Group>>;
  /** How far each import was from what the others led to expect, in scales; ascending. */
  readonly deviations: readonly number[];
}

/** All imports, those of a project, or those of a format in a project. */
interface Group {
  count: number;
  /** Of the durations, had all files been of the mean size. */
  sum: number;
  /** How far each import was from what others led to expect, as a scale; added up. */
  scales: number;
}

interface Point {
  readonly names: readonly string[];
  readonly size: number;
  readonly duration: number;
}

/**
 * A logistic law has a mean distance of 1.39 scales. Durations mostly have shorter tails than it has: a law somewhat sharper asks less
 * often in them, and costs about 2 % fewer requests in the worlds of `npm run bench -- schedule`.
 */
const meanDistance = 1.6;
/** Before anything is seen, half of all imports are taken to lie within a factor of 1.4: held as lightly as two observations. */
const firstScale = 0.31;
const firstWeight = 2;
/** The scale of a wider group counts in a narrower one as so many imports. */
const widerWeight = 4;
/** Imports that were all the same foretell nothing more sharply, and a law of a scale above 1 would be vaguer than the unknown one. */
const bounded = (scale: number) => Math.min(1, Math.max(0.025, scale));

/**
 * Twenty deviations that count as seen from the start, widely spread: otherwise a few imports that happened to be alike would make the
 * next one look late.
 */
const firstDeviations = Array.from(
  { length: 20 },
  (_, index) => 1.85 * Math.log((index + 0.5) / (19.5 - index)),
);

/** Null where fewer than `least` have a size, and a duration that is a number. */
export function fitDurations(
  observations: readonly Observation[],
  sizeOf: (traits: Traits) => number | null,
  least: number,
): Durations | null {
  const points = observations.flatMap((each) => {
    const size = sizeOf(each);
    const duration = Math.log((each.atLeastMs + each.atMostMs) / 2);
    return size !== null && duration >= 0 && duration < Infinity
      ? [{ names: namesOf(each), size, duration }]
      : [];
  });
  const count = points.length;
  if (count < least) return null;
  const sizes = points.map(({ size }) => size);
  const [meanSize, leastSize] = [meanOf(sizes), Math.min(...sizes)];
  const slope = slopeOf(points);
  const groups = new Map<string, Group>();
  const levelled = points.map(({ names, size, duration: asSeen }) => {
    const duration = asSeen - slope * (size - meanSize);
    const own = names.map((name) => groups.get(name) ?? { count: 0, sum: 0, scales: 0 });
    for (const [index, group] of own.entries()) {
      groups.set(names[index]!, group);
      group.count += 1;
      group.sum += duration;
    }
    return { own, itself: { count: 1, sum: duration } };
  });
  // Each is compared with others only: with itself among them, a few imports would look surer than they are. Where all imports are the
  // measure, those of its project are left out too, because the next import may be of a project in which nothing was seen.
  for (const { own, itself } of levelled)
    for (const [level, group] of own.entries()) {
      const narrower = own[level + 1];
      const left = narrower !== undefined && narrower.count < group.count ? narrower : itself;
      const expected = expectations(own.slice(0, level + 1), left).at(-1)!;
      group.scales += Math.abs(itself.sum - expected.duration) / meanDistance;
    }
  const seen = levelled.map(({ own, itself }) => {
    const expected = expectations(own, itself).at(-1)!;
    return (itself.sum - expected.duration) / expected.scale;
  });
  const deviations = [...firstDeviations, ...seen];
  deviations.sort((one, other) => one - other);
  return { count, slope, meanSize, leastSize, groups, deviations };
}

/**
 * The law for an import of these traits. Without a size, the mean size is taken. A file smaller than all that were seen is taken for as
 * large as the smallest: part of every import does not depend on the size, and calling tiny files late at once would be wrong.
 */
export function lawOf(durations: Durations, traits: Traits, size: number | null) {
  const { slope, meanSize, leastSize, groups } = durations;
  const { duration, scale } = expectations(namesOf(traits).flatMap((name) => groups.get(name) ?? [])).at(-1)!;
  const bigger = Math.max(leastSize, size ?? meanSize) - meanSize;
  return { medianMs: Math.exp(duration + slope * bigger), shape: 1 / scale };
}

/** The deviation below which a share of imports lies, from 0.05 to 0.95: what lies further out nobody has seen. */
export function deviationAt({ deviations }: Durations, share: number): number {
  const position = share * (deviations.length + 1) - 1;
  const below = Math.floor(position);
  return deviations[below]! + (position - below) * (deviations[below + 1]! - deviations[below]!);
}

/**
 * What groups lead to expect, from the widest to the narrowest, but for what is left out. Each is drawn to the wider one, the more the
 * fewer imports it has: its mean as if by one import, its scale as if by some.
 */
function expectations(groups: readonly Readonly<Group>[], left = { count: 0, sum: 0 }) {
  let [duration, scale] = [0, firstScale];
  return groups.map((group, level) => {
    const count = group.count - left.count;
    const sum = group.sum - left.sum;
    if (count > 0) duration = level === 0 ? sum / count : (sum + duration) / (count + 1);
    const weight = level === 0 ? firstWeight : widerWeight;
    if (group.count > 1) scale = bounded((group.scales + weight * scale) / (group.count + weight));
    return { duration, scale };
  });
}

/**
 * How durations grow with sizes inside projects, so that a slow project of large files does not make size look as if it mattered.
 * Drawn to 0, as strongly as by one file of 2.7 times the size that takes no longer.
 */
function slopeOf(points: readonly Point[]): number {
  let together = 0;
  let squares = 1;
  const projects = new Map<string | undefined, Point[]>();
  for (const point of points) {
    const others = projects.get(point.names[1]);
    if (others === undefined) projects.set(point.names[1], [point]);
    else others.push(point);
  }
  for (const project of projects.values()) {
    const mean = meanOf(project.map(({ size }) => size));
    for (const { size, duration } of project) {
      together += (size - mean) * duration;
      squares += (size - mean) ** 2;
    }
  }
  return Math.min(1, Math.max(0, together / squares));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function namesOf({ account, workspace, projectId, format }: Traits): readonly string[] {
  const project = `${account} ${workspace} ${projectId}`;
  return ['', project, `${project} ${format}`];
}
