import type { AccountId } from '../../../main/model/asset.ts';
import { followIdOf } from '../../../main/model/follow.ts';
import { firstProject, workspace } from '../service.ts';
import type { World } from '../world.ts';
import type { Desk } from './desk.ts';
import type { Quiet } from './quiet.ts';

/** The projects that the person follows, leaves, and comes back to. */
export function createProjects(world: World, desk: Desk, quiet: Quiet) {
  const { whenAtDesk, after } = desk;

  function follow(account: AccountId, projectId: number = firstProject): void {
    desk.say({ kind: 'followed', account, workspace, projectId, projectName: 'Films' });
  }

  function unfollow(account: AccountId, projectId: number, undo?: number): void {
    const id = followIdOf(account, workspace, projectId);
    world.app.dispatch({ kind: 'unfollowed', follow: id, ...(undo !== undefined && { undo }) }, () => {
      quiet.muteInPlace(id);
      if (undo !== undefined) world.laws.grouping.followLeaves(id);
      // What its list said to have begun again may be on its way to be asked for.
      for (const watch of world.app.state()?.watches.values() ?? [])
        if (watch.account === account) world.laws.asking.wants(watch.id);
    });
  }

  function followAnew(account: AccountId, projectId: number): void {
    const { app, register } = world;
    if (app.state()!.follows.has(followIdOf(account, workspace, projectId))) return;
    register.followedAnew(account, (id) => app.state()!.watches.has(id));
    follow(account, projectId);
  }

  return {
    follow,
    /** For a while. */
    leave(account: AccountId, forMs: number, projectId: number = firstProject): void {
      whenAtDesk(() => {
        unfollow(account, projectId);
        after(forMs, () => followAnew(account, projectId));
      });
    },
    followAnew,
    leaveAndUndo(account: AccountId, afterMs: number, projectId: number = firstProject): void {
      whenAtDesk(() => {
        const { app, laws } = world;
        const id = followIdOf(account, workspace, projectId);
        if (desk.isCalm() || !app.state()!.follows.has(id)) return;
        const life = app.life();
        const undo = desk.nextUndo();
        const hadGroup = !laws.grouping.hasGone(`follow:${id}`);
        unfollow(account, projectId, undo);
        after(afterMs, () => {
          const state = app.state()!;
          if (app.life() !== life || !state.accounts.has(account)) return followAnew(account, projectId);
          if (state.follows.has(id)) return;
          laws.promptness.disturbed();
          world.clockSeen.look();
          world.note(`the person takes it back that they left ${id}`);
          app.dispatch({ kind: 'undone', undo }, () => {
            laws.muting.returned(id);
            if (hadGroup) laws.grouping.followReturned(id);
          });
        });
      });
    },
  };
}
