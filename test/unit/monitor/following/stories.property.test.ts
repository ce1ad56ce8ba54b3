import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countIds, hasId, withoutIds } from '../../../../main/monitor/following/id-ranges.ts';
import { goneStatus, isTerminal } from '../../../../main/model/import-status.ts';
import { idOf } from '../stage.ts';
import { createProjects, type Projects } from './projects.ts';

const second = 1_000;
const minute = 60 * second;

type Deed = (world: Projects, asset: number) => void;

/** What may happen to an asset, to the service or to the app. */
const deeds: Readonly<Record<string, Deed>> = {
  begin: ({ put, assets, followOf }, asset) => {
    const old = assets.get(asset);
    // The list does not tell an import that runs from one that failed, so only a new one or one that was complete is seen.
    if (old === undefined || (old.status === 'COMPLETED' && hasId(followOf(old.projectId).complete, asset)))
      put('IN_PROGRESS', asset);
  },
  complete: (world, asset) => end(world, asset, 'COMPLETED'),
  fail: (world, asset) => end(world, asset, 'FAILED'),
  move: ({ assets }, asset) => {
    const moved = assets.get(asset);
    if (moved) moved.projectId = 3 - moved.projectId;
  },
  sleep: ({ stage, play }) => {
    stage.send({ kind: 'suspended' });
    play(5 * minute);
    stage.send({ kind: 'resumed' });
  },
  restart: (world) => world.restart(),
  crash: (world) => world.crash(),
  look: ({ stage }) => void stage.send({ kind: 'check-now', watches: 'all' }),
  setBack: ({ stage }) => {
    stage.now -= 20 * minute;
    // Real timers do not follow the clock, so something happens before long.
    stage.send({ kind: 'notices-read', notices: [] });
  },
};

/** Only what runs ends: a terminal status does not change again. */
function end({ put, assets }: Projects, asset: number, as: string): void {
  if (assets.get(asset)?.status === 'IN_PROGRESS') put(as, asset);
}

const story = fc.array(
  fc.record({
    deed: fc.constantFrom(...Object.keys(deeds)),
    asset: fc.integer({ min: 1, max: 12 }),
    waitMs: fc.integer({ min: 0, max: 3 * minute }),
  }),
  { maxLength: 25 },
);

/** How long all imports that run have been watched when they end: up to the longest time between two looks at one. */
const watchedMs = fc.integer({ min: 0, max: 15 * minute });

const runningIn = ({ assets }: Projects): number[] =>
  [...assets].filter(([, { status }]) => !isTerminal(status)).map(([id]) => id);

const isWatched = ({ stage }: Projects, asset: number): boolean =>
  stage.state.watches.get(idOf(asset))?.known?.status === 'IN_PROGRESS';

it('every import that is listed while it runs is watched to its end, told once, and never twice', () => {
  fc.assert(
    fc.property(story, watchedMs, (steps, restMs) => {
      const world = createProjects({ pageSize: 3 });
      world.put('COMPLETED', 1, 2, 3, 4, 5);
      world.stage.ready();
      world.follows(1);
      world.follows(2);
      world.play(minute);
      const ended: string[] = [];
      for (const { deed, asset, waitMs } of steps) {
        const before = runningIn(world);
        deeds[deed]!(world, asset);
        ended.push(...before.filter((id) => !runningIn(world).includes(id)).map(idOf));
        world.play(waitMs);
      }
      const running = runningIn(world);
      const unwatched = () => running.filter((id) => !isWatched(world, id));
      // No longer than it takes to find them: what runs is asked for again and again, which takes most of the time of this test.
      for (let ms = 0; ms < 30 * minute && unwatched().length > 0; ms += 10 * second) world.play(10 * second);
      expect(unwatched()).toEqual([]);
      world.play(restMs);
      expect(unwatched()).toEqual([]);
      const before = world.told().length;
      world.put('COMPLETED', ...running);
      world.play(30 * minute);
      const told = world.told();
      const last = running.map(idOf);
      // What had ended before may be told as late as those.
      const toldNow = told.slice(before).flatMap(([watch]) => (last.includes(watch!) ? [watch] : []));
      expect(toldNow.toSorted()).toEqual(last.toSorted());
      const countOf = (ids: readonly unknown[], of: unknown) => ids.filter((id) => id === of).length;
      const keys = told.map(([watch]) => watch);
      ended.push(...last);
      expect(keys.filter((key) => countOf(keys, key) > countOf(ended, key))).toEqual([]);
      // Nothing was deleted, and what is known is what the service says.
      expect(told.map(([, status]) => status)).not.toContain(goneStatus);
      for (const watch of world.stage.state.watches.values())
        expect(watch.known?.status).toBe(world.assets.get(watch.reference.assetId)!.status);
      for (const { projectId } of world.stage.state.follows.values()) {
        const { complete, unfinished, known } = world.followOf(projectId);
        expect(known).toBe(countIds(complete) + countIds(unfinished));
        expect(withoutIds(complete, unfinished)).toEqual(complete);
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);
