import { expect, it } from 'vitest';
import { createFetchOnce } from '../../../main/adapters/fetch-once.ts';

it('sends each request in a session that has closed all that it kept open, and not in one that may still be reading', async () => {
  const said: string[] = [];
  const fetchOnce = createFetchOnce((partition) => ({
    closeAllConnections: () => {
      said.push(`close ${partition}`);
      return Promise.resolve();
    },
    fetch: (address: string | Request) => {
      said.push(`${partition} ${typeof address === 'string' ? address : address.url}`);
      return Promise.resolve(new Response());
    },
  }));
  for (const address of ['a', 'b']) await fetchOnce(address, {});
  const [first, second] = [said[0]!.slice('close '.length), said[2]!.slice('close '.length)];
  expect(first).not.toBe(second);
  expect(said).toEqual([`close ${first}`, `${first} a`, `close ${second}`, `${second} b`]);
});
