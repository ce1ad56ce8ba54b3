import { describe, expect, it } from 'vitest';
import { createClient } from '../../../main/mi/client.ts';
import type { FetchPort } from '../../../main/mi/exchange.ts';
import { sign } from '../../../main/mi/signature.ts';
import { unreadableStatus } from '../../../main/model/import-status.ts';

const never = new AbortController().signal;
const reference = { workspace: 'my-workspace', projectId: 1234, assetId: 5678 };
const target = '/api/v1/workspaces/my-workspace/projects/1234/assets/5678/import-status';
const keys = { accessKey: 'ACCESS', secretKey: 'CANARY-SECRET' };
const startedAt = Date.parse('2026-11-24T09:00:00Z');
const running = { code: '0', message: 'success', result: { assetId: 5678, uploadStatus: 'IN_PROGRESS' } };
const refused = { error: { errorCode: '200', message: 'Authentication Failed' } };

interface Seen {
  readonly url: string;
  readonly init: RequestInit;
  /** How long the client had waited before it was sent, ms. */
  readonly waitedMs: number;
}

/** A service that answers these in turn, the last one again and again. Waiting takes no time but on the clock. */
function answering(...answers: readonly (() => Response)[]) {
  const seen: Seen[] = [];
  let waitedMs = 0;
  const fetch: FetchPort = (url, init) => {
    const answer = answers[Math.min(seen.length, answers.length - 1)];
    seen.push({ url, init, waitedMs });
    return answer === undefined ? Promise.reject(new Error('no answer')) : Promise.resolve(answer());
  };
  const client = createClient({
    fetch,
    now: () => startedAt + waitedMs,
    credentials: () => keys,
    apiUrl: 'https://mi.apigw.ntruss.com',
    wait: (delayMs) => {
      waitedMs += delayMs;
      return Promise.resolve();
    },
  });
  return { client, seen };
}

function json(
  body: unknown,
  status = 200,
  offsetMs: number | null = null,
  headers: Record<string, string> = {},
) {
  const date = offsetMs === null ? {} : { date: new Date(startedAt + offsetMs).toUTCString() };
  return () => new Response(JSON.stringify(body), { status, headers: { ...date, ...headers } });
}

/** What Node's `fetch` rejects with. */
function withCode(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });
}

const header = ({ init }: Seen, name: string) => new Headers(init.headers).get(name);

describe('what is sent', () => {
  it('is the signed target, without cookies, redirects or cache', async () => {
    const { client, seen } = answering(json(running));
    await client.importStatus(reference, never);
    const [sent] = seen;
    expect(sent?.url).toBe(`https://mi.apigw.ntruss.com${target}`);
    expect(sent?.init).toMatchObject({
      method: 'GET',
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    });
    expect(sent && header(sent, 'content-type')).toBe('application/json');
    expect(sent && header(sent, 'x-ncp-iam-access-key')).toBe('ACCESS');
    expect(sent && header(sent, 'x-ncp-apigw-timestamp')).toBe(String(startedAt));
    const signature = sign({ method: 'GET', target, timestamp: startedAt, ...keys });
    expect(sent && header(sent, 'x-ncp-apigw-signature-v2')).toBe(signature);
    expect(JSON.stringify(sent?.init.headers)).not.toContain(keys.secretKey);
  });
});

