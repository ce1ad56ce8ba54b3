import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Result, Row } from '../../../main/contract.ts';
import { createSession } from '../../../renderer/lib/session.svelte.ts';
import App from '../../../renderer/App.svelte';
import { countOf, formatMoment } from '../../../words/format.ts';
import { rowHeights } from '../../../renderer/views/watches/layout.ts';
import { words } from '../../../words/words.ts';
import { someCounts } from '../../support/samples/counts.ts';
import { anInboxEntry } from '../../support/samples/inbox-entries.ts';
import { noon } from '../../support/samples/moments.ts';
import { aProblem } from '../../support/samples/problems.ts';
import { aRow } from '../../support/samples/rows.ts';
import { aSnapshot } from '../../support/samples/snapshots.ts';
import { accepted, type Answers, createFakeBridge, refused } from '../support/fake-bridge.ts';
import { layOut } from '../support/laid-out.ts';

const { advice, problems, refusals, shell, watchlist } = words.en;
const metaData = { resolution: '1920x1080', durationMs: 254_000, size: 8_400_000_000, format: 'mov' };
const rows = [
  aRow(1, { startedAt: noon - 1_000 }),
  aRow(2, { startedAt: noon - 2_000, outcome: 'failed', text: 'error 5003' }),
  aRow(3, { endedAt: noon - 3_000, outcome: 'completed', label: 'Trailer', metaData }),
];

function show(answers: Answers = {}, first: readonly Row[] = rows) {
  const fake = createFakeBridge({ timeline: () => accepted([]), ...answers });
  const inbox = [anInboxEntry('n3', { watch: 'a1:drama/3' })];
  const session = createSession(
    fake.bridge,
    aSnapshot({ rows: first, inbox, counts: someCounts({ all: first.length }) }),
    () => noon,
  );
  render(App, { session, bridge: fake.bridge });
  return { ...fake, session, user: userEvent.setup() };
}

const rowOf = (name: string) => screen.getByRole('row', { name: new RegExp(name) });
const grid = () => screen.getByRole('grid');
async function pointedAt(user: ReturnType<typeof userEvent.setup>): Promise<HTMLElement> {
  await user.hover(rowOf('ep2.mov'));
  return rowOf('ep2.mov');
}

const selected = () => screen.queryAllByRole('row', { selected: true });
const button = (name: string) => screen.getByRole('button', { name });

