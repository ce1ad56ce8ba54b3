import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { Warning } from '../../main/contract.ts';
import App from '../../renderer/App.svelte';
import { createSession } from '../../renderer/lib/session.svelte.ts';
import { words } from '../../words/words.ts';
import { noon } from '../support/samples/moments.ts';
import { aSnapshot } from '../support/samples/snapshots.ts';
import { createFakeBridge } from './support/fake-bridge.ts';
import { layOut } from './support/laid-out.ts';

layOut({ width: 420, height: 640 });

it('opens whatever warnings there are, also with the same one twice', () => {
  const warning: Warning = { kind: 'store-unreadable', file: 'vault.json', copy: 'vault.corrupt.json' };
  const { bridge } = createFakeBridge();
  const session = createSession(bridge, aSnapshot({ warnings: [warning, warning] }), () => noon);
  render(App, { session, bridge });
  expect(screen.getAllByText(words.en.shell.warnings.storeUnreadable('vault.json'))).toHaveLength(2);
});
