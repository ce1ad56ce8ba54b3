import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer as createProxy, type IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { trustSystemCertificates } from '../../../main/cli/certificates.ts';
import { wayTo, type Environment } from '../../../main/cli/proxy.ts';
import { expiredCertificate, testCertificate, testKey } from '../../support/certificates.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { startCommand } from './command-process.ts';

vi.setConfig({ testTimeout: 60_000 });

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function listen(server: Server & { closeAllConnections?: () => void }): Promise<number> {
  server.listen(0, '127.0.0.1');
  closing.push(() => {
    server.close();
    server.closeAllConnections?.();
  });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('the way to the service', () => {
  const origin = 'https://mi.apigw.ntruss.com';
  const proxy = 'http://proxy.invalid:8080';

  it.each<[Environment, string]>([
    [{}, 'direct'],
    [{ HTTPS_PROXY: '' }, 'direct'],
    [{ HTTP_PROXY: proxy }, 'direct'],
    [{ HTTPS_PROXY: proxy }, 'proxy.invalid:8080'],
    [{ https_proxy: proxy }, 'proxy.invalid:8080'],
    [{ https_proxy: 'http://lower.invalid', HTTPS_PROXY: proxy }, 'lower.invalid'],
    [{ HTTPS_PROXY: ' proxy.invalid:8080 ' }, 'proxy.invalid:8080'],
    [{ HTTPS_PROXY: 'socks5://proxy.invalid' }, 'not-a-proxy'],
    [{ HTTPS_PROXY: 'http://' }, 'not-a-proxy'],
    [{ HTTPS_PROXY: proxy, NO_PROXY: '*' }, 'direct'],
    [{ HTTPS_PROXY: proxy, NO_PROXY: 'localhost, mi.apigw.ntruss.com' }, 'direct'],
    [{ HTTPS_PROXY: proxy, NO_PROXY: 'ntruss.com' }, 'direct'],
    [{ HTTPS_PROXY: proxy, no_proxy: '.NTRUSS.com' }, 'direct'],
    [{ HTTPS_PROXY: proxy, NO_PROXY: '*.ntruss.com:443' }, 'direct'],
    [{ HTTPS_PROXY: proxy, NO_PROXY: 'ntruss.com:8443' }, 'proxy.invalid:8080'],
    [{ HTTPS_PROXY: proxy, NO_PROXY: 'truss.com,localhost,' }, 'proxy.invalid:8080'],
  ])('with %j is %s', (environment, expected) => {
    const way = wayTo(origin, environment);
    expect(way.kind === 'proxy' ? way.proxy.host : way.kind).toBe(expected);
  });

  it('is direct on this computer itself, over plain http', () => {
    expect(wayTo('http://127.0.0.1:8080', { HTTPS_PROXY: proxy })).toEqual({ kind: 'direct' });
  });
});

/** A service of which one asset has completed, over TLS, and a proxy before it. */
async function startNetwork(certificate: string, password: string | null = null, statusCode = 200) {
  const result = { assetId: 5678, uploadStatus: 'COMPLETED' };
  const service = createServer({ key: testKey, cert: certificate }, (_request, response) =>
    response.writeHead(statusCode).end(JSON.stringify({ code: '0', message: 'success', result })),
  );
  const port = await listen(service);
  const asked: (string | undefined)[] = [];
  const proxy = createProxy((_request, response) => response.writeHead(400).end());
  proxy.on('connect', ({ url, headers }: IncomingMessage, socket) => {
    asked.push(url);
    const login = headers['proxy-authorization'];
    if (password !== null && login !== `Basic ${Buffer.from(password).toString('base64')}`)
      return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [socket, onward]) end.on('error', () => undefined);
  });
  return { port, proxyPort: await listen(proxy), asked };
}

