import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { limits } from '../../../../main/contract.ts';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import RoomNotice from '../../../../renderer/views/shell/RoomNotice.svelte';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aRow } from '../../../support/samples/rows.ts';
import { aSnapshot } from '../../../support/samples/snapshots.ts';
import { createFakeBridge } from '../../support/fake-bridge.ts';

const said = words.en.shell;

function show(count: number): void {
  const rows = Array.from({ length: count }, (_, index) => aRow(index + 1));
  render(RoomNotice, { session: createSession(createFakeBridge().bridge, aSnapshot({ rows }), () => noon) });
}

it('says nothing of a list that has room', () => {
  show(limits.watchesTold - 1);
  expect(screen.queryByText(/./)).toBeNull();
});

it('says that the list fills up before it is full, and where to make room', () => {
  show(limits.watchesTold);
  expect(screen.getByText(said.listFilling('18,000', '20,000'))).toBeTruthy();
  expect(screen.getByText(said.makeRoom)).toBeTruthy();
  expect(screen.getByRole('button', { name: said.views.settings })).toBeTruthy();
});

it('says that nothing more is added to a list that is full', () => {
  show(limits.watches);
  expect(screen.getByRole('alert').textContent).toContain(said.listFull('20,000'));
});
