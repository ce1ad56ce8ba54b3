import { random } from '../../../main/monitor/random.ts';

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
  /** How much the projects' usual sizes differ from each other, and sizes inside a project. */
  readonly projectDeviation: number;
  readonly sizeDeviation: number;
  /** A file of twice the size takes 2 ** slope as long. */
  readonly slope: number;
  /** How much durations of files of one size differ. */
  readonly noise: number;
  /** The share that fails, after a short while that has nothing to do with the size. */
  readonly failing: number;
  /** Multiplies all durations: the service is slower than it was. */
  readonly slowness: number;
}

export const usualWorld: World = {
  projectDeviation: 0.7,
  sizeDeviation: 0.5,
  slope: 0.8,
  noise: 0.15,
  failing: 0,
  slowness: 1,
};

const medianSize = 1e9;
const medianDurationMs = 720_000;
const failureMs = 20_000;
const failureDeviation = 0.5;
const projects = 6;
const formats = [
  { format: 'mp4', shift: -0.3 },
  { format: 'mov', shift: 0.3 },
] as const;
/** One import a minute: the account's budget is never the bottleneck. */
const gapMs = 60_000;

/** Log-normal durations that grow with the size of the file. The same projects for every seed, other imports. */
export function drawImports(world: World, count: number, seed: number): readonly TrueImport[] {
  const ofProjects = { random: 1 };
  const shifts = Array.from({ length: projects }, () => world.projectDeviation * normal(ofProjects));
  const chance = { random: seed };
  let beginsAt = 0;
  return Array.from({ length: count }, () => {
    beginsAt += -gapMs * Math.log(1 - random(chance));
    const project = Math.floor(random(chance) * projects);
    const { format, shift } = formats[Math.floor(random(chance) * formats.length)]!;
    const bigness = shifts[project]! + shift + world.sizeDeviation * normal(chance);
    const slowness = world.slope * bigness + world.noise * normal(chance);
    const fails = random(chance) < world.failing;
    const failsAfter = failureMs * Math.exp(failureDeviation * normal(chance));
    return {
      projectId: project + 1,
      format,
      size: Math.round(medianSize * Math.exp(bigness)),
      durationMs: world.slowness * (fails ? failsAfter : medianDurationMs * Math.exp(slowness)),
      status: fails ? 'FAILED' : 'COMPLETED',
      beginsAt,
    };
  });
}

/** Box and Muller. */
function normal(chance: { random: number }): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random(chance)));
  return radius * Math.cos(2 * Math.PI * random(chance));
}
