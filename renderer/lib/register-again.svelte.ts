import { mostRegisteredAgain, type Bridge, type PlannedFile, type WatchId } from '../../main/contract.ts';
import type { Telling } from './telling.svelte.ts';

export interface RegisterAgain {
  /** What would be registered, to be agreed to; `files` is null while it is looked up. Null where the person wants nothing. */
  readonly asked: { readonly files: readonly PlannedFile[] | null; readonly isCut: boolean } | null;
  /** Looks up where these failed imports came from; nothing is sent by that. */
  readonly plan: (watches: readonly WatchId[]) => Promise<void>;
  readonly confirm: () => Promise<void>;
  readonly cancel: () => void;
}

/** Registers failed imports again in two steps: main finds out what would be registered, and the person agrees to just that. */
export function createRegisterAgain({ request }: Bridge, telling: Telling): RegisterAgain {
  let asked = $state.raw<RegisterAgain['asked']>(null);
  let newest = 0;

  return {
    get asked() {
      return asked;
    },
    async plan(watches) {
      const isCut = watches.length > mostRegisteredAgain;
      const mine = { files: null, isCut };
      asked = mine;
      const planned = await telling.ask(
        request.planRegisterAgain({ watches: watches.slice(0, mostRegisteredAgain) }),
      );
      // The person may have had enough meanwhile, or wants others.
      if (asked !== mine) return;
      newest = planned.ok ? planned.value.plan : 0;
      asked = planned.ok ? { files: planned.value.files, isCut } : null;
    },
    async confirm() {
      asked = null;
      await telling.ask(request.register({ plan: newest }));
    },
    cancel() {
      asked = null;
    },
  };
}
