import type { Asked, Problem, Result, RequestError } from '../../../main/contract.ts';

export type AskedState<Value> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'answer'; readonly value: Value }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'refused'; readonly error: RequestError };

export interface LiveList<Value> {
  readonly state: AskedState<Value>;
  /** The newest answer; it stays while the next one is asked for, so that what shows it keeps the keyboard. */
  readonly last: Value | null;
  load(ask: () => Promise<Result<Asked<Value>>>): Promise<void>;
  clear(): void;
}

/** One list of the service in the window: what it is now, and only the answer to the newest question. */
export function createLiveList<Value>(): LiveList<Value> {
  let state = $state.raw<AskedState<Value>>({ kind: 'idle' });
  let last = $state.raw<Value | null>(null);
  let newest = 0;
  return {
    get state() {
      return state;
    },
    get last() {
      return last;
    },
    async load(ask) {
      newest += 1;
      const turn = newest;
      state = { kind: 'loading' };
      const reply = await ask();
      if (turn !== newest) return;
      state = reply.ok ? reply.value : { kind: 'refused', error: reply.error };
      if (state.kind === 'answer') last = state.value;
    },
    clear() {
      newest += 1;
      state = { kind: 'idle' };
      last = null;
    },
  };
}