describe('the clock', () => {
  const minute = 60_000;
  const hour = 60 * minute;
  const day = 24 * hour;

  /** The moments that were signed, by this computer's clock, ms. */
  const signed = (seen: readonly Seen[]) =>
    seen.map((one) => Number(header(one, 'x-ncp-apigw-timestamp')) - startedAt);

  /** A gateway whose clock is `offsetMs` ahead, and whose `Date` says `dateOffsetMs`. */
  function gateway(offsetMs: number, dateOffsetMs = offsetMs, headers: Record<string, string> = {}) {
    const state = { offsetMs, dateOffsetMs, isKeyRight: true };
    const seen: Seen[] = [];
    const client = createClient({
      fetch(url, init) {
        const sent = { url, init, waitedMs: 0 };
        seen.push(sent);
        const isInTime = Math.abs(signed([sent])[0]! - state.offsetMs) <= 5 * minute;
        const isTaken = isInTime && state.isKeyRight;
        const answer = json(isTaken ? running : refused, isTaken ? 200 : 401, state.dateOffsetMs, headers);
        return Promise.resolve(answer());
      },
      now: () => startedAt,
      credentials: () => keys,
      apiUrl: 'https://mi.apigw.ntruss.com',
    });
    const ask = () => client.importStatus(reference, never);
    return { state, seen, client, ask };
  }

  it('is not left for the Date of an answer: the local time works', async () => {
    for (const dateOffset of [10 * minute, -10 * minute, 2 * minute, 400 * day]) {
      const { ask, seen, client } = gateway(0, dateOffset);
      for (let times = 0; times < 3; times += 1) expect(await ask()).toMatchObject({ kind: 'answer' });
      expect(signed(seen)).toEqual([0, 0, 0]);
      expect(client.clockOffsetMs()).toBeNull();
    }
  });

  it('is corrected by the Date of a refusal, and what works is kept', async () => {
    const { ask, seen, client, state } = gateway(-10 * minute);
    expect(await ask()).toMatchObject({ kind: 'answer' });
    state.dateOffsetMs = 3 * hour;
    expect(await ask()).toMatchObject({ kind: 'answer' });
    expect(signed(seen)).toEqual([0, -599_500, -599_500]);
    expect(client.clockOffsetMs()).toBe(-599_500);
  });

  it.each([1, -1])('explains a refusal also where its Date says “just in time”: %i', async (side) => {
    const { ask } = gateway(side * (5 * minute + 1_000), side * (5 * minute - 2_000));
    expect(await ask()).toMatchObject({ kind: 'answer' });
  });

  it('is tried as it is once more before the key is blamed, as after it was set right', async () => {
    const { ask, seen, client, state } = gateway(10 * minute);
    await ask();
    Object.assign(state, { offsetMs: 0, dateOffsetMs: 10 * minute });
    expect(await ask()).toMatchObject({ kind: 'answer' });
    expect(signed(seen)).toEqual([0, 600_500, 600_500, 0]);
    expect(client.clockOffsetMs()).toBeNull();
  });

  it('is corrected anew where it was set to another wrong time', async () => {
    const { ask, seen, client, state } = gateway(10 * minute);
    await ask();
    Object.assign(state, { offsetMs: -hour, dateOffsetMs: -hour });
    expect(await ask()).toMatchObject({ kind: 'answer' });
    expect(signed(seen)).toEqual([0, 600_500, 600_500, -hour + 500]);
    expect(client.clockOffsetMs()).toBe(-hour + 500);
  });

  it('is corrected though the second request within a second meets a limit each time', async () => {
    const limited = json({ code: 'E', message: 'Quota exceeded' }, 429);
    const { client, seen } = answering(json(refused, 401, -hour), limited, json(running));
    expect(await client.importStatus(reference, never)).toMatchObject({ problem: { kind: 'rate-limit' } });
    expect(client.clockOffsetMs()).toBeNull();
    expect(await client.importStatus(reference, never)).toMatchObject({ kind: 'answer' });
    expect(signed(seen)).toEqual([0, -hour + 500, -hour + 500]);
    expect(client.clockOffsetMs()).toBe(-hour + 500);
  });

  it('is tried as it is where the time of which nothing was said is refused', async () => {
    const limited = json({ code: 'E', message: 'Quota exceeded' }, 429);
    const { client, seen } = answering(json(refused, 401, -hour), limited, json(refused, 401), json(running));
    await client.importStatus(reference, never);
    expect(await client.importStatus(reference, never)).toMatchObject({ kind: 'answer' });
    expect(signed(seen)).toEqual([0, -hour + 500, -hour + 500, 0]);
  });

  it('is not blamed for a key that is wrong, nor tried again and again', async () => {
    const { ask, seen, client, state } = gateway(10 * minute);
    state.isKeyRight = false;
    expect(await ask()).toMatchObject({ problem: { kind: 'credentials' }, requests: 2 });
    for (let times = 0; times < 2; times += 1)
      expect(await ask()).toEqual({
        kind: 'problem',
        problem: expect.objectContaining({ kind: 'credentials' }),
      });
    expect(signed(seen)).toEqual([0, 600_500, 0, 0]);
    expect(client.clockOffsetMs()).toBeNull();
  });

  it.each([0, 240_000, -240_000])('explains nothing when it is %i ms off', async (offset) => {
    const { client, seen } = answering(json(refused, 401, offset));
    expect(await client.importStatus(reference, never)).toMatchObject({ problem: { kind: 'credentials' } });
    expect(seen).toHaveLength(1);
  });

  it.each([-400, -2, 2, 3_652])(
    'is never signed for a moment %i days off, and told instead',
    async (days) => {
      const { ask, seen, client } = gateway(days * day);
      expect(await ask()).toMatchObject({ problem: { kind: 'clock', clockOffsetMs: days * day + 500 } });
      expect(signed(seen)).toEqual([0]);
      expect(client.clockOffsetMs()).toBeNull();
    },
  );

  it.each(['0', '7', '86400'])('is not believed by an answer that a cache kept for %s s', async (age) => {
    const { ask, seen } = gateway(10 * minute, 10 * minute, { age });
    expect(await ask()).toMatchObject({ problem: { kind: 'credentials' } });
    expect(signed(seen)).toEqual([0]);
  });

  it.each([
    '',
    'Unauthorized',
    '{}',
    '[401]',
    '<title>Sign in</title>',
    '{"message":"Unauthorized"}',
    '{"code":"200","message":"Authentication Failed"}',
  ])('is not tried for a refusal that is not the gateway’s: %j', async (body) => {
    const bare = () =>
      new Response(body, { status: 401, headers: { date: new Date(startedAt + 6e5).toUTCString() } });
    const { client, seen } = answering(bare);
    expect(await client.importStatus(reference, never)).toMatchObject({ problem: { kind: 'intercepted' } });
    expect(signed(seen)).toEqual([0]);
    expect(client.clockOffsetMs()).toBeNull();
  });
});

