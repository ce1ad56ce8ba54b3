import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GroupDoneNotice, ImportNotice } from '../../../../main/model/notice.ts';
import { createGroupWorld, type Death } from './group-world.ts';

type World = ReturnType<typeof createGroupWorld>;

const asset = fc.integer({ min: 1, max: 5 });
const ends = fc.constantFrom('COMPLETED', 'FAILED', 'FILE_NOT_EXIST', 'INVALID_METADATA');
const deaths = fc.constantFrom<Death>('before-save', 'after-save', 'between-steps');

const happenings: fc.Arbitrary<(world: World) => void> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(asset).map(
      ([id]) =>
        (world: World) =>
          world.add(id),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(asset, ends).map(
      ([id, status]) =>
        (world: World) =>
          world.set(id, status),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(asset).map(([id]) => (world: World) => {
      world.set(id, 'IN_PROGRESS');
      world.look(id);
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(asset).map(
      ([id]) =>
        (world: World) =>
          world.remove(id),
    ),
  },
  { weight: 2, arbitrary: deaths.map((death) => (world: World) => world.die(death)) },
  {
    weight: 5,
    arbitrary: fc.integer({ min: 0, max: 90_000 }).map((ms) => (world: World) => world.pass(ms)),
  },
);
const stories = fc.array(happenings, { minLength: 1, maxLength: 40 });

/** Lets everything come to its end, without a further death. */
function finish(world: World): void {
  world.die('between-steps');
  world.settle();
  world.pass(30 * 60_000);
}

const noticesOf = (world: World) =>
  [...world.disk.notices.values()].toSorted((one, other) => one.at - other.at);
const groupsDone = (world: World): GroupDoneNotice[] =>
  noticesOf(world).filter((notice) => notice.about === 'group-done');
const endsOf = (world: World): ImportNotice[] =>
  noticesOf(world).filter((notice) => notice.about === 'import');

it('each end of an import is followed by one notice of its group, and each such notice follows one', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const world = createGroupWorld({ tell: { allDone: true, firstFailure: false }, eachAsset: false });
      for (const happen of story) happen(world);
      finish(world);
      let from = -Infinity;
      for (const done of groupsDone(world)) {
        const told = endsOf(world).filter(({ at }) => at > from && at <= done.at);
        expect(told.length).toBeGreaterThan(0);
        expect(done.completed + done.failed).toBeGreaterThan(0);
        expect(done.failedMembers.length).toBe(done.failed);
        from = done.at;
      }
      // A group that was emptied took what was untold of it along.
      const state = world.state();
      const members = [...state.groups.keys()].flatMap((id) => [...state.members.of(id)]);
      const untold = endsOf(world).filter(({ at, watch }) => at > from && members.includes(watch));
      expect(untold).toEqual([]);
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('a notice of a group is shown, and at most once as a banner, wherever the process dies', () => {
  const tells = fc.record({ allDone: fc.boolean(), firstFailure: fc.boolean() });
  fc.assert(
    fc.property(stories, tells, fc.boolean(), (story, tell, eachAsset) => {
      const world = createGroupWorld({ tell, eachAsset });
      for (const happen of story) happen(world);
      finish(world);
      for (const { key, fate, about } of noticesOf(world)) {
        if (fate.kind === 'held') continue;
        const banners = world.shown.filter((banner) => banner.key === key);
        expect(fate.kind).toBe('shown');
        expect(banners.length).toBeGreaterThan(0);
        expect(banners.filter(({ digest }) => !digest).length).toBeLessThanOrEqual(1);
        if (about === 'group-done') expect(tell.allDone).toBe(true);
        if (about === 'group-failure') expect(tell.firstFailure && !eachAsset).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);
