import { describe, expect, it } from 'vitest';
import { watchesIn, inProject } from '../../../../main/monitor/imports/tally.ts';
import { problemOf } from '../stage.ts';
import { asked, createProjects, ids, pagesRead, type Projects, type ProjectsOptions } from './projects.ts';

const [second, minute] = [1_000, 60_000];
const project = 'a1:w/projects/1';

/** Imports of one project that nobody follows, seen in progress; the first five have completed, by which it is learned how they are listed. */
function createCrowd(count: number, options: ProjectsOptions = {}) {
  const world = createProjects({ pageSize: 1_000, ...options });
  world.put('IN_PROGRESS', ...ids(count));
  world.stage.ready();
  world.stage.add(...ids(count));
  world.play(minute);
  world.put('COMPLETED', ...ids(5));
  world.play(2 * minute);
  return world;
}

/** From now on its list cannot be read. */
function unreadable(world: ReturnType<typeof createCrowd>) {
  world.unlisted.set(1, { ...problemOf('not-found'), code: '300' });
  world.play(30 * second);
  return world;
}

const listing = ({ stage }: ReturnType<typeof createCrowd>) => stage.state.listings.get('a1')!;

describe('the list of a project in which many imports run', () => {
  it.each([
    { listed: 'without metadata', options: {} },
    { listed: 'once they have completed', options: { listsRunning: false } },
  ])('rings for those that are listed $listed', ({ options }) => {
    const world = createCrowd(40, options);
    expect(world.told()).toHaveLength(5);
    const calm = world.play(minute);
    expect(pagesRead(calm).length).toBeGreaterThan(3);
    expect(asked(calm).length).toBeLessThan(
      asked(unreadable(createCrowd(40, options)).play(minute)).length / 2,
    );
    world.put('COMPLETED', 20);
    const rung = world.play(15 * second);
    expect(asked(rung)).toContain(20);
    expect(world.told()).toContainEqual(['a1:w/20', 'COMPLETED']);
  });

  it('finds no newcomers, and is read no longer when nothing there is in progress', () => {
    const world = createCrowd(40);
    world.put('IN_PROGRESS', 99);
    world.play(minute);
    expect(world.watched()).not.toContain('a1:w/99');
    world.put('COMPLETED', ...ids(40));
    world.play(10 * minute);
    expect(world.told()).toHaveLength(40);
    expect(pagesRead(world.play(60 * minute))).toEqual([]);
    expect(world.stage.state.lists.size).toBe(0);
  });

  it('is not worth a request for a few', () => {
    const world = createProjects();
    world.put('IN_PROGRESS', 1, 2, 3);
    world.stage.ready();
    world.stage.add(1, 2, 3);
    expect(pagesRead(world.play(30 * minute))).toEqual([]);
  });

  it('tells nothing by itself: only the answer about the import does', () => {
    const world = createCrowd(40);
    world.listsWhole = true;
    const rung = world.play(20 * second);
    expect(asked(rung).length).toBeGreaterThanOrEqual(35);
    expect(world.told()).toHaveLength(5);
    expect(watchesIn(world.stage.state, inProject(project), 'importing').size).toBe(35);
  });

  it('rings seldom once it shows running ones now so, now otherwise', () => {
    const world = createCrowd(40);
    for (let turn = 0; turn < 20; turn += 1) {
      world.listsWhole = !world.listsWhole;
      world.play(30 * second);
    }
    const rung = [...world.stage.state.shown.values()].filter(({ rang }) => rang);
    expect(rung.length).toBeLessThan(10);
    expect(world.told()).toHaveLength(5);
  });

  it('is no help where it shows running ones as it shows completed ones', () => {
    const mute = createProjects();
    mute.listsWhole = true;
    mute.put('IN_PROGRESS', ...ids(40));
    mute.stage.ready();
    mute.stage.add(...ids(40));
    mute.play(minute);
    mute.put('COMPLETED', ...ids(5));
    mute.play(5 * minute);
    expect(listing(mute).completed.whole).toBeGreaterThan(0);
    mute.put('COMPLETED', 20);
    mute.play(90 * second);
    expect(mute.told()).toContainEqual(['a1:w/20', 'COMPLETED']);
  });

  it('leaves each to itself while it cannot be read', () => {
    const world = unreadable(createCrowd(40));
    world.put('COMPLETED', 20);
    world.play(90 * second);
    expect(world.told()).toContainEqual(['a1:w/20', 'COMPLETED']);
    expect(world.stage.state.bells.get(project)?.everyMs).toBeNull();
    world.unlisted.clear();
    world.play(20 * minute);
    expect(world.stage.state.bells.get(project)?.everyMs).not.toBeNull();
  });

  it('is not read at all where that would be more rarely than each import is to be heard of', () => {
    const world = createCrowd(10);
    const everyMs: (number | null | undefined)[] = [];
    for (let hour = 0; hour < 12; hour += 0.1) {
      world.play(6 * minute);
      everyMs.push(world.stage.state.bells.get(project)?.everyMs);
    }
    expect(everyMs.filter((each) => (each ?? 0) > 5 * minute)).toEqual([]);
    expect(everyMs.at(-1)).toBeNull();
    const heardOf = new Set(asked(world.play(5.5 * minute)));
    expect(heardOf).toEqual(new Set(ids(5, 6)));
    world.restart();
    expect(pagesRead(world.play(30 * minute))).toEqual([]);
  });

  it.each([
    { until: 'few are left', end: ({ put }: Projects) => put('COMPLETED', ...ids(32, 6)), left: ids(3, 38) },
    {
      until: 'nobody follows the project any more',
      follows: true,
      end: ({ stage }: Projects) => stage.send({ kind: 'unfollowed', follow: project }),
      left: ids(35, 6),
    },
  ])('hears of each in the place of a look, until $until', ({ follows = false, end, left }) => {
    const world = createCrowd(40);
    if (follows) world.follows();
    world.put('COMPLETED', ...ids(5));
    world.play(10 * minute);
    expect(asked(world.play(4 * minute)).length).toBeLessThan(80);
    end(world);
    expect(asked(world.play(1.5 * minute))).toEqual(expect.arrayContaining(left));
  });

  it('is remembered as it was seen, over a restart', () => {
    const world = createCrowd(40);
    const known = listing(world);
    expect(known.completed).toEqual({ absent: 0, bare: 0, whole: 5 });
    expect(known.running.bare).toBeGreaterThan(30);
    world.restart();
    expect(world.stage.state.listings.get('a1')).toEqual(known);
  });

  it('is believed anew when the service comes to behave otherwise', () => {
    const world = createCrowd(60);
    world.listsRunning = false;
    world.play(2 * minute);
    world.put('COMPLETED', ...ids(10, 6));
    world.play(2 * minute);
    expect(listing(world).running.absent).toBeGreaterThan(listing(world).running.bare);
    // Each of them rang for nothing, and does so at most every five minutes.
    world.play(5 * minute);
    world.put('COMPLETED', 50);
    world.play(12 * second);
    expect(world.told()).toContainEqual(['a1:w/50', 'COMPLETED']);
  });
});
