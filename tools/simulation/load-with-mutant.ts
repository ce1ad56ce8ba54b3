import { registerHooks } from 'node:module';
import type { Mutant } from '../../test/simulation/mutants.ts';
import { withMutant } from '../../test/simulation/with-mutant.ts';

/** From now on this thread loads the mutant's file with the fault in it. Nothing on disk is touched. */
export function loadWithMutant(mutant: Mutant): void {
  const url = new URL(`../../${mutant.file}`, import.meta.url).href;
  registerHooks({
    load(wanted, context, nextLoad) {
      const loaded = nextLoad(wanted, context);
      if (wanted !== url) return loaded;
      return { ...loaded, source: withMutant(String(loaded.source), mutant) };
    },
  });
}
