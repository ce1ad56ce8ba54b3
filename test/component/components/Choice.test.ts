import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { expect, it } from 'vitest';
import { createSession } from '../../../renderer/lib/session.svelte.ts';
import SettingsView from '../../../renderer/views/SettingsView.svelte';
import { words } from '../../../words/words.ts';
import { noon } from '../../support/samples/moments.ts';
import { aSnapshot } from '../../support/samples/snapshots.ts';
import { accepted, createFakeBridge, refused } from '../support/fake-bridge.ts';

const { labels, choices } = words.en.settings;
const { settings } = aSnapshot();
const zoom = () => Number(screen.getByLabelText<HTMLSelectElement>(labels.zoom).value);

it('shows what is in force again where the choice was refused, so that it can be chosen again', async () => {
  const { bridge, asked } = createFakeBridge({ changeSettings: () => refused({ code: 'cannot-save' }) });
  render(SettingsView, { session: createSession(bridge, aSnapshot(), () => noon), bridge });
  const user = userEvent.setup();
  await user.selectOptions(screen.getByLabelText(labels.zoom), choices.zoom[1.5]);
  await tick();
  expect(zoom()).toBe(1);
  expect(asked('changeSettings')).toEqual([{ zoom: 1.5 }]);
});

it('follows what changes elsewhere after the person has chosen', async () => {
  const { bridge, push } = createFakeBridge({ changeSettings: () => accepted(settings) });
  render(SettingsView, { session: createSession(bridge, aSnapshot(), () => noon), bridge });
  const user = userEvent.setup();
  await user.selectOptions(screen.getByLabelText(labels.zoom), choices.zoom[1.5]);
  for (const now of [1.5, 1.25, 1.5] as const) {
    push('changed', { settings: { ...settings, zoom: now } });
    await tick();
    expect(zoom()).toBe(now);
  }
});
