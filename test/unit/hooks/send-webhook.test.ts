import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sendWebhook, signatureOf } from '../../../main/hooks/send-webhook.ts';
import { expiredCertificate, testCertificate, testKey } from '../../support/certificates.ts';

const message = { id: 'iw_1', body: '{"type":"import.completed"}' };
const now = () => 1_700_000_000_500;
const never = new AbortController().signal;

/** A real server on loopback. */
async function serverOn(answer: RequestListener, certificate?: string): Promise<string> {
  const server =
    certificate === undefined
      ? createServer(answer)
      : createSecureServer({ key: testKey, cert: certificate }, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}/services/T0/secret`;
}

const sent = (address: string, secret: string | null = null) =>
  sendWebhook({ address, secret }, message, never, { fetch, now });

/** As Electron's `net.fetch` fails, with its code for a message. */
const failedWith = (code: string) =>
  sendWebhook({ address: 'https://hooks.example.com/x', secret: null }, message, never, {
    fetch: () => Promise.reject(new Error(code)),
    now,
  });

test('a request has the body, the name of the delivery, the time, and a signature that the server can check', async () => {
  let received: { headers: IncomingHttpHeaders; body: string; method: string } | null = null;
  const address = await serverOn((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      received = { headers: request.headers, body, method: request.method! };
      response.writeHead(202).end();
    });
  });
  const key = Buffer.from('a key of some thirty-two bytes..');
  const secret = `whsec_${key.toString('base64')}`;
  expect(await sent(address, secret)).toEqual({
    result: { fault: null, figure: 202, detail: null },
    retryAfterMs: null,
  });
  const { headers, body, method } = received!;
  expect([method, body, headers['webhook-id'], headers['webhook-timestamp']]).toEqual([
    ...['POST', message.body, 'iw_1', '1700000000'],
  ]);
  const mine = createHmac('sha256', key).update(`iw_1.1700000000.${message.body}`).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${mine}`);
});

test('a secret of the person’s own is taken as it is; without one nothing is signed', async () => {
  expect(signatureOf('secret', 'text')).toBe(
    `v1,${createHmac('sha256', 'secret').update('text').digest('base64')}`,
  );
  let headers: IncomingHttpHeaders = {};
  const address = await serverOn((request, response) => {
    ({ headers } = request);
    response.end('ok');
  });
  await sent(address);
  expect(headers).not.toHaveProperty('webhook-signature');
});

