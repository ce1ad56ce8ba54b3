import type { AccountId } from '../../../main/model/asset.ts';
import type { GroupId } from '../../../main/model/group.ts';
import type { GroupChoice, WantedGroup } from '../laws/group-books.ts';
import type { World } from '../world.ts';
import type { Desk } from './desk.ts';

/** Every second account hears of each import, too. */
export const groupOf = (account: AccountId, isSecond = false) => ({
  id: `${isSecond ? 'apart' : 'together'}-${account}`,
  name: isSecond ? 'Apart' : 'Together',
  tell: { allDone: true, firstFailure: true },
  eachAsset: account === 'a2',
});

export type Groups = ReturnType<typeof createGroups>;

/** The groups that the person forms, changes, and dissolves. */
export function createGroups(world: World, { withGroup }: Desk) {
  const numbers = new Map<GroupId, number>();

  return {
    /** One that has gone is not made again: what is added later forms another. */
    groupFor(assetId: number, account: AccountId): WantedGroup {
      const wanted = groupOf(account, world.plan.hasSecondGroups && assetId % 3 === 0);
      const number = numbers.get(wanted.id) ?? 1;
      const id = number === 1 ? wanted.id : `${wanted.id}-${number}`;
      if (!world.laws.grouping.hasGone(id)) return { ...wanted, id };
      numbers.set(wanted.id, number + 1);
      return { ...wanted, id: `${wanted.id}-${number + 1}` };
    },
    changeGroup: (account: AccountId, assetId: number, part: Partial<GroupChoice>) =>
      withGroup(account, assetId, ({ id }) => {
        world.note(`the person changes the group ${id}: ${JSON.stringify(part)}`);
        world.app.dispatch({ kind: 'group-changed', group: id, ...part }, () =>
          world.laws.grouping.changed(id, part),
        );
      }),
    ungroup: (account: AccountId, assetId: number) =>
      withGroup(account, assetId, (group) => {
        const { id } = group;
        world.note(`the person dissolves the group ${id}`);
        world.app.dispatch({ kind: 'ungrouped', group: id }, () => {
          world.laws.muting.dissolved(group);
          world.laws.grouping.dissolved(id);
        });
      }),
  };
}
