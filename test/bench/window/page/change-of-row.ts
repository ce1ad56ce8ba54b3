import type { Change, InboxEntry, Row } from '../../../../main/contract.ts';

/** `seen`: it was asked about, and its glyph turns or stops; `ended`: it completed, which moves it up. */
export type RowEvent = 'seen' | 'ended';

/** What main tells of the event: the row with all that an event of it changes in the same moment. `index`: how many were told before. */
export function changeOfRow(row: Row, event: RowEvent, index: number): Change {
  const now = Date.now();
  const health = {
    kind: 'watching',
    quiet: null,
    isSlowed: false,
    scarce: [],
    answeredAt: now,
    nextAt: now + 5_000 + index,
  } as const;
  if (event === 'seen')
    return structuredClone({ rows: [{ ...row, asking: index % 2 === 0, knownAt: now }], health });
  const at = now + index;
  const ended: Row = {
    ...row,
    outcome: 'completed',
    status: 'COMPLETED',
    endedAt: at,
    knownAt: at,
    usual: null,
  };
  const { counts, groups } = globalThis.benchSnapshot;
  return structuredClone({
    rows: [ended],
    health,
    counts: { ...counts, importing: counts.importing - index, completed: counts.completed + index },
    inbox: [entryOf(ended, at)],
    groups: groups
      .filter(({ id }) => id === row.group)
      .map((group) => ({ ...group, completed: group.completed + index })),
  });
}

function entryOf({ id, reference, fileName }: Row, at: number): InboxEntry {
  return {
    about: 'import',
    key: `${id}#${at}`,
    watch: id,
    reference,
    name: fileName ?? '',
    outcome: 'completed',
    status: 'COMPLETED',
    text: null,
    metaData: null,
    at,
    fate: { kind: 'recorded' },
    read: false,
  };
}
