import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { expect, it } from 'vitest';
import type { Warning } from '../../main/contract.ts';
import App from '../../renderer/App.svelte';
import { createSession } from '../../renderer/lib/session.svelte.ts';
import { words } from '../../words/words.ts';
import { noon } from '../support/samples/moments.ts';
import { aProblem } from '../support/samples/problems.ts';
import { anAccount, aSnapshot } from '../support/samples/snapshots.ts';
import { accepted, createFakeBridge } from './support/fake-bridge.ts';
import { layOut } from './support/laid-out.ts';

layOut({ width: 420, height: 640 });

it('opens whatever warnings there are, and shows the same one once', () => {
  const warning: Warning = { kind: 'store-unreadable', file: 'vault.json', copy: 'vault.corrupt.json' };
  const { bridge } = createFakeBridge();
  const session = createSession(bridge, aSnapshot({ warnings: [warning, warning] }), () => noon);
  render(App, { session, bridge });
  expect(screen.getAllByText(words.en.shell.warnings.storeUnreadable('vault.json'))).toHaveLength(1);
});

it('dismisses the warning at which it was pressed, of two of one kind', async () => {
  const warnings = ['settings.json', 'watchlist.db'].map((file): Warning => ({
    ...{ kind: 'store-unreadable', file, copy: `${file}.copy` },
  }));
  const fake = createFakeBridge({ dismissWarning: () => accepted(null) });
  const session = createSession(fake.bridge, aSnapshot({ warnings }), () => noon);
  render(App, { session, bridge: fake.bridge });
  await userEvent.setup().click(screen.getAllByRole('button', { name: words.en.shell.dismiss })[1]!);
  expect(fake.asked('dismissWarning')).toEqual([{ warning: warnings[1] }]);
});

it('leads from a trouble to the form of the account that it names, also where another is open', async () => {
  const { account, shell } = words.en;
  const accounts = [anAccount, { ...anAccount, id: 'a2', name: 'News team' }];
  const { bridge } = createFakeBridge();
  const health = { kind: 'needs-you', account: 'a2', problem: aProblem('credentials') } as const;
  const session = createSession(bridge, aSnapshot({ accounts, health }), () => noon);
  render(App, { session, bridge });
  const user = userEvent.setup();
  const formOf = () => screen.getByLabelText<HTMLInputElement>(account.name).value;
  await user.click(screen.getByRole('button', { name: shell.fixes['open-account'] }));
  expect(formOf()).toBe('News team');
  await user.click(screen.getByRole('radio', { name: 'Drama team' }));
  expect(formOf()).toBe('Drama team');
  await user.click(screen.getByRole('button', { name: shell.fixes['open-account'] }));
  expect(formOf()).toBe('News team');
});

it('tells main of a list that was entered in Add as long as it stands there, in whatever view', async () => {
  const { add, shell } = words.en;
  const wanted = { view: 'add', watch: null, group: null, offer: 'drama/1234/5678' } as const;
  const fake = createFakeBridge({ understand: () => new Promise(() => undefined) });
  const session = createSession(fake.bridge, aSnapshot({ wanted, accounts: [anAccount] }), () => noon);
  render(App, { session, bridge: fake.bridge });
  const user = userEvent.setup();
  expect(fake.asked('holds')).toEqual([{ holding: 'draft' }]);
  await user.clear(screen.getByLabelText(add.paste));
  await user.type(screen.getByLabelText(add.paste), ' ');
  expect(fake.asked('holds').slice(1)).toEqual([{ holding: 'nothing' }]);
  await user.type(screen.getByLabelText(add.paste), '5678');
  session.show('watchlist');
  await screen.findByRole('main', { name: shell.views.watchlist });
  expect(fake.asked('holds').slice(2)).toEqual([{ holding: 'draft' }]);
  session.adding.paste.source = '';
  session.adding.keys.source = new Uint8Array([1]);
  await tick();
  expect(fake.asked('holds')).toHaveLength(3);
  session.adding.keys.source = '';
  await tick();
  expect(fake.asked('holds').slice(3)).toEqual([{ holding: 'nothing' }]);
});
