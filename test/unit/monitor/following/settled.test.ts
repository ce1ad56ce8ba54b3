import { describe, expect, it } from 'vitest';
import { ofKind } from '../stage.ts';
import { asked, createFollowed } from './projects.ts';

const minute = 60_000;
const newest = 120_001;

/** A followed project that has seen every second id up to the newest, as where projects share a count of ids. It still lists some of them. */
function idsWithGaps() {
  const world = createFollowed({}, ({ put }) => put('COMPLETED', 2, 4, newest - 1));
  const complete = Array.from({ length: 60_000 }, (_, index) => [2 * index + 2, 2 * index + 2]).flat();
  const follow = world.follow.id;
  world.restart({
    seen: [{ follow, settled: { to: 0, count: 0 }, complete, unfinished: [], refused: [], unlisted: [] }],
  });
  look();

  function look() {
    const before = world.follow.lookedAt;
    const from = world.stage.effects.length;
    world.stage.send({ kind: 'look-now', follows: 'all' });
    for (let waited = 0; world.follow.lookedAt === before || world.follow.waiting.size > 0; waited += 1) {
      expect(waited).toBeLessThan(60);
      world.play(minute);
    }
    return world.stage.effects.slice(from);
  }
  return { world, look };
}

describe('a project of more ids with gaps between them than any real one', () => {
  it('takes no more room, and none of its assets is forgotten', () => {
    const { world, look } = idsWithGaps();
    expect(world.follow.complete.length / 2).toBeLessThanOrEqual(50_000);
    expect(world.follow.known).toBe(60_000);
    const effects = look();
    expect(asked(effects)).toEqual([]);
    expect(ofKind(effects, 'save').filter(({ changes }) => changes.seen.size > 0)).toEqual([]);
  });

  it('still has its new imports found and told once, and nothing that is older', () => {
    const { world, look } = idsWithGaps();
    world.put('COMPLETED', 7);
    world.losesMetaData.add(2);
    world.put('IN_PROGRESS', newest);
    expect(asked(look())).toContain(newest);
    expect(world.watched()).toEqual([`a1:w/${newest}`]);
    world.put('COMPLETED', newest);
    world.play(30 * minute);
    expect(world.told()).toEqual([[`a1:w/${newest}`, 'COMPLETED']]);
  });
});
