import { describe, expect, it } from 'vitest';
import { newestOf, trayMenuOf, type TrayMenuItem } from '../../../main/wording/tray-menu.ts';
import { noon } from '../../support/samples/moments.ts';
import { aRow } from '../../support/samples/rows.ts';

const labels = (menu: readonly TrayMenuItem[]) =>
  menu.map((item) => (item.kind === 'separator' ? '-' : item.label));

describe('trayMenuOf', () => {
  it('lists what is importing and what ended, then what can be done', () => {
    const rows = [aRow(1), aRow(2, { outcome: 'completed', endedAt: noon - 60_000 })];
    const menu = trayMenuOf({ ...newestOf(rows), paused: false, canCheck: true }, noon, 'en');
    expect(labels(menu)[0]).toMatch(/ep1\.mov {2}10 min$/);
    expect(labels(menu)[2]).toMatch(/ep2\.mov/);
    expect(labels(menu).slice(3)).toEqual([
      '-',
      'Check now',
      'Pause for 1 hour',
      'Pause until tomorrow',
      '-',
      'Open Import Watch',
      'Quit',
    ]);
    expect(menu[0]).toMatchObject({ action: { kind: 'show-row', watch: 'a1:drama/1' } });
  });

  it('offers to resume while paused, and not to check', () => {
    const menu = trayMenuOf({ importing: [], ended: [], paused: true, canCheck: true }, noon, 'en');
    expect(labels(menu)).toEqual(['Check now', 'Resume', '-', 'Open Import Watch', 'Quit']);
    expect(menu[0]).toMatchObject({ enabled: false });
  });

  it('does not change within a minute, so that the panel is left alone', () => {
    const state = { ...newestOf([aRow(1)]), paused: false, canCheck: true };
    expect(trayMenuOf(state, noon + 1_000, 'en')).toEqual(trayMenuOf(state, noon + 59_000, 'en'));
  });

  it('has room for the newest only', () => {
    const rows = Array.from({ length: 50 }, (_, index) =>
      aRow(index + 1, { startedAt: noon - index * 1_000 }),
    );
    const { importing } = newestOf(rows);
    expect(importing.map(({ reference }) => reference.assetId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
