import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { settingNames, type Snapshot, type UpdateState } from '../../../main/contract.ts';
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
    update: () => accepted(null),
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
  [labels.zoom, choices.zoom[1.5], { zoom: 1.5 }],
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

const controls = () =>
  settingNames.filter(
    (name) => screen.queryByLabelText(labels[name], { selector: 'select, button, [role=group]' }) !== null,
  );

const nothingNewer: UpdateState = { kind: 'none', lookedAt: noon, hasFailed: false };

it('shows nothing of updates where the package names no feed', () => {
  show();
  expect(controls()).not.toContain('lookForUpdates');
  expect(screen.queryByText(/update/i)).toBe(null);
});

it('offers the next step of an update', async () => {
  const { asked, push, user } = show({ update: nothingNewer });
  await user.click(screen.getByRole('button', { name: 'Check for updates' }));
  push('changed', { update: { kind: 'found', version: '2.0.0', failure: null } });
  await user.click(await screen.findByRole('button', { name: 'Download version 2.0.0' }));
  push('changed', { update: { kind: 'ready', version: '2.0.0' } });
  await user.click(await screen.findByRole('button', { name: 'Restart to update to 2.0.0' }));
  expect(asked('update')).toEqual([{ act: 'look' }, { act: 'download' }, { act: 'install' }]);
});

it('has a control for each setting', () => {
  show({ settings: { ...aSnapshot().settings, quietHours: true }, update: nothingNewer });
  expect(controls()).toEqual(settingNames);
});

it('asks for the times of quiet hours only where there are any', () => {
  show();
  expect(controls().filter((name) => name.startsWith('quiet'))).toEqual(['quietHours']);
});

it('has quiet hours begin on the days that are chosen', async () => {
  const { asked, user } = show({ settings: { ...aSnapshot().settings, quietHours: true } });
  await user.click(screen.getByRole('button', { name: 'Sunday', pressed: true }));
  expect(asked('changeSettings')).toEqual([{ quietDays: 0b0111111 }]);
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

describe('the shortcut that opens the window', () => {
  const button = () => screen.getByRole('button', { name: new RegExp(labels.openShortcut) });

  it('is recorded by keyboard alone', async () => {
    const { asked, user } = show();
    button().focus();
    await user.keyboard('{Enter}');
    expect(button().textContent.trim()).toBe(text.shortcut.press);
    await user.keyboard('{Control>}{Shift>}I{/Shift}{/Control}');
    expect(asked('changeSettings')).toEqual([{ openShortcut: 'Control+Shift+I' }]);
    expect(document.activeElement).toBe(button());
  });

  it('takes no keys that programs need, and says which it takes', async () => {
    const { asked, user } = show();
    await user.click(button());
    await user.keyboard('{Control>}c{/Control}');
    expect(screen.getByText(text.shortcut.tooFew('Ctrl, Alt, Shift, Super'))).toBeTruthy();
    await user.keyboard('{Control>}{Alt>}l{/Alt}{/Control}');
    expect(screen.getByText(text.shortcut.ofSystem)).toBeTruthy();
    expect(asked('changeSettings')).toEqual([]);
  });

  it('stays as it was after Escape or where the keyboard goes on', async () => {
    const { asked, user } = show();
    await user.click(button());
    await user.keyboard('{Escape}{Control>}{Shift>}I{/Shift}{/Control}');
    await user.click(button());
    await user.tab();
    expect(button().textContent.trim()).toBe(text.shortcut.none);
    expect(asked('changeSettings')).toEqual([]);
  });

  it('is cleared, and the keyboard stays there', async () => {
    const settings = { ...aSnapshot().settings, openShortcut: 'Control+Shift+I' as const };
    const { asked, user } = show({ settings });
    expect(button().textContent.trim()).toBe('Ctrl+Shift+I');
    await user.click(screen.getByRole('button', { name: text.shortcut.clear }));
    expect(asked('changeSettings')).toEqual([{ openShortcut: null }]);
    expect(document.activeElement).toBe(button());
  });
});
