import { expect, it } from 'vitest';
import { idOf, problemOf } from '../stage.ts';
import { createFollowed } from './projects.ts';

const minute = 60_000;

it.each([
  ['in this run', false],
  ['in the next one', true],
])('what is imported again and taken out before its list shows that does not come back %s', (_when, dies) => {
  const world = createFollowed();
  world.put('IN_PROGRESS', 8);
  world.play(3 * minute);
  world.put('COMPLETED', 8);
  world.play(40 * minute);
  expect(world.follow.complete).toEqual([8, 8]);
  world.unlisted.set(1, problemOf('service'));
  world.put('IN_PROGRESS', 8);
  world.stage.send({ kind: 'check-now', watches: [idOf(8)] });
  world.play(500);
  expect(world.stage.watch(8).known?.status).toBe('IN_PROGRESS');
  world.stage.send({ kind: 'removed', watches: [idOf(8)] });
  world.play(500);
  if (dies) world.crash();
  world.unlisted.clear();
  world.play(40 * minute);
  expect(world.watched()).toEqual([]);
});

it('what ended, was taken out, and is imported again later is found', () => {
  const world = createFollowed();
  world.put('IN_PROGRESS', 8);
  world.play(3 * minute);
  world.put('COMPLETED', 8);
  world.play(40 * minute);
  world.stage.send({ kind: 'removed', watches: [idOf(8)] });
  world.play(3 * minute);
  world.put('IN_PROGRESS', 8);
  world.play(40 * minute);
  expect(world.watched()).toEqual([idOf(8)]);
});