describe('what is told', () => {
  it('has both codes for support, and Retry-After as a date by the clock of the service', async () => {
    const headers = {
      'x-ncp-trace-id': 'abc123',
      'retry-after': new Date(startedAt + 3_600_000 + 30_000).toUTCString(),
    };
    const body = { error: { errorCode: 420, message: 'Rate Limited' } };
    const { client } = answering(json(body, 429, 3_600_000, headers));
    expect(await client.importStatus(reference, never)).toEqual({
      kind: 'problem',
      problem: {
        kind: 'rate-limit',
        httpStatus: 429,
        code: '420',
        message: 'Rate Limited',
        field: null,
        traceId: 'abc123',
        retryAfterMs: 29_500,
        clockOffsetMs: 3_600_500,
        at: startedAt,
      },
    });
  });

  it.each([
    [withCode('ENOTFOUND'), 'offline', 'ENOTFOUND'],
    [new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline', 'net::ERR_INTERNET_DISCONNECTED'],
    [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'intercepted', 'net::ERR_CERT_AUTHORITY_INVALID'],
    [new Error('net::ERR_CERT_DATE_INVALID'), 'clock', 'net::ERR_CERT_DATE_INVALID'],
    [withCode('CERT_NOT_YET_VALID'), 'clock', 'CERT_NOT_YET_VALID'],
    [withCode('CERT_HAS_EXPIRED'), 'clock', 'CERT_HAS_EXPIRED'],
    [withCode('SELF_SIGNED_CERT_IN_CHAIN'), 'intercepted', 'SELF_SIGNED_CERT_IN_CHAIN'],
    [withCode('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), 'intercepted', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    [withCode('ERR_SSL_WRONG_VERSION_NUMBER'), 'intercepted', 'ERR_SSL_WRONG_VERSION_NUMBER'],
    [withCode('HPE_INVALID_CONSTANT'), 'intercepted', 'HPE_INVALID_CONSTANT'],
    [new Error('net::ERR_PROXY_CONNECTION_FAILED'), 'intercepted', 'net::ERR_PROXY_CONNECTION_FAILED'],
    [new Error('net::ERR_TUNNEL_CONNECTION_FAILED'), 'intercepted', 'net::ERR_TUNNEL_CONNECTION_FAILED'],
    [
      new TypeError('fetch failed', { cause: new Error('unexpected redirect') }),
      'intercepted',
      'UNEXPECTED_REDIRECT',
    ],
  ])('%s is %s', async (error, kind, message) => {
    const { client } = answering(() => {
      throw error;
    });
    expect(await client.importStatus(reference, never)).toMatchObject({
      problem: { kind, message, httpStatus: null },
    });
  });

  it.each([
    [{ assetId: 5679, uploadStatus: 'COMPLETED' }, 'result.assetId', 'another-value', 5678],
    [{ assetId: '5678', uploadStatus: 'COMPLETED' }, 'result.assetId', 'not-a-number', null],
    [{ assetId: -1, uploadStatus: 'COMPLETED' }, 'result.assetId', 'not-a-number', null],
    [{ assetId: 5679 }, 'result.assetId', 'another-value', 5678],
    [{ uploadStatus: 'COMPLETED' }, 'result.assetId', 'missing', null],
    [null, 'result', 'not-an-object', null],
    [{ assetId: 5678, uploadStatus: 7 }, 'result.uploadStatus', 'not-text', null],
    [{ assetId: 5678, uploadStatus: {} }, 'result.uploadStatus', 'not-text', null],
  ])('an answer with the result %j names %s as %s', async (result, path, fault, figure) => {
    const { client } = answering(json({ code: '0', message: 'success', result }));
    expect(await client.importStatus(reference, never)).toMatchObject({
      kind: 'problem',
      problem: { kind: 'unreadable', httpStatus: 200, field: { path, fault, figure } },
    });
  });

  it.each([
    undefined,
    null,
    '',
    'IN-PROGRESS',
    ' COMPLETED',
    'A B',
    'not there',
    'COMPLETED\u202e',
    'COMPLETED\n',
  ])(
    'an answer about the asset with the status %j is one, with a status that cannot be read',
    async (status) => {
      const result = { assetId: 5678, uploadStatus: status, uploadResult: 'Queued' };
      const { client } = answering(json({ code: '0', message: 'success', result }));
      expect(await client.importStatus(reference, never)).toMatchObject({
        kind: 'answer',
        value: { assetId: 5678, status: unreadableStatus, text: 'Queued' },
      });
    },
  );

  const odd = [
    null,
    undefined,
    -1,
    253702.5,
    1e300,
    '253702',
    '',
    true,
    [],
    {},
    { size: {} },
    [{}],
    'x'.repeat(1e5),
  ];

  it.each(['COMPLETED', 'FAILED'])('is %s whatever stands beside it', async (uploadStatus) => {
    const whole = { resolution: '1920x1080', durationMs: 253702, size: 120333399, format: 'mp4' };
    const results = odd.flatMap((value) => [
      { uploadResult: value },
      { metaData: value },
      ...Object.keys(whole).map((field) => ({ metaData: { ...whole, [field]: value } })),
    ]);
    for (const beside of results) {
      const result = { assetId: 5678, uploadStatus, ...beside };
      const { client } = answering(json({ code: '0', message: { odd: true }, result }));
      const reply = await client.importStatus(reference, never);
      expect(reply, JSON.stringify(beside)).toMatchObject({
        kind: 'answer',
        value: { status: uploadStatus },
      });
    }
  });

  it('is null where it cannot be read, and the fields beside it are kept', async () => {
    const metaData = { resolution: 1080, durationMs: 253702.5, size: '120333399', format: 'mp4' };
    const result = { assetId: 5678, uploadStatus: 'COMPLETED', uploadResult: {}, metaData };
    const { client } = answering(json({ code: '0', message: 'success', result }));
    expect(await client.importStatus(reference, never)).toMatchObject({
      value: { text: null, metaData: { resolution: null, durationMs: null, size: null, format: 'mp4' } },
    });
  });

  it('keeps of the details what can be read', async () => {
    const result = { assetId: 5678, fileName: { odd: true }, projectId: '1234', metaData: 'none' };
    const { client } = answering(json({ code: '0', message: 'success', result }));
    expect(await client.assetDetails(reference, never)).toEqual({
      kind: 'answer',
      value: {
        assetId: 5678,
        fileName: null,
        projectId: null,
        metaData: null,
        key: null,
        registeredAt: null,
      },
    });
  });

  it('keeps every field of the official page, and an unknown status, and ignores unknown fields', async () => {
    const metaData = { resolution: '1920x1080', durationMs: 253702, size: 120333399, format: 'mp4' };
    const result = {
      assetId: 5678,
      uploadStatus: 'SIXTH',
      uploadResult: '복사 <b>완료</b>',
      metaData,
      extra: [1],
    };
    const { client } = answering(json({ code: '0', message: 'success', result, more: true }));
    expect(await client.importStatus(reference, never)).toEqual({
      kind: 'answer',
      value: { assetId: 5678, status: 'SIXTH', text: '복사 완료', metaData, receivedAt: startedAt },
    });
  });
});

describe('lists', () => {
  it('asks for all pages of workspaces, and not for ever', async () => {
    const page = (name: string) => ({
      code: '0',
      result: { content: [{ workspaceName: name }], totalPage: 3 },
    });
    const three = answering(json(page('one')), json(page('two')), json(page('three')));
    expect(await three.client.listWorkspaces(never)).toMatchObject({
      value: { entries: [{ workspaceName: 'one' }, { workspaceName: 'two' }, { workspaceName: 'three' }] },
    });
    const endless = { code: '0', result: { content: [{ workspaceName: 'again' }], totalPage: 1e9 } };
    const { client, seen } = answering(json(endless));
    // What slips from page to page is one.
    expect(await client.listWorkspaces(never)).toMatchObject({
      value: { entries: [{ workspaceName: 'again' }] },
    });
    expect(seen.length).toBeLessThanOrEqual(100);
  });

  it('are asked for five times a second at most, whichever they are; what the monitor asks waits for nobody', async () => {
    const page = { code: '0', result: { content: [{ workspaceName: 'again' }], totalPage: 3 } };
    const { client, seen } = answering(json(page));
    await client.listWorkspaces(never);
    await client.listProjects('my-workspace', never);
    await client.listAssets('my-workspace', 1, 1, never);
    await client.importStatus(reference, never);
    await client.readPage('my-workspace', 1, 1, never);
    expect(seen.map(({ waitedMs }) => waitedMs)).toEqual([0, 200, 400, 600, 800, 800, 800]);
  });

  it('that are called back while they wait are not asked for', async () => {
    const seen: string[] = [];
    const client = createClient({
      fetch(url, { signal }) {
        if (signal?.aborted) return Promise.reject(new Error('aborted'));
        seen.push(url);
        return Promise.resolve(json({ code: '0', result: { projects: [] } })());
      },
      now: () => startedAt,
      credentials: () => keys,
      apiUrl: 'https://mi.apigw.ntruss.com',
    });
    await client.listProjects('my-workspace', never);
    const controller = new AbortController();
    const asked = client.listProjects('my-workspace', controller.signal);
    controller.abort();
    expect(await asked).toEqual({ kind: 'aborted' });
    expect(seen).toHaveLength(1);
  });

  it.each([
    { result: { projects: [{ projectId: 1, name: 'Base' }], totalCount: 1 } },
    { result: { projects: [{ projectId: 1, name: 'Base' }] }, totalCount: 1 },
  ])('reads projects wherever totalCount stands', async (body) => {
    const { client } = answering(json({ code: '0', message: 'success', ...body }));
    expect(await client.listProjects('my-workspace', never)).toMatchObject({
      value: { entries: [{ projectId: 1, name: 'Base' }] },
    });
  });

  const oddEntries = [
    null,
    7,
    'text',
    [],
    {},
    { assetId: '9' },
    { assetId: -1 },
    { assetId: 2 ** 60 },
    { assetId: 1 },
  ];

  it('leave out what cannot be read or is there already, count it, and keep the rest', async () => {
    const content = [
      { assetId: 1, fileName: null, metaData: { size: 'big', resolution: 7, format: [] } },
      ...oddEntries,
      { assetId: 2, fileName: 'b.mp4' },
    ];
    const { client } = answering(json({ code: '0', result: { content, totalCount: '2', totalPage: null } }));
    expect(await client.readPage('my-workspace', 1234, 1, never)).toEqual({
      kind: 'answer',
      value: {
        assets: [
          { assetId: 1, fileName: null, size: null, complete: true },
          { assetId: 2, fileName: 'b.mp4', size: null, complete: false },
        ],
        skipped: oddEntries.length,
        totalCount: oddEntries.length + 2,
        pages: 1,
      },
    });
  });

  it('are never longer than their page', async () => {
    const content = Array.from({ length: 1_500 }, (_, index) => ({ assetId: index + 1, fileName: 'a.mp4' }));
    const { client } = answering(json({ code: '0', result: { content } }));
    const page = await client.readPage('my-workspace', 1234, 1, never);
    expect(page).toMatchObject({ value: { skipped: 500, pages: 2 } });
    const whole = content.slice(0, 1_000);
    const counted = answering(json({ code: '0', result: { content: whole, totalCount: 1_000 } }));
    expect(await counted.client.readPage('my-workspace', 1234, 1, never)).toMatchObject({
      value: { pages: 1 },
    });
    expect(page.kind === 'answer' && page.value.assets).toHaveLength(1_000);
    const projects = content.map(({ assetId }) => ({ projectId: assetId, name: null }));
    const all = await answering(json({ code: '0', result: { projects } })).client.listProjects('abc', never);
    expect(all).toMatchObject({ value: { skipped: 500 } });
    expect(all.kind === 'answer' && all.value.entries).toHaveLength(1_000);
    const workspaces = content.map(({ assetId }) => ({ workspaceName: `workspace-${assetId}` }));
    const few = answering(json({ code: '0', result: { content: workspaces, totalPage: 1 } }));
    const listed = await few.client.listWorkspaces(never);
    expect(listed).toMatchObject({ value: { skipped: 1_400 } });
    expect(listed.kind === 'answer' && listed.value.entries).toHaveLength(100);
  });

  it('of workspaces and projects leave out what cannot be asked for', async () => {
    const content = ['good', '../bad', 'Bad', 'a'.repeat(64), null, 7].map((workspaceName) => ({
      workspaceName,
      workspaceUrl: { odd: true },
    }));
    const { client } = answering(json({ code: '0', result: { content, totalPage: 'one' } }));
    expect(await client.listWorkspaces(never)).toEqual({
      kind: 'answer',
      value: { entries: [{ workspaceName: 'good', workspaceUrl: null, bucketName: null }], skipped: 5 },
    });
    const projects = [
      { projectId: 1, name: 'a\u202eb' },
      { projectId: 2, name: null },
      { projectId: 'x' },
      null,
    ];
    expect(
      await answering(json({ code: '0', result: { projects } })).client.listProjects('abc', never),
    ).toEqual({
      kind: 'answer',
      value: {
        entries: [
          { projectId: 1, name: 'a b' },
          { projectId: 2, name: '2' },
        ],
        skipped: 2,
      },
    });
  });

  it('says of listed assets that they stand in another project, where they name one', async () => {
    const places = [1234, 4321, undefined, null, '4321', -1];
    const content = places.map((projectId, index) => ({ assetId: index + 1, projectId }));
    const { client } = answering(json({ code: '0', result: { content } }));
    const reply = await client.readPage('my-workspace', 1234, 1, never);
    const elsewhere =
      reply.kind === 'answer' && reply.value.assets.filter(({ isElsewhere }) => isElsewhere === true);
    expect(elsewhere).toMatchObject([{ assetId: 2 }]);
  });

  it('reads listed assets whose metaData is null or absent, and makes one line of a file name', async () => {
    const fileName = 'line\nbreak\u202e <b>.mp4';
    const content = [
      { assetId: 1, fileName, projectId: 1234, metaData: null },
      { assetId: 2, fileName: 'a.mp4', projectId: 1234 },
    ];
    const result = { content, totalCount: 2, totalPage: 1, pageNo: 1, pageSize: 1_000 };
    const { client } = answering(json({ code: '0', message: 'success', result }));
    const nothing = { size: null, complete: false };
    expect(await client.listAssets('my-workspace', 1234, 1, never)).toMatchObject({
      value: {
        totalCount: 2,
        assets: [
          { fileName: 'line break <b>.mp4', ...nothing },
          { fileName: 'a.mp4', ...nothing },
        ],
      },
    });
  });
});
