import type { Counts } from '../../../main/contract.ts';

/** Nothing watched, unless `parts` say otherwise. */
export function someCounts(parts: Partial<Counts> = {}): Counts {
  return {
    all: 0,
    importing: 0,
    completed: 0,
    failed: 0,
    unread: 0,
    unreadFailures: 0,
    inDoubt: 0,
    ...parts,
  };
}
