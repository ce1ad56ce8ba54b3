import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { InboxEntry } from '../../../main/contract.ts';
import { createSession } from '../../../renderer/lib/session.svelte.ts';
import InboxView from '../../../renderer/views/InboxView.svelte';
import Toast from '../../../renderer/views/shell/Toast.svelte';
import { words } from '../../../words/words.ts';
import { accepted, createFakeBridge, refused, type Answers } from '../support/fake-bridge.ts';
import { fakeView } from '../support/fake-view.ts';
import { anInboxEntry } from '../../support/samples/inbox-entries.ts';
import { noon } from '../../support/samples/moments.ts';
import { aSnapshot } from '../../support/samples/snapshots.ts';

const text = words.en.inbox;
const view = fakeView();

function show(inbox: readonly InboxEntry[], answers: Answers = {}, isWhole = true) {
  const fake = createFakeBridge({
    markRead: () => accepted(null),
    clearInbox: () => accepted(null),
    sendRest: () => accepted(null),
    ...answers,
  });
  const session = createSession(fake.bridge, aSnapshot({ inbox, isWhole }), () => noon);
  render(InboxView, { session, bridge: fake.bridge });
  render(Toast, { session });
  return { ...fake, session, user: userEvent.setup() };
}

it('shows the newest first, and says what became of each', () => {
  show([
    anInboxEntry('old.mov', { at: noon - 60_000, fate: { kind: 'held', reason: 'turned-off', at: noon } }),
    anInboxEntry('new.mov'),
  ]);
  const names = screen.getAllByText(/\.mov/).map((element) => element.textContent.trim());
  expect(names.map((name) => name.split(',')[0])).toEqual(['new.mov', 'old.mov']);
  expect(screen.getByText(text.held['turned-off'])).toBeTruthy();
});

it('shows an entry of which two lines are the same', () => {
  const line = `${words.en.outcomes.failed} · drama / 1234 / 5678`;
  show([anInboxEntry('new.mov', { outcome: 'failed', status: 'FAILED', text: line })]);
  expect(screen.getAllByText(line)).toHaveLength(2);
});

it('opens the row of an entry and marks it as read', async () => {
  const { asked, session, user } = show([anInboxEntry('new.mov')]);
  await user.click(screen.getByRole('button', { name: /new\.mov/ }));
  expect([session.view, session.wanted]).toEqual(['watchlist', { id: 'a1:drama/new.mov' }]);
  expect(asked('markRead')).toEqual([{ notices: ['new.mov'] }]);
});

it('marks all as read', async () => {
  const { asked, user } = show([anInboxEntry('new.mov')]);
  await user.click(screen.getByRole('button', { name: text.markAllRead }));
  expect(asked('markRead')).toEqual([{ notices: 'all' }]);
});

it('clears only once it was confirmed, and says why where it could not', async () => {
  const { asked, user } = show([anInboxEntry('new.mov')], {
    clearInbox: () => refused({ code: 'cannot-save' }),
  });
  await user.click(screen.getByRole('button', { name: text.clear }));
  expect(asked('clearInbox')).toEqual([]);
  await user.click(screen.getByRole('button', { name: text.clearYes }));
  expect(asked('clearInbox')).toHaveLength(1);
  expect(await screen.findByText(words.en.refusals.codes['cannot-save'])).toBeTruthy();
});

it('says what will be here while nothing is', () => {
  show([]);
  expect(screen.getByText(text.empty)).toBeTruthy();
});

it('does not say that there is nothing while the rest is on its way', async () => {
  const { push } = show([], {}, false);
  expect(screen.queryByText(text.empty)).toBeNull();
  push('rest', { rows: [], inbox: [], isLast: true });
  expect(await screen.findByText(text.empty)).toBeTruthy();
});

