import { registerHooks } from 'node:module';
import { withMutation, type Mutation } from './mutations.ts';

/** From now on this thread loads the file with the fault in it. Nothing on disk is touched. */
export function loadWithMutation(mutation: Mutation): void {
  const url = new URL(`../../${mutation.file}`, import.meta.url).href;
  registerHooks({
    load(wanted, context, nextLoad) {
      const loaded = nextLoad(wanted, context);
      if (wanted !== url) return loaded;
      return { ...loaded, source: withMutation(String(loaded.source), mutation) };
    },
  });
}
