import { expect, it } from 'vitest';
import { idOf } from '../stage.ts';
import { createFollowed } from './projects.ts';

const follow = 'a1:w/projects/1';
const minute = 60_000;

it.each([
  ['before the project was left', true],
  ['since then', false],
])('what was added %s and taken out since does not come back with the project', (_when, isBefore) => {
  const world = createFollowed();
  const add = () => {
    world.put('IN_PROGRESS', 8);
    world.stage.add(8);
  };
  if (isBefore) add();
  world.stage.send({ kind: 'unfollowed', follow, undo: 1 });
  if (!isBefore) add();
  world.stage.send({ kind: 'removed', watches: [idOf(8)] });
  world.stage.send({ kind: 'undone', undo: 1 });
  world.put('IN_PROGRESS', 9);
  world.play(20 * minute);
  expect(world.watched()).toEqual([idOf(9)]);
});
