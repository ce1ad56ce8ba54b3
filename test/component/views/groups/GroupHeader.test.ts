import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import App from '../../../../renderer/App.svelte';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import { formatMoment } from '../../../../words/format.ts';
import { words } from '../../../../words/words.ts';
import { someCounts } from '../../../support/samples/counts.ts';
import { aGroup } from '../../../support/samples/groups.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aRow } from '../../../support/samples/rows.ts';
import { aSnapshot } from '../../../support/samples/snapshots.ts';
import { accepted, createFakeBridge, type Answers } from '../../support/fake-bridge.ts';
import { layOut } from '../../support/laid-out.ts';

const { groups, watchlist } = words.en;

const group = aGroup('a', { name: 'Batch A', importing: 1, completed: 2, failed: 1 });
const members = [1, 2, 3, 4].map((assetId) => aRow(assetId, { group: 'a' }));

function show(answers: Answers = {}, rows = members) {
  const fake = createFakeBridge({ arrange: () => accepted(null), ...answers });
  const snapshot = aSnapshot({ rows, groups: [group], counts: someCounts({ all: rows.length }) });
  const session = createSession(fake.bridge, snapshot, () => noon);
  render(App, { session, bridge: fake.bridge });
  return { ...fake, session, user: userEvent.setup() };
}

const header = () => screen.getByRole('button', { name: groups.open('Batch A') });
const seen = () => screen.queryAllByRole('row', { name: /ep\d.mov/ });
const options = async (user: ReturnType<typeof userEvent.setup>) =>
  user.click(screen.getByRole('button', { name: groups.options('Batch A') }));

describe('what a banner asks for', () => {
  layOut({ width: 420, height: 640 });

  async function sorted() {
    const view = show();
    view.session.show('watchlist', null, 'a');
    await tick();
    return view;
  }

  it.each([
    ['of a folded group', null],
    ['of a folded group that a search had opened', 'ep1'],
  ])('is shown and chosen: a row %s', async (_, search) => {
    const { push, user } = await sorted();
    await user.click(header());
    expect(seen()).toEqual([]);
    if (search !== null) await user.type(screen.getByRole('searchbox'), search);
    push('show', { view: 'watchlist', watch: 'a1:drama/2', group: null });
    await tick();
    expect(screen.getByRole('row', { selected: true }).textContent).toContain('ep2.mov');
  });

  it('leaves the filter as it was where the row passes it', async () => {
    const { push, user } = await sorted();
    await user.click(header());
    const chip = screen.getByRole('button', { name: new RegExp(watchlist.filter.importing) });
    await user.click(chip);
    push('show', { view: 'watchlist', watch: 'a1:drama/2', group: null });
    await tick();
    expect(seen()).toHaveLength(4);
    expect(chip.getAttribute('aria-pressed')).toBe('true');
  });

  it.each([
    ['row', { watch: 'a1:drama/2', group: null }],
    ['group', { watch: null, group: 'a' }],
  ])('is scrolled to also where the same %s was asked for before', async (_, wish) => {
    const { push } = await sorted();
    push('show', { view: 'watchlist', ...wish });
    await tick();
    const scrollTo = vi.fn<(options?: ScrollToOptions) => void>();
    Object.assign(screen.getByRole('grid'), { scrollTo });
    push('show', { view: 'watchlist', ...wish });
    await tick();
    expect(scrollTo).toHaveBeenCalled();
  });
});

describe('the header of a group', () => {
  layOut({ width: 420, height: 640 });

  it('says its name, its counts and its progress, and follows them', async () => {
    const { push } = show();
    const bar = screen.getByRole('progressbar', { name: 'Batch A' });
    expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['3', '4']);
    expect(screen.getByText(groups.progress('3', '4'), { exact: false })).toBeTruthy();
    expect(screen.getByText(groups.failed('1'))).toBeTruthy();
    push('changed', { groups: [{ ...group, importing: 0, completed: 3 }] });
    await tick();
    expect(bar.getAttribute('aria-valuenow')).toBe('4');
  });

  it.each([
    ['where something is known of each', { outcome: 'completed', endedAt: noon }, 1],
    ['and nothing where one of them is like none that was seen', {}, 0],
  ] as const)('says by when all have likely finished, %s', (_what, parts, times) => {
    const usual = { fromMs: 720_000, toMs: 1_080_000 };
    show({}, [aRow(1, { group: 'a', usual }), aRow(2, { group: 'a', ...parts })]);
    const end = formatMoment(noon + 10 * 60_000, noon, 'en');
    expect(screen.queryAllByText(groups.likelyFinished(end))).toHaveLength(times);
  });

  it('hides its imports and shows them again', async () => {
    const { user } = show();
    expect(seen()).toHaveLength(4);
    await user.click(header());
    expect(header().getAttribute('aria-expanded')).toBe('false');
    expect(seen()).toEqual([]);
    await user.click(header());
    expect(seen()).toHaveLength(4);
  });

  it('is shown, open, where a banner of the group was clicked', async () => {
    const { user, push } = show();
    await user.click(header());
    await user.selectOptions(screen.getByLabelText(watchlist.sort), watchlist.sorts.name);
    expect(screen.queryByRole('progressbar')).toBeNull();
    push('show', { view: 'watchlist', watch: null, group: 'a' });
    await waitFor(() => expect(header().getAttribute('aria-expanded')).toBe('true'));
    expect(seen()).toHaveLength(4);
  });
});

describe('the options of a group', () => {
  layOut({ width: 420, height: 640 });

  it('give it another name and change what is told of it', async () => {
    const { user, asked } = show({ renameGroup: () => accepted(null), changeGroup: () => accepted(null) });
    await options(user);
    const name = screen.getByLabelText(groups.name);
    await user.clear(name);
    await user.type(name, 'Reels');
    await user.click(screen.getByRole('switch', { name: groups.eachAsset }));
    await user.click(screen.getByRole('button', { name: groups.save }));
    expect(await screen.findByText(groups.saved)).toBeTruthy();
    expect(asked('renameGroup')).toEqual([{ group: 'a', name: 'Reels' }]);
    expect(asked('changeGroup')).toEqual([
      { group: 'a', tell: { allDone: true, firstFailure: true }, eachAsset: false },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stop watching all of it, which can be undone', async () => {
    const { user, asked } = show({
      stopWatchingGroup: () => accepted({ undo: 7 }),
      undoStopWatching: () => accepted({ restored: 4 }),
    });
    await options(user);
    await user.click(screen.getByRole('button', { name: groups.stopAll }));
    await user.click(await screen.findByRole('button', { name: watchlist.undo }));
    expect(asked('undoStopWatching')).toEqual([{ undo: 7 }]);
  });

  it('dissolve it', async () => {
    const { user, asked } = show({ ungroup: () => accepted(null) });
    await options(user);
    await user.click(screen.getByRole('button', { name: groups.ungroup }));
    expect(asked('ungroup')).toEqual([{ group: 'a' }]);
  });
});
