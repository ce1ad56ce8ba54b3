import { describe, expect, it } from 'vitest';
import { createClient } from '../../../main/mi/client.ts';
import type { FetchPort } from '../../../main/mi/exchange.ts';
import { sign } from '../../../main/mi/signature.ts';

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
  it('is signed with as the newest answer showed it', async () => {
    const { client, seen } = answering(json(running, 200, 120_000), json(running));
    await client.importStatus(reference, never);
    await client.importStatus(reference, never);
    expect(seen[1] && header(seen[1], 'x-ncp-apigw-timestamp')).toBe(String(startedAt + 120_500));
  });

  it('is not learned from a page that someone else sent', async () => {
    const page = () =>
      new Response('<html>Sign in</html>', { headers: { date: new Date(startedAt + 9e7).toUTCString() } });
    const { client } = answering(page);
    expect(await client.importStatus(reference, never)).toMatchObject({ problem: { kind: 'intercepted' } });
    expect(client.clockOffsetMs()).toBeNull();
  });

  const bare = (body: string, offsetMs: number) => () =>
    new Response(body, { status: 401, headers: { date: new Date(startedAt + offsetMs).toUTCString() } });

  it.each(['', 'Unauthorized', '{}', '[401]'])(
    'is corrected by the Date of a refusal whose body is "%s", and learned from the answer',
    async (body) => {
      const { client, seen } = answering(bare(body, -600_000), json(running, 200, -600_000), json(running));
      expect(await client.importStatus(reference, never)).toMatchObject({ kind: 'answer' });
      expect(client.clockOffsetMs()).toBe(-599_500);
      await client.importStatus(reference, never);
      expect(seen.map((one) => Number(header(one, 'x-ncp-apigw-timestamp')) - startedAt)).toEqual([
        0, -599_500, -599_500,
      ]);
    },
  );

  it('is not learned from refusals that only a status speaks of', async () => {
    const { client, seen } = answering(bare('', 600_000));
    expect(await client.importStatus(reference, never)).toMatchObject({ problem: { kind: 'credentials' } });
    expect(seen).toHaveLength(2);
    expect(client.clockOffsetMs()).toBeNull();
  });

  it('is the problem where even the corrected time was refused and the Date moved on again', async () => {
    const { client, seen } = answering(json(refused, 401, 600_000), json(refused, 401, 1_200_000));
    expect(await client.importStatus(reference, never)).toMatchObject({
      problem: { kind: 'clock', httpStatus: 401, clockOffsetMs: 1_200_500 },
    });
    expect(seen).toHaveLength(2);
  });

  it.each([0, 240_000, -240_000])('is not blamed when it is %i ms off', async (offset) => {
    const { client, seen } = answering(json(refused, 401, offset));
    expect(await client.importStatus(reference, never)).toMatchObject({ problem: { kind: 'credentials' } });
    expect(seen).toHaveLength(1);
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
    [
      new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) }),
      'offline',
      'ENOTFOUND',
    ],
    [new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline', 'net::ERR_INTERNET_DISCONNECTED'],
    [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'intercepted', 'net::ERR_CERT_AUTHORITY_INVALID'],
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
    [{ assetId: 5678 }, 'result.uploadStatus', 'missing', null],
    [{ assetId: 5678, uploadStatus: null }, 'result.uploadStatus', 'not-text', null],
    [{ assetId: 5678, uploadStatus: 'A B' }, 'result.uploadStatus', 'not-text', null],
    [
      { assetId: 5678, uploadStatus: 'COMPLETED', metaData: { size: 'big' } },
      'result.metaData.size',
      'not-a-number',
      null,
    ],
    [null, 'result', 'not-an-object', null],
  ])('an answer with the result %j names %s as %s', async (result, path, fault, figure) => {
    const { client } = answering(json({ code: '0', message: 'success', result }));
    expect(await client.importStatus(reference, never)).toMatchObject({
      kind: 'problem',
      problem: { kind: 'unreadable', httpStatus: 200, field: { path, fault, figure } },
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
      value: [{ workspaceName: 'one' }, { workspaceName: 'two' }, { workspaceName: 'three' }],
    });
    const endless = { code: '0', result: { content: [{ workspaceName: 'again' }], totalPage: 1e9 } };
    const { client, seen } = answering(json(endless));
    expect(await client.listWorkspaces(never)).toMatchObject({ kind: 'answer' });
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
      value: [{ projectId: 1, name: 'Base' }],
    });
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
