import { describe, expect, it } from 'vitest';
import { createProjection } from '../../../../main/desk/projection.ts';
import { ofKind, idOf } from '../stage.ts';
import { createFollowed, type Projects } from '../following/projects.ts';

const minute = 60_000;
const group = 'follow:a1:w/projects/1';
const chosen = { name: 'Mine', eachAsset: false, tell: { allDone: true, firstFailure: true } };

/** A followed project in which one import ended, told as the person chose. */
function withChoice(): Projects {
  const world = createFollowed();
  world.put('IN_PROGRESS', 1);
  world.play(2 * minute);
  world.stage.send({ kind: 'group-changed', group, ...chosen });
  world.put('COMPLETED', 1);
  world.play(6 * minute);
  return world;
}

const groupOf = ({ stage }: Projects) => stage.state.groups.get(group);
const follow = 'a1:w/projects/1';

const done = ({ stage }: Projects) =>
  [...stage.state.notices.values()].flatMap((notice) =>
    notice.about === 'group-done' ? [[notice.completed, notice.failed]] : [],
  );

describe('the group of a followed project', () => {
  it.each(['removed', 'removed before a restart'])(
    'is told as the person chose also after the list was emptied: %s',
    (how) => {
      const world = withChoice();
      world.stage.send({ kind: 'removed', watches: [idOf(1)] });
      if (how !== 'removed') world.restart();
      world.put('IN_PROGRESS', 2, 3);
      world.play(15 * minute);
      expect(groupOf(world)).toMatchObject(chosen);
      world.put('COMPLETED', 2, 3);
      world.play(6 * minute);
      expect(done(world)).toEqual([
        [1, 0],
        [2, 0],
      ]);
    },
  );

  it('says nothing of a round of which all was taken away, and the next one begins anew', () => {
    const world = withChoice();
    world.put('IN_PROGRESS', 2, 3);
    world.play(11 * minute);
    world.put('FAILED', 2);
    world.play(6 * minute);
    world.stage.send({ kind: 'removed', watches: [idOf(2), idOf(3)] });
    world.play(minute);
    expect(done(world)).toEqual([[1, 0]]);
    world.put('IN_PROGRESS', 4, 5);
    world.play(11 * minute);
    world.put('FAILED', 4);
    world.play(6 * minute);
    const failures = [...world.stage.state.notices.values()].filter(({ about }) => about === 'group-failure');
    expect(failures).toHaveLength(2);
    world.put('COMPLETED', 5);
    world.play(6 * minute);
    expect(done(world)).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });

  describe('of which all was taken away, and that is undone after the window has ceased to offer it', () => {
    /** One has failed, another has completed, and two go on. All of them are taken away. */
    function emptied(): Projects {
      const world = withChoice();
      world.put('IN_PROGRESS', 2, 3, 4, 6);
      world.play(11 * minute);
      world.put('FAILED', 2);
      world.put('COMPLETED', 4);
      world.play(11 * minute);
      world.stage.send({ kind: 'removed', watches: [2, 3, 4, 6].map(idOf), undo: 1 });
      world.stage.send({ kind: 'removed', watches: [idOf(1)], undo: 2 });
      world.play(minute);
      expect(done(world)).toEqual([[1, 0]]);
      return world;
    }

    const undo = ({ stage }: Projects, number: number) => stage.send({ kind: 'undone', undo: number });
    const finish = (world: Projects) => {
      world.put('COMPLETED', 3, 6);
      world.play(11 * minute);
    };
    const failures = ({ stage }: Projects) =>
      [...stage.state.notices.values()].filter(({ about }) => about === 'group-failure').length;

    it('is told with those that had ended before', () => {
      const world = emptied();
      undo(world, 1);
      finish(world);
      expect(done(world)).toEqual([
        [1, 0],
        [3, 1],
      ]);
    });

    it('says no second failure of the same round', () => {
      const world = emptied();
      undo(world, 1);
      world.put('FAILED', 3);
      world.play(11 * minute);
      expect(failures(world)).toBe(1);
    });

    it('is told at once where only what has ended comes back', () => {
      const world = withChoice();
      world.put('IN_PROGRESS', 2, 3);
      world.play(11 * minute);
      world.put('COMPLETED', 2);
      world.play(6 * minute);
      world.stage.send({ kind: 'removed', watches: [idOf(1), idOf(3)] });
      world.stage.send({ kind: 'removed', watches: [idOf(2)], undo: 1 });
      world.play(minute);
      undo(world, 1);
      expect(done(world)).toEqual([
        [1, 0],
        [1, 0],
      ]);
    });

    it.each([
      ['first', [3, 1]],
      ['last', [1, 3]],
    ])('goes on also where the project was left meanwhile, and comes back %s', (_when, order) => {
      const world = emptied();
      world.stage.send({ kind: 'unfollowed', follow, undo: 3 });
      world.play(minute);
      for (const number of order) undo(world, number);
      finish(world);
      expect(done(world)).toEqual([
        [1, 0],
        [3, 1],
      ]);
    });

    it('is told by itself where another round has begun', () => {
      const world = emptied();
      world.put('IN_PROGRESS', 5);
      world.play(11 * minute);
      undo(world, 1);
      expect(
        ofKind(world.play(minute), 'show').flatMap(({ notices }) => notices.map(({ about }) => about)),
      ).toEqual(['import']);
      world.put('COMPLETED', 5);
      finish(world);
      expect(done(world)).toEqual([
        [1, 0],
        [3, 0],
      ]);
    });
  });

  it('disturbs nobody where it was muted and all of it was taken away before', () => {
    const world = createFollowed();
    world.put('IN_PROGRESS', 1);
    world.play(2 * minute);
    world.stage.send({ kind: 'group-changed', group, ...chosen });
    const mute = { kind: 'until', at: world.stage.now + 40 * minute, isLength: true } as const;
    world.stage.send({ kind: 'muted', of: 'group', ids: [group], mute });
    world.put('COMPLETED', 1);
    world.play(6 * minute);
    expect(done(world)).toEqual([[1, 0]]);
    world.stage.send({ kind: 'removed', watches: [idOf(1)] });
    world.play(60 * minute);
    expect(ofKind(world.stage.effects, 'show')).toEqual([]);
  });

  it('stays muted', () => {
    const world = withChoice();
    const mute = { kind: 'until', at: world.stage.now + 40 * minute, isLength: true } as const;
    world.stage.send({ kind: 'muted', of: 'group', ids: [group], mute });
    world.stage.send({ kind: 'removed', watches: [idOf(1)] });
    const before = ofKind(world.stage.effects, 'show').length;
    world.put('IN_PROGRESS', 2);
    world.play(11 * minute);
    world.put('COMPLETED', 2);
    world.play(6 * minute);
    expect(ofKind(world.stage.effects, 'show')).toHaveLength(before);
  });

  it('is seen only while something is in it', () => {
    const world = withChoice();
    const { groups } = createProjection(world.stage.state, () => undefined);
    expect(groups()).toMatchObject([{ id: group, completed: 1 }]);
    world.stage.send({ kind: 'removed', watches: [idOf(1)] });
    expect(groups()).toEqual([]);
  });

  it.each(['before', 'after'])(
    'goes with the project where that is followed no longer, emptied %s that',
    (when) => {
      const world = withChoice();
      const empty = () => world.stage.send({ kind: 'removed', watches: [idOf(1)] });
      if (when === 'before') empty();
      world.stage.send({ kind: 'unfollowed', follow, undo: 1 });
      if (when === 'after') empty();
      expect(groupOf(world)).toBeUndefined();
      world.stage.send({ kind: 'undone', undo: 1 });
      if (when === 'before') expect(groupOf(world)).toMatchObject(chosen);
    },
  );

  it('comes back as it was also where a later removal took it along', () => {
    const world = withChoice();
    world.stage.send({ kind: 'unfollowed', follow, undo: 1 });
    world.stage.send({ kind: 'removed', watches: [idOf(1)], undo: 2 });
    world.stage.send({ kind: 'undone', undo: 1 });
    expect(groupOf(world)).toMatchObject(chosen);
    world.stage.send({ kind: 'undone', undo: 2 });
    expect(world.stage.watch(1).group?.id).toBe(group);
  });

  it('that is dissolved begins anew', () => {
    const world = withChoice();
    world.stage.send({ kind: 'ungrouped', group });
    expect(groupOf(world)).toBeUndefined();
    world.put('IN_PROGRESS', 2);
    world.play(11 * minute);
    expect(groupOf(world)).toMatchObject({ name: 'Autumn', eachAsset: true });
  });
});
