import { normalAbove, normalDensity } from './normal.ts';

/** A law of durations in milliseconds: log-normal, with tails as wide as the few observations behind it demand. */
export interface DurationLaw {
  /** Of the logarithm of the milliseconds. */
  readonly mean: number;
  readonly deviation: number;
  /** Degrees of freedom; few make wide tails. */
  readonly freedom: number;
}

/**
 * What a next import may take, given a few that were seen: the logarithm follows Student's t law, the posterior predictive of a
 * normal law whose mean and variance are not known (Gelman et al., Bayesian Data Analysis, 3.2). It is computed through Wallace's
 * normal approximation (Annals of Mathematical Statistics 30, 1959), which has a closed inverse and needs no gamma function.
 */
export interface Likelihood {
  /** The share of imports that take longer. */
  readonly above: number;
  /** The share that ends per millisecond at this age. */
  readonly density: number;
}

export function likelihoodAt({ mean, deviation, freedom }: DurationLaw, ageMs: number): Likelihood {
  if (ageMs <= 0) return { above: 1, density: 0 };
  const x = (Math.log(ageMs) - mean) / deviation;
  const scale = wallaceScale(freedom);
  const z = Math.sign(x) * scale * Math.sqrt(freedom * Math.log1p((x * x) / freedom));
  const steepness = Math.abs(x) < 1e-6 ? scale : (scale * scale * x) / ((1 + (x * x) / freedom) * z);
  return { above: normalAbove(z), density: (normalDensity(z) * steepness) / (deviation * ageMs) };
}

/** Normal quantiles of the shares that the app speaks of. */
export const quantiles = { tenth: -1.2815516, ninety: 1.2815516, ninetyFive: 1.6448536 } as const;

/** The duration in milliseconds at a quantile of the normal law. */
export function durationAt({ mean, deviation, freedom }: DurationLaw, z: number): number {
  const scaled = z / wallaceScale(freedom);
  const x = Math.sign(z) * Math.sqrt(freedom * Math.expm1((scaled * scaled) / freedom));
  return Math.exp(mean + deviation * x);
}

function wallaceScale(freedom: number): number {
  return (8 * freedom + 1) / (8 * freedom + 3);
}
