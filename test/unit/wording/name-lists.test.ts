import { expect, it } from 'vitest';
import { outcomes } from '../../../main/model/import-status.ts';
import { nameLists } from '../../../main/wording/name-lists.ts';
import { words } from '../../../words/words.ts';

it('names an import of every outcome, failures first', () => {
  const named = outcomes.map((outcome) => ({ name: `${outcome}.mov`, outcome })).toReversed();
  const lines = nameLists(named, words.en, 'en').split('\n');
  for (const { name } of named)
    expect(
      lines.some((line) => line.includes(name)),
      name,
    ).toBe(true);
  expect(lines[0]).toContain('failed.mov');
});
