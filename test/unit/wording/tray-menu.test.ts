import { describe, expect, it } from 'vitest';
import type { UpdateState, Warning } from '../../../main/contract.ts';
import type { Health } from '../../../main/model/view.ts';
import { newestOf, trayMenuOf, type TrayMenuItem } from '../../../main/wording/tray-menu.ts';
import { formatMoment } from '../../../words/format.ts';
import { trayWords } from '../../../words/tray-words.ts';
import { words } from '../../../words/words.ts';
import { noon } from '../../support/samples/moments.ts';
import { aProblem } from '../../support/samples/problems.ts';
import { aRow } from '../../support/samples/rows.ts';

const watching: Health = {
  kind: 'watching',
  isSlowed: false,
  scarce: [],
  quiet: null,
  answeredAt: noon,
  nextAt: noon,
};
const nothing = { importing: [], ended: [], warnings: [], update: null, inDoubt: 0 };

const labels = (menu: readonly TrayMenuItem[]) =>
  menu.map((item) => (item.kind === 'separator' ? '-' : item.label));

describe('trayMenuOf', () => {
  it('lists what is importing and what ended, then what can be done', () => {
    const rows = [aRow(1), aRow(2, { outcome: 'completed', endedAt: noon - 60_000 })];
    const menu = trayMenuOf({ ...nothing, ...newestOf(rows), health: watching }, noon, 'en');
    expect(labels(menu)[0]).toMatch(/ep1\.mov {2}10 min$/);
    expect(labels(menu)[2]).toMatch(/ep2\.mov/);
    expect(labels(menu).slice(3)).toEqual([
      '-',
      'Check now',
      'Pause 1 hour',
      'Pause until 8:00 tomorrow',
      '-',
      'Open Import Watch',
      'Quit',
    ]);
    expect(menu[0]).toMatchObject({ action: { kind: 'show-row', watch: 'a1:drama/1' } });
  });

  it('offers to resume while paused, and not to check', () => {
    const menu = trayMenuOf({ ...nothing, health: { kind: 'paused', until: noon } }, noon, 'en');
    expect(labels(menu)).toEqual(['Check now', 'Resume', '-', 'Open Import Watch', 'Quit']);
    expect(menu[0]).toMatchObject({ enabled: false });
  });

  it.each<[UpdateState | null, string | null]>([
    [null, null],
    [{ kind: 'none', lookedAt: null, hasFailed: true }, null],
    [{ kind: 'looking' }, null],
    [{ kind: 'found', version: '2.0.0', failure: null }, 'Download version 2.0.0'],
    [{ kind: 'elsewhere', version: '2.0.0' }, 'Open the download page of version 2.0.0'],
    [{ kind: 'downloading', version: '2.0.0' }, null],
    [{ kind: 'ready', version: '2.0.0' }, 'Restart to update to 2.0.0'],
  ])('offers of an update only what waits for the person: %o', (update, label) => {
    const all = labels(trayMenuOf({ ...nothing, health: watching, update }, noon, 'en'));
    expect(all.slice(all.lastIndexOf('-') + 1)).toEqual([
      ...(label === null ? [] : [label]),
      'Open Import Watch',
      'Quit',
    ]);
  });

  it('does not change within a minute, so that the panel is left alone', () => {
    const state = { ...nothing, ...newestOf([aRow(1)]), health: watching };
    expect(trayMenuOf(state, noon + 1_000, 'en')).toEqual(trayMenuOf(state, noon + 59_000, 'en'));
  });

  it('says nothing of the time before a minute is over', () => {
    const state = { ...nothing, ...newestOf([aRow(1, { startedAt: noon })]), health: watching };
    expect(labels(trayMenuOf(state, noon + 59_000, 'en'))[0]).toBe('Importing  ep1.mov');
    expect(labels(trayMenuOf(state, noon + 60_000, 'en'))[0]).toBe('Importing  ep1.mov  1 min');
  });

  it('says above all why nothing fresh is known, and since when', () => {
    const unknown = { kind: 'unknown', since: noon, answeredAt: noon, nextAt: noon } as const;
    const at = formatMoment(noon, noon, 'en');
    const saying = (health: Health) => trayMenuOf({ ...nothing, health }, noon, 'en').slice(0, 2);
    expect(saying({ ...unknown, problem: aProblem('service') })).toEqual([
      { kind: 'label', label: `Media Intelligence is having problems, since ${at}` },
      { kind: 'separator' },
    ]);
    expect(saying({ ...unknown, problem: null })[0]).toEqual({ kind: 'label', label: `Offline since ${at}` });
  });

  it.each(['credentials', 'clock', 'permission'] as const)(
    'says above all that %s needs the person, and leads to where the way out stands',
    (kind) => {
      const health: Health = { kind: 'needs-you', account: 'a1', problem: aProblem(kind) };
      const [title, fix] = trayMenuOf({ ...nothing, health }, noon, 'en');
      expect(title).toEqual({ kind: 'label', label: words.en.problems[kind].title });
      expect(fix).toMatchObject({
        label: 'Open Account…',
        enabled: true,
        action: { kind: 'open-account' },
      });
    },
  );

  it.each([
    [{ kind: 'no-account' }, trayWords.en.noAccount],
    [{ kind: 'key-missing', account: 'a1' }, trayWords.en.keyMissing],
  ] as const)('leads to the account where nothing can be asked: %o', (health, label) => {
    const menu = trayMenuOf({ ...nothing, health }, noon, 'en');
    expect(menu[0]).toMatchObject({ label, action: { kind: 'open-account' } });
    expect(menu.find((item) => item.kind === 'item' && item.action.kind === 'check-now')).toMatchObject({
      enabled: false,
    });
  });

  it.each(['en', 'ko', 'ja'] as const)('has no sentence among its items, in %s', (language) => {
    const warnings: readonly Warning[] = [
      { kind: 'cannot-save', fault: 'in-the-way' },
      { kind: 'no-notifier', reasons: [{ by: 'electron', reason: 'refused' }] },
    ];
    const health: Health = { kind: 'needs-you', account: 'a1', problem: aProblem('permission') };
    for (const label of labels(trayMenuOf({ ...nothing, health, warnings }, noon, language)))
      expect(label.length, label).toBeLessThanOrEqual(40);
  });

  it('has room for the newest only', () => {
    const rows = Array.from({ length: 50 }, (_, index) =>
      aRow(index + 1, { startedAt: noon - index * 1_000 }),
    );
    const { importing } = newestOf(rows);
    expect(importing.map(({ reference }) => reference.assetId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
