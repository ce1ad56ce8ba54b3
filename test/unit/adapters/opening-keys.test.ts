import { expect, it, vi } from 'vitest';
import { createOpeningKeys } from '../../../main/adapters/opening-keys.ts';
import { createGlobalShortcut } from '../../stand-in/rooms/global-shortcut.ts';

function onDesktop(environment: Record<string, string> = {}) {
  const port = createGlobalShortcut(() => true, environment);
  const open = vi.fn();
  return { port, open, keys: createOpeningKeys(port, open) };
}

it('opens with the keys, wherever they are pressed', () => {
  const { keys, open, port } = onDesktop();
  expect(keys.become('Control+Shift+I')).toBe(true);
  port.press('Control+Shift+I');
  expect(open).toHaveBeenCalledOnce();
});

it('gives the old keys back for new ones, and all of them for none', () => {
  const { keys, port } = onDesktop();
  keys.become('Control+Shift+I');
  expect(keys.become('Control+Shift+I')).toBe(true);
  keys.become('Control+Alt+M');
  expect([port.isRegistered('Control+Shift+I'), port.isRegistered('Control+Alt+M')]).toEqual([false, true]);
  keys.become(null);
  expect(port.isRegistered('Control+Alt+M')).toBe(false);
});

it('keeps the old keys where another program has the new ones', () => {
  const { keys, port } = onDesktop();
  keys.become('Control+Shift+I');
  port.register('Control+Alt+M', () => undefined);
  expect(keys.become('Control+Alt+M')).toBe(false);
  expect(port.isRegistered('Control+Shift+I')).toBe(true);
});

it('says so where the desktop gives no keys', () => {
  const { keys } = onDesktop({ STAND_IN_SHORTCUTS: 'refused' });
  expect(keys.become('Control+Shift+I')).toBe(false);
  expect(keys.become(null)).toBe(true);
});
