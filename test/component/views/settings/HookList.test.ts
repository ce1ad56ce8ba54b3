import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { expect, it } from 'vitest';
import type { DeliveryCard, HookCard, Snapshot } from '../../../../main/contract.ts';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import HookList from '../../../../renderer/views/settings/HookList.svelte';
import { formatMoment } from '../../../../words/format.ts';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aGroup } from '../../../support/samples/groups.ts';
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
  ...{ scopeName: 'Drama team', target: { kind: 'webhook', origin: to, shape: 'facts' } },
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

const ofGroup = (id: string, scopeName: string | null): HookCard => ({
  ...{ ...hookWith(null), id: `of ${id}` },
  ...{ scope: { kind: 'group', group: id }, scopeName },
});

function show(parts: Partial<Snapshot>) {
  const fake = createFakeBridge({ addHook: () => accepted(null) });
  const session = createSession(fake.bridge, aSnapshot(parts), () => noon);
  render(HookList, { session, bridge: fake.bridge });
  return { ...fake, user: userEvent.setup() };
}

it('names the group of a followed project also while nothing of it is in the list, and says what is gone', () => {
  show({ groups: [], hooks: [ofGroup('g1', 'Drama'), ofGroup('g2', null)] });
  expect(screen.getByText(said.ofGroup('Drama'))).toBeTruthy();
  expect(screen.getByText(said.ofNobody)).toBeTruthy();
});

it('tells two groups of one name apart by when they were created', async () => {
  const groups = [
    aGroup('g1', { name: 'Drama', createdAt: noon }),
    aGroup('g2', { name: 'Drama', createdAt: noon - 3_600_000 }),
    aGroup('g3', { name: 'News' }),
  ];
  const { user } = show({ accounts: [], groups, hooks: [ofGroup('g1', 'Drama')] });
  const texts = groups.map(({ createdAt, name }) =>
    name === 'News' ? said.ofGroup(name) : said.ofGroupSince(name, formatMoment(createdAt, noon, 'en')),
  );
  expect(screen.getByText(texts[0]!)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: said.add }));
  const whose = screen.getByLabelText(said.whose);
  expect(
    within(whose)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(texts);
});

it('keeps the name of a group that was chosen as its last import leaves the list', async () => {
  const groups = [aGroup('g1', { name: 'Drama' }), aGroup('g2', { name: 'News' })];
  const { asked, push, user } = show({ accounts: [], groups, hooks: [] });
  await user.click(screen.getByRole('button', { name: said.add }));
  push('changed', { groupsRemoved: ['g1'] });
  await tick();
  const whose = screen.getByLabelText<HTMLSelectElement>(said.whose);
  expect(whose.selectedOptions[0]?.textContent).toBe(said.ofGroup('Drama'));
  await user.type(screen.getByLabelText(said.address), 'https://hooks.example');
  await user.click(screen.getByRole('button', { name: said.save }));
  expect(asked('addHook')).toMatchObject([{ scope: { kind: 'group', group: 'g1' } }]);
});
