import type { Hook } from '../../../main/model/hook.ts';
import type { World } from '../world.ts';
import type { Desk } from './desk.ts';

/** The programs and webhooks that the person makes, changes, and removes. */
export function createHooks(world: World, { whenAtDesk, isCalm }: Desk) {
  let made = 0;

  function keep(hook: Hook): void {
    // It may have died of the hook before.
    if (!world.app.isOpen()) return;
    world.note(`the person keeps the hook ${JSON.stringify(hook)}`);
    world.app.dispatch({ kind: 'hook-kept', hook }, () => world.laws.handingOn.kept(hook));
    const state = world.app.state();
    if (state !== null) world.laws.handingOn.checkTried(state, hook, world.app.life());
  }

  return {
    makeHook(hook: Omit<Hook, 'id'>): void {
      whenAtDesk(() => {
        if (isCalm()) return;
        made += 1;
        keep({ ...hook, id: `hook-${made}` });
      });
    },
    /** One of those that are there: `which` says which of them, `change` what becomes of it; null where it is removed. */
    changeHook(which: number, change: (hook: Hook) => Hook | null): void {
      whenAtDesk(() => {
        const hooks = world.laws.handingOn.hooks();
        if (isCalm() || hooks.length === 0) return;
        const hook = hooks[which % hooks.length]!;
        const next = change(hook);
        if (next !== null) return keep(next);
        world.note(`the person removes the hook ${hook.id}`);
        world.app.dispatch({ kind: 'hook-removed', hook: hook.id }, () =>
          world.laws.handingOn.removed(hook.id),
        );
      });
    },
    /** What waits for them is tried at once. */
    keepHooks: (): void =>
      whenAtDesk(() => {
        for (const hook of world.laws.handingOn.hooks()) keep(hook);
      }),
  };
}
