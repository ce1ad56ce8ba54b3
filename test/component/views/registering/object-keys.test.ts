import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { WishCard } from '../../../../main/contract.ts';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import { shownKey } from '../../../../renderer/lib/shown-key.ts';
import PlannedList from '../../../../renderer/views/registering/PlannedList.svelte';
import RegisterAgainDialog from '../../../../renderer/views/registering/RegisterAgainDialog.svelte';
import RegisterResults from '../../../../renderer/views/registering/RegisterResults.svelte';
import WishNotices from '../../../../renderer/views/registering/WishNotices.svelte';
import { noon } from '../../../support/samples/moments.ts';
import { aSnapshot } from '../../../support/samples/snapshots.ts';
import { accepted, createFakeBridge } from '../../support/fake-bridge.ts';

const key = 'media/promo_\u202egpj.exe';
const shown = /promo_‹U\+202E›gpj\.exe/;
const wish: WishCard = {
  ...{ id: 'w1', account: 'a1', workspace: 'drama', projectId: 1234, bucket: 'drama-media', key },
  ...{ wishedAt: noon, state: { kind: 'in-doubt', above: 7 } },
};

function open() {
  const source = { bucket: 'drama-media', key };
  const file = { watch: 'a1:drama/1', name: null, outcome: 'failed', source } as const;
  const files = [{ ...file, problem: null, fault: null, object: null }];
  const { bridge } = createFakeBridge({ planRegisterAgain: () => accepted({ plan: 1, files }) });
  return { bridge, session: createSession(bridge, aSnapshot({ wishes: [wish] }), () => noon) };
}

it.each([
  ['a\u200bb.mov', 'a‹U+200B›b.mov'],
  ['a\u0000b\u{e0041}.mov', 'a‹U+0›b‹U+E0041›.mov'],
  ['\u3164.mov', '‹U+3164›.mov'],
  ['❤️ 가을 é.mov', '❤️ 가을 é.mov'],
])('shows each sign that cannot be seen: %j', (of, as) => {
  expect(shownKey(of)).toBe(as);
});

it('shows what would be registered', () => {
  const found = [{ bucket: 'drama-media', key, line: 1, isUnknownKind: false }];
  const faulty = [{ text: key, line: 2, fault: 'extension' as const }];
  const planned = { plan: 1, found, faulty, repeated: 0, left: 0 };
  render(PlannedList, { planned, bucket: 'drama-media', isNamed: () => false, language: 'en' });
  expect(screen.getAllByText(shown).map(({ tagName }) => tagName)).toEqual(['BDI', 'BDI']);
});

it('shows what would be registered again', async () => {
  const { session } = open();
  await session.again.plan(['a1:drama/1']);
  render(RegisterAgainDialog, { session });
  expect(screen.getAllByText(shown)).toHaveLength(2);
});

it('shows what became of it, and what is asked of it', () => {
  const { session, bridge } = open();
  render(RegisterResults, { session });
  render(WishNotices, { session, bridge });
  expect(screen.getAllByText(shown)).toHaveLength(2);
});
