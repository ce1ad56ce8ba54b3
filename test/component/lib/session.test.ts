import { expect, it } from 'vitest';
import type { Snapshot } from '../../../main/contract.ts';
import { openSession } from '../../../renderer/lib/session.svelte.ts';
import { aRow } from '../../support/samples/rows.ts';
import { aSnapshot } from '../../support/samples/snapshots.ts';
import { accepted, createFakeBridge } from '../support/fake-bridge.ts';

it('misses no change that comes while the snapshot is on its way', async () => {
  const answer = Promise.withResolvers<Snapshot>();
  const fake = createFakeBridge({ snapshot: async () => accepted(await answer.promise) });
  const opening = openSession(fake.bridge);
  answer.resolve(aSnapshot({ rows: [aRow(1, { label: 'Before' })] }));
  fake.push('changed', { rows: [aRow(1, { label: 'After' })] });
  const session = await opening;
  expect(session.ok && [...session.value.rows.values()].map(({ label }) => label)).toEqual(['After']);
});
