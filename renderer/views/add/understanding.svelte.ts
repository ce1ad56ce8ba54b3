import type { Result, RequestError } from '../../../main/contract.ts';
import type { Source } from '../../lib/add-draft.svelte.ts';

export interface Reading<Meaning> {
  /** The newest answer; it belongs to the text only while `pending` is false. */
  readonly answer: Meaning | null;
  readonly pending: boolean;
  readonly refusal: RequestError | null;
  /** Reads `source` once nothing new came for the delay. An empty text clears the answer at once. */
  read(source: Source, ask: () => Promise<Result<Meaning>>): void;
  /** Drops what is under way, so that no answer comes to a view that is gone. */
  stop(): void;
}

/** Asks what a pasted text means, and keeps only the answer to the newest text. `delayMs`: pause of typing before it asks. */
export function createReading<Meaning>(delayMs = 200): Reading<Meaning> {
  let answer = $state.raw<Meaning | null>(null);
  let pending = $state(false);
  let refusal = $state.raw<RequestError | null>(null);
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function askNow(turn: number, ask: () => Promise<Result<Meaning>>): Promise<void> {
    const reply = await ask();
    // Answers may come in another order than their questions; an old one would show assets that are no longer in the text.
    if (turn !== newest) return;
    pending = false;
    answer = reply.ok ? reply.value : null;
    refusal = reply.ok ? null : reply.error;
  }

  function stop(): void {
    newest += 1;
    clearTimeout(timer);
    pending = false;
  }

  return {
    get answer() {
      return answer;
    },
    get pending() {
      return pending;
    },
    get refusal() {
      return refusal;
    },
    read(source, ask) {
      stop();
      if (typeof source === 'string' && source.trim() === '') {
        answer = null;
        refusal = null;
        return;
      }
      pending = true;
      const turn = newest;
      timer = setTimeout(() => void askNow(turn, ask), delayMs);
    },
    stop,
  };
}
