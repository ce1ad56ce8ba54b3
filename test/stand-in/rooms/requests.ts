import type { Addresses } from './addresses.ts';
import type { Parameters, Send } from './devtools.ts';
import type { Protocols } from './protocol.ts';
import type { Session } from './session.ts';

export interface Paused {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly resourceType: string;
  readonly frameId: string;
}

const loopback = /^(https?|wss?):\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;

/** Answers one request that Chromium has paused: our schemes by the app's handler, loopback by the network, all else not at all. */
export async function answerRequest(
  paused: Paused,
  send: Send,
  protocols: Protocols,
  session: Session,
): Promise<void> {
  const url = protocols.addresses.inside(paused.request.url);
  const handler = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? protocols.handlerOf(session.partition, url) : null;
  if (handler === null) {
    const passes = (/^(data|blob|about):/.test(url) || loopback.test(url)) && !session.stops(url);
    await (passes
      ? send('Fetch.continueRequest', { requestId: paused.requestId })
      : refuse(paused, send, 'BlockedByClient'));
    return;
  }
  try {
    const { method, headers } = paused.request;
    const response = await handler(new Request(url, { method, headers }) as GlobalRequest);
    await send('Fetch.fulfillRequest', {
      requestId: paused.requestId,
      ...(await answerOf(response, protocols.addresses)),
    });
  } catch (error) {
    process.stderr.write(`The handler of ${url} failed: ${String(error)}\n`);
    await refuse(paused, send, 'Failed');
  }
}

export async function refuse(paused: Paused, send: Send, errorReason: string): Promise<Parameters> {
  return send('Fetch.failRequest', { requestId: paused.requestId, errorReason });
}

async function answerOf(response: Response, addresses: Addresses): Promise<Parameters> {
  return {
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({
      name,
      value: name === 'content-security-policy' ? addresses.policy(value) : value,
    })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  };
}
