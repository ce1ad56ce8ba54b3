import { describe, expect, it, vi } from 'vitest';
import { createWarnings } from '../../../main/app/warnings.ts';

describe('warnings', () => {
  it('has one of each kind, the newest, and tells only what changed', () => {
    const warnings = createWarnings();
    const tell = vi.fn();
    warnings.listen(tell);
    warnings.raise({ kind: 'cannot-save', fault: 'disk-full' });
    warnings.raise({ kind: 'cannot-save', fault: 'disk-full' });
    expect(tell).toHaveBeenCalledTimes(1);
    warnings.raise({ kind: 'cannot-save', fault: 'read-only' });
    expect(warnings.all()).toEqual([{ kind: 'cannot-save', fault: 'read-only' }]);
    warnings.withdraw('cannot-save');
    warnings.withdraw('cannot-save');
    expect(warnings.all()).toEqual([]);
    expect(tell).toHaveBeenCalledTimes(3);
  });

  it('keeps every unreadable file, and each once', () => {
    const warnings = createWarnings();
    for (let times = 0; times < 2; times += 1) {
      warnings.raise({ kind: 'store-unreadable', file: 'settings.json', copy: 'settings.corrupt.json' });
      warnings.raise({ kind: 'store-unreadable', file: 'vault.json', copy: 'vault.corrupt.json' });
    }
    expect(warnings.all()).toHaveLength(2);
  });

  it('takes away the one that was read, and neither another of its kind nor what has taken its place', () => {
    const warnings = createWarnings();
    const unreadable = (file: string) => ({ kind: 'store-unreadable', file, copy: `${file}.copy` }) as const;
    warnings.raise(unreadable('settings.json'));
    warnings.raise(unreadable('watchlist.db'));
    warnings.raise({ kind: 'cannot-save', fault: 'read-only' });
    warnings.dismiss({ kind: 'cannot-save', fault: 'disk-full' });
    warnings.dismiss(unreadable('settings.json'));
    expect(warnings.all()).toEqual([unreadable('watchlist.db'), { kind: 'cannot-save', fault: 'read-only' }]);
  });
});
