import type { Observation } from './observation.ts';

/** How durations grow with the file's size: logarithm on logarithm. */
export interface SizeTrend {
  /** 1 where a file of twice the size takes twice as long; 0 where size does not matter. */
  readonly slope: number;
  /** Of the logarithm of the bytes. */
  readonly middle: number;
}

/** Fewer sizes than this say nothing of a trend. */
const enoughSizes = 8;
/** Draws the slope to none, as strongly as one file of another size by a factor of 2.7. */
const damping = 1;

/** The trend inside projects, so that a slow project with large files does not make size look as if it mattered. */
export function fitSizeTrend(
  observations: readonly Observation[],
  valueOf: (observation: Observation) => number,
): SizeTrend | null {
  const points = observations.flatMap((observation) =>
    observation.size === null
      ? []
      : [
          {
            project: `${observation.account} ${observation.workspace} ${observation.projectId}`,
            size: Math.log(observation.size),
            value: valueOf(observation),
          },
        ],
  );
  if (points.length < enoughSizes) return null;
  const centres = new Map<string, { count: number; size: number; value: number }>();
  for (const { project, size, value } of points) {
    const centre = centres.get(project) ?? { count: 0, size: 0, value: 0 };
    centres.set(project, centre);
    centre.count += 1;
    centre.size += (size - centre.size) / centre.count;
    centre.value += (value - centre.value) / centre.count;
  }
  let together = 0;
  let squares = damping;
  let middle = 0;
  for (const { project, size, value } of points) {
    const centre = centres.get(project)!;
    together += (size - centre.size) * (value - centre.value);
    squares += (size - centre.size) ** 2;
    middle += size / points.length;
  }
  return { slope: Math.min(1, Math.max(0, together / squares)), middle };
}
