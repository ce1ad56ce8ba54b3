import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBucketClient, type BucketClientPorts } from '../../../main/bucket/bucket-client.ts';
import { objectStorageOf } from '../../../main/bucket/object-storage-address.ts';
import type { FaultName } from '../../../main/simulator/faults.ts';
import { startSimulator, type Simulator } from '../../../main/simulator/server.ts';

const bucket = 'films-media';
const script = { endsAfterMs: 0, as: 'COMPLETED' } as const;
const odd = [
  'a b.mp4',
  'a+b.mp4',
  '100%.mp4',
  '%20.mp4',
  '가을 예고편.mp4',
  '🎬.mov',
  '&amp;<b>"\'.png',
  'x\ny.mp4',
];
const canary = 'CANARYSECRET0000000000000000000000000001';
let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator();
  simulator.world.addWorkspace('films');
});
afterEach(() => simulator.stop());

function put(key: string, size = 1_000, changedAt?: number): void {
  simulator.world.putObject(bucket, { key, size, changedAt, script });
}

function clientWith(changes: Partial<BucketClientPorts> = {}) {
  return createBucketClient({
    ...{ fetch, now: Date.now, keys: simulator.keys, origin: simulator.url, clockOffsetMs: () => null },
    wait: () => Promise.resolve(),
    ...changes,
  });
}

/** A client whose every request is answered with this. */
function answeredWith(body: string, init: ResponseInit = {}) {
  const asked: URL[] = [];
  const client = clientWith({
    origin: 'https://kr.object.ncloudstorage.com',
    fetch: (url) => {
      asked.push(new URL(url));
      return Promise.resolve(new Response(body, init));
    },
  });
  return { client, asked };
}

const result = (inside: string) => `<?xml version="1.0"?><ListBucketResult>${inside}</ListBucketResult>`;

describe('the list of a bucket', () => {
  it('has the folders, and the files with size and time', async () => {
    put('trailer.mp4', 2_000, Date.UTC(2026, 10, 24, 9, 0, 0, 500));
    put('autumn/ep01.mov');
    put('autumn/ep02.mov');
    put('winter/ep01.mov');
    expect(await clientWith().list(bucket, '', null)).toEqual({
      kind: 'answer',
      value: {
        folders: ['autumn/', 'winter/'],
        objects: [{ key: 'trailer.mp4', size: 2_000, changedAt: Date.UTC(2026, 10, 24, 9, 0, 0, 500) }],
        skipped: 0,
        next: null,
      },
    });
  });

  it('has what is in a folder, without the folder itself, and what begins with a text', async () => {
    put('autumn/', 0);
    put('autumn/ep01.mov');
    put('autumn/ep02.mov');
    put('autumn.mov');
    expect(await clientWith().list(bucket, 'autumn/', null)).toMatchObject({
      value: { folders: [], objects: [{ key: 'autumn/ep01.mov' }, { key: 'autumn/ep02.mov' }] },
    });
    expect(await clientWith().list(bucket, 'autumn/ep02', null)).toMatchObject({
      value: { objects: [{ key: 'autumn/ep02.mov' }] },
    });
  });

  it('goes on where the page before it ended, until there is no more', async () => {
    for (let number = 0; number < 450; number += 1) put(`ep${String(number).padStart(3, '0')}.mov`);
    const client = clientWith();
    const keys: string[] = [];
    const sizes: number[] = [];
    for (let next = null, more = true; more;) {
      const page = await client.list(bucket, '', next);
      if (page.kind !== 'answer') throw new Error(page.kind);
      keys.push(...page.value.objects.map(({ key }) => key));
      sizes.push(page.value.objects.length);
      next = page.value.next;
      more = next !== null;
    }
    expect(sizes).toEqual([200, 200, 50]);
    expect(new Set(keys).size).toBe(450);
  });

  it.each(odd)('gives the name %j as it is, and finds it again', async (key) => {
    put(key);
    put(`${key}/inside.mp4`);
    const client = clientWith();
    expect(await client.list(bucket, '', null)).toMatchObject({
      value: { folders: [`${key}/`], objects: [{ key }] },
    });
    expect(await client.list(bucket, `${key}/`, null)).toMatchObject({
      value: { objects: [{ key: `${key}/inside.mp4` }] },
    });
    expect(await client.stateOf(bucket, key)).toMatchObject({ value: { isThere: true } });
  });

  it('is read in version 1 too, which names a marker, and in names that are not encoded', async () => {
    const { client, asked } = answeredWith(
      result(
        '<IsTruncated>true</IsTruncated><NextMarker>a+b&amp;c.mp4</NextMarker><Contents><Key>a+b&amp;c.mp4</Key><Size>1</Size></Contents>',
      ),
    );
    const page = await client.list(bucket, '', null);
    expect(page).toMatchObject({
      value: {
        objects: [{ key: 'a+b&c.mp4', size: 1, changedAt: null }],
        next: { by: 'marker', value: 'a+b&c.mp4' },
      },
    });
    await client.list(bucket, '', { by: 'marker', value: 'a+b&c.mp4' });
    expect(asked[1]?.searchParams.get('marker')).toBe('a+b&c.mp4');
  });

  it('says how many entries it could not read, and hides no other for them', async () => {
    const entries = [
      '<Contents><Key>good.mp4</Key><Size>5</Size></Contents>',
      '<Contents><Key>no-size.mp4</Key></Contents>',
      '<Contents><Key>half%E0.mp4</Key><Size>5</Size></Contents>',
      '<Contents><Key>nan.mp4</Key><Size>many</Size></Contents>',
      '<CommonPrefixes><Prefix></Prefix></CommonPrefixes>',
    ];
    const { client } = answeredWith(
      result(`<EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>${entries.join('')}`),
    );
    expect(await client.list(bucket, '', null)).toMatchObject({
      value: { objects: [{ key: 'good.mp4' }], folders: [], skipped: 4 },
    });
  });
});

