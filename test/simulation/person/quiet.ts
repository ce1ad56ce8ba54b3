import type { AccountId } from '../../../main/model/asset.ts';
import { followIdOf, type FollowId } from '../../../main/model/follow.ts';
import type { Mute, MuteSubject } from '../../../main/model/mute.ts';
import { firstProject, workspace } from '../service.ts';
import type { World } from '../world.ts';
import { idOf, type Desk } from './desk.ts';
import { groupOf } from './groups.ts';

export type Quiet = ReturnType<typeof createQuiet>;

/** What the person wants to hear nothing of. */
export function createQuiet(world: World, { whenAtDesk, watchOf, isCalm }: Desk) {
  /** As the window shows it. */
  const muteable = (of: MuteSubject, account: AccountId, assetId: number): string =>
    ({
      watch: idOf(account, assetId),
      group: watchOf(account, assetId)?.group?.id ?? groupOf(account).id,
      project: followIdOf(account, workspace, firstProject),
    })[of];

  function mute(of: MuteSubject, ids: readonly string[], wish: Mute | null): void {
    const { app, laws } = world;
    const state = app.state();
    // It may have died of the mute before.
    if (state === null) return;
    world.clockSeen.look();
    app.dispatch({ kind: 'muted', of, ids, mute: wish }, () => laws.muting.wished(state, of, ids, wish));
  }

  function unmuteAll(): void {
    const state = world.app.state();
    if (state === null) return;
    mute('watch', [...state.watches.keys()], null);
    mute('group', [...state.groups.keys()], null);
    mute('project', [...state.follows.keys()], null);
  }

  return {
    /** `forMs`: null until nothing of it is in progress any more. */
    mute(
      of: MuteSubject,
      account: AccountId,
      assetId: number,
      forMs: number | null,
      isLength: boolean,
    ): void {
      whenAtDesk(() => {
        if (isCalm()) return;
        const until = forMs === null ? null : world.laptop.now() + forMs;
        mute(
          of,
          [muteable(of, account, assetId)],
          until === null ? { kind: 'until-it-ends' } : { kind: 'until', at: until, isLength },
        );
      });
    },
    muteAllOf(account: AccountId, forMs: number): void {
      whenAtDesk(() => {
        const ids = [...world.app.state()!.watches.keys()].filter((id) => id.startsWith(`${account}:`));
        if (!isCalm()) mute('watch', ids, { kind: 'until', at: world.laptop.now() + forMs, isLength: true });
      });
    },
    unmute: (of: MuteSubject, account: AccountId, assetId: number): void =>
      whenAtDesk(() => mute(of, [muteable(of, account, assetId)], null)),
    unmuteAll: () => whenAtDesk(unmuteAll),
    unmuteAllNow: unmuteAll,
    muteInPlace(follow: FollowId): void {
      world.clockSeen.look();
      world.laws.muting.left(world.app.state()!, follow);
    },
  };
}
