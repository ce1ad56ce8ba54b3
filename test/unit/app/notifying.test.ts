import { expect, test, vi } from 'vitest';
import { createNotifying, type NotifyingPorts } from '../../../main/app/notifying.ts';

test.each([
  ['darwin', 1],
  ['win32', 0],
  ['linux', 0],
] as const)(
  'on %s the permission for notifications is asked for %i times while the person looks',
  (platform, times) => {
    const isSupported = vi.fn(() => true);
    createNotifying({ platform, isSupported, clicks: {} } as unknown as NotifyingPorts).askWhileSeen();
    expect(isSupported).toHaveBeenCalledTimes(times);
  },
);