describe('an answer that is none', () => {
  it.each([
    ['', 'intercepted'],
    ['{"code":"0"}', 'intercepted'],
    ['<html><body>Sign in</body></html>', 'intercepted'],
    [result('<IsTruncated>true</IsTruncated>'), 'unreadable'],
    [result('<IsTruncated>perhaps</IsTruncated>'), 'unreadable'],
    [result(''), 'unreadable'],
    ['<?xml version="1.0"?><ListBucketResult><IsTruncated>fal', 'unreadable'],
    // A name that a document makes up is not expanded, be it ten times ten times ten.
    [
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><ListBucketResult><IsTruncated>&b;</IsTruncated></ListBucketResult>',
      'unreadable',
    ],
    [
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>&a;</Key><Size>1</Size></Contents></ListBucketResult>',
      'unreadable',
    ],
    [`<ListBucketResult>${'<a>'.repeat(200_000)}`, 'unreadable'],
    [`<ListBucketResult>${'x'.repeat(5 * 1024 * 1024)}`, 'unreadable'],
  ])('is a problem: %.60s', async (body, kind) => {
    const { client } = answeredWith(body);
    expect(await client.list(bucket, '', null)).toMatchObject({ kind: 'problem', problem: { kind } });
  });

  it('is read in no time, also where it is nothing but line ends', async () => {
    const { client } = answeredWith(result(`<IsTruncated>false</IsTruncated>${'\r\n\r'.repeat(200_000)}`));
    expect(await client.list(bucket, '', null)).toMatchObject({ kind: 'answer' });
  });

  it('is read up to 4 MB and no further', async () => {
    const { client } = answeredWith(result(`<IsTruncated>false</IsTruncated>${' '.repeat(5 * 1024 * 1024)}`));
    expect(await client.list(bucket, '', null)).toMatchObject({
      problem: { kind: 'unreadable', field: { fault: 'too-large' } },
    });
  });

  it.each([
    ['access-denied', 'permission', 'AccessDenied'],
    ['unknown-key', 'credentials', 'InvalidAccessKeyId'],
    ['wrong-signature', 'credentials', 'SignatureDoesNotMatch'],
    ['wrong-time', 'clock', 'RequestTimeTooSkewed'],
    ['no-such-bucket', 'not-found', 'NoSuchBucket'],
    ['slow-down', 'rate-limit', 'SlowDown'],
    ['half-answer', 'unreadable', null],
    ['html', 'service', null],
    ['login-page', 'intercepted', null],
    ['cut', 'offline', null],
    ['redirect', 'intercepted', null],
    ['huge', 'unreadable', null],
    ['empty-error', 'service', null],
  ] as [FaultName, string, string | null][])('%s is %s', async (fault, kind, code) => {
    put('a.mp4');
    simulator.faults.set('buckets', fault);
    expect(await clientWith().list(bucket, '', null)).toMatchObject({
      kind: 'problem',
      problem: { kind, code },
    });
  });

  it('is waited for until the time is over', async () => {
    simulator.faults.set('buckets', 'hang');
    const waited: number[] = [];
    const client = clientWith({
      startTimeout: (afterMs, run) => {
        waited.push(afterMs);
        queueMicrotask(run);
        return () => undefined;
      },
    });
    const tooLate = { problem: { kind: 'offline', message: 'ETIMEDOUT' } };
    expect(await client.list(bucket, '', null)).toMatchObject(tooLate);
    expect(await client.stateOf(bucket, 'a.mp4')).toMatchObject(tooLate);
    expect(waited).toEqual([15_000, 5_000]);
  });

  it('says nothing of the secret key', async () => {
    const client = clientWith({ keys: { accessKey: simulator.keys.accessKey, secretKey: canary } });
    const reply = await client.list(bucket, '', null);
    expect(reply).toMatchObject({ problem: { kind: 'credentials' } });
    expect(JSON.stringify(reply)).not.toContain(canary);
    const failing = clientWith({
      keys: { accessKey: 'A', secretKey: canary },
      fetch: (url, init) => Promise.reject(new Error(`${url} ${JSON.stringify(init.headers)}`)),
    });
    expect(JSON.stringify(await failing.list(bucket, '', null))).not.toContain(canary);
  });
});

