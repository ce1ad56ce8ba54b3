import { createChance, type Chance } from '../../simulation/random.ts';

/** One import of the service, as nobody sees it. */
export interface TrueImport {
  readonly projectId: number;
  readonly format: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds from the first to the last moment. */
  readonly durationMs: number;
  readonly status: 'COMPLETED' | 'FAILED';
  /** Milliseconds from the start of the story. */
  readonly beginsAt: number;
}

/** A world's parameters. Deviations are of natural logarithms. */
export interface World {
  /** Of an import of 1 GB. */
  readonly medianMs: number;
  readonly projects: number;
  /** How much the projects' usual sizes differ from each other, and sizes inside a project. */
  readonly projectDeviation: number;
  readonly sizeDeviation: number;
  /** How much the projects' durations differ whatever the sizes. */
  readonly paceDeviation: number;
  /** A file of twice the size takes 2 ** slope as long. */
  readonly slope: number;
  readonly noise: Noise;
  /** The share that fails, after a short while that has nothing to do with the size. */
  readonly failing: number;
  /** So many imports begin at once. */
  readonly batch: number;
}

/** How much longer than others of its size an import takes, as a logarithm. */
export type Noise = (chance: Chance, projectId: number) => number;

export const usualWorld: World = {
  medianMs: 720_000,
  projects: 6,
  projectDeviation: 0.7,
  sizeDeviation: 0.5,
  paceDeviation: 0,
  slope: 0.8,
  noise: logNormal(0.15),
  failing: 0,
  batch: 1,
};

const medianSize = 1e9;
const failureMs = 20_000;
const failureDeviation = 0.5;
const formats = [
  { format: 'mp4', shift: -0.3 },
  { format: 'mov', shift: 0.3 },
] as const;
/** One import a minute: the account's budget is never the bottleneck. */
const gapMs = 60_000;

/** The same projects for every seed of a place, and other imports. */
export function drawImports(world: World, count: number, seed: number, place = 1): readonly TrueImport[] {
  const ofProjects = createChance(place, 'projects');
  const projects = Array.from({ length: world.projects }, () => ({
    bigness: world.projectDeviation * normal(ofProjects),
    slowness: world.paceDeviation * normal(ofProjects),
  }));
  const chance = createChance(seed, 'imports');
  let beginsAt = 0;
  return Array.from({ length: count }, (_, index) => {
    if (index % world.batch === 0) beginsAt -= gapMs * world.batch * Math.log(1 - chance.roll());
    const project = chance.oneOf(projects);
    const projectId = projects.indexOf(project) + 1;
    const { format, shift } = chance.oneOf(formats);
    const bigness = project.bigness + shift + world.sizeDeviation * normal(chance);
    const slowness = project.slowness + world.slope * bigness + world.noise(chance, projectId);
    const fails = chance.happens(world.failing);
    const failsAfterMs = failureMs * Math.exp(failureDeviation * normal(chance));
    return {
      projectId,
      format,
      size: Math.round(medianSize * Math.exp(bigness)),
      durationMs: fails ? failsAfterMs : world.medianMs * Math.exp(slowness),
      status: fails ? 'FAILED' : 'COMPLETED',
      beginsAt,
    };
  });
}

export function logNormal(deviation: number): Noise {
  return (chance) => deviation * normal(chance);
}

export function logLogistic(deviation: number): Noise {
  return (chance) => {
    const share = Math.max(1e-9, chance.roll());
    return (deviation * Math.sqrt(3) * Math.log(share / (1 - share))) / Math.PI;
  };
}

/** Exponential durations at a shape of 1. */
export function weibull(shape: number): Noise {
  return (chance) => Math.log(-Math.log(1 - Math.max(1e-9, chance.roll()))) / shape;
}

/** No tails: anything up to so many times as short or as long is as likely as anything else. */
export function uniform(factor: number): Noise {
  return (chance) => chance.between(-1, 1) * Math.log(factor);
}

/** A share takes so many times as long as the others. */
export function mixture(share: number, factor: number, noise: Noise): Noise {
  return (chance, projectId) => noise(chance, projectId) + (chance.happens(share) ? Math.log(factor) : 0);
}

/** Box and Muller. */
function normal(chance: Chance): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance.roll()));
  return radius * Math.cos(2 * Math.PI * chance.roll());
}
