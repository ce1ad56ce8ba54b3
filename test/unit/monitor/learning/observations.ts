import type { Observation } from '../../../../main/model/observation.ts';

export const minute = 60_000;

/** Something this person has seen: an import of `minutes` minutes, within ten seconds. */
export function observationOf(index: number, minutes: number, part: Partial<Observation> = {}): Observation {
  return {
    key: `a1:w/${1_000 + index}#${index}.1`,
    account: 'a1',
    workspace: 'w',
    projectId: 1,
    format: 'mp4',
    size: null,
    completed: true,
    startedAt: index,
    atLeastMs: minutes * minute - 5_000,
    atMostMs: minutes * minute + 5_000,
    ...part,
  };
}

/** Imports of 10 to 20 minutes, most of about 14. */
export function someObservations(count: number, part: Partial<Observation> = {}): Observation[] {
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 0.5) / count;
    return observationOf(index, 14 * ((1 + share) / (2 - share)) ** 0.5, part);
  });
}
