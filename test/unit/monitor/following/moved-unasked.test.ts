import { describe, expect, it } from 'vitest';
import { idOf } from '../stage.ts';
import { createProjects, ids, type Projects } from './projects.ts';

const second = 1_000;
const minute = 60 * second;

/** The second project is followed; the first look at the first one has listed what it has not asked for yet, and the last of that is moved. */
function movedUnasked(status: string, pageSize: number): Projects {
  const world = createProjects({ pageSize });
  world.put(status, ...ids(60));
  world.stage.ready();
  world.follows(2);
  world.play(5 * second);
  world.unlisted.set(2, { ...world.absence });
  world.follows();
  while ((world.follow.look?.extents.length ?? 0) + world.follow.waiting.size === 0) world.play(100);
  world.assets.set(pageSize, { projectId: 2, status });
  return world;
}

/** The second project is read only once the first one has long forgotten that it was refused. */
function readLater(world: Projects): void {
  world.play(30 * minute);
  world.unlisted.clear();
  world.play(30 * minute);
}

describe('what a first look listed that is moved to another followed project before it is asked for', () => {
  it.each([
    ['COMPLETED', 60],
    ['COMPLETED', 30],
    ['FAILED', 60],
  ])('is not told there as new, where it had ended: %s, on a page of %i', (status, pageSize) => {
    const world = movedUnasked(status, pageSize);
    readLater(world);
    expect(world.told()).toEqual([]);
    expect(world.followOf(2).known).toBe(1);
  });

  it('is not told by a later run either', () => {
    const world = movedUnasked('FAILED', 60);
    world.play(10 * second);
    world.restart();
    readLater(world);
    expect(world.told()).toEqual([]);
  });

  it('is watched there if it runs, and its end is told', () => {
    const world = movedUnasked('IN_PROGRESS', 60);
    readLater(world);
    expect(world.stage.watch(60).reference.projectId).toBe(2);
    world.put('COMPLETED', 60);
    world.play(10 * minute);
    expect(world.told()).toEqual([[idOf(60), 'COMPLETED']]);
  });
});

it('what first looks could not list says nothing of what another project lists', () => {
  const world = createProjects({ pageSize: 30, listsRunning: false });
  world.put('COMPLETED', ...ids(40));
  world.assets.set(41, { projectId: 2, status: 'IN_PROGRESS' });
  world.put('COMPLETED', ...ids(50, 42));
  world.stage.ready();
  world.follows(2);
  world.play(5 * second);
  world.follows();
  // What is on the first page leaves it while the second one is on the wire.
  for (let next = 1; world.follow.baselineAt === null; world.play(100))
    if (world.follow.look?.extents.length === 1) world.assets.delete((next += 1) - 1);
  world.put('COMPLETED', 41);
  world.play(30 * minute);
  expect(world.told()).toEqual([[idOf(41), 'COMPLETED']]);
});