describe('the watchlist in a narrow window', () => {
  layOut({ width: 420, height: 640 });

  it('says so where nothing matches, and shows all again', async () => {
    const { user } = show();
    await user.type(screen.getByRole('searchbox'), 'no such thing');
    await user.click(button(watchlist.showAll));
    expect(grid().getAttribute('aria-rowcount')).toBe('3');
  });

  it('says aloud how many rows a search leaves', async () => {
    const { user } = show();
    const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
    await user.type(screen.getByRole('searchbox'), 'Trailer');
    expect(said()).toContain('1 match');
    await user.type(screen.getByRole('searchbox'), ' no');
    expect(said()).toContain(watchlist.noMatch);
    await user.clear(screen.getByRole('searchbox'));
    expect(said().join('')).toBe('');
  });

  it('names the row that the keyboard is on, and stays with it when another comes before', async () => {
    const { push, user } = show();
    grid().focus();
    expect(grid().getAttribute('aria-activedescendant')).toBeNull();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const active = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');
    expect(active()?.textContent).toContain('ep2.mov');
    push('changed', { rows: [aRow(9, { startedAt: noon })] });
    await tick();
    expect(active()?.textContent).toContain('ep2.mov');
    expect(selected()).toEqual([active()]);
  });

  it('shows what changes in a row that stays where it is', async () => {
    const { push } = show();
    push('changed', { rows: [aRow(1, { startedAt: noon - 1_000, label: 'Renamed' })] });
    await tick();
    expect(rowOf('Renamed')).toBeTruthy();
    expect(screen.queryByRole('row', { name: /ep1.mov/ })).toBeNull();
  });

  it('stays where it is while a person points at a row, and goes on when they do not', async () => {
    const { push, user } = show({}, [aRow(5, { startedAt: noon - 5_000 }), ...rows]);
    const more = async (assetId: number) => {
      push('changed', { rows: [aRow(assetId, { startedAt: noon + assetId })] });
      await tick();
      await tick();
    };
    await more(10);
    expect(grid().scrollTop).toBe(0);
    await user.hover(rowOf('Trailer'));
    await more(11);
    await more(12);
    expect(grid().scrollTop).toBe(2 * rowHeights.lines.importing);
    await user.hover(screen.getByRole('searchbox'));
    expect(grid().scrollTop).toBe(0);
    await more(13);
    expect(grid().scrollTop).toBe(0);
  });

  it('goes on under a pointer that was left there', async () => {
    vi.useFakeTimers();
    const { push } = show();
    await fireEvent.pointerOver(rowOf('Trailer'));
    await fireEvent.pointerMove(rowOf('Trailer'));
    vi.advanceTimersByTime(10_000);
    push('changed', { rows: [aRow(11, { startedAt: noon })] });
    await tick();
    expect(grid().scrollTop).toBe(0);
    vi.useRealTimers();
  });

  it('chooses more rows by Ctrl and by Shift', async () => {
    const { user } = show();
    await user.click(rowOf('ep1.mov'));
    await user.keyboard('{Control>}');
    await user.click(rowOf('Trailer'));
    await user.keyboard('{/Control}');
    expect(selected()).toHaveLength(2);
    await user.click(rowOf('ep1.mov'));
    await user.keyboard('{Shift>}');
    await user.click(rowOf('Trailer'));
    await user.keyboard('{/Shift}');
    expect(selected()).toHaveLength(3);
  });

  it('stops watching by the Delete key, says so, and takes it back', async () => {
    const { asked, push, user } = show({
      stopWatching: () => accepted({ undo: 7 }),
      undoStopWatching: () => accepted({ restored: 1 }),
    });
    await user.click(rowOf('ep1.mov'));
    grid().focus();
    await user.keyboard('{Delete}');
    expect(asked('stopWatching')).toEqual([{ watches: ['a1:drama/1'] }]);
    push('changed', { removed: ['a1:drama/1'] });
    expect(await screen.findByText(watchlist.stopped(countOf(1, 'en')))).toBeTruthy();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(asked('undoStopWatching')).toEqual([{ undo: 7 }]));
    expect(await screen.findByText(watchlist.watchedAgain(countOf(1, 'en')))).toBeTruthy();
  });

  it('stops watching once where Delete is pressed twice, and leaves the way back', async () => {
    const answer = Promise.withResolvers<Result<{ undo: number }>>();
    const { asked, session, user } = show({ stopWatching: () => answer.promise });
    await user.click(rowOf('ep1.mov'));
    grid().focus();
    await user.keyboard('{Delete}{Delete}');
    await user.dblClick(rowOf('ep2.mov'));
    expect(asked('stopWatching')).toEqual([{ watches: ['a1:drama/1'] }]);
    answer.resolve(accepted({ undo: 7 }));
    await waitFor(() => expect(session.telling.told).toMatchObject({ kind: 'done' }));
    expect(screen.getByRole('heading', { name: 'ep2.mov' })).toBeTruthy();
  });

  it('leaves the choice where stopping is refused', async () => {
    const { user } = show({ stopWatching: () => refused({ code: 'cannot-save' }) });
    await user.click(rowOf('ep1.mov'));
    await user.keyboard('{Control>}');
    await user.click(rowOf('ep2.mov'));
    await user.keyboard('{/Control}');
    grid().focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(selected()).toHaveLength(2));
  });

  it('marks a failure once where the key is held down', async () => {
    const { asked, user } = show({ markHandled: () => accepted(null) });
    await user.click(rowOf('ep2.mov'));
    grid().focus();
    await user.keyboard('{h>3/}');
    expect(asked('markHandled')).toHaveLength(1);
  });

  it('renames the chosen row, and tells why where it is refused', async () => {
    const { asked, user } = show({ rename: () => refused({ code: 'failed' }) });
    await user.click(rowOf('ep1.mov'));
    grid().focus();
    await user.keyboard('{F2}');
    await user.keyboard('Final cut{Enter}');
    expect(asked('rename')).toEqual([{ watch: 'a1:drama/1', label: 'Final cut' }]);
    expect(await screen.findByText(new RegExp(refusals.codes.failed))).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(watchlist.newName).value).toBe('Final cut');
  });

  it('keeps the name that is being typed while more is learned of its row', async () => {
    const { push, user } = show();
    await user.click(rowOf('ep1.mov'));
    grid().focus();
    await user.keyboard('{F2}Final');
    push('changed', { rows: [aRow(1, { startedAt: noon - 1_000, asking: true })] });
    await tick();
    await user.keyboard(' cut');
    const field = screen.getByLabelText<HTMLInputElement>(watchlist.newName);
    expect([field.value, document.activeElement]).toEqual(['Final cut', field]);
    await fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
    expect(screen.getByLabelText(watchlist.newName)).toBe(field);
    await user.keyboard('{Escape}');
    await user.click(rowOf('Trailer'));
    expect(screen.queryByLabelText(watchlist.newName)).toBeNull();
  });

  it('keeps the field for a name while its row ends and the filter leaves it no longer', async () => {
    const { asked, push, session, user } = show({ rename: () => accepted(null) });
    await user.click(button(`${watchlist.filter.importing} 1`));
    await user.click(rowOf('ep1.mov'));
    grid().focus();
    await user.keyboard('{F2}Bl');
    push('changed', { rows: [aRow(1, { outcome: 'completed', endedAt: noon })] });
    await tick();
    await tick();
    await user.keyboard('ade{Enter}');
    expect(session.view).toBe('watchlist');
    expect(asked('rename')).toEqual([{ watch: 'a1:drama/1', label: 'Blade' }]);
    await tick();
    expect(document.activeElement).not.toBe(document.body);
    expect(screen.queryByRole('group', { name: watchlist.selected('0') })).toBeNull();
  });

  it('keeps details open while their row ends and the filter leaves it no longer', async () => {
    const { asked, push, user } = show({ stopWatching: () => accepted({ undo: 7 }) });
    await user.click(button(`${watchlist.filter.importing} 1`));
    await user.dblClick(rowOf('ep1.mov'));
    push('changed', { rows: [aRow(1, { outcome: 'completed', endedAt: noon })] });
    await tick();
    expect(screen.getByRole('heading', { name: 'ep1.mov' })).toBeTruthy();
    await user.click(button(watchlist.stopWatching));
    expect(asked('stopWatching')).toEqual([{ watches: ['a1:drama/1'] }]);
    expect(screen.queryByRole('heading', { name: 'ep1.mov' })).toBeNull();
  });

  it('leaves Escape to a menu that is open', async () => {
    const { user } = show();
    await user.dblClick(rowOf('ep1.mov'));
    const find = document.querySelector.bind(document);
    // No menu is ever open in jsdom.
    const finding = vi
      .spyOn(document, 'querySelector')
      .mockImplementation((what: string) => find(what.includes(':popover-open') ? '[popover]' : what));
    const escape = () => fireEvent.keyDown(button(watchlist.copyId), { key: 'Escape' });
    expect(await escape()).toBe(true);
    expect(screen.getByRole('heading', { name: 'ep1.mov' })).toBeTruthy();
    finding.mockRestore();
    expect(await escape()).toBe(false);
    expect(screen.queryByRole('heading', { name: 'ep1.mov' })).toBeNull();
  });

  it('says where a workspace has no address', async () => {
    const { user } = show({ openWorkspace: () => accepted({ opened: false }) });
    await user.click(within(await pointedAt(user)).getByRole('button', { name: watchlist.openWorkspace }));
    expect(await screen.findByText(watchlist.noAddress)).toBeTruthy();
  });

  it('has the actions of a failure where it is pointed at or chosen, and of no other row', async () => {
    const { user } = show();
    const handle = () => screen.queryAllByRole('button', { name: watchlist.markHandled });
    expect(handle()).toEqual([]);
    await user.hover(rowOf('Trailer'));
    expect(handle()).toEqual([]);
    await pointedAt(user);
    expect(handle()).toHaveLength(1);
    await user.hover(screen.getByRole('searchbox'));
    expect(handle()).toEqual([]);
  });

  it('has no actions of a failure at what lost its account, though that needs the person', async () => {
    const left = { startedAt: noon - 1_000, problem: aProblem('account-gone') };
    const { user } = show({}, [aRow(1, left), aRow(2, { startedAt: noon - 2_000 })]);
    const chip = (filter: 'importing' | 'needs-you') =>
      screen.getByRole('button', { name: new RegExp(`^${watchlist.filter[filter]}`) }).textContent;
    expect([chip('importing'), chip('needs-you')].map((text) => text.replace(/\D/g, ''))).toEqual(['1', '1']);
    await user.hover(rowOf('ep1.mov'));
    expect(screen.queryByRole('button', { name: watchlist.markHandled })).toBeNull();
  });

  it('opens no details where the button of a row is pressed twice', async () => {
    const { user } = show({ openWorkspace: () => accepted({ opened: true }) });
    await user.click(rowOf('ep1.mov'));
    const row = await pointedAt(user);
    await user.dblClick(within(row).getByRole('button', { name: watchlist.openWorkspace }));
    await tick();
    expect(screen.queryByRole('heading', { name: 'ep1.mov' })).toBeNull();
    await user.dblClick(rowOf('ep2.mov'));
    expect(screen.getByRole('heading', { name: 'ep2.mov' })).toBeTruthy();
  });

  it('marks a failure as handled by a key, says so, and takes it back', async () => {
    const { asked, push, session, user } = show({ markHandled: () => accepted(null) });
    grid().focus();
    await user.keyboard('{ArrowDown}{ArrowDown}h');
    const marked = { watches: ['a1:drama/2'], isHandled: true };
    expect(asked('markHandled')).toEqual([marked]);
    push('changed', { rows: [{ ...session.rows.get('a1:drama/2')!, isHandled: true }] });
    await tick();
    expect(rowOf('ep2.mov').textContent).toContain(watchlist.handled);
    expect(rowOf('ep2.mov').textContent).not.toContain(advice.failed.happened);
    await user.click(button(watchlist.undo));
    expect(asked('markHandled')).toEqual([marked, { ...marked, isHandled: false }]);
  });

  it('says that none of the chosen rows has failed', async () => {
    const { asked, user } = show();
    await user.click(rowOf('Trailer'));
    grid().focus();
    await user.keyboard('h');
    expect(asked('markHandled')).toEqual([]);
    expect(screen.getAllByText(watchlist.noFailureChosen).length).toBeGreaterThan(0);
  });

  it('says that none of the chosen rows is in progress where they are to be muted until they end', async () => {
    const { asked, push, session, user } = show({ mute: () => accepted(null) });
    const { muting } = words.en;
    push('changed', {
      rows: [...session.rows.values()].map((row) => ({ ...row, endedAt: row.endedAt ?? 1 })),
    });
    await tick();
    grid().focus();
    await user.keyboard('{Control>}a{/Control}');
    await user.click(screen.getByRole('button', { name: muting.untilAllEnd, hidden: true }));
    expect(asked('mute')).toEqual([]);
    expect(screen.getAllByText(muting.allEnded).length).toBeGreaterThan(0);
  });

  it('opens all that is known in the place of the list, and goes back', async () => {
    const { user } = show();
    await user.click(rowOf('Trailer'));
    grid().focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('heading', { name: 'Trailer' })).toBe(document.activeElement);
    for (const fact of ['ep3.mov', '1920x1080', '4:14', '8.4 GB', 'mov', 'Drama team'])
      expect(screen.getByText(fact)).toBeTruthy();
    await user.click(button(watchlist.back));
    expect(grid()).toBe(document.activeElement);
  });

  it('tells a trouble of the account by the age of what is known, and one of the watch with its advice', () => {
    const knownAt = noon - 240_000;
    show({}, [
      aRow(1, { problem: aProblem('offline'), knownAt }),
      aRow(2, { problem: aProblem('not-found'), knownAt }),
    ]);
    expect(rowOf('ep1.mov').textContent).toContain('updated 4 min ago');
    expect(rowOf('ep1.mov').textContent).not.toContain(words.en.problems.offline.advice);
    expect(rowOf('ep2.mov').textContent).toContain(words.en.problems['not-found'].advice);
  });

  it('marks what takes longer than usual also where no range is told, in the row and in all that is known', async () => {
    const { user } = show({}, [aRow(1, { isLate: true })]);
    expect(rowOf('ep1.mov').textContent).toContain(watchlist.late);
    await user.click(rowOf('ep1.mov'));
    grid().focus();
    await user.keyboard('{Enter}');
    expect(screen.getByText(`${watchlist.late}, ${watchlist.soFar('10 min')}`)).toBeTruthy();
  });

  it('shows the row that a banner asked for, also where the search hid it', async () => {
    const { push, user } = show();
    await user.type(screen.getByRole('searchbox'), 'Trailer');
    push('show', { view: 'watchlist', watch: 'a1:drama/2' } as never);
    await tick();
    expect(selected().map(({ textContent }) => textContent)).toEqual([expect.stringContaining('ep2.mov')]);
  });

  it('says aloud what ended', async () => {
    const { push } = show();
    push('changed', { inbox: [anInboxEntry('ep1.mov', { watch: 'a1:drama/1', outcome: 'failed' })] });
    await tick();
    expect(screen.getByRole('log').textContent).toBe('ep1.mov: Failed');
    push('changed', {
      inbox: [anInboxEntry('again', { name: 'ep1.mov', watch: 'a1:drama/1', outcome: 'failed' })],
    });
    await tick();
    expect(screen.getByRole('log').textContent).toBe('ep1.mov: Failed');
    push('changed', { inbox: ['a', 'b', 'c', 'd'].map((name) => anInboxEntry(name)) });
    await tick();
    expect(screen.getByRole('log').textContent).toBe(watchlist.ended('4', '0'));
  });
});

