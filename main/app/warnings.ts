import { isDeepStrictEqual } from 'node:util';
import type { Warning } from '../contract.ts';

export interface Warnings {
  readonly all: () => readonly Warning[];
  /** Adds a warning, in place of an older one of its kind. */
  readonly raise: (warning: Warning) => void;
  /** Removes each warning of a kind whose cause is gone. */
  readonly withdraw: (kind: Warning['kind']) => void;
  /** Removes the one that the person has read. */
  readonly dismiss: (warning: Warning) => void;
  /** Calls the listener with the whole list at each change from now on. */
  readonly listen: (listener: (warnings: readonly Warning[]) => void) => void;
}

/** Keeps the warnings: what the person must know and what is not about one watch. */
export function createWarnings(): Warnings {
  let warnings: readonly Warning[] = [];
  let tell: (warnings: readonly Warning[]) => void = () => undefined;

  function become(next: readonly Warning[]): void {
    if (JSON.stringify(next) === JSON.stringify(warnings)) return;
    warnings = next;
    tell(warnings);
  }
  const without = (kind: Warning['kind']) => warnings.filter((warning) => warning.kind !== kind);
  const allBut = (warning: Warning) => warnings.filter((other) => !isDeepStrictEqual(other, warning));

  return {
    all: () => warnings,
    raise: (warning) =>
      become(
        warning.kind === 'store-unreadable'
          ? // Each unreadable file has a copy of its own, of which the person must know, once.
            [...allBut(warning), warning]
          : [...without(warning.kind), warning],
      ),
    withdraw: (kind) => become(without(kind)),
    dismiss: (warning) => become(allBut(warning)),
    listen(listener) {
      tell = listener;
    },
  };
}
