import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createSession } from '../../../renderer/lib/session.svelte.ts';
import { createSelection } from '../../../renderer/views/watches/selection.svelte.ts';
import { countRows, visibleRows } from '../../../renderer/views/watches/visible-rows.ts';
import Watchlist from '../../../renderer/views/Watchlist.svelte';
import { createFakeBridge } from '../support/fake-bridge.ts';
import { noon } from '../../support/samples/moments.ts';
import { aRow } from '../../support/samples/rows.ts';
import { aSnapshot } from '../../support/samples/snapshots.ts';

const startedAt = (assetId: number) => noon - 60_000 + assetId;
const rows = [
  aRow(1, { startedAt: startedAt(1) }),
  aRow(2, { startedAt: startedAt(2), outcome: 'failed' }),
  aRow(3, { startedAt: startedAt(3), outcome: 'completed', label: 'Trailer' }),
];

describe('which rows are shown', () => {
  it('counts by what the person has to do', () => {
    expect(countRows(rows)).toEqual({ all: 3, importing: 1, 'needs-you': 1, done: 1 });
  });

  it('searches names, ids and projects, newest first', () => {
    const found = (search: string) =>
      visibleRows(rows, search, 'all', 'newest').map(({ reference }) => reference.assetId);
    expect(found('')).toEqual([3, 2, 1]);
    expect(found('TRAILER')).toEqual([3]);
    expect(found('1234 / 2')).toEqual([2]);
  });
});

describe('selection', () => {
  it('takes one, one more, and a stretch from the anchor', () => {
    const selection = createSelection(() => ['a', 'b', 'c', 'd']);
    selection.choose(1, 'only');
    selection.choose(3, 'range');
    expect(selection.chosen).toEqual(['b', 'c', 'd']);
    selection.choose(2, 'toggle');
    expect(selection.chosen).toEqual(['b', 'd']);
  });

  it('never holds a row that is not shown', () => {
    let shown = ['a', 'b'];
    const selection = createSelection(() => shown);
    selection.all();
    shown = ['b'];
    expect(selection.chosen).toEqual(['b']);
  });
});

describe('the watchlist', () => {
  it('says so where nothing matches, and shows all again', async () => {
    const fake = createFakeBridge();
    const session = createSession(fake.bridge, aSnapshot({ rows }), () => noon);
    render(Watchlist, { session, bridge: fake.bridge });
    await userEvent.type(screen.getByRole('searchbox'), 'no such thing');
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('3');
    session.stop();
  });
});
