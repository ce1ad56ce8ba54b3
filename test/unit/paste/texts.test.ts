import { describe, expect, test } from 'vitest';
import { understand } from '../../../main/paste/understand.ts';
import { kinds } from './kinds.ts';
import { texts } from './texts.ts';

/** Another place than any that the texts name, so that nothing comes to it by chance. */
const chosen = { workspace: 'other-ws', projectId: 9 };

function read(text: string) {
  const understanding = understand({ text, ...chosen, uses: [], watched: new Set() });
  expect(JSON.stringify(understanding)).not.toMatch(/CANARY|hunter2|482913|ZJkrB12/);
  const { found, notUnderstood } = understanding;
  return {
    found: found.map(({ reference: { workspace, projectId, assetId }, label, fileName }) => {
      const names = label === null && fileName === null ? '' : ` (${label ?? ''}, ${fileName ?? ''})`;
      return `${workspace}/${projectId}/${assetId}${names}`;
    }),
    told: notUnderstood.map(({ reason }) => reason),
  };
}

/** A number alone is an id of the chosen place. */
const placed = (found: readonly (string | number)[]) =>
  found.map((each) => (/^\d+(?: |$)/.test(String(each)) ? `other-ws/9/${each}` : String(each)));

test.each(texts.map((text) => [text.what, text] as const))('%s', (_what, { text, found, told }) => {
  const seen = read(text);
  expect(seen.found).toEqual(placed(found));
  if (told !== undefined) expect(seen.told).toEqual(told);
});

describe.each(Object.entries(kinds))('%s', (_kind, cases) => {
  test.each(cases)('%s: %j', (_what, text, found) => {
    const seen = read(text);
    expect(seen.found).toEqual(placed(found));
    // Nothing of a text is left without a word.
    expect(seen.found.length + seen.told.length).toBeGreaterThan(0);
  });
});
