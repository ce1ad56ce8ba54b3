import { expect, it } from 'vitest';
import type { Result } from '../../../main/contract.ts';
import { createTelling } from '../../../renderer/lib/telling.svelte.ts';
import { accepted, refused } from '../support/fake-bridge.ts';

const failed = Promise.resolve(refused({ code: 'failed' }));
const done = Promise.resolve(accepted(null));

it('takes a refusal back where what was asked for after it is done', async () => {
  const telling = createTelling(() => 0);
  await telling.ask(failed);
  expect(telling.told).toMatchObject({ kind: 'refused', until: null });
  await telling.ask(done);
  expect(telling.told).toBeNull();
});

it('leaves a refusal that came while something else was asked for', async () => {
  const telling = createTelling(() => 0);
  const answer = Promise.withResolvers<Result<null>>();
  const asking = telling.ask(answer.promise);
  await telling.ask(failed);
  answer.resolve(accepted(null));
  await asking;
  expect(telling.told).toMatchObject({ kind: 'refused' });
});
