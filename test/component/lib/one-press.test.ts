import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { expect, it } from 'vitest';
import type { HookCard, Snapshot, WishCard } from '../../../main/contract.ts';
import App from '../../../renderer/App.svelte';
import { createSession } from '../../../renderer/lib/session.svelte.ts';
import { words } from '../../../words/words.ts';
import { noon } from '../../support/samples/moments.ts';
import { aProblem } from '../../support/samples/problems.ts';
import { aRow } from '../../support/samples/rows.ts';
import { aSnapshot } from '../../support/samples/snapshots.ts';
import { accepted, createFakeBridge } from '../support/fake-bridge.ts';
import { layOut } from '../support/laid-out.ts';

const { hooks: hookWords, registering } = words.en;

layOut({ width: 420, height: 640 });

function show(parts: Partial<Snapshot>) {
  const done = () => accepted(null);
  const fake = createFakeBridge({
    timeline: () => accepted([]),
    ...{
      answerWishes: done,
      dropWishes: done,
      removeHook: done,
      tryHook: () => new Promise(() => undefined),
    },
  });
  const session = createSession(fake.bridge, aSnapshot({ rows: [aRow(1), aRow(2)], ...parts }), () => noon);
  render(App, { session, bridge: fake.bridge });
  async function change(change: Parameters<typeof fake.push<'changed'>>[1]): Promise<void> {
    fake.push('changed', change);
    await tick();
    // The browser tells of what has gone a moment later.
    await tick();
  }
  return { ...fake, session, change, user: userEvent.setup() };
}

const wish = (id: string, state: WishCard['state']): WishCard => ({
  ...{ id, account: 'a1', workspace: 'drama', projectId: 1234, bucket: 'media', key: `${id}.mov` },
  ...{ wishedAt: noon, state },
});
const hook = (id: string): HookCard => ({
  ...{ id, scope: { kind: 'account', account: 'a1' }, events: ['completed'] },
  ...{ scopeName: 'Drama team', target: { kind: 'program', path: `/bin/${id}` }, last: null },
});

const firstOf = (name: string) => screen.getAllByRole('button', { name })[0]!;

it('keeps the second click of a double click from the file that comes into the place of the first', async () => {
  const wishes = [1, 2].map((number) => wish(`w${number}`, { kind: 'in-doubt', above: 1 }));
  const { asked, change } = show({ wishes });
  await fireEvent.click(firstOf(registering.sendAnyway), { detail: 1 });
  await change({ wishes: wishes.slice(1) });
  await fireEvent.click(firstOf(registering.sendAnyway), { detail: 2 });
  expect(asked('answerWishes')).toEqual([{ wishes: ['w1'], how: 'send' }]);
  await fireEvent.click(firstOf(registering.sendAnyway), { detail: 1 });
  expect(asked('answerWishes')).toHaveLength(2);
});

it('keeps it from the row that is under the pointer once a message has gone', async () => {
  const wishes = [wish('w1', { kind: 'in-doubt', above: 1 })];
  const { change } = show({ wishes });
  await fireEvent.click(firstOf(registering.leaveIt), { detail: 1 });
  await change({ wishes: [] });
  const row = screen.getByRole('row', { name: /ep1\.mov/ });
  await fireEvent.click(row, { detail: 2 });
  await fireEvent.dblClick(row, { detail: 2 });
  await tick();
  expect(screen.queryByRole('heading', { name: 'ep1.mov' })).toBeNull();
  expect(screen.queryAllByRole('row', { selected: true })).toEqual([]);
  await fireEvent.click(row, { detail: 1 });
  await fireEvent.click(row, { detail: 2 });
  await fireEvent.dblClick(row, { detail: 2 });
  expect(await screen.findByRole('heading', { name: 'ep1.mov' })).toBeTruthy();
});

it('lets the same button be clicked as fast as one likes', async () => {
  const { asked } = show({ wishes: [wish('w1', { kind: 'in-doubt', above: 1 })] });
  for (const detail of [1, 2, 3]) await fireEvent.click(firstOf(registering.look), { detail });
  expect(asked('answerWishes')).toHaveLength(3);
});

it('does nothing where Enter is pressed twice on the cross of a program', async () => {
  const { asked, change, session, user } = show({ hooks: [hook('h1'), hook('h2')] });
  session.show('settings');
  await tick();
  firstOf(hookWords.removeOf('/bin/h1')).focus();
  await user.keyboard('{Enter}');
  await change({ hooks: [hook('h2')] });
  expect(document.activeElement?.localName).toBe('li');
  expect(document.activeElement?.textContent).toContain('/bin/h2');
  await user.keyboard('{Enter} ');
  expect([asked('removeHook'), asked('tryHook')]).toEqual([[{ hook: 'h1' }], []]);
});

it('does nothing where Enter is pressed twice on a refusal of which it is taken note', async () => {
  const refused = (id: string, kind: 'permission' | 'refused') =>
    wish(id, { kind: 'refused', problem: aProblem(kind) });
  const wishes = [refused('w1', 'permission'), refused('w2', 'refused')];
  const { asked, change, user } = show({ wishes });
  firstOf(registering.dismiss).focus();
  await user.keyboard('{Enter}');
  await change({ wishes: wishes.slice(1) });
  expect(document.activeElement?.textContent).toContain('w2.mov');
  await user.keyboard('{Enter}');
  expect([asked('dropWishes'), asked('answerWishes')]).toEqual([[{ wishes: ['w1'] }], []]);
});

it('presses once where a key is held down', async () => {
  const { asked, user } = show({ wishes: [wish('w1', { kind: 'in-doubt', above: 1 })] });
  firstOf(registering.sendAnyway).focus();
  await user.keyboard('{Enter>4/}');
  expect(asked('answerWishes')).toHaveLength(1);
});
