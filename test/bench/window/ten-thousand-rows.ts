import type { GroupRow, InboxEntry, Row, Snapshot } from '../../../main/contract.ts';
import { someCounts } from '../../support/samples/counts.ts';
import { aGroup } from '../../support/samples/groups.ts';
import { anInboxEntry } from '../../support/samples/inbox-entries.ts';
import { aRow } from '../../support/samples/rows.ts';
import { aSnapshot } from '../../support/samples/snapshots.ts';

const minute = 60_000;
const metaData = { resolution: '1920x1080', durationMs: 3_731_000, size: 8_400_000_000, format: 'mov' };

export interface Amounts {
  readonly rows: number;
  /** Groups that the rows are parted into. */
  readonly groups?: number;
  /** Entries of the inbox. */
  readonly inbox?: number;
}

/** A watchlist of many: one in a hundred is importing, one in forty failed, the others are done; in no order. */
export function manyRowsSnapshot({ rows: count, groups = 0, inbox = 0 }: Amounts, now: number): Snapshot {
  return aSnapshot({
    rows: Array.from({ length: count }, (_, index) => {
      const row = rowOf((index * 7_919) % count, now);
      return groups === 0 ? row : { ...row, group: `g${index % groups}` };
    }),
    groups: Array.from({ length: groups }, (_, index) => groupOf(index, count / groups, now)),
    inbox: Array.from({ length: inbox }, (_, index) => entryOf(index, now)),
    health: {
      kind: 'watching',
      isSlowed: false,
      scarce: [],
      quiet: null,
      answeredAt: now,
      nextAt: now + 5_000,
    },
    counts: someCounts({ all: count, importing: count / 100 }),
  });
}

function groupOf(number: number, members: number, now: number): GroupRow {
  const importing = members / 100;
  return aGroup(`g${number}`, {
    createdAt: now - number * 60 * minute,
    importing,
    completed: members - importing,
  });
}

function entryOf(number: number, now: number): InboxEntry {
  return anInboxEntry(`e${number}`, { at: now - number * minute, read: true });
}

function rowOf(number: number, now: number): Row {
  const startedAt = now - number * minute;
  const parts = {
    fileName: `autumn_episode_${number}_master.mov`,
    addedAt: startedAt,
    startedAt,
    knownAt: now,
  };
  if (number % 100 === 0)
    return aRow(number + 1, { ...parts, usual: { fromMs: 12 * minute, toMs: 18 * minute } });
  const endedAt = startedAt + 15 * minute;
  if (number % 40 === 1) return aRow(number + 1, { ...parts, outcome: 'failed', status: 'FAILED', endedAt });
  return aRow(number + 1, { ...parts, outcome: 'completed', status: 'COMPLETED', metaData, endedAt });
}
