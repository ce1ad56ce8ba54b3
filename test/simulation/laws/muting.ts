import { isDeepStrictEqual } from 'node:util';
import type { Mute, MuteSubject } from '../../../main/model/mute.ts';
import type { Notice, NoticeKey } from '../../../main/model/notice.ts';
import type { Stored } from '../../../main/model/stored.ts';
import type { Watch } from '../../../main/model/watch.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import { projectOf } from '../../../main/model/follow.ts';
import type { Court } from './court.ts';

export interface MutingPorts {
  readonly court: Court;
  /** The laptop's clock, epoch ms. */
  readonly clock: () => number;
  readonly isOpen: (watch: Watch) => boolean;
}

export type MutingLaw = ReturnType<typeof createMutingLaw>;

type Muteables = Pick<Stored, 'watches' | 'groups' | 'follows'>;

/** A name that no later one of the same id has: what was removed and added again is muted no longer. */
const names = {
  watch: ({ id, addedAt }: Stored['watches'][number]) => `${id}@${addedAt}`,
  group: ({ id, createdAt }: Stored['groups'][number]) => `${id}@${createdAt}`,
  project: ({ id, since }: Stored['follows'][number]) => `${id}@${since}`,
};

/** The name of the group that a notice tells of: its key begins like it. */
const nameIn = (key: NoticeKey): string => /^group:(.*@\d+):\d+:\w+$/.exec(key)![1]!;

function namesOf({ watches, groups, follows }: Muteables) {
  return [
    ...watches.map((row) => ({ of: 'watch' as const, row, name: names.watch(row) })),
    ...groups.map((row) => ({ of: 'group' as const, row, name: names.group(row) })),
    ...follows.map((row) => ({ of: 'project' as const, row, name: names.project(row) })),
  ];
}

const rowsOf = ({ watches, groups, follows }: MonitorView): Muteables => ({
  watches: [...watches.values()],
  groups: [...groups.values()],
  follows: [...follows.values()],
});

/** Law 9: what the person has muted disturbs nobody, by the person's own wishes and not by what the app makes of them. */
export function createMutingLaw({ court, clock, isOpen }: MutingPorts) {
  const wishes = new Map<string, Mute>();
  /** All that was wished of one that is still muted: the disk may know an earlier wish only. */
  const earlier = new Map<string, readonly Mute[]>();

  /** What the watch is muted by: the names of itself, its group, and its project. */
  function namesAround(state: MonitorView, watch: Watch): readonly string[] {
    const group = watch.group === null ? undefined : state.groups.get(watch.group.id);
    const follow = state.follows.get(projectOf(watch));
    return [
      names.watch(watch),
      ...(group ? [names.group(group)] : []),
      ...(follow ? [names.project(follow)] : []),
    ];
  }

  function membersOf(state: MonitorView, of: MuteSubject, id: string): readonly Watch[] {
    return [...state.watches.values()].filter((watch) =>
      of === 'watch' ? watch.id === id : of === 'group' ? watch.group?.id === id : projectOf(watch) === id,
    );
  }

  /** Of what is in the list no longer nothing says when nothing of it is in progress any more. */
  function lasts(name: string): boolean {
    const wish = wishes.get(name);
    return wish?.kind === 'until' && wish.at > clock();
  }

  return {
    wished(state: MonitorView, of: MuteSubject, ids: readonly string[], mute: Mute | null): void {
      const wanted = new Set(ids);
      for (const each of namesOf(rowsOf(state))) {
        if (each.of !== of || !wanted.has(each.row.id)) continue;
        if (mute === null) wishes.delete(each.name);
        else {
          earlier.set(each.name, [...(earlier.get(each.name) ?? []), mute]);
          wishes.set(each.name, mute);
        }
      }
    },
    /** Its members stay, and nothing of it is muted any more. */
    dissolved(group: Stored['groups'][number]): void {
      wishes.delete(names.group(group));
    },
    /** What is over stays over, also where the clock is set back or an import begins again. */
    afterStep(state: MonitorView): void {
      if (wishes.size === 0) return;
      for (const { of, row, name } of namesOf(rowsOf(state))) {
        const wish = wishes.get(name);
        const isOver =
          wish?.kind === 'until'
            ? wish.at <= clock()
            : wish !== undefined && !membersOf(state, of, row.id).some(isOpen);
        if (isOver) wishes.delete(name);
        else if (wish !== undefined && row.mute === null) court.breach(9, `${name} is muted no longer`);
      }
    },
    shown(state: MonitorView, notices: readonly Readonly<Notice>[]): void {
      for (const notice of notices) {
        const watch = 'watch' in notice ? state.watches.get(notice.watch) : undefined;
        const group = 'group' in notice ? state.groups.get(notice.group) : undefined;
        // What was stopped and added again is another watch: what is left to be told of the first is not muted.
        const isOf =
          watch !== undefined &&
          (notice.about === 'group-failure' || notice.key.startsWith(`${watch.id}#${watch.addedAt}.`));
        const around = isOf ? namesAround(state, watch) : [];
        const all = group === undefined ? around : [...around, names.group(group)];
        // A group is gone with the last of its members: that the person stopped watching it ends no mute.
        if ('group' in notice && group === undefined && lasts(nameIn(notice.key)))
          court.breach(9, `${notice.key} came though its group was muted when it went`);
        for (const name of all)
          if (wishes.has(name)) court.breach(9, `${notice.key} came though ${name} is muted`);
      }
    },
    /** A wish that was not on the disk yet has died with the process; the one before it may be there. */
    started(found: Muteables): void {
      const kept = new Map(namesOf(found).map(({ row, name }) => [name, row.mute]));
      for (const name of wishes.keys()) {
        const mute = kept.get(name) ?? null;
        const wished = earlier.get(name)?.find((each) => isDeepStrictEqual(each, mute));
        if (mute === null) wishes.delete(name);
        else if (wished !== undefined) wishes.set(name, wished);
      }
    },
  };
}
