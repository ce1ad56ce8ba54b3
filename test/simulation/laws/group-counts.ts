import { ruleOf, type Bucket } from '../../../main/model/import-status.ts';
import type { Notice } from '../../../main/model/notice.ts';
import type { Court } from './court.ts';
import type { Incarnation } from './knowing.ts';

/** What is true of a group as its notice comes. */
export interface GroupTruth {
  /** Of all its members, as the service said them last; null where it said nothing yet. */
  readonly statuses: readonly (string | null)[];
  /** Of those that have ended since the whole was told last. */
  readonly ended: ReadonlyMap<Incarnation, string | null>;
  readonly name: string;
}

/** More failures are only counted. */
const mostNames = 20;

type GroupNotice = Extract<Notice, { about: 'group-done' | 'group-failure' }>;

const bucketOf = (status: string | null): Bucket => (status === null ? 'importing' : ruleOf(status).bucket);

/**
 * The notice of a group counts all that has ended since it was told last, and nothing that has not ended so. What ended in earlier rounds may be
 * counted or not, since it may have been imported again.
 */
export function checkCounts(court: Court, notice: GroupNotice, { statuses, ended, name }: GroupTruth): void {
  const { key, groupName } = notice;
  const all = (bucket: Bucket) => statuses.filter((status) => bucketOf(status) === bucket).length;
  const since = (bucket: Bucket) =>
    [...ended.values()].filter((status) => bucketOf(status) === bucket).length;
  const isTrue = (count: number, bucket: Bucket) => since(bucket) <= count && count <= all(bucket);
  if (groupName !== name) court.breach(1, `${key} names the group ${groupName}, and it is called ${name}`);
  if (notice.about === 'group-failure') {
    const open = notice.all - notice.ended;
    if (open !== all('importing'))
      court.breach(1, `${key} says that ${open} go on, and it is ${all('importing')}`);
    if (notice.ended > statuses.length - open)
      court.breach(1, `${key} counts ${notice.ended} ended, of ${statuses.length - open}`);
    return;
  }
  for (const bucket of ['completed', 'failed', 'gone'] as const)
    if (!isTrue(notice[bucket], bucket))
      court.breach(
        1,
        `${key} counts ${notice[bucket]} ${bucket}, and it is ${since(bucket)} to ${all(bucket)}`,
      );
  if (notice.failedMembers.length !== Math.min(notice.failed, mostNames))
    court.breach(1, `${key} names ${notice.failedMembers.length} of ${notice.failed} failures`);
}
