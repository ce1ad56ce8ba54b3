import type { Row, Snapshot } from '../../../main/contract.ts';
import { someCounts } from '../../support/samples/counts.ts';
import { aRow } from '../../support/samples/rows.ts';
import { aSnapshot } from '../../support/samples/snapshots.ts';

const minute = 60_000;
const metaData = { resolution: '1920x1080', durationMs: 3_731_000, size: 8_400_000_000, format: 'mov' };

/** A watchlist of many: one in a hundred is importing, one in forty failed, the others are done; in no order. */
export function manyRowsSnapshot(count: number, now: number): Snapshot {
  const rows = Array.from({ length: count }, (_, index) => rowOf((index * 7_919) % count, now));
  return aSnapshot({
    rows,
    health: { kind: 'watching', answeredAt: now, nextAt: now + 5_000 },
    counts: someCounts({ all: count, importing: count / 100 }),
  });
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
