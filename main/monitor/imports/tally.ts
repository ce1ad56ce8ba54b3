import type { AccountId, WatchId } from '../../model/asset.ts';
import { ruleOf, type Bucket } from '../../model/import-status.ts';
import type { Watch } from '../../model/watch.ts';
import { projectOf, type FollowId } from '../../model/follow.ts';
import type { GroupId } from '../../model/group.ts';
import { indexNames, type Lookup } from '../kernel/lookup.ts';

export type Counts = Readonly<Record<Bucket, number>>;

/** Which watches are in which bucket, for each part of the list. */
export interface Tallied {
  readonly tally: Lookup<WatchId>;
}

/** A part of the list. Each has a word of its own in front, since a group may have the same id as an account. */
export type Part = 'the list' | `${'account' | 'project' | 'group' | 'round'} ${string}`;

export const inAccount = (id: AccountId): Part => `account ${id}`;
export const inProject = (id: FollowId): Part => `project ${id}`;
export const inGroup = (id: GroupId): Part => `group ${id}`;
export const inRound = (group: GroupId, round: number): Part => `round ${round} ${group}`;

export function bucketOf({ known }: Pick<Watch, 'known'>): Bucket {
  return known === null ? 'importing' : ruleOf(known.status).bucket;
}

export function countsIn(state: Tallied, part: Part): Counts {
  const count = (bucket: Bucket) => watchesIn(state, part, bucket).size;
  return {
    importing: count('importing'),
    completed: count('completed'),
    failed: count('failed'),
    gone: count('gone'),
  };
}

export function watchesIn({ tally }: Tallied, part: Part, bucket: Bucket): ReadonlySet<WatchId> {
  return tally.of(`${bucket} ${part}`);
}

export function indexTally() {
  return indexNames<WatchId, Watch>((watch) => {
    const { account, group } = watch;
    const ofGroup = group === null ? [] : [inGroup(group.id), inRound(group.id, group.round)];
    const parts: Part[] = ['the list', inAccount(account), inProject(projectOf(watch)), ...ofGroup];
    return parts.map((part) => `${bucketOf(watch)} ${part}`);
  });
}