describe('the watchlist in a medium window', () => {
  layOut({ width: 800, height: 640 });

  it('marks what takes longer than usual', () => {
    const usual = { fromMs: 60_000, toMs: 120_000 };
    show({}, [aRow(1, { isLate: true }), aRow(2, { isLate: true, usual })]);
    for (const name of ['ep1.mov', 'ep2.mov']) expect(rowOf(name).textContent).toContain(watchlist.late);
  });
});

describe('the watchlist in a wide window', () => {
  layOut({ width: 1_300, height: 640 });

  it('has columns that sort, with a heading for each project', async () => {
    const { user } = show({ arrange: () => accepted(null) });
    await user.click(button(watchlist.columns.project));
    const sorted = screen.getByRole('columnheader', { name: new RegExp(watchlist.columns.project) });
    expect(sorted.getAttribute('aria-sort')).toBe('ascending');
    expect(screen.getByRole('rowheader').textContent).toContain('drama / 1234');
    expect(screen.getByRole('rowheader').textContent).toContain(watchlist.ofProject('3'));
  });

  it('has the chosen row at the side: reason, next step, times and the fate of its notice', async () => {
    const { user } = show();
    const side = () => screen.getByRole('complementary', { name: watchlist.details });
    expect(side().textContent).toContain(watchlist.chooseOne);
    await user.click(rowOf('ep2.mov'));
    for (const text of [advice.failed.happened, advice.failed.next, 'error 5003'])
      expect(side().textContent).toContain(text);
    await user.click(rowOf('Trailer'));
    expect(side().textContent).toContain('Notification shown · Built in (Electron)');
    expect(side().textContent).not.toContain('error 5003');
  });

  it('has a bar for several chosen rows only', async () => {
    const { user } = show();
    await user.click(rowOf('ep2.mov'));
    expect(screen.queryByText(watchlist.selected('1'))).toBeNull();
    grid().focus();
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByText(watchlist.selected('3'))).toBeTruthy();
  });
});

