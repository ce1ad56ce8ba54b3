import type { GroupId, GroupTell } from '../monitor/groups/group.ts';

/** How a group is to be made of what is added. */
export interface GroupChoice {
  readonly name: string;
  readonly tell: GroupTell;
  /** Each import is also told by itself. */
  readonly eachAsset: boolean;
}

export interface GroupRequests {
  renameGroup: { request: { group: GroupId; name: string }; response: null };
  /** An absent part stays as it is. */
  changeGroup: { request: { group: GroupId; tell?: GroupTell; eachAsset?: boolean }; response: null };
  /** The members stay in the list, each for itself. */
  ungroup: { request: { group: GroupId }; response: null };
  /** The answer's `undo` brings the group back for as long as the app runs. */
  stopWatchingGroup: { request: { group: GroupId }; response: { undo: number } };
}

/** What is told of a group where the person chooses nothing else. */
export const groupDefaults = {
  tell: { allDone: true, firstFailure: true },
  eachAsset: true,
} as const satisfies Omit<GroupChoice, 'name'>;
