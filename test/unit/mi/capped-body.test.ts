import { expect, it } from 'vitest';
import { readCapped } from '../../../main/mi/capped-body.ts';

/** A response that goes on for as long as it is read. */
function endless() {
  const seen = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      seen.bytes += 1_000;
      // Else a reader without a limit would fill the memory of the test.
      if (seen.bytes > 1_000_000) controller.close();
      else controller.enqueue(new Uint8Array(1_000).fill(65));
    },
  });
  return { response: new Response(body), seen };
}

it('stops at the limit', async () => {
  const { response, seen } = endless();
  expect(await readCapped(response, 5_000)).toEqual({ kind: 'too-large' });
  expect(seen.bytes).toBeLessThan(10_000);
});

it('reads what is just as long as the limit', async () => {
  expect(await readCapped(new Response('가'), 3)).toEqual({ kind: 'text', text: '가' });
  expect(await readCapped(new Response('가'), 2)).toEqual({ kind: 'too-large' });
});
