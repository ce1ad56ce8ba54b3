import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '../../mi/client.ts';
import type { FetchPort } from '../../mi/exchange.ts';
import { holds, type Check } from './self-check.ts';

const keys = { accessKey: 'SELFCHECKKEY00000001', secretKey: 'SELFCHECKSECRET0000000000000000000000001' };
const reference = { workspace: 'self-check', projectId: 1, assetId: 1 };
/** Far more than any answer of the service. */
const endlessBytes = 64 * 1_024 * 1_024;
const chunk = Buffer.alloc(65_536, ' ');

/** What the signed client must do over this runtime's own network, against servers on loopback. */
export function networkChecks(fetch: FetchPort): readonly Check[] {
  return [
    {
      name: 'a redirect is refused, and the key goes nowhere else',
      async look() {
        let reached = 0;
        return onLoopback(
          (_request, response) => void response.end(String((reached += 1))),
          (elsewhere) =>
            onLoopback(
              (_request, response) => void response.writeHead(302, { location: elsewhere }).end(),
              async (address) => {
                const reply = await ask(fetch, address);
                return holds(
                  reached === 0 && reply.kind === 'problem',
                  `${reply.kind}, ${reached} requests there`,
                );
              },
            ),
        );
      },
    },
    {
      name: 'a header that is no ASCII keeps no answer back',
      look: () =>
        onLoopback(
          (_request, response) => {
            // Header bytes, as a security gateway with a Korean name sends them.
            response.setHeader('x-gateway', Buffer.from('보안').toString('latin1'));
            response.end(JSON.stringify({ code: '0', result: { assetId: 1, uploadStatus: 'COMPLETED' } }));
          },
          async (address) => {
            const reply = await ask(fetch, address);
            return holds(reply.kind === 'answer', reply.kind);
          },
        ),
    },
    {
      name: 'a body without end is cut off, and its connection with it',
      async look() {
        let sent = 0;
        const closed = Promise.withResolvers<undefined>();
        return onLoopback(
          (request, response) => {
            request.socket.once('close', () => closed.resolve(undefined));
            response.writeHead(200, { 'content-type': 'application/json' });
            const more = () => {
              let hasRoom = true;
              for (; hasRoom && sent < endlessBytes; sent += chunk.length) hasRoom = response.write(chunk);
              if (sent >= endlessBytes) response.end();
            };
            response.on('drain', more);
            more();
          },
          async (address) => {
            const reply = await ask(fetch, address);
            await closed.promise;
            return holds(
              sent < endlessBytes && reply.kind === 'problem',
              `${reply.kind}, ${Math.round(sent / 1_024)} KiB sent`,
            );
          },
        );
      },
    },
  ];
}

function ask(fetch: FetchPort, apiUrl: string) {
  const client = createClient({ fetch, now: Date.now, credentials: () => keys, apiUrl });
  return client.importStatus(reference, new AbortController().signal);
}

async function onLoopback<Value>(
  answer: RequestListener,
  use: (address: string) => Promise<Value>,
): Promise<Value> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
