import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { mutedText, rowMutedText } from '../../../../renderer/views/muting/mute-text.ts';
import MuteMenu from '../../../../renderer/views/muting/MuteMenu.svelte';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';

const { muting } = words.en;
const { 'one-hour': hour, 'until-tomorrow': tomorrow, 'until-it-ends': end } = muting.spans;
const labels = { mute: muting.mute, unmute: muting.unmute.watch };
const one = { language: 'en', labels, isMuted: false, isOpen: true, isMany: false } as const;

it.each([
  ['in progress', {}, [hour, tomorrow, end]],
  ['over', { isOpen: false }, [hour, tomorrow]],
  ['many', { isMany: true }, [hour, tomorrow, muting.untilAllEnd]],
  [
    'many, and some may be muted',
    { isMany: true, mayUnmute: true },
    [hour, tomorrow, muting.untilAllEnd, labels.unmute],
  ],
])('offers what fits what is %s', (_what, props, offered) => {
  render(MuteMenu, { ...one, ...props, onmute: () => {} });
  // The menu is closed, so it is no part of the tree.
  const buttons = screen.getAllByRole('button', { hidden: true });
  expect(buttons.map((button) => button.textContent.trim())).toEqual([muting.mute, ...offered]);
});

it('ends it at once', async () => {
  const onmute = vi.fn();
  render(MuteMenu, { ...one, isMuted: true, onmute });
  await userEvent.click(screen.getByRole('button', { name: labels.unmute }));
  expect(onmute).toHaveBeenCalledExactlyOnceWith(null);
});

it('says how long, and with what an import is muted', () => {
  const until = { kind: 'until', at: noon + 3_600_000, isLength: true } as const;
  expect(mutedText({ kind: 'until-it-ends' }, 'group', noon, 'en')).toBe(muting.untilEnd.group);
  const text = mutedText(until, 'watch', noon, 'en');
  expect(rowMutedText({ ...until, of: 'watch', id: 'a1:drama/1' }, noon, 'en')).toBe(text);
  expect(rowMutedText({ ...until, of: 'group', id: 'g' }, noon, 'en')).toBe(`${text} · ${muting.withGroup}`);
});
