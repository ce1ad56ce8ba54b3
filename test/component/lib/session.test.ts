import { describe, expect, it, vi } from 'vitest';
import type { Change, Health, Language, NoticeFate, Snapshot } from '../../../main/contract.ts';
import type { PostponedReason } from '../../../main/model/notice.ts';
import type { RowMute } from '../../../main/model/view.ts';
import { openSession } from '../../../renderer/lib/session.svelte.ts';
import { anInboxEntry } from '../../support/samples/inbox-entries.ts';
import { noon } from '../../support/samples/moments.ts';
import { aProblem } from '../../support/samples/problems.ts';
import { aRow } from '../../support/samples/rows.ts';
import { aSnapshot } from '../../support/samples/snapshots.ts';
import { words } from '../../../words/words.ts';
import { accepted, createFakeBridge } from '../support/fake-bridge.ts';

async function opened() {
  const fake = createFakeBridge({ snapshot: () => accepted(aSnapshot()) });
  const session = await openSession(fake.bridge);
  if (!session.ok) throw new Error('The session did not open.');
  return { push: fake.push, telling: session.value.telling };
}

it('misses no change that comes while the snapshot is on its way', async () => {
  const answer = Promise.withResolvers<Snapshot>();
  const fake = createFakeBridge({ snapshot: async () => accepted(await answer.promise) });
  const opening = openSession(fake.bridge);
  answer.resolve(aSnapshot({ rows: [aRow(1, { label: 'Before' })] }));
  fake.push('changed', { rows: [aRow(1, { label: 'After' })] });
  const session = await opening;
  expect(session.ok && [...session.value.rows.values()].map(({ label }) => label)).toEqual(['After']);
});

it('misses nothing that is to be seen or has changed while the words are on their way', async () => {
  const arrival = Promise.withResolvers<undefined>();
  const load = vi.fn(() => arrival.promise);
  const fake = createFakeBridge({ snapshot: () => accepted(aSnapshot()) });
  const opening = openSession(fake.bridge, load);
  await vi.waitFor(() => expect(load).toHaveBeenCalled());
  fake.push('changed', { rows: [aRow(1)] });
  fake.push('show', { view: 'inbox', watch: null, group: null });
  arrival.resolve(undefined);
  const session = await opening;
  expect(session.ok && [session.value.view, session.value.rows.size]).toEqual(['inbox', 1]);
});

it('has the words of the system before main has answered, and waits for those of another language', async () => {
  const answer = Promise.withResolvers<Snapshot>();
  const fake = createFakeBridge({ snapshot: async () => accepted(await answer.promise) });
  const loaded: Language[] = [];
  const opening = openSession(fake.bridge, async (language) => void loaded.push(language));
  await vi.waitFor(() => expect(loaded).toEqual(['en']));
  answer.resolve(aSnapshot({ language: 'ja' }));
  await opening;
  expect(loaded).toEqual(['en', 'ja']);
});

it('takes the rest of a long list as no news, and nothing back that it knows better', async () => {
  const fake = createFakeBridge({
    snapshot: () => accepted(aSnapshot({ isWhole: false, rows: [aRow(1, { label: 'Known' })] })),
    sendRest: () => accepted(null),
  });
  const opened = await openSession(fake.bridge);
  if (!opened.ok) throw new Error('The session did not open.');
  const { rows, telling, ...session } = opened.value;
  expect(session.isWhole).toBe(false);
  await vi.waitFor(() => expect(fake.asked('sendRest')).toHaveLength(1));
  fake.push('rest', { rows: [aRow(1, { label: 'Older' }), aRow(2)], inbox: [], isLast: false });
  await vi.waitFor(() => expect(fake.asked('sendRest')).toHaveLength(2));
  fake.push('changed', { rows: [aRow(3, { label: 'Newer' })] });
  fake.push('rest', { rows: [aRow(3, { label: 'Older' })], inbox: [anInboxEntry('e1')], isLast: true });
  expect(opened.value.isWhole).toBe(true);
  expect([...rows.values()].map(({ label }) => label)).toEqual(['Known', null, 'Newer']);
  expect(opened.value.inbox).toHaveLength(1);
  expect(telling.spoken).toBeNull();
});

