import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { expect, it } from 'vitest';
import type { Snapshot } from '../../../main/contract.ts';
import App from '../../../renderer/App.svelte';
import { createSession } from '../../../renderer/lib/session.svelte.ts';
import { warningText } from '../../../words/warning-text.ts';
import { words } from '../../../words/words.ts';
import { anInboxEntry } from '../../support/samples/inbox-entries.ts';
import { noon } from '../../support/samples/moments.ts';
import { aRow } from '../../support/samples/rows.ts';
import { aSnapshot } from '../../support/samples/snapshots.ts';
import { accepted, createFakeBridge } from '../support/fake-bridge.ts';
import { fakeView } from '../support/fake-view.ts';
import { layOut } from '../support/laid-out.ts';

const { account, add, hooks, inbox, settings, shell, watchlist } = words.en;
const failed = aRow(2, { startedAt: noon - 2_000, outcome: 'failed' });

layOut({ width: 420, height: 640 });
fakeView();

function show(parts: Partial<Snapshot> = {}) {
  const done = () => accepted(null);
  const fake = createFakeBridge({
    timeline: () => accepted([]),
    ...{ markHandled: done, markRead: done, pause: done, dismissWarning: done },
    keepKeyWeakly: () => accepted({ storage: 'weak' }),
    understand: () => accepted({ found: [], notUnderstood: [], repeated: 0, shortened: 0 }),
  });
  const snapshot = aSnapshot({ rows: [aRow(1, { startedAt: noon - 1_000 }), failed], ...parts });
  const session = createSession(fake.bridge, snapshot, () => noon);
  render(App, { session, bridge: fake.bridge });
  const user = userEvent.setup();
  /** Presses a button as a person does who has no pointer. */
  async function press(name: string): Promise<void> {
    screen.getByRole('button', { name }).focus();
    await user.keyboard('{Enter}');
  }
  async function change(change: Parameters<typeof fake.push<'changed'>>[1]): Promise<void> {
    fake.push('changed', change);
    await tick();
    // The browser tells of what has gone a moment later.
    await tick();
  }
  return { session, user, press, change };
}

const keyboard = () => document.activeElement;
const grid = () => screen.getByRole('grid');
const button = (name: string) => screen.getByRole('button', { name });

it('goes from an action of a row to the list', async () => {
  const { change, press, user } = show();
  await user.hover(screen.getByRole('row', { name: /ep2\.mov/ }));
  await press(watchlist.markHandled);
  await change({ rows: [{ ...failed, isHandled: true }] });
  expect(keyboard()).toBe(grid());
});

it('goes from details whose row has left to the list, where no others open by themselves', async () => {
  const { change, user } = show();
  grid().focus();
  await user.keyboard('{ArrowDown}{Enter}');
  expect(keyboard()).toBe(screen.getByRole('heading', { name: 'ep1.mov' }));
  await change({ removed: ['a1:drama/1'] });
  expect(keyboard()).toBe(grid());
  await user.keyboard('{ArrowDown}');
  expect(screen.queryByRole('heading', { name: 'ep2.mov' })).toBeNull();
});

it('goes from a list that has no rows any longer to its view, and from what shows all rows to the list', async () => {
  const { change, press, user } = show();
  await user.type(screen.getByRole('searchbox'), 'no such thing');
  await press(watchlist.showAll);
  expect(keyboard()).toBe(grid());
  await change({ removed: ['a1:drama/1', 'a1:drama/2'] });
  expect(keyboard()).toBe(screen.getByRole('main'));
});

it('goes from a warning to the next one as a whole, and from the last to the view', async () => {
  const warnings = [{ kind: 'entries-skipped', count: 1 }, { kind: 'no-tray' }] as const;
  const { change, user } = show({ warnings: warnings });
  const [first] = screen.getAllByRole('button', { name: shell.dismiss });
  first?.focus();
  await user.keyboard('{Enter}');
  await change({ warnings: warnings.slice(1) });
  expect(keyboard()?.textContent).toContain(warningText(warnings[1], 'en').title);
  // A second Enter does nothing, and Tab comes to the first button of it.
  expect(button(shell.dismiss)).not.toBe(keyboard());
  await user.tab();
  expect(keyboard()).toBe(button(shell.dismiss));
  await change({ warnings: [] });
  expect(keyboard()).toBe(screen.getByRole('main'));
});

it('goes in the settings to what stands in the place of a button', async () => {
  const { change, press, session } = show();
  session.show('settings');
  await tick();
  await press(settings.pauseHour);
  await change({ pausedUntil: noon + 3_600_000 });
  expect(keyboard()).toBe(screen.getAllByRole('button', { name: settings.resume }).at(-1)?.parentElement);
  await press(hooks.add);
  await press(hooks.cancel);
  expect(keyboard()).toBe(button(hooks.add).parentElement);
});

it('goes in the account on to what follows a button that was for once', async () => {
  const card = { ...aSnapshot().accounts[0]!, storage: 'session', keyringMissing: true } as const;
  const { change, press, session, user } = show({ accounts: [card] });
  session.show('account');
  await tick();
  await press(account.keepWeakly);
  await change({ accounts: [{ ...card, storage: 'weak' }] });
  expect(keyboard()).not.toBe(document.body);
  await user.tab();
  expect(keyboard()).toBe(screen.getByRole('switch'));
});

it('goes from a button that is out of use to what it stands in, and back to it while the person is there', async () => {
  const entry = anInboxEntry('new.mov');
  const { change, press, session, user } = show({ inbox: [entry] });
  session.show('inbox');
  await tick();
  await press(inbox.markAllRead);
  await change({ inbox: [{ ...entry, read: true }] });
  expect(keyboard()).toBe(button(inbox.markAllRead).parentElement);
  await change({ inbox: [entry] });
  expect(keyboard()).toBe(button(inbox.markAllRead));
  await change({ inbox: [{ ...entry, read: true }] });
  await user.tab();
  const next = keyboard();
  await change({ inbox: [entry] });
  expect(keyboard()).toBe(next);
});

it('goes from a file that is closed to the field for a text', async () => {
  const { press, session, user } = show();
  session.show('add');
  await tick();
  const chooser = document.querySelector<HTMLInputElement>('input[type=file]')!;
  await user.upload(chooser, new File(['5678'], 'list.csv', { type: 'text/csv' }));
  await screen.findByText('list.csv');
  await press(add.closeFile);
  expect(keyboard()).toBe(screen.getByLabelText(add.paste));
});

it('stays with another view that was asked for', async () => {
  const { change, session, user } = show();
  grid().focus();
  session.show('settings');
  await change({});
  expect(keyboard()).toBe(screen.getByRole('main'));
  await user.tab();
  session.show('watchlist');
  await change({});
  expect(keyboard()).not.toBe(document.body);
});
