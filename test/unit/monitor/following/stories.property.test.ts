import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countIds, hasId, withoutIds } from '../../../../main/monitor/following/id-ranges.ts';
import { goneStatus, isTerminal } from '../../../../main/model/import-status.ts';
import { idOf } from '../stage.ts';
import { createProjects, type Projects } from './projects.ts';

const minute = 60_000;

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

it('every import that is listed while it runs is watched to its end, told once, and never twice', () => {
  fc.assert(
    fc.property(story, (steps) => {
      const world = createProjects({ pageSize: 3 });
      world.put('COMPLETED', 1, 2, 3, 4, 5);
      world.stage.ready();
      world.follows(1);
      world.follows(2);
      world.play(minute);
      for (const { deed, asset, waitMs } of steps) {
        deeds[deed]!(world, asset);
        world.play(waitMs);
      }
      world.play(30 * minute);
      const before = world.told().length;
      const running = [...world.assets].filter(([, { status }]) => !isTerminal(status)).map(([id]) => id);
      for (const id of running) {
        expect(world.stage.state.watches.get(idOf(id))?.known?.status).toBe('IN_PROGRESS');
        world.put('COMPLETED', id);
      }
      world.play(30 * minute);
      const told = world.told();
      expect(told.slice(before).map(([watch]) => watch)).toEqual(
        expect.arrayContaining(running.map((id) => idOf(id))),
      );
      expect(told.slice(before)).toHaveLength(running.length);
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
