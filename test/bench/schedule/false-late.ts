import type { Observation } from '../../../main/model/observation.ts';
import { fitObservations, outlookFor } from '../../../main/monitor/learning/estimate.ts';
import { createChance, type Chance } from '../../simulation/random.ts';
import { drawImports, type TrueImport, type World } from './imports.ts';
import { observationOf, traitsOf } from './watching.ts';

export interface Trial {
  readonly world: World;
  /** So many imports were seen to end. */
  readonly seen: number;
  readonly tellsSize: boolean;
  /** The imports that are judged are of a project in which none was seen. */
  readonly inNewProject?: boolean;
}

const judged = 20;

/** The share of completed imports that would be called late, over so many people, each with projects and imports of their own. */
export function falseLateShare(
  { world, seen, tellsSize, inNewProject = false }: Trial,
  people: number,
): number {
  const shares = Array.from({ length: people }, (_, person) => {
    const drawn = inNewProject
      ? drawImports(
          { ...world, projects: world.projects + 1 },
          2 * (seen + judged * (world.projects + 1)),
          person,
          person,
        )
      : drawImports(world, seen + judged, person, person);
    const isNew = ({ projectId }: TrueImport) => projectId > world.projects;
    const known = drawn.filter((each) => !isNew(each)).slice(0, seen);
    const others = inNewProject ? drawn.filter(isNew) : drawn.slice(seen);
    const chance = createChance(person, 'looks');
    const fit = fitObservations(known.map((truth) => seenBetweenLooks(truth, tellsSize, chance)));
    const completed = others.slice(0, judged).filter(({ status }) => status === 'COMPLETED');
    const late = completed.filter((truth) => {
      const { lateAfterMs } = outlookFor(fit, traitsOf(truth, tellsSize));
      return lateAfterMs !== null && truth.durationMs > lateAfterMs;
    });
    return { late: late.length, completed: completed.length };
  });
  const sumOf = (key: 'late' | 'completed') => shares.reduce((sum, each) => sum + each[key], 0);
  return sumOf('late') / sumOf('completed');
}

/** The monitor's own: of a hundred that it has seen end, so many that began before may still run. */
const ignoredPercent = 5;

/**
 * The share of completed imports that were called late at any time, by somebody who learns meanwhile from `count` imports, which begin
 * many at a time: the short ones end first, and are learned from by the monitor's rule only once hardly any that began before still run.
 */
export function falseLateShareMeanwhile(world: World, count: number, seed: number): number {
  const imports = drawImports(world, count, seed, seed);
  const chance = createChance(seed, 'looks');
  const endOf = ({ beginsAt, durationMs }: TrueImport) => beginsAt + durationMs;
  const ended: Observation[] = [];
  const late = new Set<TrueImport>();
  let fit = fitObservations([]);
  for (const ending of imports.toSorted((one, other) => endOf(one) - endOf(other))) {
    const now = endOf(ending);
    const running = imports.filter((each) => each.beginsAt < now && endOf(each) >= now);
    for (const truth of running) {
      const { lateAfterMs } = outlookFor(fit, traitsOf(truth, true));
      if (lateAfterMs !== null && now - truth.beginsAt > lateAfterMs) late.add(truth);
    }
    ended.push(seenBetweenLooks(ending, true, chance));
    const others = running.filter((each) => each !== ending);
    const areFew = others.length * 100 <= ended.length * ignoredPercent;
    const before = areFew ? Infinity : Math.min(...others.map(({ beginsAt }) => beginsAt));
    const learnable = ended.filter(({ startedAt }) => startedAt < before);
    if (Math.abs(learnable.length - fit.count) * 50 > fit.count) fit = fitObservations(learnable);
  }
  const completed = imports.filter(({ status }) => status === 'COMPLETED');
  return completed.filter((each) => late.has(each)).length / completed.length;
}

/** Looks as the schedule leaves them when an end is near: 3 % of the age apart, between 5 s and a minute. */
function seenBetweenLooks(truth: TrueImport, tellsSize: boolean, chance: Chance): Observation {
  const gapMs = Math.min(60_000, Math.max(5_000, 0.03 * truth.durationMs));
  const atLeastMs = Math.max(1, truth.durationMs - gapMs * chance.roll());
  return observationOf(truth, tellsSize, atLeastMs, atLeastMs + gapMs);
}
