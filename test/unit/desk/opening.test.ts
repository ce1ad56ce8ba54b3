import { describe, expect, it } from 'vitest';
import type { Pushes, Row, Snapshot } from '../../../main/contract.ts';
import { createOpening } from '../../../main/desk/opening.ts';
import type { Notice } from '../../../main/model/notice.ts';
import type { Watch } from '../../../main/model/watch.ts';
import { comparisonOf } from '../../../renderer/views/watches/comparison.ts';
import { anInboxEntry } from '../../support/samples/inbox-entries.ts';
import { watchOf } from '../adapters/stores/entries.ts';
import { asset, deskWith, draft, frame, reference } from './desk-in-memory.ts';

/** A desk that watches `count` imports, each of another moment, and what a window of it is told after the snapshot. */
async function openedWith(count: number) {
  // In no order.
  const watches = Array.from({ length: count }, (_, index) => newWatch(index + 1, (index * 7_919) % count));
  const { desk, world, requests } = deskWith('IN_PROGRESS', [], { watches });
  await desk.accounts.save(draft);
  const rest: Pushes['rest'][] = [];
  const opening = createOpening(desk, (each) => rest.push(each));
  const open = opening.snapshot;
  const whole = () => {
    do opening.sendRest();
    while (rest.at(-1)?.isLast === false);
  };
  return { desk, world, requests, rest, open, whole, sendRest: opening.sendRest };
}

function newWatch(assetId: number, seconds: number): Watch {
  const place = { id: `a1:my-space/${assetId}`, reference: { ...reference, assetId } };
  const addedAt = 1_000_000 + seconds * 1_000;
  return { ...watchOf(assetId), ...place, addedAt, startedAt: addedAt };
}

const aNotice = (number: number, at: number): Notice => {
  const { outcome: _, ...notice } = anInboxEntry(`${number}`, { at });
  return notice;
};
const newestFirst = comparisonOf({ by: 'newest', isReversed: false });
const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id);

describe('what a window gets when it opens', () => {
  it('is all at once where that is little', async () => {
    const { open, rest, sendRest } = await openedWith(500);
    const { isWhole, rows } = open(frame);
    expect({ isWhole, rows: rows.length }).toEqual({ isWhole: true, rows: 500 });
    sendRest();
    expect(rest).toEqual([]);
  });

  it('is of a long list what it shows first, and then the rest, each row once', async () => {
    const { desk, open, rest, whole } = await openedWith(2_100);
    const { isWhole, rows } = open(frame);
    const all = desk.projection.rows().toSorted(newestFirst);
    expect(isWhole).toBe(false);
    expect(idsOf(rows)).toEqual(idsOf(all.slice(0, 100)));
    expect(rest).toEqual([]);
    whole();
    expect(rest.map(({ rows: slice, isLast }) => [slice.length, isLast])).toEqual([
      [1_000, false],
      [1_000, false],
      [100, true],
    ]);
    expect(new Set(rest.flatMap((each) => idsOf(each.rows)))).toEqual(new Set(idsOf(all)));
  });

  it('begins with the newest group where the list is sorted by group', async () => {
    const { desk, world, open, requests } = await openedWith(600);
    for (const number of [1, 2, 3]) {
      world.now = 1_000_000 + number * 200_500;
      const tell = { allDone: true, firstFailure: false };
      const assets = [1, 2].map((each) => ({
        ...asset,
        reference: { ...reference, assetId: 9_000 + number * 10 + each },
      }));
      requests.add({ account: 'a1', assets, group: { name: `${number}`, tell, eachAsset: true } });
    }
    const { groups } = desk.state;
    const byGroup = comparisonOf({ by: 'group', isReversed: false }, (id) => groups.get(id)?.createdAt);
    const firstIn = (order: typeof byGroup) => idsOf(desk.projection.rows().toSorted(order).slice(0, 100));
    expect(idsOf(open(frame).rows)).toEqual(firstIn(byGroup));
    expect(open(frame).rows[0]?.group).not.toBe(null);
    desk.arrange({ ...desk.arrangement(), order: { by: 'newest', isReversed: false } });
    expect(idsOf(open(frame).rows)).toEqual(firstIn(newestFirst));
  });

  it('is all at once where other rows may be seen first', async () => {
    const { desk, open } = await openedWith(600);
    const wanted = { view: 'watchlist', watch: 'a1:my-space/7', group: null } as const;
    expect(open({ ...frame, wanted }).isWhole).toBe(true);
    desk.arrange({ ...desk.arrangement(), order: { by: 'name', isReversed: false } });
    expect(open(frame).isWhole).toBe(true);
  });

  it('has what changes meanwhile as it is then', async () => {
    const { desk, requests, open, rest, whole, sendRest } = await openedWith(2_100);
    open(frame);
    sendRest();
    const last = idsOf(desk.projection.rows()).at(-1) ?? '';
    requests.rename({ watch: last, label: 'Renamed' });
    requests.stopWatching({ watches: idsOf(desk.projection.rows()).slice(1_500, 1_503) });
    whole();
    const told = rest.flatMap(({ rows }) => rows);
    expect(told.find(({ id }) => id === last)?.label).toBe('Renamed');
    expect(new Set(idsOf(told))).toEqual(new Set(idsOf(desk.projection.rows())));
  });

  it('begins with the newest of the inbox, which of an earlier run come with the oldest first', async () => {
    const notices = Array.from({ length: 1_500 }, (_, number) =>
      aNotice(number, 1_000_000 + Math.floor(number / 2)),
    );
    const { desk } = deskWith('IN_PROGRESS', [], { notices });
    const rest: Pushes['rest'][] = [];
    const opening = createOpening(desk, (each) => rest.push(each));
    const { inbox, isWhole } = opening.snapshot({
      ...frame,
      wanted: { view: 'inbox', watch: null, group: null },
    });
    expect([isWhole, inbox.length]).toEqual([false, 100]);
    do opening.sendRest();
    while (rest.at(-1)?.isLast === false);
    const keysOf = (entries: Snapshot['inbox']) => entries.map(({ key }) => key);
    const whole = keysOf(desk.projection.inbox().toSorted((one, other) => other.at - one.at));
    expect([inbox, ...rest.map((each) => each.inbox)].flatMap(keysOf)).toEqual(whole);
  });

  it('begins anew for another page', async () => {
    const { open, rest, sendRest, whole } = await openedWith(2_100);
    open(frame);
    sendRest();
    open(frame);
    rest.length = 0;
    whole();
    expect(rest).toHaveLength(3);
  });
});
