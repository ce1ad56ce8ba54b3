import { EventEmitter, once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createFetchOnce } from '../../../main/adapters/fetch-once.ts';
import { createNet } from '../../stand-in/rooms/net.ts';
import { createProtocol } from '../../stand-in/rooms/protocol.ts';
import { createSession } from '../../stand-in/rooms/session.ts';

/** Of what was asked for with `late` in its path: headers and a part of the body have gone out, or nothing. */
let waiting: ServerResponse[] = [];
const server = createServer(({ url = '' }, response) => {
  if (url === '/broken') response.destroy();
  else if (!url.includes('late')) response.end('at once');
  else waiting.push(response);
  if (url === '/late/end') response.write('late, ');
});
await once(server.listen(0, '127.0.0.1'), 'listening');
const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;

let said: string[] = [];
let fetchOnce = createFetchOnce(sessionOf);
const { fromPartition } = createSession(
  createProtocol(() => true),
  createNet(new EventEmitter()),
);

function sessionOf(partition: string): ReturnType<Parameters<typeof createFetchOnce>[0]> {
  const session = fromPartition(partition);
  return {
    webRequest: session.webRequest,
    closeAllConnections() {
      said.push(`close ${partition}`);
      return session.closeAllConnections();
    },
    fetch(input: string | Request, init) {
      said.push(`fetch ${partition}`);
      return session.fetch(String(input), init);
    },
  };
}

const sessions = () => [...new Set(said.map((line) => line.split(' ')[1]))];
const textOf = async (path: string) => (await fetchOnce(address(path), {})).text();

async function hasArrived(): Promise<ServerResponse> {
  for (;;) {
    const response = waiting.shift();
    if (response !== undefined) return response;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

beforeEach(() => {
  waiting = [];
  said = [];
  fetchOnce = createFetchOnce(sessionOf);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('a request that is sent once', () => {
  it('goes out in a session that has closed all that it kept open', async () => {
    for (const path of ['a', 'b']) await textOf(path);
    expect(sessions()).toHaveLength(1);
    const [session] = sessions();
    expect(said).toEqual([`close ${session}`, `fetch ${session}`, `close ${session}`, `fetch ${session}`]);
  });

  it.each(['late', 'late/end'])('is not cut off by any number of others: %s', async (path) => {
    const late = textOf(path);
    const response = await hasArrived();
    for (let others = 0; others < 20; others += 1) expect(await textOf('other')).toBe('at once');
    response.end('but whole');
    expect(await late).toMatch(/but whole$/);
    expect(sessions()).toHaveLength(2);
  });

  it('has a session of its own, and there are no more of them than requests at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const all = Promise.all(['late', 'late', 'late', 'late'].map(textOf));
      for (let each = 0; each < 4; each += 1) (await hasArrived()).end('whole');
      expect(await all).toEqual(['whole', 'whole', 'whole', 'whole']);
    }
    expect(sessions()).toHaveLength(4);
  });

  it('leaves its session to the next once it has failed, or its response is cancelled or aborted', async () => {
    await expect(textOf('broken')).rejects.toThrow('net::ERR_EMPTY_RESPONSE');
    await (await fetchOnce(address('late/end'), {})).body?.cancel();
    const stop = new AbortController();
    const response = await fetchOnce(address('late/end'), { signal: stop.signal });
    stop.abort();
    await expect(response.text()).rejects.toThrow('aborted');
    expect(await textOf('other')).toBe('at once');
    expect(sessions()).toHaveLength(1);
  });
});