describe('what comes while a pointer is in the list', () => {
  const names = () =>
    screen.queryAllByRole('listitem').map(({ textContent }) => /\w+\.mov/.exec(textContent)?.[0]);
  const come = (name: string, at: number) => ({ inbox: [anInboxEntry(name, { at })] });

  it('waits until it leaves, so that no entry moves from under it', async () => {
    const { push, user } = show([anInboxEntry('a.mov')]);
    await user.hover(screen.getByRole('button', { name: /a\.mov/ }));
    push('changed', come('b.mov', noon + 1));
    push('changed', {
      inbox: [anInboxEntry('a.mov', { read: true }), anInboxEntry('older.mov', { at: 1, read: true })],
    });
    await waitFor(() => expect(names()).toEqual(['a.mov', 'older.mov']));
    expect(screen.queryByText(`, ${text.unread}`)).toBeNull();
    await user.hover(screen.getByRole('heading', { name: text.title }));
    await waitFor(() => expect(names()).toEqual(['b.mov', 'a.mov', 'older.mov']));
  });

  it('waits no longer where what stood above is gone', async () => {
    const { push, user } = show([anInboxEntry('a.mov')]);
    await user.hover(screen.getByRole('button', { name: /a\.mov/ }));
    push('changed', { ...come('b.mov', noon + 1), inboxRemoved: 'all' });
    await waitFor(() => expect(names()).toEqual(['b.mov']));
  });

  it('waits for no pointer that lies still', async () => {
    vi.useFakeTimers();
    try {
      const { push } = show([anInboxEntry('a.mov')]);
      await fireEvent.pointerMove(screen.getByRole('button', { name: /a\.mov/ }));
      push('changed', come('b.mov', noon + 1));
      await vi.advanceTimersByTimeAsync(4_900);
      expect(names()).toEqual(['a.mov']);
      await vi.advanceTimersByTimeAsync(200);
      expect(names()).toEqual(['b.mov', 'a.mov']);
    } finally {
      vi.useRealTimers();
    }
  });
});

it('marks as read what was seen, and watches only what is unread', async () => {
  const { asked } = show([anInboxEntry('new.mov'), anInboxEntry('old.mov', { at: noon - 1, read: true })]);
  expect(view.watched()).toHaveLength(1);
  view.show(...view.watched());
  await waitFor(() => expect(asked('markRead')).toEqual([{ notices: ['new.mov'] }]), { timeout: 3_000 });
});

it('leaves a refusal for the person to take note of while it marks as read what they see', async () => {
  const { asked, session, user } = show([anInboxEntry('new.mov')], {
    clearInbox: () => refused({ code: 'cannot-save' }),
  });
  await user.click(screen.getByRole('button', { name: text.clear }));
  await user.click(screen.getByRole('button', { name: text.clearYes }));
  view.show(...view.watched());
  await waitFor(() => expect(asked('markRead')).toHaveLength(1), { timeout: 3_000 });
  await new Promise(setImmediate);
  expect(session.telling.told).toMatchObject({ kind: 'refused' });
});

describe('exporting', () => {
  const { exporting } = words.en;
  const press = async (user: ReturnType<typeof userEvent.setup>, format: 'csv' | 'json') => {
    await user.click(screen.getByRole('button', { name: exporting.exportList.history }));
    await user.click(screen.getByRole('button', { name: format.toUpperCase() }));
  };

  it('asks for the format, and says what the file is called', async () => {
    const { asked, user } = show([anInboxEntry('new.mov')], {
      exportList: () => accepted({ fileName: 'mine.json' }),
    });
    await press(user, 'json');
    expect(asked('exportList')).toEqual([{ list: 'history', format: 'json' }]);
    expect(await screen.findByText(exporting.saved('mine.json'))).toBeTruthy();
  });

  it('says why the disk did not take it', async () => {
    const { user } = show([anInboxEntry('new.mov')], {
      exportList: () => refused({ code: 'file-not-written', fault: 'disk-full' }),
    });
    await press(user, 'csv');
    expect(await screen.findByText(words.en.refusals.fileNotWritten['disk-full'])).toBeTruthy();
  });

  it('says nothing where the person changed their mind', async () => {
    const { asked, session, user } = show([anInboxEntry('new.mov')], {
      exportList: () => accepted({ fileName: null }),
    });
    await press(user, 'csv');
    await waitFor(() => expect(asked('exportList')).toHaveLength(1));
    expect(session.telling.told).toBeNull();
  });
});
