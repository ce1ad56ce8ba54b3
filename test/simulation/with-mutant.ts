import type { Mutant } from './mutants.ts';

/** The source of the mutant's file with the fault in it. Throws where the text is not there exactly once. */
export function withMutant(source: string, { name, file, find, replacement }: Mutant): string {
  const [before, after, ...more] = source.split(find);
  if (after === undefined || more.length > 0)
    throw new Error(`"${name}": the text to be replaced is not there exactly once in ${file}:\n${find}`);
  return `${before}${replacement}${after}`;
}
