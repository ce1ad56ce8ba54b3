import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { expect, it } from 'vitest';
import { createSession, type Session } from '../../../../renderer/lib/session.svelte.ts';
import Toast from '../../../../renderer/views/shell/Toast.svelte';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aSnapshot } from '../../../support/samples/snapshots.ts';
import { createFakeBridge } from '../../support/fake-bridge.ts';

const { shell, watchlist } = words.en;

function show(): Session {
  const session = createSession(createFakeBridge().bridge, aSnapshot(), () => noon);
  render(Toast, { session });
  return session;
}

it.each([
  ['what was done', 'status', ({ telling }: Session) => telling.say('Stopped watching 1 import')],
  ['why it was refused', 'status', ({ telling }: Session) => telling.refuse({ code: 'failed' })],
  ['what ended', 'log', ({ telling }: Session) => telling.speak('ep1.mov: Completed')],
])(
  'puts %s on the page anew where it is the same again: else it would not be said',
  async (_, role, tell) => {
    const session = show();
    const line = () => screen.getByRole(role).querySelector('p');
    tell(session);
    await tick();
    const first = line();
    const text = first?.textContent;
    tell(session);
    await tick();
    expect(line()?.textContent).toBe(text);
    expect(line()).not.toBe(first);
  },
);

it('leaves the keyboard on what it has where another message comes', async () => {
  const session = show();
  session.telling.say('Stopped watching 1 import', async () => {});
  await tick();
  const undo = screen.getByRole('button', { name: watchlist.undo });
  undo.focus();
  session.telling.say('Stopped watching 2 imports', async () => {});
  await tick();
  expect(document.activeElement).toBe(undo);
});

it('gives the keyboard back, but not to a button that a second Enter would press', async () => {
  const session = show();
  const user = userEvent.setup();
  const before = document.body.appendChild(document.createElement('p'));
  const button = before.appendChild(document.createElement('button'));
  for (const [from, to] of [
    [button, before],
    [before, before],
  ] as const) {
    from.focus();
    session.telling.say('Done');
    await tick();
    screen.getByRole('button', { name: shell.dismiss }).focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(to);
  }
  before.remove();
});
