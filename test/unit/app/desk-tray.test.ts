import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDeskTray } from '../../../main/app/desk-tray.ts';
import type { Health } from '../../../main/model/view.ts';
import type { Desk } from '../../../main/desk/desk.ts';
import { someCounts } from '../../support/samples/counts.ts';

const hour = 3_600_000;
const evening = new Date(2026, 10, 24, 18).getTime();

beforeEach(() => void vi.useFakeTimers({ now: evening }));
afterEach(() => void vi.useRealTimers());

/** The tooltips that the tray showed, and what ends it. */
function trayOf(health: Health) {
  const tooltips: string[] = [];
  const real = {
    ...{ setImage: vi.fn(), setContextMenu: vi.fn(), popUpContextMenu: vi.fn(), on: vi.fn() },
    ...{ destroy: vi.fn(), isDestroyed: () => false, getBounds: vi.fn() },
    setToolTip: (text: string) => tooltips.push(text),
  };
  const projection = {
    picture: () => ({ health, counts: someCounts() }),
    newest: () => ({ importing: [], ended: [] }),
  };
  const tray = openDeskTray({ projection } as unknown as Desk, {
    ...{ platform: 'win32', now: Date.now, language: () => 'en', warnings: () => [], update: () => null },
    ...{ createTray: () => real, buildMenu: vi.fn(), imageOf: vi.fn(), act: vi.fn(), clicked: vi.fn() },
    onShadeChange: () => undefined,
    host: { ask: () => Promise.resolve(true), missing: () => undefined, found: () => undefined },
  });
  return { tooltips, stop: tray.stop };
}

it('says when a pause ends as of the day that it is, also after a night in which nothing happened', () => {
  const { tooltips, stop } = trayOf({ kind: 'paused', until: evening + 14 * hour });
  expect(tooltips).toEqual(['Paused until tomorrow 08:00']);
  vi.advanceTimersByTime(13 * hour);
  expect(tooltips).toEqual(['Paused until tomorrow 08:00', 'Paused until 08:00']);
  stop();
  expect(vi.getTimerCount()).toBe(0);
});

it('lets an age grow by the seconds', () => {
  const { tooltips, stop } = trayOf({
    ...{ kind: 'watching', answeredAt: evening, nextAt: null },
    ...{ isSlowed: false, scarce: [], quiet: null },
  });
  vi.advanceTimersByTime(30_000);
  expect(tooltips).toHaveLength(3);
  stop();
});
