import { describe, expect, it } from 'vitest';
import { goneStatus } from '../../../main/model/import-status.ts';
import { createProjects, type Projects } from './following/projects.ts';
import { idOf, newWatchOf, problemOf } from './stage.ts';

const minute = 60_000;
const hour = 60 * minute;

const addIn = ({ stage }: Projects, projectId: number, assetId: number, group?: string) =>
  stage.send({
    kind: 'added',
    watches: [{ ...newWatchOf(assetId), reference: { workspace: 'w', projectId, assetId } }],
    ...(group !== undefined && {
      group: { id: group, name: 'Batch', tell: { allDone: true, firstFailure: false }, eachAsset: true },
    }),
  });

/** Project 1 with what is put into it, where this asset was looked for in vain in project 99; another is found. */
function withTypo(assetId = 5, lookedForMs = 2 * minute): Projects {
  const world = createProjects();
  world.put('IN_PROGRESS', 1);
  world.stage.ready();
  world.stage.add(1);
  addIn(world, 99, assetId);
  world.play(lookedForMs);
  return world;
}

describe('an asset that was added in a wrong project', () => {
  it('is asked for in the right one once the person adds it there, and its end is told once', () => {
    const world = withTypo();
    world.put('IN_PROGRESS', 5);
    addIn(world, 1, 5);
    expect(world.stage.poll(5)).toMatchObject({ problem: null, missing: null });
    world.play(minute);
    expect(world.stage.watch(5)).toMatchObject({
      reference: { projectId: 1 },
      known: { status: 'IN_PROGRESS' },
    });
    world.put('COMPLETED', 5);
    world.play(6 * minute);
    expect(world.told()).toEqual([[idOf(5), 'COMPLETED']]);
  });

  it('is asked for where the person said last, before anything was heard of it', () => {
    const world = createProjects();
    world.put('IN_PROGRESS', 5);
    world.stage.ready();
    addIn(world, 99, 5);
    addIn(world, 1, 5);
    world.play(minute);
    expect(world.stage.watch(5)).toMatchObject({
      reference: { projectId: 1 },
      known: { status: 'IN_PROGRESS' },
    });
  });

  it('is as fresh as before where it was found in another place', () => {
    const world = createProjects();
    world.put('IN_PROGRESS', 1, 5);
    world.stage.ready();
    world.stage.add(1, 5);
    world.play(5 * minute);
    world.unlisted.set(1, { ...problemOf('not-found'), code: '300' });
    world.assets.get(5)!.projectId = 2;
    world.play(2 * minute);
    const { lastStatusAt } = world.stage.poll(5)!;
    expect(world.stage.poll(5)).toMatchObject({ problem: { kind: 'not-found' } });
    addIn(world, 2, 5);
    expect(world.stage.poll(5)).toMatchObject({ lastStatusAt, problem: null });
  });

  it('is told to nobody where it had ended by then', () => {
    const world = withTypo();
    world.put('COMPLETED', 5);
    addIn(world, 1, 5);
    world.play(6 * minute);
    expect(world.stage.watch(5).known?.status).toBe('COMPLETED');
    expect(world.told()).toEqual([]);
  });

  it('joins the group with which it is added then', () => {
    const world = withTypo();
    world.put('IN_PROGRESS', 5);
    addIn(world, 1, 5, 'g');
    expect(world.stage.watch(5).group).toEqual({ id: 'g', round: 1 });
  });

  it.each(['IN_PROGRESS', 'COMPLETED'])(
    'is taken in anew where it counts as gone, and is found as %s',
    (status) => {
      const world = withTypo(5, hour);
      expect(world.stage.watch(5).known?.status).toBe(goneStatus);
      world.put(status, 5);
      addIn(world, 1, 5);
      world.play(minute);
      expect(world.stage.watch(5)).toMatchObject({ reference: { projectId: 1 }, known: { status } });
      expect(world.told()).toEqual([]);
      world.put('COMPLETED', 5);
      world.play(6 * minute);
      expect(world.told()).toEqual(status === 'COMPLETED' ? [] : [[idOf(5), 'COMPLETED']]);
    },
  );
});

describe('an asset that was moved out of sight', () => {
  /** It was in progress; nobody sees where it stands now. */
  function moved(outOfSightMs: number): Projects {
    const world = createProjects();
    world.put('IN_PROGRESS', 1, 5);
    world.stage.ready();
    world.stage.add(1, 5);
    world.play(minute);
    world.assets.get(5)!.projectId = 2;
    world.play(outOfSightMs);
    return world;
  }

  it('has its end told where it was added in its new project before or after that', () => {
    const world = moved(8 * minute);
    expect(world.stage.poll(5).problem?.kind).toBe('not-found');
    world.put('COMPLETED', 5);
    addIn(world, 2, 5);
    world.play(minute);
    expect(world.told()).toEqual([[idOf(5), 'COMPLETED']]);
  });

  it('is told of again where it counted as gone and is still in progress', () => {
    const world = moved(2 * hour);
    expect(world.told()).toEqual([[idOf(5), goneStatus]]);
    addIn(world, 2, 5);
    world.play(minute);
    world.put('FAILED', 5);
    world.play(6 * minute);
    expect(world.told()).toEqual([
      [idOf(5), goneStatus],
      [idOf(5), 'FAILED'],
    ]);
  });
});

it('an asset that is found where it is asked for stays there, whatever is added', () => {
  const world = withTypo();
  addIn(world, 99, 1, 'g');
  world.play(minute);
  expect(world.stage.watch(1)).toMatchObject({ reference: { projectId: 1 }, group: null });
  expect(world.stage.state.groups.size).toBe(0);
  world.put('COMPLETED', 1);
  world.play(6 * minute);
  addIn(world, 99, 1);
  expect(world.stage.watch(1).reference.projectId).toBe(1);
});
