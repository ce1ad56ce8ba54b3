import { describe, expect, it } from 'vitest';
import type { Row } from '../../../main/monitor/view.ts';
import { newestOf, trayMenuOf, type TrayMenuItem } from '../../../main/wording/tray-menu.ts';

const now = Date.UTC(2026, 10, 24, 12, 0, 0);

function row(assetId: number, parts: Partial<Row>): Row {
  return {
    id: `a1:drama/${assetId}`,
    account: 'a1',
    reference: { workspace: 'drama', projectId: 1234, assetId },
    label: null,
    fileName: `ep${assetId}.mov`,
    outcome: 'importing',
    status: 'IN_PROGRESS',
    text: null,
    metaData: null,
    addedAt: now - 600_000,
    startedAt: now - 600_000,
    endedAt: null,
    knownAt: now,
    problem: null,
    asking: false,
    nextAskAt: null,
    usual: null,
    isLate: false,
    ...parts,
  };
}

const labels = (menu: readonly TrayMenuItem[]) =>
  menu.map((item) => (item.kind === 'separator' ? '-' : item.label));

describe('trayMenuOf', () => {
  it('lists what is importing and what ended, then what can be done', () => {
    const rows = [row(1, {}), row(2, { outcome: 'completed', endedAt: now - 60_000 })];
    const menu = trayMenuOf({ ...newestOf(rows), paused: false, canCheck: true }, now, 'en');
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
    const menu = trayMenuOf({ importing: [], ended: [], paused: true, canCheck: true }, now, 'en');
    expect(labels(menu)).toEqual(['Check now', 'Resume', '-', 'Open Import Watch', 'Quit']);
    expect(menu[0]).toMatchObject({ enabled: false });
  });

  it('does not change within a minute, so that the panel is left alone', () => {
    const state = { ...newestOf([row(1, {})]), paused: false, canCheck: true };
    expect(trayMenuOf(state, now + 1_000, 'en')).toEqual(trayMenuOf(state, now + 59_000, 'en'));
  });

  it('has room for the newest only', () => {
    const rows = Array.from({ length: 50 }, (_, index) => row(index + 1, { startedAt: now - index * 1_000 }));
    const { importing } = newestOf(rows);
    expect(importing.map(({ reference }) => reference.assetId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
