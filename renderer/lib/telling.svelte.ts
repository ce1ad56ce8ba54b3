import type { Result, RequestError } from '../../main/contract.ts';

/** What came of something the person did. */
export type Told = {
  /** Epoch milliseconds after which it need not stand any longer; null where the person has to take note of it. */
  readonly until: number | null;
} & (
  | { readonly kind: 'done'; readonly text: string; readonly undo: (() => Promise<void>) | null }
  | { readonly kind: 'refused'; readonly error: RequestError }
);

export interface Telling {
  readonly told: Told | null;
  /**
   * What a screen reader says, and nobody sees: it stands on the screen in another form. As with what is told, another object each time:
   * the same text again is said only if it takes the place of the one before.
   */
  readonly spoken: { readonly text: string } | null;
  readonly say: (text: string, undo?: () => Promise<void>) => void;
  readonly speak: (text: string) => void;
  readonly refuse: (error: RequestError) => void;
  /**
   * Waits for the reply and tells why it was refused, or what `done` says. A refusal that stood when the person asked goes with a
   * success; one that came meanwhile is of something else, and they have not taken note of it.
   */
  readonly ask: <Value>(
    request: Promise<Result<Value>>,
    done?: (value: Value) => string | null,
  ) => Promise<Result<Value>>;
  /** Takes back what was done last, also after its message has gone. False where there is nothing to take back. */
  readonly undo: () => boolean;
  readonly dismiss: () => void;
}

const readMs = 6_000;
const readAndUndoMs = 30_000;

/** The one place where results of actions are told, so that none is dropped and none moves the view. */
export function createTelling(clock: () => number): Telling {
  let told = $state.raw<Told | null>(null);
  let spoken = $state.raw<Telling['spoken']>(null);
  let undoLast: (() => Promise<void>) | null = null;

  function say(text: string, undo: (() => Promise<void>) | null = null): void {
    if (undo !== null) undoLast = undo;
    told = { kind: 'done', text, undo, until: clock() + (undo === null ? readMs : readAndUndoMs) };
  }

  function refuse(error: RequestError): void {
    told = { kind: 'refused', error, until: null };
  }

  return {
    get told() {
      return told;
    },
    get spoken() {
      return spoken;
    },
    say,
    speak(text) {
      spoken = { text };
    },
    refuse,
    async ask(request, done) {
      const before = told;
      const reply = await request;
      const text = reply.ok ? (done?.(reply.value) ?? null) : null;
      if (!reply.ok) refuse(reply.error);
      else if (text !== null) say(text);
      else if (told === before && told?.kind === 'refused') told = null;
      return reply;
    },
    undo() {
      const undo = undoLast;
      undoLast = null;
      void undo?.();
      return undo !== null;
    },
    dismiss() {
      told = null;
    },
  };
}
