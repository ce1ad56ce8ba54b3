import type { Group, GroupId, GroupTell } from './group.ts';

/** A group as the window shows it. */
export interface GroupRow {
  readonly id: GroupId;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly tell: GroupTell;
  readonly eachAsset: boolean;
  /** Of all its members. */
  readonly importing: number;
  readonly completed: number;
  readonly failed: number;
}

export function groupRowOf({ id, name, createdAt, tell, eachAsset, counts }: Group): GroupRow {
  return { id, name, createdAt, tell, eachAsset, ...counts };
}
