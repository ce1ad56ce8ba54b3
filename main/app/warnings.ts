import type { Warning } from '../contract.ts';

export interface Warnings {
  readonly all: () => readonly Warning[];
  /** Says it, in place of an older one of its kind. */
  readonly raise: (warning: Warning) => void;
  /** The cause is gone, or the person has read it. */
  readonly withdraw: (kind: Warning['kind']) => void;
  /** Called with the whole list at each change from now on. */
  readonly listen: (listener: (warnings: readonly Warning[]) => void) => void;
}

/** What the person must know that is not about one watch. */
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
          ? // Each file has a copy of its own that the person must know of.
            [...warnings, warning]
          : [...without(warning.kind), warning],
      ),
    withdraw: (kind) => become(without(kind)),
    listen(listener) {
      tell = listener;
    },
  };
}
