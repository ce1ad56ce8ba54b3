import { expect } from 'vitest';
import { bucketOf, emptyCounts } from '../../../../main/monitor/imports/tally.ts';
import type { State } from '../../../../main/monitor/state.ts';

/** What is counted as it changes must be what a count of all members gives. */
export function checkBooks(state: State): void {
  for (const group of state.groups.values()) {
    const members = [...state.watches.values()].filter((watch) => watch.group?.id === group.id);
    const inRound = members.filter((watch) => watch.group?.round === group.round.number);
    const count = (watches: typeof members) => {
      const counts = emptyCounts();
      for (const watch of watches) counts[bucketOf(watch)] += 1;
      return counts;
    };
    const round = state.members.round(group);
    expect([...state.members.of(group.id)].toSorted()).toEqual(members.map(({ id }) => id).toSorted());
    expect(state.members.counts(group.id)).toEqual(count(members));
    expect(round.counts).toEqual(count(inRound));
    expect([...round.failed].toSorted()).toEqual(
      inRound.flatMap((watch) => (bucketOf(watch) === 'failed' ? watch.id : [])).toSorted(),
    );
    expect(members.length).toBeGreaterThan(0);
    // Whose last member in progress was removed is open until that can no longer be undone.
    const isOpen = round.counts.importing > 0 || state.undoableGroups.has(group.id);
    expect(group.round.isOpen).toBe(isOpen);
  }
}