it('reads aloud what is new while the rest is on its way, and nothing old that changes meanwhile', async () => {
  const [newest, oldest] = [
    anInboxEntry('newest'),
    anInboxEntry('oldest of the first', { at: noon - 1_000 }),
  ];
  const first = aSnapshot({ isWhole: false, inbox: [newest, oldest] });
  const fake = createFakeBridge({ snapshot: () => accepted(first), sendRest: () => accepted(null) });
  const opened = await openSession(fake.bridge);
  if (!opened.ok) throw new Error('The session did not open.');
  const { telling } = opened.value;
  const old = anInboxEntry('old', { at: noon - 2_000 });
  fake.push('changed', { inbox: [newest, oldest, old].map((entry) => ({ ...entry, read: true })) });
  expect(telling.spoken).toBeNull();
  fake.push('changed', { inbox: [anInboxEntry('a.mov', { at: noon + 1_000 })] });
  expect(telling.spoken?.text).toBe(`a.mov: ${words.en.outcomes.completed}`);
  fake.push('rest', { rows: [], inbox: [old], isLast: true });
  // The clock was set back.
  fake.push('changed', { inbox: [anInboxEntry('b.mov', { at: noon - 3_000 })] });
  expect(telling.spoken?.text).toBe(`b.mov: ${words.en.outcomes.completed}`);
});

describe('what ends while the window is open', () => {
  const postponed = (reason: PostponedReason): NoticeFate => ({ kind: 'postponed', reason });
  const held: NoticeFate = { kind: 'held', reason: 'told-with-group', at: noon };
  const trouble: Health = { kind: 'needs-you', account: 'a1', problem: aProblem('credentials') };
  const quiet = { kind: 'system' } as const;
  const mute: RowMute = { of: 'group', id: 'g1', kind: 'until-it-ends' };

  it.each([
    ['of one that is muted', postponed('muted'), {}],
    ['in quiet hours', postponed('quiet-hours'), {}],
    ['while the system is to keep quiet', postponed('do-not-disturb'), {}],
    ['of one in a group, muted with it', held, { rows: [aRow(1, { mute })] }],
    ['of one in a group in quiet hours', held, { quiet }],
    ['of one in a group in quiet hours, while an account is in trouble', held, { health: trouble, quiet }],
  ] satisfies [string, NoticeFate, Change][])('is not said aloud %s', async (_which, fate, change) => {
    const { push, telling } = await opened();
    push('changed', { ...change, inbox: [anInboxEntry('a.mov', { watch: aRow(1).id, fate })] });
    expect(telling.spoken).toBeNull();
    // What is told meanwhile, as a failure that is let through, is named alone.
    const fates = [fate, { kind: 'recorded' }] as const;
    push('changed', {
      ...change,
      inbox: fates.map((each) => anInboxEntry(`${each.kind}.mov`, { watch: aRow(1).id, fate: each })),
    });
    expect(telling.spoken?.text).toBe(`recorded.mov: ${words.en.outcomes.completed}`);
  });

  it('is said aloud where its group tells of it, or the person wants no notification', async () => {
    const { push, telling } = await opened();
    push('changed', { rows: [aRow(1)], inbox: [anInboxEntry('a.mov', { watch: aRow(1).id, fate: held })] });
    expect(telling.spoken?.text).toBe(`a.mov: ${words.en.outcomes.completed}`);
  });
});

it('speaks the language that was chosen last, once its words are there, also where those of another come later', async () => {
  const fake = createFakeBridge({ snapshot: () => accepted(aSnapshot()) });
  const japanese = Promise.withResolvers<undefined>();
  const load = (language: Language) => (language === 'ja' ? japanese.promise : Promise.resolve());
  const opened = await openSession(fake.bridge, load);
  if (!opened.ok) throw new Error('The session did not open.');
  fake.push('changed', { language: 'ja' });
  fake.push('changed', { language: 'ko' });
  expect(opened.value.words).toBe(words.en);
  await vi.waitFor(() => expect(opened.value.words).toBe(words.ko));
  japanese.resolve(undefined);
  await new Promise(setImmediate);
  expect(opened.value.words).toBe(words.ko);
});
