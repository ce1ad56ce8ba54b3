import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mutants } from './mutants.ts';
import { withMutant } from './with-mutant.ts';

describe('the deliberate faults', () => {
  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
    '%s: the text is there once',
    (_name, mutant) => {
      const source = readFileSync(new URL(`../../${mutant.file}`, import.meta.url), 'utf8');
      expect(withMutant(source, mutant)).not.toBe(source);
    },
  );
});
