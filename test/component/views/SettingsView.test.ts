import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Snapshot } from '../../../main/contract.ts';
import { createSession } from '../../../renderer/lib/session.svelte.ts';
import SettingsView from '../../../renderer/views/SettingsView.svelte';
import Toast from '../../../renderer/views/shell/Toast.svelte';
import { words } from '../../../words/words.ts';
import { accepted, createFakeBridge, refused } from '../support/fake-bridge.ts';
import { noon } from '../../support/samples/moments.ts';
import { aSnapshot } from '../../support/samples/snapshots.ts';

const text = words.en.settings;

function show(parts: Partial<Snapshot> = {}, changed = accepted(aSnapshot().settings)) {
  const fake = createFakeBridge({
    changeSettings: () => changed,
    pause: () => accepted(null),
    resume: () => accepted(null),
  });
  const session = createSession(fake.bridge, aSnapshot(parts), () => noon);
  render(SettingsView, { session, bridge: fake.bridge });
  render(Toast, { session });
  return { ...fake, user: userEvent.setup() };
}

it.each([
  [text.floor, text.floors[30000], { floorMs: 30_000 }],
  [text.notifier, text.notifiers.electron, { notifier: 'electron' }],
  [text.language, '한국어', { language: 'ko' }],
  [text.theme, text.themes.dark, { theme: 'dark' }],
])('%s is changed alone', async (label, option, change) => {
  const { asked, user } = show();
  await user.selectOptions(screen.getByLabelText(label), option);
  expect(asked('changeSettings')).toEqual([change]);
});

it.each([
  [text.noticeCompleted, { noticeCompleted: false }],
  [text.noticeFailed, { noticeFailed: false }],
  [text.noticeLate, { noticeLate: true }],
  [text.sound, { sound: false }],
  [text.startAtLogin, { startAtLogin: true }],
])('%s is switched by keyboard', async (label, change) => {
  const { asked, user } = show();
  screen.getByRole('switch', { name: label }).focus();
  await user.keyboard(' ');
  expect(asked('changeSettings')).toEqual([change]);
});

it('pauses, and resumes while it is paused', async () => {
  const running = show();
  await running.user.click(screen.getByRole('button', { name: text.pauseTomorrow }));
  expect(running.asked('pause')).toEqual([{ for: 'until-tomorrow' }]);
  running.push('changed', { pausedUntil: noon + 3_600_000 });
  await running.user.click(await screen.findByRole('button', { name: text.resume }));
  expect(running.asked('resume')).toHaveLength(1);
});

it('says why a setting was not changed', async () => {
  const { user } = show({}, refused({ code: 'cannot-save' }));
  await user.click(screen.getByRole('switch', { name: text.sound }));
  expect(await screen.findByText(words.en.refusals.codes['cannot-save'])).toBeTruthy();
});
