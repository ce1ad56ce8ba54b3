import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../main/contract.ts';
import { csvOf } from '../../../main/export/csv.ts';
import { exportList } from '../../../main/export/export-list.ts';
import type { ExportableRow } from '../../../main/export/exported-rows.ts';
import { assetIdentity } from '../../../main/model/asset.ts';
import { understand } from '../../../main/paste/understand.ts';

const nowhere = { workspace: null, projectId: null, uses: [], watched: new Set<string>() };

function aRow(assetId: number, label: string | null, fileName: string | null): ExportableRow {
  return {
    reference: { workspace: 'drama-studio', projectId: 1_234, assetId },
    label,
    fileName,
    status: 'INVALID_METADATA',
    text: 'codec 9999, "unknown"',
    metaData: { resolution: '1920x1080', durationMs: 61_000, size: 99, format: 'mp4' },
    addedAt: 1_795_500_000_000,
    startedAt: 1_795_500_000_000,
    endedAt: null,
    knownAt: null,
    problem: null,
  };
}

async function exported(rows: readonly ExportableRow[], format: 'csv' | 'json'): Promise<string> {
  let written = '';
  await exportList(
    { list: 'watchlist', format },
    {
      rows: () => rows,
      inbox: () => [],
      askWhere: () => Promise.resolve('list'),
      write: (_path, text) => {
        written = text;
        return Promise.resolve();
      },
      now: () => 0,
    },
  );
  return written;
}

/** Labels as the window lets them be: one line, no blanks around. */
const label = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc
      .array(fc.constantFrom(';', "'", '"', '=', '+', '-', '@', '＝', 'a', ' '), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => parts.join('')),
    fc.constantFrom(
      '=1+1',
      "'=1",
      'x;=1+1;y.mp4',
      "x;'=1",
      'x;"=1',
      '가을 "1화"',
      'a,b;c\td',
      "'",
      '"',
      '-5',
      '＝1',
      '5678',
      '{x}',
      '|',
    ),
  )
  .map((text) => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim())
  .filter((text) => text !== '');

describe.each(['csv', 'json'] as const)('what was exported as %s', (format) => {
  test('is understood again, with labels and file names', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.option(label), fc.option(label)), {
          selector: ([id]) => id,
          minLength: 1,
          maxLength: 8,
        }),
        async (entries) => {
          const rows = entries.map((entry) => aRow(...entry));
          const { found, notUnderstood, repeated } = understand({
            text: await exported(rows, format),
            ...nowhere,
          });
          expect({ notUnderstood, repeated }).toEqual({ notUnderstood: [], repeated: 0 });
          expect(found).toMatchObject(
            rows.map(({ reference, label: name, fileName }) => ({ reference, label: name, fileName })),
          );
          expect(found).toHaveLength(rows.length);
        },
      ),
    );
  });

  test('with ten thousand watches is read to its end', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      aRow(1_000_000 + index, `${index} ${'가'.repeat(60)}`, `autumn_episode_${index}_final_cut.mov`),
    );
    const { found, notUnderstood } = understand({ text: await exported(rows, format), ...nowhere });
    expect([found.length, notUnderstood]).toEqual([10_000, []]);
  });
});

describe('a file name that looks like something else', () => {
  test.each([
    ['a line end', 'line\nbreak.mp4', 'line break.mp4'],
    ['a line of its own that is an id', 'a\n5678\nb.mp4', 'a 5678 b.mp4'],
    ['a line end and quotes', 'the "cut",\r\n"x".mp4', 'the "cut", "x".mp4'],
    ['what a command has', 'trailer x-ncp-demo.mp4', 'trailer x-ncp-demo.mp4'],
    ['the name of a sum', 'Total', 'Total'],
    ['the name of a sum in Korean', '합계', '합계'],
    ['the name of an average', '평균:', '평균:'],
    ['both', 'a\n-H "x-ncp-key: b", c.mp4', 'a -H "x-ncp-key: b", c.mp4'],
  ])('is the name of its asset alone: %s', async (what, fileName, name) => {
    for (const format of ['csv', 'json'] as const) {
      // The guard before what looks like a formula stays where the line end does not; no name of the service has one.
      const read = what === 'both' && format === 'csv' ? name.replace('-H', "'-H") : name;
      const text = await exported([aRow(5, null, fileName), aRow(6, null, 'other.mp4')], format);
      const { found, notUnderstood } = understand({ text, ...nowhere });
      expect(notUnderstood).toEqual([]);
      expect(found.map((each) => [each.reference.assetId, each.fileName])).toEqual([
        [5, read],
        [6, 'other.mp4'],
      ]);
    }
  });
});

test('a quote that is never closed takes no other row with it', () => {
  const rows = Array.from({ length: 40 }, (_, index) => `${index + 2},ep${index + 2}.mov`);
  const text = ['assetId,fileName', '1,"ep1.mov', ...rows].join('\n');
  const { found } = understand({ ...nowhere, text, workspace: 'drama', projectId: 1 });
  expect(found.map(({ reference }) => reference.assetId)).toEqual(
    rows.map((_, index) => index + 1).concat(41),
  );
});

test('under a table a command is read as one, and none of its keys is given back', () => {
  const text = `assetId,fileName
5678,ep1.mov
curl 'https://example.com/workspaces/drama/projects/1/assets/9/import-status' -H 'x-ncp-iam-access-key: SECRET,1'`;
  const { found, notUnderstood } = understand({ ...nowhere, text, workspace: 'drama', projectId: 1 });
  expect(found.map(({ reference }) => reference.assetId)).toEqual([5678, 9]);
  expect(notUnderstood).toEqual([]);
});

test.each(['csv', 'json'] as const)(
  'a list longer than can be added at once is added in two goes: %s',
  async (format) => {
    const ids = Array.from({ length: limits.addAtOnce + 2_000 }, (_, index) => index + 1);
    const text = await exported(
      ids.map((id) => aRow(id, null, null)),
      format,
    );
    const watched = new Set<string>();
    const added = [1, 2].map(() => {
      const { found } = understand({ ...nowhere, text, watched });
      const fresh = found.filter((each) => !each.watched);
      for (const { reference } of fresh) watched.add(assetIdentity(reference));
      return fresh.length;
    });
    expect(added).toEqual([limits.addAtOnce, 2_000]);
  },
);

test('names in a table may hold doubled quotes, and a quote inside a name opens nothing', () => {
  const text = csvOf(['assetId', 'label'], [{ assetId: 5678, label: 'the "cut"' }]);
  const read = (whole: string) =>
    understand({ text: whole, workspace: 'drama-studio', projectId: 1, uses: [], watched: new Set() }).found;
  expect(read(text)).toMatchObject([{ label: 'the "cut"' }]);
  expect(read('assetId,label\n5678,5" master\n5679,x')).toMatchObject([
    { label: '5" master' },
    { label: 'x' },
  ]);
});