describe('what is known of one object', () => {
  it('is whether it is there, and since when it is as it is', async () => {
    put('a.mp4', 1, Date.UTC(2026, 10, 24, 9));
    const client = clientWith();
    expect(await client.stateOf(bucket, 'a.mp4')).toEqual({
      kind: 'answer',
      value: { isThere: true, changedAt: Date.UTC(2026, 10, 24, 9) },
    });
    expect(await client.stateOf(bucket, 'b.mp4')).toEqual({ kind: 'answer', value: { isThere: false } });
  });

  it.each([
    [404, {}, 'not-found'],
    [200, {}, 'intercepted'],
    [403, {}, 'intercepted'],
    [403, { 'x-amz-request-id': 'id' }, 'permission'],
    [503, { 'x-amz-request-id': 'id' }, 'service'],
  ])('is nothing where another than the service answers %i %o', async (status, headers, kind) => {
    const { client } = answeredWith('', { status, headers });
    expect(await client.stateOf(bucket, 'a.mp4')).toMatchObject({ kind: 'problem', problem: { kind } });
  });

  it('is no time where the service says none', async () => {
    const { client } = answeredWith('', { status: 200, headers: { 'x-amz-request-id': 'id' } });
    expect(await client.stateOf(bucket, 'a.mp4')).toEqual({
      kind: 'answer',
      value: { isThere: true, changedAt: null },
    });
  });
});

it('is asked at a pace of its own, five requests a second at the most', async () => {
  const waits: number[] = [];
  const wait = (delayMs: number) => Promise.resolve(waits.push(delayMs));
  const now = Date.now();
  const client = clientWith({ now: () => now, wait });
  await Promise.all(['a', 'b', 'c'].map((prefix) => client.list(bucket, prefix, null)));
  expect(waits).toEqual([200, 400]);
});

it('is asked with the time of the service, where this computer’s clock is wrong', async () => {
  simulator.setClockOffset(3_600_000);
  expect(await clientWith().list(bucket, '', null)).toMatchObject({ problem: { kind: 'clock' } });
  expect(await clientWith({ clockOffsetMs: () => 3_600_000 }).list(bucket, '', null)).toMatchObject({
    kind: 'answer',
  });
});

it('follows no redirect with the signature', async () => {
  let arrived = 0;
  const other = createServer((_request, response) => {
    arrived += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const redirecting = createServer((_request, response) =>
    response.writeHead(307, { Location: `http://127.0.0.1:${port}/` }).end(),
  ).listen(0, '127.0.0.1');
  await once(redirecting, 'listening');
  const origin = `http://127.0.0.1:${(redirecting.address() as AddressInfo).port}`;
  expect(await clientWith({ origin }).list(bucket, '', null)).toMatchObject({
    problem: { kind: 'intercepted' },
  });
  expect(arrived).toBe(0);
  for (const server of [other, redirecting]) {
    server.close();
    server.closeAllConnections();
  }
});

describe('the address of the buckets', () => {
  it.each([
    ['https://mi.apigw.ntruss.com', 'https://kr.object.ncloudstorage.com'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://localhost:4000', 'http://localhost:4000'],
    ['https://mi.apigw.ntruss.com.example', null],
    ['https://proxy.example.com', null],
    ['http://mi.apigw.ntruss.com', null],
  ])('of %s is %s', (apiUrl, address) => {
    expect(objectStorageOf(apiUrl)).toBe(address);
  });
});
