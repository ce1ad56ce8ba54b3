import type { Answer, MetaData } from './asset.ts';

/** What belongs to the file itself. Resolution and format are words of the service, which may come to be written otherwise. */
const ofTheFile = ['size', 'durationMs'] as const satisfies readonly (keyof MetaData)[];

/**
 * Whether two terminal answers about one asset are the ends of two imports although nobody saw it in progress in between: the
 * status differs, or the file does. What one of them leaves out tells nothing. Two ends with the same word of the same file
 * cannot be told apart; a notice for each look would be false, so there is none.
 */
export function isAnotherEnd(before: Answer, now: Answer): boolean {
  if (before.status !== now.status) return true;
  return ofTheFile.some((field) => {
    const [one, other] = [before.metaData?.[field] ?? null, now.metaData?.[field] ?? null];
    return one !== null && other !== null && one !== other;
  });
}
