import { expect } from 'vitest';
import type { State } from '../../../../main/monitor/state.ts';
import { bucketOf, emptyTally } from '../../../../main/monitor/tally.ts';

/** What is counted as it changes must be what a count of all members gives. */
export function checkBooks(state: State): void {
  for (const group of state.groups.values()) {
    const members = [...state.watches.values()].filter((watch) => watch.group?.id === group.id);
    const inRound = members.filter((watch) => watch.group?.round === group.round.number);
    const count = (watches: typeof members) => {
      const counts = emptyTally();
      for (const watch of watches) counts[bucketOf(watch)] += 1;
      return counts;
    };
    expect([...group.members].toSorted()).toEqual(members.map(({ id }) => id).toSorted());
    expect(group.counts).toEqual(count(members));
    expect(group.round.counts).toEqual(count(inRound));
    expect([...group.round.failed].toSorted()).toEqual(
      inRound.flatMap((watch) => (bucketOf(watch) === 'failed' ? watch.id : [])).toSorted(),
    );
    expect(members.length).toBeGreaterThan(0);
    // Whose last member in progress was removed is open until that can no longer be undone.
    const isOpen = group.round.counts.importing > 0 || state.emptiedRounds.has(group.id);
    expect(group.round.isOpen).toBe(isOpen);
  }
}
