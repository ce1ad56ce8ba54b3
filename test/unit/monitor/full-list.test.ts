import { expect, it } from 'vitest';
import { createProjects } from './following/projects.ts';
import { createStage, idOf, newWatchOf, someSettings } from './stage.ts';

const settings = { ...someSettings, mostWatches: 3 };

function full() {
  const stage = createStage();
  stage.ready();
  stage.send({ kind: 'settings-changed', settings });
  stage.add(1, 2, 3);
  return stage;
}
const inList = ({ state }: ReturnType<typeof createStage>) =>
  [...state.watches.values()].map((each) => each.reference.assetId);

it('a full list takes nothing more, and nothing leaves it for what is new', () => {
  const stage = full();
  stage.send({ kind: 'added', watches: [newWatchOf(4)] });
  expect(inList(stage)).toEqual([1, 2, 3]);
  stage.send({ kind: 'removed', watches: [idOf(1)] });
  stage.send({ kind: 'added', watches: [newWatchOf(4), newWatchOf(5)] });
  expect(inList(stage)).toEqual([2, 3, 4]);
});

it('a removal is undone as a whole, once there is room for it', () => {
  const stage = full();
  stage.send({ kind: 'removed', watches: [idOf(1), idOf(2)], undo: 1 });
  stage.add(4);
  stage.send({ kind: 'undone', undo: 1 });
  expect(inList(stage)).toEqual([3, 4]);
  stage.send({ kind: 'removed', watches: [idOf(4)] });
  stage.send({ kind: 'undone', undo: 1 });
  expect(inList(stage)).toEqual([3, 1, 2]);
});

it('what a followed project has beyond the room waits, and is watched as soon as there is room', () => {
  const world = createProjects();
  world.stage.ready();
  world.stage.send({ kind: 'settings-changed', settings });
  world.put('IN_PROGRESS', 1, 2, 3, 4, 5);
  world.follows();
  world.play(300_000);
  expect(world.watched()).toHaveLength(3);
  expect(world.follow.waiting.size).toBe(2);
  world.stage.send({ kind: 'removed', watches: world.watched().slice(0, 2) });
  world.play(60_000);
  expect(world.watched()).toHaveLength(3);
  expect(world.follow.waiting.size).toBe(0);
});
