import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { settingNames, type Snapshot } from '../../../main/contract.ts';
import { createSession } from '../../../renderer/lib/session.svelte.ts';
import SettingsView from '../../../renderer/views/SettingsView.svelte';
import Toast from '../../../renderer/views/shell/Toast.svelte';
import { words } from '../../../words/words.ts';
import { accepted, createFakeBridge, refused } from '../support/fake-bridge.ts';
import { noon } from '../../support/samples/moments.ts';
import { aSnapshot } from '../../support/samples/snapshots.ts';

const text = words.en.settings;
const { labels, choices } = text;

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
  [labels.floorMs, choices.floorMs[30000], { floorMs: 30_000 }],
  [labels.notifier, choices.notifier.electron, { notifier: 'electron' }],
  [labels.language, '한국어', { language: 'ko' }],
  [labels.theme, choices.theme.dark, { theme: 'dark' }],
])('%s is changed alone', async (label, option, change) => {
  const { asked, user } = show();
  await user.selectOptions(screen.getByLabelText(label), option);
  expect(asked('changeSettings')).toEqual([change]);
});

it.each([
  [labels.noticeCompleted, { noticeCompleted: false }],
  [labels.noticeFailed, { noticeFailed: false }],
  [labels.noticeLate, { noticeLate: true }],
  [labels.sound, { sound: false }],
  [labels.startAtLogin, { startAtLogin: true }],
])('%s is switched by keyboard', async (label, change) => {
  const { asked, user } = show();
  screen.getByRole('switch', { name: label }).focus();
  await user.keyboard(' ');
  expect(asked('changeSettings')).toEqual([change]);
});

it('has a control for each setting', () => {
  show();
  const shown = settingNames.filter(
    (name) => screen.queryByLabelText(labels[name], { selector: 'select, button' }) !== null,
  );
  expect(shown).toEqual(settingNames);
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
  await user.click(screen.getByRole('switch', { name: labels.sound }));
  expect(await screen.findByText(words.en.refusals.codes['cannot-save'])).toBeTruthy();
});
