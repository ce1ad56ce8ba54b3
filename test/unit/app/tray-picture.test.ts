import { describe, expect, it } from 'vitest';
import { trayPictureOf } from '../../../main/app/tray-picture.ts';
import type { Warning } from '../../../main/contract.ts';
import { languages } from '../../../main/model/language.ts';
import { words } from '../../../words/words.ts';
import { someCounts } from '../../support/samples/counts.ts';
import { noon } from '../../support/samples/moments.ts';

const desk = { projection: { newest: () => ({ importing: [], ended: [] }) } };
const picture = { health: { kind: 'idle', answeredAt: noon, quiet: null }, counts: someCounts() } as const;
const pictureWith = (...warnings: Warning[]) => trayPictureOf(desk, picture, warnings, null, noon, 'en');

const diskFull: Warning = { kind: 'cannot-save', fault: 'disk-full' };
const noNotifier: Warning = {
  kind: 'no-notifier',
  reasons: [{ by: 'node-notifier', reason: 'notify-send-missing' }],
};

describe('the tray', () => {
  const { warnings } = words.en.shell;

  it.each([
    ['a disk that is full', diskFull, warnings.cannotSave],
    ['a desktop that shows no banner', noNotifier, warnings.noNotifier],
  ])('needs the person because of %s, says why and leads to what to do', (_name, warning, title) => {
    const { icon, tooltip, menu } = pictureWith(warning);
    expect(icon).toBe('needs-you');
    expect(tooltip).toBe(`${title} · No imports in progress`);
    expect(menu.slice(0, 2)).toEqual([
      { kind: 'item', label: title, enabled: true, action: { kind: 'open' } },
      { kind: 'separator' },
    ]);
  });

  it('says all of them', () => {
    const { tooltip, menu } = pictureWith(diskFull, noNotifier);
    expect(tooltip).toBe(`${warnings.cannotSave} · ${warnings.noNotifier} · No imports in progress`);
    expect(menu.map((item) => (item.kind === 'item' ? item.label : null))).toEqual(
      expect.arrayContaining([warnings.cannotSave, warnings.noNotifier]),
    );
  });

  it('is as ever where a warning is the window’s alone', () => {
    expect(pictureWith({ kind: 'went-wrong', reason: '' })).toEqual(pictureWith());
    expect(pictureWith().icon).toBe('idle');
  });

  it('says it in each language', () => {
    for (const language of languages) {
      const { tooltip } = trayPictureOf(desk, picture, [diskFull], null, noon, language);
      expect(tooltip).toContain(words[language].shell.warnings.cannotSave);
    }
  });
});
