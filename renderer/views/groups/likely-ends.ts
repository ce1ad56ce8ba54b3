import { outcomeRules, type GroupId, type Row } from '../../../main/contract.ts';

/** How sure it is to be that all of a group have ended: as sure as one import is to end by what is usual. */
const sureness = 0.9;
const logit = (share: number): number => Math.log(share / (1 - share));

const minute = 60_000;

/**
 * By when all that is in progress in each group has likely ended, epoch ms, in steps that claim no more than is known. A group is left
 * out where nothing can be said of one of its imports: nothing like it was seen to end, it takes longer than usual, or a problem
 * stands in the way.
 */
export function likelyEndsOf(rows: Iterable<Row>, now: number): ReadonlyMap<GroupId, number> {
  const open = new Map<GroupId, Row[]>();
  for (const row of rows) {
    if (row.group === null || outcomeRules[row.outcome].bucket !== 'importing') continue;
    const members = open.get(row.group);
    if (members === undefined) open.set(row.group, [row]);
    else members.push(row);
  }
  return new Map(
    [...open].flatMap(([group, members]) => {
      const ends = members.map((row) => likelyEnd(row, sureness ** (1 / members.length)));
      const end = Math.max(...ends);
      if (end === Infinity || ends.some((each) => each <= now)) return [];
      const step = end - now < 60 * minute ? 5 * minute : 15 * minute;
      return [[group, Math.ceil(end / step) * step]];
    }),
  );
}

/**
 * When this share of such imports has ended; infinite where it is not known. Of twenty imports one is nearly sure to take longer than
 * is usual for each, so that the more there are, the larger a share must have ended. What is usual are the shares of 1 and 9 in 10 of
 * a log-logistic law, as `main/monitor/learning` has it.
 */
function likelyEnd({ startedAt, usual, isLate, problem }: Row, share: number): number {
  if (usual === null || isLate || problem !== null) return Infinity;
  const { fromMs, toMs } = usual;
  const median = Math.sqrt(fromMs * toMs);
  return startedAt + median * (toMs / median) ** (logit(share) / logit(sureness));
}