/** Runs `status` for the asset as a process, which trusts the certificate of the tests if it is told to. */
async function status(host: string, environment: Readonly<Record<string, string>>, isTrusted = true) {
  const home = temporaryFolder();
  const file = join(home, 'company.pem');
  await writeFile(file, testCertificate + expiredCertificate);
  const keys = { NCLOUD_ACCESS_KEY: 'ACCESS', NCLOUD_SECRET_KEY: 'SECRET' };
  const trusted = isTrusted ? { NODE_EXTRA_CA_CERTS: file } : {};
  return startCommand(['status', 'my-workspace/1234/5678', '--api-url', `https://${host}`], {
    home,
    environment: { LANG: 'en', ...keys, ...trusted, ...environment },
  }).ended;
}

describe('a network with a proxy and certificates of its own', () => {
  it('is gone through, by name and with its password', async () => {
    const { proxyPort, asked } = await startNetwork(testCertificate, 'per son:pass@word');
    const HTTPS_PROXY = `http://per%20son:pass%40word@127.0.0.1:${proxyPort}`;
    const ended = await status('mi.example.invalid', { HTTPS_PROXY });
    expect(ended).toMatchObject({ code: 0, errors: '' });
    expect(asked).toEqual(['mi.example.invalid:443']);
  });

  it('is gone through also with a password that has a percent sign in it', async () => {
    const { proxyPort } = await startNetwork(testCertificate, 'person:100%@%zz%');
    const HTTPS_PROXY = `http://person:100%%40%zz%@127.0.0.1:${proxyPort}`;
    expect(await status('mi.example.invalid', { HTTPS_PROXY })).toMatchObject({ code: 0, errors: '' });
  });

  it('from which a response comes that is none is said, and ends nothing else', async () => {
    const { proxyPort } = await startNetwork(testCertificate, null, 999);
    const ended = await status('mi.example.invalid', { HTTPS_PROXY: `http://127.0.0.1:${proxyPort}` });
    expect(ended.code).toBe(3);
    expect(ended.errors).not.toContain('node:internal');
  });

  it('that wants a password is said, with what to do', async () => {
    const { proxyPort } = await startNetwork(testCertificate, 'person:password');
    const ended = await status('mi.example.invalid', { HTTPS_PROXY: `http://127.0.0.1:${proxyPort}` });
    expect(ended.code).toBe(3);
    expect(ended.errors).toContain('PROXY_407');
    expect(ended.errors).toContain('into HTTPS_PROXY');
  });

  it('is left alone for a host in NO_PROXY', async () => {
    const { port, proxyPort, asked } = await startNetwork(testCertificate);
    const HTTPS_PROXY = `http://127.0.0.1:${proxyPort}`;
    const ended = await status(`localhost:${port}`, { HTTPS_PROXY, NO_PROXY: 'localhost' });
    expect(ended).toMatchObject({ code: 0, errors: '' });
    expect(asked).toEqual([]);
  });

  it('whose certificate nobody trusts is said, with the variable that helps', async () => {
    const { port } = await startNetwork(testCertificate);
    const ended = await status(`localhost:${port}`, {}, false);
    expect(ended.code).toBe(3);
    expect(ended.errors).toContain('NODE_EXTRA_CA_CERTS');
  });

  it('whose certificate is out of date accuses the clock alone of nothing', async () => {
    const { port } = await startNetwork(expiredCertificate);
    const ended = await status(`localhost:${port}`, {});
    expect(ended.code).toBe(3);
    expect(ended.errors).toContain(
      'This computer’s clock is wrong, or a certificate has expired · CERT_HAS_EXPIRED',
    );
  });

  it('is not guessed from what is no proxy', async () => {
    const ended = await status('localhost', { HTTPS_PROXY: 'socks5://127.0.0.1' });
    expect(ended.code).toBe(2);
    expect(ended.errors).toContain('HTTPS_PROXY takes an http or https address');
  });
});

describe('the certificates of this computer', () => {
  it('are trusted beside those that Node and the person named', () => {
    const set: (readonly unknown[])[] = [];
    trustSystemCertificates({
      getCACertificates: (type) => [`${type} certificate`],
      setDefaultCACertificates: (all) => void set.push(all),
    });
    expect(set).toEqual([['default certificate', 'system certificate']]);
  });

  it('are left to NODE_EXTRA_CA_CERTS by a Node that cannot add to its own', () => {
    expect(() => trustSystemCertificates({})).not.toThrow();
  });
});
