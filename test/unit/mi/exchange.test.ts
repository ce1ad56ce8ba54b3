import { describe, expect, it } from 'vitest';
import { createExchange } from '../../../main/mi/exchange.ts';

/** Each request meets the next of these: an error with that code, a body that breaks off with it, or an answer. */
function createWire(...met: readonly (string | { readonly inBody: string } | 'answer')[]) {
  let requests = 0;
  const send = createExchange();
  const fetch = () => {
    const next = met[requests] ?? 'answer';
    requests += 1;
    if (next === 'answer') return Promise.resolve(new Response('{}'));
    if (typeof next === 'string') return Promise.reject(new Error(next));
    const pull = () => Promise.reject(new Error(next.inBody));
    return Promise.resolve(new Response(new ReadableStream({ pull })));
  };
  return {
    requests: () => requests,
    send: (more: { readonly body?: string } = {}) =>
      send({
        ...{ fetch, now: Date.now, url: 'https://service.example/', headers: {}, limit: 1_024 },
        ...{ method: more.body === undefined ? 'GET' : 'POST', timeoutMs: 1_000, ...more },
        signal: new AbortController().signal,
      }),
  };
}

const changed = 'net::ERR_NETWORK_CHANGED';

describe('a network that changed elsewhere on the computer', () => {
  it.each([
    ['before an answer', changed],
    ['in its body', { inBody: changed }],
    ['with a certificate that came', 'net::ERR_CERT_DATABASE_CHANGED'],
    ['with another one that is trusted', 'net::ERR_CERT_VERIFIER_CHANGED'],
  ])('is no outage: what it ended %s is sent once again', async (_when, met) => {
    const wire = createWire(met);
    expect(await wire.send()).toMatchObject({ kind: 'response' });
    expect(wire.requests()).toBe(2);
  });

  it('is one where it goes on', async () => {
    const wire = createWire('answer', changed, changed);
    await wire.send();
    expect(await wire.send()).toMatchObject({ kind: 'no-response', problemKind: 'offline', reason: changed });
    expect(wire.requests()).toBe(3);
  });

  it.each([changed, 'net::ERR_CERT_DATABASE_CHANGED'])(
    'leaves open what %s made of a registration',
    async (code) => {
      const wire = createWire('answer', code);
      await wire.send();
      expect(await wire.send({ body: '{}' })).toMatchObject({ kind: 'no-response', neverLeft: false });
      expect(wire.requests()).toBe(2);
    },
  );
});

describe('a connection that was kept open', () => {
  const closed = [
    'net::ERR_CONNECTION_RESET',
    'net::ERR_CONNECTION_CLOSED',
    'net::ERR_CONNECTION_ABORTED',
    'net::ERR_SOCKET_NOT_CONNECTED',
    'net::ERR_EMPTY_RESPONSE',
    'net::ERR_HTTP2_PROTOCOL_ERROR',
    'net::ERR_HTTP2_SERVER_REFUSED_STREAM',
    'net::ERR_HTTP2_PING_FAILED',
    'net::ERR_QUIC_PROTOCOL_ERROR',
    'ECONNABORTED',
  ];

  it.each(closed)('and ends with %s is no outage, and a new one is', async (code) => {
    const [kept, fresh] = [createWire('answer', code), createWire(code)];
    await kept.send();
    expect(await kept.send()).toMatchObject({ kind: 'response' });
    expect(await fresh.send()).toMatchObject({ kind: 'no-response', problemKind: 'offline' });
    expect([kept.requests(), fresh.requests()]).toEqual([3, 1]);
  });

  it.each([
    'net::ERR_NETWORK_IO_SUSPENDED',
    'net::ERR_INTERNET_DISCONNECTED',
    'net::ERR_TIMED_OUT',
    'net::ERR_ADDRESS_UNREACHABLE',
  ])('is not the cause of %s', async (code) => {
    const wire = createWire('answer', code);
    await wire.send();
    expect(await wire.send()).toMatchObject({ kind: 'no-response', problemKind: 'offline' });
    expect(wire.requests()).toBe(2);
  });
});
