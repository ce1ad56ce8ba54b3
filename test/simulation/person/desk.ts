import { watchIdOf, type AccountId, type WatchId } from '../../../main/model/asset.ts';
import type { Group } from '../../../main/model/group.ts';
import type { Watch } from '../../../main/model/watch.ts';
import type { Happening } from '../../../main/monitor/kernel/events.ts';
import { firstProject, workspace } from '../service.ts';
import type { World } from '../world.ts';

export const minute = 60_000;

export const idOf = (account: AccountId, assetId: number): WatchId =>
  watchIdOf(account, { workspace, projectId: firstProject, assetId });

export type Desk = ReturnType<typeof createDesk>;

/** Where the person sits: they act only while the laptop is awake and the app runs, and else come back to it later. */
export function createDesk(world: World) {
  let isCalm = false;
  let undos = 0;

  function whenAtDesk(run: () => void): void {
    if (world.app.isOpen() && !world.timeline.isAsleep()) run();
    else world.timeline.inLaptop(1_000, () => whenAtDesk(run));
  }

  function watchOf(account: AccountId, assetId: number): Watch | null {
    return world.app.state()?.watches.get(idOf(account, assetId)) ?? null;
  }

  function withWatch(account: AccountId, assetId: number, act: (watch: Watch) => void): void {
    whenAtDesk(() => {
      const watch = watchOf(account, assetId);
      if (watch !== null) act(watch);
    });
  }

  return {
    whenAtDesk,
    after(delayMs: number, run: () => void): void {
      world.timeline.inLaptop(delayMs, () => whenAtDesk(run));
    },
    say(event: Happening): void {
      whenAtDesk(() => world.app.dispatch(event));
    },
    watchOf,
    withWatch,
    /** The group in which the window shows it. */
    withGroup(account: AccountId, assetId: number, act: (group: Group) => void): void {
      withWatch(account, assetId, (watch) => {
        const group = world.app.state()!.groups.get(watch.group?.id ?? '');
        if (group !== undefined) act(group);
      });
    },
    /** The number under which what is done now can be undone. */
    nextUndo: (): number => (undos += 1),
    /** The person does nothing more that keeps the app from its work. */
    isCalm: (): boolean => isCalm,
    calmDown: (): void => void (isCalm = true),
  };
}
