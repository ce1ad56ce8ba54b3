import { expect, it } from 'vitest';
import { idOf, problemOf } from '../stage.ts';
import { createProjects } from './projects.ts';

const minute = 60_000;
const hour = 60 * minute;

it.each([
  ['another key comes', 'account-ready'],
  ['the person wants to know', 'look-now'],
])('a newcomer that was refused for hours is asked for where %s, and its end is told', (_what, kind) => {
  const world = createProjects();
  world.put('COMPLETED', 1);
  world.stage.ready();
  world.follows();
  world.play(2 * minute);
  world.refuses = { ...problemOf('permission'), code: '210' };
  world.put('IN_PROGRESS', 4);
  world.play(3 * hour);
  expect(world.watched()).toEqual([]);
  world.refuses = null;
  if (kind === 'account-ready') world.stage.send({ kind, account: 'a1', keptAt: world.stage.now });
  else world.stage.send({ kind: 'look-now', follows: 'all' });
  world.play(10 * minute);
  expect(world.watched()).toEqual([idOf(4)]);
  world.put('COMPLETED', 4);
  world.play(10 * minute);
  expect(world.told()).toEqual([[idOf(4), 'COMPLETED']]);
  expect([...world.stage.state.notices.values()].map(({ fate }) => fate.kind)).toEqual(['showing']);
});

it('a limit of the imports alone does not have the list read again and again', () => {
  const world = createProjects();
  world.put('COMPLETED', 1);
  world.stage.ready();
  world.follows();
  world.play(2 * minute);
  world.refuses = problemOf('rate-limit');
  world.put('IN_PROGRESS', 4);
  world.play(10 * minute);
  const sent = world.play(hour);
  expect(sent.filter(({ kind }) => kind === 'ask').length).toBeLessThan(60);
});
