import { describe, expect, it } from 'vitest';
import { tellStory } from './story.ts';

const seeds = Array.from({ length: 300 }, (_, index) => index + 1);

/** What a story must have come to, as sentences; none when all is well. */
function faultsOf(seed: number): string[] {
  const { state, world, seen, violations } = tellStory(seed);
  const faults = [...violations];
  for (const watch of state.watches.values()) {
    const ending = world[watch.reference.assetId - 1]!;
    const notices = [...state.notices.values()].filter((notice) => notice.watch === watch.id);
    if (watch.known?.status !== ending.as)
      faults.push(`${watch.id} says ${watch.known?.status}, the world ${ending.as}`);
    if (notices.length > 1) faults.push(`${watch.id} has ${notices.length} notices`);
    for (const notice of notices) {
      if (notice.status !== ending.as) faults.push(`${watch.id} was told as ${notice.status}`);
      if (notice.fate.kind === 'recorded' || notice.fate.kind === 'showing')
        faults.push(`${notice.key} is still ${notice.fate.kind}`);
      const plain = seen.filter((banner) => !banner.digest && banner.notices.includes(notice.key));
      if (plain.length > 1) faults.push(`${notice.key} had ${plain.length} banners`);
    }
    const wasSeenOpen = watch.endedAt !== null && notices.length === 0 && watch.startedAt !== watch.addedAt;
    if (wasSeenOpen) faults.push(`${watch.id} ended without a notice`);
  }
  return faults;
}

describe('the laws of the monitor', () => {
  it('hold in every story', () => {
    const broken = seeds.flatMap((seed) =>
      faultsOf(seed)
        .slice(0, 3)
        .map((fault) => `seed ${seed}: ${fault}`),
    );
    expect(broken).toEqual([]);
  });

  it('gives each import that was seen in progress exactly one notice', () => {
    for (const seed of seeds.slice(0, 100)) {
      const { state, world } = tellStory(seed);
      // Ended two minutes or more after the start: it was looked at before, so its end is no baseline.
      const late = world.filter((entry) => entry.endsAt > 2 * 60_000).map((entry) => entry.assetId);
      const told = [...state.notices.values()].map((notice) => notice.reference.assetId);
      expect(
        told.filter((assetId) => late.includes(assetId)).toSorted((a, b) => a - b),
        `seed ${seed}`,
      ).toEqual(late);
    }
  });

  it('are put to a real test', () => {
    const stories = seeds.slice(0, 50).map((seed) => tellStory(seed));
    const sum = (figure: (story: (typeof stories)[number]) => number) =>
      stories.reduce((total, story) => total + figure(story), 0);
    expect(sum((story) => story.crashes)).toBeGreaterThan(50);
    expect(sum((story) => story.seen.length)).toBeGreaterThan(200);
  });
});
