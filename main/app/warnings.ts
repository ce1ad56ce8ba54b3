import { isDeepStrictEqual } from 'node:util';
import type { Warning } from '../contract.ts';

export interface Warnings {
  readonly all: () => readonly Warning[];
  /** Adds a warning, in place of an older one of its kind. */
  readonly raise: (warning: Warning) => void;
  /** Removes a warning whose cause is gone or which the person has read. */
  readonly withdraw: (kind: Warning['kind']) => void;
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

  return {
    all: () => warnings,
    raise: (warning) =>
      become(
        warning.kind === 'store-unreadable'
          ? // Each unreadable file has a copy of its own, of which the person must know, once.
            [...warnings.filter((other) => !isDeepStrictEqual(other, warning)), warning]
          : [...without(warning.kind), warning],
      ),
    withdraw: (kind) => become(without(kind)),
    listen(listener) {
      tell = listener;
    },
  };
}
