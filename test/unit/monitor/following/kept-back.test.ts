import { describe, expect, it } from 'vitest';
import type { ProblemKind } from '../../../../main/model/problem.ts';
import { goneStatus } from '../../../../main/model/import-status.ts';
import { healthOf } from '../../../../main/monitor/view/health.ts';
import { asksFor, idOf, problemOf } from '../stage.ts';
import { asked, createProjects, ids, pagesRead, type Projects } from './projects.ts';

const minute = 60_000;

/** Imports in the first project, and a followed second one whose list alone meets the trouble. */
function keptBack(kind: ProblemKind, retryAfterMs: number | null = null): Projects {
  const world = createProjects();
  world.put('IN_PROGRESS', ...ids(3));
  world.unlisted.set(2, problemOf(kind, retryAfterMs));
  world.stage.ready();
  world.stage.add(...ids(3));
  world.follows(2);
  return world;
}

/** How often the account came into trouble in this time. */
function troubles(world: Projects, ms: number): number {
  let count = 0;
  for (const end = world.stage.now + ms; world.stage.now < end;) {
    const before = world.stage.account().slowdown;
    world.play(100);
    if (before === null && world.stage.account().slowdown !== null) count += 1;
  }
  return count;
}

describe.each<ProblemKind>(['intercepted', 'offline', 'rate-limit', 'service'])(
  'a list that alone meets %s',
  (kind) => {
    it('rests by itself, and slows its account once', () => {
      const world = keptBack(kind);
      expect(troubles(world, 2 * minute)).toBe(1);
      const before = world.stage.effects.length;
      expect(troubles(world, 60 * minute)).toBe(0);
      const later = world.stage.effects.slice(before);
      const pages = asksFor(later, 'page').filter(({ projectId }) => projectId === 2);
      expect(pages.length).toBeLessThanOrEqual(15);
      expect(asked(later).length).toBeGreaterThan(100);
      expect(world.followOf(2).problem?.kind).toBe(kind);
      expect(healthOf(world.stage.state).kind).toBe('watching');
    });

    it('does not have an asset called gone that may stand in it', () => {
      const world = keptBack(kind);
      world.play(5 * minute);
      world.assets.delete(1);
      world.play(60 * minute);
      expect(world.stage.watch(1).known?.status).not.toBe(goneStatus);
      expect(world.told()).not.toContainEqual([idOf(1), goneStatus]);
    });
  },
);

it('a limit of the lists alone is obeyed by all as long as it asks to wait, and comes seldom', () => {
  const world = keptBack('rate-limit', 20_000);
  world.play(5 * minute);
  expect(troubles(world, 60 * minute)).toBeLessThan(10);
  while (world.stage.account().slowdown === null) world.play(1_000);
  expect(asked(world.play(15_000))).toEqual([]);
});

it('a list that the network kept back is read at once after a wake', () => {
  const world = keptBack('intercepted');
  world.play(60 * minute);
  world.unlisted.delete(2);
  world.stage.send({ kind: 'suspended' });
  world.stage.now += minute;
  world.stage.send({ kind: 'resumed' });
  expect(pagesRead(world.play(10_000)).length).toBeGreaterThan(0);
  expect(world.followOf(2).problem).toBeNull();
});
