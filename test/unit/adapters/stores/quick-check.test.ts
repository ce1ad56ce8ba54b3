import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { quickCheckOf } from '../../../../main/adapters/stores/quick-check.ts';

const even = v.pipe(
  v.custom<number>((value) => typeof value === 'number'),
  v.check((value) => value % 2 === 0),
);
const schema = v.variant('kind', [
  v.object({ kind: v.literal('one'), a: v.nullable(v.boolean()), b: v.exactOptional(v.array(even)) }),
  v.object({
    kind: v.literal('two'),
    a: v.picklist(['x', 'y']),
    b: v.object({ a: v.union([even, v.boolean()]) }),
  }),
]);

const leaf = fc.constantFrom<unknown>(
  null,
  true,
  0,
  1,
  2,
  'x',
  'one',
  undefined,
  [],
  [2],
  [2, 'x'],
  { a: 2 },
  { a: 1, b: 0 },
);
const value = fc.oneof(
  leaf,
  // What the schema takes, but for the extra field: what is drawn blindly fits so seldom that a hundredth of all runs would judge no yes at all.
  fc.record(
    {
      kind: fc.constant('one'),
      a: fc.constantFrom(null, true, false),
      b: fc.array(fc.constantFrom(0, 2)),
      c: leaf,
    },
    { requiredKeys: ['kind', 'a'] },
  ),
  fc.record(
    {
      kind: fc.constant('two'),
      a: fc.constantFrom('x', 'y'),
      b: fc.record({ a: fc.constantFrom<unknown>(0, 2, true) }),
      c: leaf,
    },
    { requiredKeys: ['kind', 'a', 'b'] },
  ),
  fc.record(
    { kind: fc.constantFrom('one', 'two', 'three'), a: leaf, b: leaf, c: leaf },
    { requiredKeys: ['kind'] },
  ),
);

test('says yes to what the schema takes and leaves as it is, and to nothing else', () => {
  const fits = quickCheckOf(schema);
  let taken = 0;
  fc.assert(
    fc.property(value, (each) => {
      // As a file can hold it.
      const json: unknown = JSON.parse(JSON.stringify(each) ?? 'null');
      const result = v.safeParse(schema, json);
      const isSame = result.success && JSON.stringify(result.output) === JSON.stringify(json);
      if (fits(json)) taken += 1;
      expect(fits(json), JSON.stringify(json)).toBe(isSame);
    }),
    { numRuns: 3_000 },
  );
  expect(taken).toBeGreaterThan(0);
});

test.each([
  ['changes what it is given', v.pipe(v.string(), v.trim())],
  ['puts something in the place of null', v.nullable(v.boolean(), false)],
])('leaves a schema that %s to valibot', (_what, each) => {
  for (const given of [' a ', null]) expect(quickCheckOf(each)(given)).toBe(false);
});
