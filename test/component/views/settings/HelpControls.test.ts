import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Result } from '../../../../main/contract.ts';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import HelpControls from '../../../../renderer/views/settings/HelpControls.svelte';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aSnapshot } from '../../../support/samples/snapshots.ts';
import { accepted, createFakeBridge } from '../../support/fake-bridge.ts';

const { help: said } = words.en;

it('opens no report again that was closed before the one with names came', async () => {
  const withNames = Promise.withResolvers<Result<{ text: string }>>();
  const { bridge } = createFakeBridge({
    makeReport: ({ names }) => (names ? withNames.promise : accepted({ text: 'without names' })),
  });
  render(HelpControls, { session: createSession(bridge, aSnapshot(), () => noon), bridge });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: said.copyReport }));
  await user.click(await screen.findByRole('switch', { name: said.withNames }));
  await user.click(screen.getByRole('button', { name: said.close }));
  withNames.resolve(accepted({ text: 'with names' }));
  await new Promise(setImmediate);
  expect(screen.queryByText('with names')).toBeNull();
});
