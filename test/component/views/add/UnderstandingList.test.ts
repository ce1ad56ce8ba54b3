import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { Understanding } from '../../../../main/contract.ts';
import UnderstandingList from '../../../../renderer/views/add/UnderstandingList.svelte';
import { words } from '../../../../words/words.ts';

type Piece = Understanding['notUnderstood'][number];
const offer = { use: { kind: 'field', line: 1, field: 'id' }, text: 'id' } as const;
const pieceOf = (text: string): Piece => ({ text, line: 1, reason: 'id-not-positive', offers: [offer] });
const propsOf = (...notUnderstood: readonly Piece[]) => ({
  understanding: { found: [], notUnderstood, repeated: 0, shortened: 0 },
  language: 'en' as const,
  onuse: () => undefined,
});
const buttons = () => screen.getAllByRole('button', { name: words.en.add.offers.field('id') });

it('has another button for the piece that comes into the place of one that was used', async () => {
  const { rerender } = render(UnderstandingList, propsOf(pieceOf('one'), pieceOf('two')));
  const [first] = buttons();
  await rerender(propsOf(pieceOf('two')));
  expect(buttons()).toHaveLength(1);
  expect(buttons()[0]).not.toBe(first);
});
