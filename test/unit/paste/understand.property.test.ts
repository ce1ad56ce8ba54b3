import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understand } from '../../../main/paste/understand.ts';

const place = { workspace: 'my-workspace', projectId: 1234, watched: new Set<string>() };
const read = (text: string) => understand({ text, uses: [], ...place });

const fragment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer({ min: -5, max: 99_999 }).map(String),
  fc.constantFrom(
    '/',
    ' / ',
    '-',
    '–',
    ',',
    '\t',
    '|',
    '\n',
    '"',
    'curl ',
    '\\\n',
    'https://',
    '/workspaces/',
    'assetId',
  ),
  fc.constantFrom('my-workspace/1234/5678', '../1/2', '5678番', '1-20', '９９', 'a.mp4', '9007199254740993'),
);
const mess = fc.array(fragment, { maxLength: 40 }).map((fragments) => fragments.join(''));

describe('any text', () => {
  test('is understood without a throw, and only with ids that can be asked for', () => {
    fc.assert(
      fc.property(mess, (text) => {
        for (const { reference } of read(text).found) {
          expect(reference.workspace).toMatch(/^[a-z0-9-]{3,63}$/);
          expect(Number.isSafeInteger(reference.assetId) && reference.assetId > 0).toBe(true);
          expect(Number.isSafeInteger(reference.projectId) && reference.projectId > 0).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('gives back no id that was not in it, but for those inside a range', () => {
    const withoutRange = mess.filter((text) => !/[-‐-―−~〜～－]/.test(text));
    fc.assert(
      fc.property(withoutRange, (text) => {
        const plain = text.normalize('NFKC');
        for (const { reference } of read(text).found) expect(plain).toContain(String(reference.assetId));
      }),
      { numRuns: 300 },
    );
  });

  test('understood once and written plainly is understood the same again', () => {
    fc.assert(
      fc.property(mess, (text) => {
        const references = read(text).found.map(({ reference }) => reference);
        const written = references
          .map(({ workspace, projectId, assetId }) => `${workspace}/${projectId}/${assetId}`)
          .join('\n');
        const again = read(written);
        expect(again.found.map(({ reference }) => reference)).toEqual(references);
        expect(again.notUnderstood).toEqual([]);
        expect(again.repeated).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any table', () => {
  const name = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .filter((text) => !/[\r\n\u2028\u2029"|\\\0]/.test(text));
  const row = fc.record({ assetId: fc.integer({ min: 1, max: 999_999_999 }), name, size: fc.nat() });
  const styles: readonly ((id: number) => string)[] = [
    String,
    (id) => `${id}.0`,
    (id) => `#${id}`,
    (id) => `'${id}`,
    (id) => ` ${id} `,
  ];
  const headings = [
    ['Size', 'Asset ID', 'Name'],
    ['크기', '에셋 ID', '이름'],
    ['サイズ', 'アセットID', '名前'],
    ['size', 'assetId', 'label'],
  ];

  test('gives the ids of its id column and no other, however its cells are written and parted', () => {
    const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 20, selector: ({ assetId }) => assetId });
    const parts = [rows, fc.constantFrom(...headings), fc.constantFrom(...styles)] as const;
    fc.assert(
      fc.property(...parts, fc.constantFrom(',', ';', '\t'), (all, heading, style, delimiter) => {
        const cells = all.map(({ assetId, name: text, size }) => [String(size), style(assetId), `"${text}"`]);
        const { found } = read([heading, ...cells].map((line) => line.join(delimiter)).join('\r\n'));
        expect(found.map(({ reference }) => reference.assetId)).toEqual(all.map(({ assetId }) => assetId));
      }),
      { numRuns: 300 },
    );
  });

  test('gives nothing without a name of an id column, and its columns can be chosen', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (all) => {
        const lines = all.map(({ assetId, size }) => `${size + 1}\t${assetId}`);
        const text = ['Rows\tMedia no.', ...lines].join('\n');
        const use = { kind: 'column', line: 1, column: 1 } as const;
        const asked = read(text);
        expect([asked.found, asked.notUnderstood.length]).toEqual([[], 1]);
        expect(asked.notUnderstood[0]?.offers.map((offer) => offer.use)).toContainEqual(use);
        const { found } = understand({ text, uses: [use], ...place });
        const ids = new Set(all.map(({ assetId }) => assetId));
        expect(new Set(found.map(({ reference }) => reference.assetId))).toEqual(ids);
      }),
      { numRuns: 200 },
    );
  });
});

test('no key comes back, wherever it stands', () => {
  const key = fc
    .stringMatching(/^[A-Za-z0-9]{36}$/)
    .filter((text) => /[a-z].*\d|\d.*[a-z]/.test(text) && /[A-Z]/.test(text));
  const around = fc.constantFrom(
    ...['x-ncp-iam-access-key: KEY', 'export NCLOUD_SECRET_KEY=KEY', 'Authorization: Bearer KEY', 'KEY'],
    ...[
      '{"secretKey":"KEY"}',
      'my key KEY, please',
      'a\tKEY\t5678',
      "curl -H 'cookie: a=KEY'",
      '비밀 키: KEY',
    ],
  );
  fc.assert(
    fc.property(key, around, (text, where) => {
      expect(JSON.stringify(read(where.replace('KEY', text)))).not.toContain(text.slice(0, 30));
    }),
    { numRuns: 300 },
  );
});

/** A quadratic reader would take hours for each of these, and the test would end at its time limit. */
test.each([
  ['ids', '5678\n'.repeat(400_000)],
  ['one line of ids', '5678 '.repeat(400_000)],
  ['blanks', ' '.repeat(2_000_000)],
  ['blanks between slashes', 'a / '.repeat(500_000)],
  ['digits', '9'.repeat(2_000_000)],
  ['slashes', '/'.repeat(2_000_000)],
  ['dashes', '1 - '.repeat(500_000)],
  ['quotes', '"'.repeat(2_000_000)],
  ['tabs', '\t'.repeat(2_000_000)],
  ['rules', '--|'.repeat(660_000)],
  ['letters', 'a'.repeat(2_000_000)],
  ['key signs', 'a:'.repeat(1_000_000)],
  ['addresses', '/workspaces/'.repeat(160_000)],
  ['full-width', '５'.repeat(2_000_000)],
  ['commas', ','.repeat(2_000_000)],
  ['opening brackets', '['.repeat(2_000_000)],
  ['nested keys', '{"a":'.repeat(400_000)],
  ['stops before a word', `${'.'.repeat(2_000_000)}a`],
  ['ranges that come again', '1-10000\n'.repeat(250_000)],
  ['ranges that are too long', '1-9007199254740991\n'.repeat(105_000)],
  ['table lines', 'a\t1\n'.repeat(500_000)],
  ['Korean words with digits', '가5'.repeat(1_000_000)],
  ['compact JSON, cut off', '[' + '{"assetId":5678,"projectId":1},'.repeat(60_000)],
])('2 MB of %s are read', { timeout: 120_000 }, (_what, text) => {
  expect(() => read(text)).not.toThrow();
});
