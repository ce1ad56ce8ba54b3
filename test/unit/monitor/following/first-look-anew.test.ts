import { describe, expect, it } from 'vitest';
import { idOf } from '../stage.ts';
import { createProjects, ids, type Projects } from './projects.ts';

const second = 1_000;
const minute = 60 * second;

/** The app ends as soon as the first page has come; the first look of the next run lists nothing of what `unlists` takes away. */
function lookAnew(fill: (world: Projects) => void, unlists: readonly number[]): Projects {
  const world = createProjects({ pageSize: 1_000 });
  fill(world);
  world.stage.ready();
  world.follows();
  while (world.follow.lookedAt === null) world.play(100);
  world.restart();
  const away = unlists.map((id) => [id, world.assets.get(id)!] as const);
  for (const id of unlists) world.assets.delete(id);
  world.play(10 * second);
  expect(world.follow.baselineAt).not.toBeNull();
  for (const [id, asset] of away) world.assets.set(id, asset);
  return world;
}

describe('what a first look listed that broke off, and the next one does not list', () => {
  it('is watched if it runs, though it was listed as if it had ended', () => {
    const world = lookAnew(
      (filled) => {
        filled.listsWhole = true;
        filled.put('COMPLETED', 1);
        filled.put('IN_PROGRESS', 2);
      },
      [2],
    );
    world.play(30 * minute);
    expect(world.watched()).toEqual([idOf(2)]);
    world.put('COMPLETED', 2);
    world.play(10 * minute);
    expect(world.told()).toEqual([[idOf(2), 'COMPLETED']]);
  });

  it.each(['COMPLETED', 'FAILED'])('is not told where it had ended before: %s', (status) => {
    const world = lookAnew((filled) => filled.put(status, ...ids(3)), [2, 3]);
    world.play(30 * minute);
    expect([world.watched(), world.told()]).toEqual([[], []]);
    expect(world.follow.known).toBe(3);
  });

  it('is not told where it is moved to another followed project before it is asked for', () => {
    const world = createProjects({ pageSize: 1_000 });
    world.put('COMPLETED', ...ids(60));
    world.stage.ready();
    world.follows(2);
    world.play(5 * second);
    world.follows();
    while (world.follow.waiting.size === 0) world.play(100);
    const last = Number([...world.follow.waiting].at(-1)!.split('#')[1]);
    world.assets.set(last, { projectId: 2, status: 'COMPLETED' });
    world.stage.send({ kind: 'look-now', follows: 'all' });
    world.play(30 * minute);
    expect([world.watched(), world.told()]).toEqual([[], []]);
  });
});

it('the person stops watching what a first look found: the next first look does not bring it back', () => {
  const world = createProjects({ pageSize: 1_000 });
  world.listsWhole = true;
  world.put('IN_PROGRESS', ...ids(60));
  world.stage.ready();
  world.follows();
  while (world.watched().length === 0) world.play(100);
  const [left] = world.watched();
  world.stage.send({ kind: 'removed', watches: [left!] });
  world.play(100);
  expect(world.follow.baselineAt).toBeNull();
  world.restart();
  world.play(5 * minute);
  expect(world.watched()).toHaveLength(59);
  expect(world.watched()).not.toContain(left);
});
