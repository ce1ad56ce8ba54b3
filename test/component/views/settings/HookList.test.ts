import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { expect, it } from 'vitest';
import type { DeliveryCard, HookCard } from '../../../../main/contract.ts';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import HookList from '../../../../renderer/views/settings/HookList.svelte';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aSnapshot } from '../../../support/samples/snapshots.ts';
import { accepted, createFakeBridge } from '../../support/fake-bridge.ts';

const { hooks: said } = words.en;
const to = 'https://hooks.example';

const endedAt = (at: number, fault: 'busy' | null): DeliveryCard => ({
  ...{ id: `d${at}`, event: 'completed', to, at, tries: 1 },
  fate: fault === null ? { kind: 'done' } : { kind: 'waiting', nextAt: null },
  last: { fault, figure: null, detail: null, at },
});
const hookWith = (last: DeliveryCard | null): HookCard => ({
  ...{ id: 'h1', scope: { kind: 'account', account: 'a1' }, events: ['completed'] },
  target: { kind: 'webhook', origin: to, shape: 'facts' },
  last,
});

it('says what came last of a hook: a trial, or what was handed on after it', async () => {
  const fake = createFakeBridge({ tryHook: () => accepted(endedAt(noon, null)) });
  const hooks = [hookWith(endedAt(noon - 1_000, 'busy'))];
  const session = createSession(fake.bridge, aSnapshot({ hooks }), () => noon);
  render(HookList, { session, bridge: fake.bridge });
  await userEvent.setup().click(screen.getByRole('button', { name: new RegExp(said.tryIt) }));
  expect(await screen.findByText(said.done(to))).toBeTruthy();
  fake.push('changed', { hooks: [hookWith(endedAt(noon + 1_000, 'busy'))] });
  await tick();
  expect(screen.getByText(said.faults.busy(to, ''))).toBeTruthy();
  expect(screen.queryByText(said.done(to))).toBeNull();
});