describe('what stands around the watchlist', () => {
  layOut({ width: 420, height: 640 });

  it.each([
    ['checkNow', shell.checkNow, { watches: 'all' }],
    ['pause', words.en.settings.pauseTomorrow, { for: 'until-tomorrow' }],
  ] as const)('tells why it was refused: %s', async (channel, name, request) => {
    const { asked, user } = show({ [channel]: () => refused({ code: 'cannot-save' }) });
    // The choices of a pause are in a menu, which jsdom does not open.
    await user.click(screen.getByRole('button', { name, hidden: true }));
    expect(asked(channel)).toEqual([request]);
    const why = new RegExp(refusals.codes['cannot-save']);
    expect(await screen.findByText(why)).toBeTruthy();
    await user.click(button(shell.dismiss));
    expect(screen.queryByText(why)).toBeNull();
  });

  it.each([
    [{ checked: 2, hold: null }, shell.checking, watchlist.checking(countOf(2, 'en'))],
    [{ checked: 0, hold: null }, shell.idle, shell.idle],
    ...(
      [
        [{ kind: 'paused', until: noon }, shell.pausedUntil(formatMoment(noon, noon, 'en'))],
        [{ kind: 'offline', since: noon }, shell.offlineSince(formatMoment(noon, noon, 'en'))],
        [{ kind: 'key-missing' }, shell.keyMissing],
        [{ kind: 'account-gone' }, problems['account-gone'].title],
      ] as const
    ).map(([hold, text]) => [{ checked: 0, hold }, text, text] as const),
  ] as const)('says that it checks now only where it does: %o', async (reply, ofAll, ofChosen) => {
    const { asked, session, user } = show({ checkNow: () => accepted(reply) });
    const told = () => (session.telling.told?.kind === 'done' ? session.telling.told.text : null);
    await user.click(button(shell.checkNow));
    expect(told()).toBe(ofAll);
    session.telling.dismiss();
    grid().focus();
    await user.keyboard('{Control>}a{/Control}');
    await user.click(screen.getAllByRole('button', { name: shell.checkNow })[1]!);
    expect(asked('checkNow').map(({ watches }) => watches.length)).toEqual([3, 3]);
    expect(told()).toBe(ofChosen);
  });

  it('has nothing to check, to pause or to add to at the first start', () => {
    const fake = createFakeBridge();
    const parts = { accounts: [], health: { kind: 'no-account' } } as const;
    const session = createSession(fake.bridge, aSnapshot(parts), () => noon);
    render(App, { session, bridge: fake.bridge });
    for (const name of [shell.checkNow, shell.pause, shell.add])
      expect(screen.queryByRole('button', { name, hidden: true })).toBeNull();
  });

  it('has its shortcuts also where the keyboard is on a choice that no text is typed into', async () => {
    const { session, user } = show();
    session.show('add');
    await user.click(await screen.findByRole('radio', { name: words.en.add.byPaste }));
    await user.keyboard('/');
    expect(session.view).toBe('watchlist');
  });

  it('leads over the header into the view', async () => {
    const { user } = show();
    await user.tab();
    expect(document.activeElement).toBe(button(shell.skip));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  it('says a trouble of the account aloud, from a line that was there before', async () => {
    const { push } = show();
    const lines = screen.getAllByRole('status');
    push('changed', { health: { kind: 'needs-you', account: 'a1', problem: aProblem('credentials') } });
    await tick();
    const said = lines.map(({ textContent }) => textContent);
    expect(said).toContain(words.en.problems.credentials.title);
  });

  it('leads to the account where the key was refused', async () => {
    const { push, session, user } = show();
    push('changed', { health: { kind: 'needs-you', account: 'a1', problem: aProblem('credentials') } });
    await user.click(await screen.findByRole('button', { name: shell.fixes['open-account'] }));
    expect(session.view).toBe('account');
  });
});