describe('what comes of it', () => {
  const plain = (status: number, headers: Record<string, string> = {}) =>
    serverOn((_request, response) => response.writeHead(status, headers).end('no'));

  test.each([
    [204, null],
    [400, 'refused'],
    [401, 'refused'],
    [404, 'refused'],
    [410, 'refused'],
    [408, 'busy'],
    [425, 'busy'],
    [429, 'busy'],
    [500, 'busy'],
    [503, 'busy'],
  ] as const)('%i', async (status, fault) => {
    expect((await sent(await plain(status))).result).toEqual({ fault, figure: status, detail: null });
  });

  test('a busy server says how long to wait; one that refuses does not', async () => {
    const headers = { 'retry-after': '90' };
    expect(await sent(await plain(429, headers))).toMatchObject({ retryAfterMs: 90_000 });
    expect(await sent(await plain(404, headers))).toMatchObject({ retryAfterMs: null });
  });

  test('a redirect is not followed', async () => {
    let followed = 0;
    const other = await serverOn((_request, response) => {
      followed += 1;
      response.end();
    });
    for (const status of [301, 302, 307, 308])
      expect((await sent(await plain(status, { location: other }))).result.fault).toBe('redirected');
    expect(followed).toBe(0);
  });

  test('a page without end is not read to its end', async () => {
    const address = await serverOn((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.writeHead(200).on('drain', more);
      more();
    });
    expect((await sent(address)).result).toEqual({ fault: null, figure: 200, detail: null });
  });

  test('a connection that is cut before the beginning of a reply', async () => {
    const address = await serverOn((request) => request.socket.destroy());
    expect((await sent(address)).result).toMatchObject({ fault: 'no-answer', figure: null });
  });

  const cutOff = (status: number) =>
    serverOn((request, response) => {
      response.writeHead(status, { 'content-length': '100', 'retry-after': '90' });
      response.write('half', () => request.socket.destroy());
    });

  test('a reply is judged by its status, also where its body breaks off or cannot be unpacked', async () => {
    const taken = { result: { fault: null, figure: 200, detail: null }, retryAfterMs: null };
    expect(await sent(await cutOff(200))).toEqual(taken);
    const packed = await serverOn((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not packed at all'),
    );
    expect(await sent(packed)).toEqual(taken);
    const busy = { result: { fault: 'busy', figure: 503, detail: null }, retryAfterMs: 90_000 };
    expect(await sent(await cutOff(503))).toEqual(busy);
    expect(await sent(await cutOff(404))).toMatchObject({ result: { fault: 'refused', figure: 404 } });
  });

  test('a reply whose body stays open is judged by its status after a time', async () => {
    const address = await serverOn((_request, response) => response.writeHead(200).write('…'));
    // As early as it can be: the head is there.
    let giveUp: () => void = () => undefined;
    const outcome = await sendWebhook({ address, secret: null }, message, never, {
      fetch: async (...request) => {
        const response = await fetch(...request);
        setTimeout(giveUp);
        return response;
      },
      now,
      startTimeout: (_afterMs, run) => {
        giveUp = run;
        return () => undefined;
      },
    });
    expect(outcome.result).toEqual({ fault: null, figure: 200, detail: null });
  });

  test('a server that says nothing is given up after a time', async () => {
    let giveUp: () => void = () => undefined;
    const address = await serverOn(() => giveUp());
    const startTimeout = (_afterMs: number, run: () => void) => {
      giveUp = run;
      return () => undefined;
    };
    const outcome = await sendWebhook({ address, secret: null }, message, never, {
      fetch,
      now,
      startTimeout,
    });
    expect(outcome.result).toEqual({ fault: 'no-answer', figure: null, detail: 'ETIMEDOUT' });
  });

  test('nobody is there', async () => {
    expect((await sent('http://127.0.0.1:1/x')).result.fault).toBe('no-answer');
  });

  test.each([
    ['that nobody vouches for', testCertificate],
    ['that is out of date', expiredCertificate],
  ])('a certificate %s', async (_which, certificate) => {
    const address = await serverOn((_request, response) => response.end(), certificate);
    const { result } = await sent(address);
    expect(result.fault).toBe('not-trusted');
    expect(result.detail).not.toContain('secret');
  });

  test.each([
    ...['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'],
    ...[
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    ...['HOSTNAME_MISMATCH', 'net::ERR_CERT_AUTHORITY_INVALID', 'net::ERR_CERT_COMMON_NAME_INVALID'],
    ...['net::ERR_CERT_DATE_INVALID', 'net::ERR_CERT_REVOKED', 'net::ERR_CERTIFICATE_TRANSPARENCY_REQUIRED'],
  ])('%s is a certificate that is not trusted', async (code) => {
    expect((await failedWith(code)).result).toEqual({ fault: 'not-trusted', figure: null, detail: code });
  });

  test.each([
    ...[
      'net::ERR_PROXY_CONNECTION_FAILED',
      'net::ERR_TUNNEL_CONNECTION_FAILED',
      'net::ERR_PROXY_AUTH_REQUESTED',
    ],
    ...['net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'net::ERR_PROXY_CERTIFICATE_INVALID'],
    ...['net::ERR_SSL_PROTOCOL_ERROR', 'net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'EPROTO'],
    ...['net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'net::ERR_BAD_SSL_CLIENT_AUTH_CERT'],
    ...[
      'net::ERR_INVALID_HTTP_RESPONSE',
      'HPE_INVALID_CONSTANT',
      'net::ERR_NAME_NOT_RESOLVED',
      'ECONNREFUSED',
    ],
    ...['net::ERR_NETWORK_CHANGED', 'net::ERR_CERT_DATABASE_CHANGED', 'net::ERR_CERT_VERIFIER_CHANGED'],
  ])('%s is no response, whoever is in between', async (code) => {
    expect((await failedWith(code)).result).toEqual({ fault: 'no-answer', figure: null, detail: code });
  });
});
