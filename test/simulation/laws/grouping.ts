import type { NoticeKey } from '../../../main/monitor/notice.ts';
import type { State } from '../../../main/monitor/state.ts';
import type { World } from '../world.ts';

/** A group is told to be done when nothing of it is in progress, and what it counts are its members. */
export function checkGroups(state: State, notices: readonly NoticeKey[], { laws, register }: World): void {
  for (const key of notices) {
    const notice = state.notices.get(key);
    if (notice?.about !== 'group-done' || register.isGroupTold(key)) continue;
    register.groupTold(key, notice.group);
    const members = [...(state.groups.get(notice.group)?.members ?? [])];
    const open = members.filter((id) => laws.knowing.isOpen(state.watches.get(id)));
    if (open.length > 0) laws.court.breach(1, `${key} says done while ${open.join(', ')} is in progress`);
    if (notice.completed + notice.failed > members.length)
      laws.court.breach(1, `${key} counts more imports than the group has`);
  }
}

/** At the end: a group whose members have all ended, one of them after it was seen in progress, was told to be done. */
export function checkGroupsTold({ laws, register }: World, state: State): void {
  for (const { id, tell, round, members } of state.groups.values()) {
    const isOver = [...members].every((member) => !laws.knowing.isOpen(state.watches.get(member)));
    if (tell.allDone && round.hasEnds && isOver && !register.wasGroupTold(id))
      laws.court.breach(1, `the group ${id} is over and nobody was told`);
    if (round.isOpen && isOver) laws.court.breach(1, `the round of ${id} is over and still open`);
  }
}
