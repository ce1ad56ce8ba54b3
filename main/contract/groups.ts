import type { GroupId, GroupTell } from '../model/group.ts';

/** How to make a group of the added watches. */
export interface GroupChoice {
  readonly name: string;
  readonly tell: GroupTell;
  /** Each import also gets a notice of its own. */
  readonly eachAsset: boolean;
}

export interface GroupRequests {
  renameGroup: { request: { group: GroupId; name: string }; response: null };
  /** An absent part stays as it is. */
  changeGroup: { request: { group: GroupId; tell?: GroupTell; eachAsset?: boolean }; response: null };
  /** The members stay in the list, without the group. */
  ungroup: { request: { group: GroupId }; response: null };
  /** The `undo` of the response brings the group back, as long as the app runs. */
  stopWatchingGroup: { request: { group: GroupId }; response: { undo: number } };
}

/** The notices of a group, unless the person chooses otherwise. */
export const groupDefaults = {
  tell: { allDone: true, firstFailure: true },
  eachAsset: true,
} as const satisfies Omit<GroupChoice, 'name'>;
