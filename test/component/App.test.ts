import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Warning } from '../../main/contract.ts';
import App from '../../renderer/App.svelte';
import { createSession } from '../../renderer/lib/session.svelte.ts';
import { words } from '../../words/words.ts';
import { noon } from '../support/samples/moments.ts';
import { aProblem } from '../support/samples/problems.ts';
import { anAccount, aSnapshot } from '../support/samples/snapshots.ts';
import { createFakeBridge } from './support/fake-bridge.ts';
import { layOut } from './support/laid-out.ts';

layOut({ width: 420, height: 640 });

it('opens whatever warnings there are, and shows the same one once', () => {
  const warning: Warning = { kind: 'store-unreadable', file: 'vault.json', copy: 'vault.corrupt.json' };
  const { bridge } = createFakeBridge();
  const session = createSession(bridge, aSnapshot({ warnings: [warning, warning] }), () => noon);
  render(App, { session, bridge });
  expect(screen.getAllByText(words.en.shell.warnings.storeUnreadable('vault.json'))).toHaveLength(1);
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
