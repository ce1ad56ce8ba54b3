import { isDeepStrictEqual } from 'node:util';
import type { WatchId } from '../../../main/model/asset.ts';
import type { Mute, MuteSubject } from '../../../main/model/mute.ts';
import { isNoticeOf, type Notice, type NoticeKey } from '../../../main/model/notice.ts';
import type { Stored } from '../../../main/model/stored.ts';
import type { Watch } from '../../../main/model/watch.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import { projectOf } from '../../../main/model/follow.ts';
import type { Court } from './court.ts';

export interface MutingPorts {
  readonly court: Court;
  /** The laptop's clock, epoch ms. */
  readonly clock: () => number;
  /** How long the laptop has been awake, ms. */
  readonly awake: () => number;
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

/** Only the app knows what a project lists and is not in the list yet, which keeps it muted for longer. */
const mayLast = (of: MuteSubject, mute: Mute | null): boolean =>
  of === 'project' && mute?.kind === 'until-it-ends';

/** How late an alarm may be. */
const lateMs = 5_000;
/** How soon the monitor is tried again. */
const restMs = 10_000;
/** A group or a project waits so long for what the person takes back, and is muted meanwhile. */
const graceMs = 30_000;

interface Wait {
  /** What it waits for; once any of that is back, nobody knows for how much longer. */
  readonly ids: ReadonlySet<WatchId>;
  /** By the laptop's clock. */
  readonly from: number;
  /** How long the laptop will have been awake, ms. */
  overBy: number;
  /** It may be over before that. */
  isVague: boolean;
}

/** Law 9: what the person has muted disturbs nobody, by the person's own wishes and not by what the app makes of them. */
export function createMutingLaw({ court, clock, awake, isOpen }: MutingPorts) {
  const wishes = new Map<string, Mute>();
  /** All that was wished of one that is still muted: the disk may know an earlier wish only. */
  const earlier = new Map<string, readonly Mute[]>();
  /** Those that were muted until nothing of them is in progress, and are over. */
  const ended = new Set<string>();
  /** Projects of which nothing in the list is in progress, and that the person has just muted until nothing is. */
  const mayHaveEnded = new Set<string>();
  const heirs = new Set<string>();
  /** Of projects that the person left: who is muted in the place of each, and its own name. */
  const inItsPlace = new Map<string, readonly string[]>();
  const asLeft = new Map<string, string>();
  /** Groups and projects of which the person took out what was in progress: they are not over while that can be undone. */
  const waiting = new Map<string, Wait>();
  /** What was in the list after the last step. */
  let listed = new Set<string>();
  /** By when the alarm of each has rung that counts the time that passes: how long the laptop will have been awake, ms. */
  const rungBy = new Map<string, number>();

  function hold(name: string, mute: Mute): void {
    earlier.set(name, [...(earlier.get(name) ?? []), mute]);
    wishes.set(name, mute);
    ended.delete(name);
    setAlarm(name, mute);
  }

  function setAlarm(name: string, mute: Mute): void {
    if (mute.kind === 'until') rungBy.set(name, awake() + Math.max(0, mute.at - clock()) + lateMs);
  }

  /** What took the place of another is muted as that was. */
  function inherit(watch: Watch): void {
    const former = watch.formerIds?.at(-1);
    if (former === undefined || heirs.has(names.watch(watch))) return;
    heirs.add(names.watch(watch));
    const begin = watch.id.replace(/\d+$/, `${former}@`);
    for (const [name, mute] of wishes)
      if (listed.has(name) && name.startsWith(begin)) hold(names.watch(watch), mute);
  }

  /** Whether the group waits for what the person may take back; `maybe` about the time at which that ends. */
  function waits(name: string): boolean | 'maybe' {
    const wait = waiting.get(name);
    if (wait === undefined || awake() > wait.overBy) return false;
    // Where the clock was set ahead it is over at once, also where that is put right afterward.
    wait.isVague ||= clock() - wait.from >= graceMs;
    return wait.isVague ? 'maybe' : true;
  }

  /** Whether nothing of it is in progress any more, so that nothing is left to be muted. */
  function hasEnded(state: MonitorView, { of, row, name }: ReturnType<typeof namesOf>[number]): boolean {
    if (membersOf(state, of, row.id).some(isOpen)) return false;
    const isWaiting = waits(name);
    return isWaiting === 'maybe' ? row.mute === null : !isWaiting;
  }

  /** An hour stays an hour. */
  function wentBack(byMs: number): void {
    // How long that took is not known: a wait may be over by now.
    for (const wait of waiting.values()) wait.isVague = true;
    for (const [name, mute] of wishes)
      if (mute.kind === 'until' && mute.isLength) hold(name, { ...mute, at: mute.at - byMs });
      else setAlarm(name, mute);
  }

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
        // What has ended is not muted until it ends, and stays muted as it was.
        else if (
          mute.kind === 'until' ||
          membersOf(state, of, each.row.id).some(isOpen) ||
          waits(each.name) !== false
        )
          hold(each.name, mute);
        // Only the app knows what a project lists and is not in the list yet.
        else if (of === 'project') mayHaveEnded.add(each.name);
      }
    },
    /** The person stops watching these, and may take that back: nothing was over meanwhile of which they are a part. */
    takenOut(state: MonitorView, watches: readonly Watch[]): void {
      for (const watch of watches) {
        if (!isOpen(watch)) continue;
        for (const name of namesAround(state, watch)) {
          const ids = new Set([...(waiting.get(name)?.ids ?? []), watch.id]);
          const overBy = awake() + graceMs + lateMs;
          waiting.set(name, { ids, from: clock(), overBy, isVague: false });
        }
      }
    },
    /** Its members stay, and nothing of it is muted any more. */
    dissolved(group: Stored['groups'][number]): void {
      wishes.delete(names.group(group));
    },
    /** Whoever wants less of a muted project is not to be told at once of all that was held back: its imports stay as muted as they were. */
    left(state: MonitorView, project: string): void {
      const follow = state.follows.get(project);
      if (follow === undefined) return;
      inItsPlace.delete(project);
      const mute =
        wishes.get(names.project(follow)) ?? (mayLast('project', follow.mute) ? follow.mute : null);
      if (mute === null) return;
      const others = membersOf(state, 'project', project).map(names.watch);
      inItsPlace.set(
        project,
        others.filter((name) => !wishes.has(name)),
      );
      for (const name of inItsPlace.get(project)!) hold(name, mute);
      asLeft.set(project, names.project(follow));
    },
    /** The person takes that back: it is muted itself again, as it was, and its imports no longer in its place. */
    returned(project: string): void {
      const mute = wishes.get(asLeft.get(project) ?? '');
      for (const name of inItsPlace.get(project) ?? [])
        if (mute !== undefined && isDeepStrictEqual(wishes.get(name), mute)) wishes.delete(name);
      inItsPlace.delete(project);
    },
    wentBack,
    /** Not even the failure of a step could be taken: the alarm may come only after that. */
    rests(): void {
      const restedBy = awake() + restMs + lateMs;
      for (const [name, at] of rungBy) rungBy.set(name, Math.max(at, restedBy));
      for (const wait of waiting.values()) wait.overBy = Math.max(wait.overBy, restedBy);
    },
    /** What is over stays over, also where the clock is set back or an import begins again. */
    afterStep(state: MonitorView): void {
      // Thousands may be in the list.
      for (const [name, wait] of waiting) {
        wait.isVague ||= [...wait.ids].some((id) => state.watches.has(id));
        if (!waits(name)) waiting.delete(name);
      }
      const isAnyMuted = Object.values(state.mutes).some(({ all }) => all.size > 0);
      if (wishes.size === 0 && !isAnyMuted) return;
      for (const watch of state.watches.values()) inherit(watch);
      const rows = namesOf(rowsOf(state));
      const wasListed = listed;
      listed = new Set(rows.map(({ name }) => name));
      for (const each of rows) {
        const { of, row, name } = each;
        if (mayHaveEnded.delete(name) && row.mute?.kind === 'until-it-ends') hold(name, row.mute);
        const wish = wishes.get(name);
        if (wish === undefined && row.mute === null) continue;
        const isOver =
          wish?.kind === 'until' ? wish.at <= clock() : wish !== undefined && hasEnded(state, each);
        if (isOver) {
          wishes.delete(name);
          if (wish!.kind === 'until-it-ends') ended.add(name);
          else if (wasListed.has(name) && clock() - wish!.at > lateMs && awake() > rungBy.get(name)!)
            court.breach(9, `${name} was muted for too long`);
        }
        if (wish !== undefined && !isOver) {
          if (row.mute === null) court.breach(9, `${name} is muted no longer`);
          // The clock may have gone back by less than has passed, which no process can see.
          setAlarm(name, wish);
          continue;
        }
        if (row.mute !== null && !mayLast(of, row.mute)) court.breach(9, `${name} is still muted`);
      }
    },
    /** Whether anything around what it tells of is muted. */
    mayHold(state: MonitorView, notice: Notice): boolean {
      const watch = 'watch' in notice ? state.watches.get(notice.watch) : undefined;
      const group = 'group' in notice ? state.groups.get(notice.group) : undefined;
      const members = notice.about === 'group-done' ? membersOf(state, 'group', notice.group) : [];
      const all = [
        ...(watch ? namesAround(state, watch) : []),
        ...(group ? [names.group(group)] : []),
        ...members.flatMap((member) => namesAround(state, member)),
      ];
      return all.some((name) => wishes.has(name) || ended.has(name));
    },
    shown(state: MonitorView, notices: readonly Readonly<Notice>[]): void {
      for (const notice of notices) {
        const watch = 'watch' in notice ? state.watches.get(notice.watch) : undefined;
        const group = 'group' in notice ? state.groups.get(notice.group) : undefined;
        // What was stopped and added again is another watch: what is left to be told of the first is not muted.
        const isOf =
          watch !== undefined && (notice.about === 'group-failure' || isNoticeOf(watch, notice.key));
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
      waiting.clear();
      // No alarm is set before the first step.
      listed.clear();
      const kept = new Map(namesOf(found).map(({ row, name }) => [name, row.mute]));
      for (const name of new Set([...wishes.keys(), ...kept.keys()])) {
        const mute = kept.get(name) ?? null;
        const wished = earlier.get(name)?.find((each) => isDeepStrictEqual(each, mute));
        if (mute === null) wishes.delete(name);
        else if (wished !== undefined) {
          wishes.set(name, wished);
          setAlarm(name, wished);
        } else court.breach(9, `${name} is muted on the disk as nobody wished`);
      }
    },
  };
}
