import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createWatchRows } from '../../../../renderer/lib/watch-rows.svelte.ts';
import { OrderedRows } from '../../../../renderer/views/watches/ordered-rows.ts';
import { sorts } from '../../../../main/contract.ts';
import { comparisonOf } from '../../../../renderer/views/watches/comparison.ts';
import { shapeOf } from '../../../../renderer/views/watches/layout.ts';
import { matcherOf, filters } from '../../../../renderer/views/watches/visible-rows.ts';
import { aRow } from '../../../support/samples/rows.ts';

const row = fc
  .record({
    assetId: fc.integer({ min: 1, max: 12 }),
    startedAt: fc.integer({ min: 0, max: 4 }),
    endedAt: fc.option(fc.integer({ min: 0, max: 4 })),
    label: fc.option(fc.constantFrom('a', 'b', 'B2', 'b10')),
    outcome: fc.constantFrom('importing' as const, 'completed' as const, 'failed' as const),
    projectId: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ assetId, projectId, ...parts }) =>
    aRow(assetId, { ...parts, reference: { workspace: 'drama', projectId, assetId } }),
  );

it('changing rows one by one is the same as sorting and filtering them anew', () => {
  fc.assert(
    fc.property(
      fc.record({ by: fc.constantFrom(...sorts), isReversed: fc.boolean() }),
      fc.constantFrom(...filters),
      fc.constantFrom('', 'b'),
      fc.uniqueArray(row, { selector: ({ id }) => id }),
      // Few changes are moved one by one, many are sorted anew.
      fc.array(fc.record({ changed: fc.array(row), removed: fc.array(row) })),
      fc.boolean(),
      (order, filter, search, first, moments, isMany) => {
        const [compare, matches] = [comparisonOf(order), matcherOf(filter, search)];
        const all = createWatchRows(first);
        const ordered = new OrderedRows(all.values(), compare).narrowed(matches);
        all.follow((changes) => ordered.apply(isMany ? padded(changes) : changes));
        for (const { changed, removed } of moments)
          all.apply(
            changed,
            removed.map(({ id }) => id),
          );
        expect(ordered.rows).toEqual([...all.values()].filter(matches).sort(compare));
        expect(ordered.shapes).toEqual(ordered.rows.map(shapeOf));
      },
    ),
  );
});

/** With changes of nothing, so that there are many. */
function padded<Change>(changes: readonly Change[]): readonly (Change | { before: null; after: null })[] {
  return [...changes, ...Array.from({ length: 500 }, () => ({ before: null, after: null }))];
}
