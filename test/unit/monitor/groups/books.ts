import { expect } from 'vitest';
import { bucketOf, countsIn, inGroup, inRound, watchesIn } from '../../../../main/monitor/imports/tally.ts';
import type { State } from '../../../../main/monitor/state.ts';

/** What is counted as it changes must be what a count of all members gives. */
export function checkBooks(state: State): void {
  for (const group of state.groups.values()) {
    const members = [...state.watches.values()].filter((watch) => watch.group?.id === group.id);
    const ofRound = members.filter((watch) => watch.group?.round === group.round.number);
    const count = (watches: typeof members) => {
      const counts = { importing: 0, completed: 0, failed: 0, gone: 0 };
      for (const watch of watches) counts[bucketOf(watch)] += 1;
      return counts;
    };
    const round = inRound(group.id, group.round.number);
    expect([...state.members.of(group.id)].toSorted()).toEqual(members.map(({ id }) => id).toSorted());
    expect(countsIn(state, inGroup(group.id))).toEqual(count(members));
    expect(countsIn(state, round)).toEqual(count(ofRound));
    expect([...watchesIn(state, round, 'failed')].toSorted()).toEqual(
      ofRound.flatMap((watch) => (bucketOf(watch) === 'failed' ? watch.id : [])).toSorted(),
    );
    expect(members.length).toBeGreaterThan(0);
    // Whose last member in progress was removed is open until that can no longer be undone.
    const isOpen = countsIn(state, round).importing > 0 || state.takenOutOf.of(inGroup(group.id)).size > 0;
    expect(group.round.isOpen).toBe(isOpen);
  }
}
