import { expect, test } from 'vitest';
import { migrate } from '../../../../main/adapters/stores/migrate.ts';

const steps = {
  1: (stored: Record<string, unknown>) => ({ ...stored, added: true }),
  2: (stored: Record<string, unknown>) => ({ ...stored, renamed: stored['added'] }),
};

test('each step runs once, in order, from the version of the file', () => {
  expect(migrate({ version: 1 }, 3, steps)).toEqual({ version: 3, added: true, renamed: true });
  expect(migrate({ version: 2, added: 'x' }, 3, steps)).toEqual({ version: 3, added: 'x', renamed: 'x' });
  expect(migrate({ version: 3 }, 3, steps)).toEqual({ version: 3 });
});

test('a newer version, none, and a missing step are refused', () => {
  for (const stored of [{}, { version: null }, { version: 'x' }, { version: 0 }])
    expect(() => migrate(stored, 3, steps)).toThrow('no version');
  expect(() => migrate({ version: 4 }, 3, steps)).toThrow('newer');
  expect(() => migrate({ version: 1 }, 2, {})).toThrow('no migration');
});
