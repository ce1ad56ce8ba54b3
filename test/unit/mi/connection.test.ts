import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createClient } from '../../../main/mi/client.ts';

/** What only a real connection shows. */
const never = new AbortController().signal;
const reference = { workspace: 'my-workspace', projectId: 1234, assetId: 5678 };
const running = { code: '0', message: 'success', result: { assetId: 5678, uploadStatus: 'IN_PROGRESS' } };
const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return createClient({
    fetch,
    now: Date.now,
    credentials: () => ({ accessKey: 'ACCESS', secretKey: 'SECRET' }),
    apiUrl: `http://127.0.0.1:${port}`,
    timeoutMs: 5_000,
  });
}

it('that was kept open and is reset is no outage: the request is sent once again', async () => {
  const used = new WeakSet();
  let resets = 0;
  const client = await serve((request, response) => {
    if (used.has(request.socket)) {
      resets += 1;
      return void request.socket.resetAndDestroy();
    }
    used.add(request.socket);
    response.end(JSON.stringify(running));
  });
  for (let times = 0; times < 12; times += 1)
    expect(await client.importStatus(reference, never)).toMatchObject({ kind: 'answer' });
  expect(resets).toBeGreaterThan(0);
});

it.each(['resetAndDestroy', 'destroy'] as const)(
  'that is closed (%s) is no outage only if it was kept',
  async (how) => {
    let requests = 0;
    const client = await serve((request, response) => {
      requests += 1;
      if (requests === 2) response.end(JSON.stringify(running));
      else request.socket[how]();
    });
    expect(await client.importStatus(reference, never)).toMatchObject({ problem: { kind: 'offline' } });
    expect(requests).toBe(1);
    expect(await client.importStatus(reference, never)).toMatchObject({ kind: 'answer' });
    expect(await client.importStatus(reference, never)).toMatchObject({ problem: { kind: 'offline' } });
    expect(requests).toBe(4);
  },
);

it('over which an answer without end comes is closed at the cap', async () => {
  const closed: Promise<unknown>[] = [];
  const client = await serve((_request, response) => {
    closed.push(once(response, 'close'));
    const goOn = () => {
      while (response.write(' '.repeat(65_536)));
    };
    response.on('drain', goOn);
    goOn();
  });
  expect(await client.importStatus(reference, never)).toMatchObject({
    problem: { kind: 'unreadable', field: { fault: 'too-large' } },
  });
  await Promise.all(closed);
  expect(closed).toHaveLength(1);
});

it.each([
  ['a 204', 204, ''],
  ['an empty 200', 200, ''],
  ['a page', 200, '<TITLE>Login</TITLE>'],
])('that brings %s is someone else’s', async (_what, status, body) => {
  const client = await serve((_request, response) => response.writeHead(status).end(body));
  expect(await client.importStatus(reference, never)).toMatchObject({ problem: { kind: 'intercepted' } });
});
