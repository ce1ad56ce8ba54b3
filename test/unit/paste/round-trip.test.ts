import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../../main/export/csv.ts';
import { exportList } from '../../../main/export/export-list.ts';
import type { ExportableRow } from '../../../main/export/exported-rows.ts';
import { understand } from '../../../main/paste/understand.ts';
import { wholly } from '../../support/wholly.ts';

const nowhere = { workspace: null, projectId: null, isWatched: () => false };

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
    fc.constantFrom('=1+1', "'=1", '가을 "1화"', 'a,b;c\td', "'", '"', '-5', '＝1', '5678', '{x}', '|'),
  )
  .map((text) => text.replaceAll(/[\p{C}\p{Z}<>\s]+/gu, ' ').trim())
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
          const { found, notUnderstood, repeated } = wholly(
            understand({
              text: await exported(rows, format),
              ...nowhere,
            }),
          );
          expect({ notUnderstood, repeated }).toEqual({ notUnderstood: [], repeated: 0 });
          expect(found).toEqual(
            rows.map(({ reference, label: name, fileName }) => ({
              reference,
              label: name,
              fileName,
              watched: false,
            })),
          );
        },
      ),
    );
  });

  test('with ten thousand watches is read to its end', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      aRow(1_000_000 + index, `${index} ${'가'.repeat(60)}`, `autumn_episode_${index}_final_cut.mov`),
    );
    const { found, notUnderstood } = wholly(understand({ text: await exported(rows, format), ...nowhere }));
    expect([found.length, notUnderstood]).toEqual([10_000, []]);
  });
});

test('names in a table may hold doubled quotes, and a quote inside a name opens nothing', () => {
  const text = csvOf(['assetId', 'label'], [{ assetId: 5678, label: 'the "cut"' }]);
  const read = (whole: string) =>
    wholly(understand({ text: whole, workspace: 'drama-studio', projectId: 1, isWatched: () => false }))
      .found;
  expect(read(text)).toMatchObject([{ label: 'the "cut"' }]);
  expect(read('assetId,label\n5678,5" master\n5679,x')).toMatchObject([
    { label: '5" master' },
    { label: 'x' },
  ]);
});
