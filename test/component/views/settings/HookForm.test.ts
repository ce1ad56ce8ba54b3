import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { expect, it } from 'vitest';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import HookForm from '../../../../renderer/views/settings/HookForm.svelte';
import HookList from '../../../../renderer/views/settings/HookList.svelte';
import Toast from '../../../../renderer/views/shell/Toast.svelte';
import { words } from '../../../../words/words.ts';
import { aGroup } from '../../../support/samples/groups.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aSnapshot } from '../../../support/samples/snapshots.ts';
import { accepted, createFakeBridge, refused } from '../../support/fake-bridge.ts';

const { hooks: said } = words.en;

it('is for the group that was chosen, whatever other groups come and go meanwhile', async () => {
  const { bridge, asked, push } = createFakeBridge({ addHook: () => refused({ code: 'failed' }) });
  const groups = [aGroup('a', { name: 'Batch A' }), aGroup('b', { name: 'Batch B' })];
  const session = createSession(bridge, aSnapshot({ groups }), () => noon);
  render(HookForm, { session, bridge, onclose: () => undefined });
  const user = userEvent.setup();
  await user.selectOptions(screen.getByLabelText(said.whose), said.ofGroup('Batch B'));
  await user.type(screen.getByLabelText(said.address), 'https://hooks.example.com/');
  push('changed', { groups: [aGroup('c')], groupsRemoved: ['a'] });
  await tick();
  await user.click(screen.getByRole('button', { name: said.save }));
  push('changed', { groupsRemoved: ['b'] });
  await tick();
  await user.click(screen.getByRole('button', { name: said.save }));
  const scope = { kind: 'group', group: 'b' };
  expect(asked('addHook')).toEqual([expect.objectContaining({ scope }), expect.objectContaining({ scope })]);
});

it.each([said.address, said.secret])('tells main that the window holds a secret: %s', async (field) => {
  const { bridge, asked } = createFakeBridge();
  const session = createSession(bridge, aSnapshot(), () => noon);
  render(HookForm, { session, bridge, onclose: () => undefined });
  expect(asked('holds')).toEqual([]);
  await userEvent.setup().type(screen.getByLabelText(field), 'https');
  expect(asked('holds')).toEqual([{ holding: 'secret' }]);
});

it('says itself what is wrong with an address, where the browser would say it in another language', async () => {
  const fault = { code: 'bad-field', field: 'target.address', fault: 'no-webhook-address' } as const;
  const { bridge, asked } = createFakeBridge({ addHook: () => refused(fault) });
  render(HookForm, {
    session: createSession(bridge, aSnapshot(), () => noon),
    bridge,
    onclose: () => undefined,
  });
  const user = userEvent.setup();
  await user.type(screen.getByLabelText(said.address), 'hooks.example.com/services/1');
  await user.click(screen.getByRole('button', { name: said.save }));
  expect(asked('addHook')).toHaveLength(1);
  expect(await screen.findByText(words.en.refusals.faults['no-webhook-address'])).toBeTruthy();
});

it.each([
  ['saved', accepted({ id: 'a', storage: 'session' as const }), said.sessionOnly],
  ['refused', refused({ code: 'cannot-save' }), words.en.refusals.codes['cannot-save']],
])(
  'leaves alone the form that took its place before it was %s, and is told all the same',
  async (_how, reply, text) => {
    const { promise, resolve } = Promise.withResolvers<typeof reply>();
    const { bridge } = createFakeBridge({ addHook: () => promise });
    const session = createSession(bridge, aSnapshot(), () => noon);
    render(HookList, { session, bridge });
    render(Toast, { session });
    const user = userEvent.setup();
    const begin = async (address: string) => {
      await user.click(screen.getByRole('button', { name: said.add }));
      await user.type(screen.getByLabelText(said.address), address);
    };
    await begin('https://one.example.com/');
    await user.click(screen.getByRole('button', { name: said.save }));
    await user.click(screen.getByRole('button', { name: said.cancel }));
    await begin('https://other.example.com/');
    resolve(reply);
    expect(await screen.findByText(text)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(said.address).value).toBe('https://other.example.com/');
  },
);
