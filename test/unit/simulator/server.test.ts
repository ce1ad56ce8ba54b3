import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../main/mi/client.ts';
import { sign } from '../../../main/mi/signature.ts';
import { demoSpeed, fillDemoWorld } from '../../../main/simulator/demo-world.ts';
import { startSimulator, type Simulator, type SimulatorSettings } from '../../../main/simulator/server.ts';

const root = '/api/v1/workspaces';
const project = `${root}/my-workspace/projects/1234`;
let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ seed: 5, control: true });
  simulator.world.addWorkspace('my-workspace');
  simulator.world.addProject('my-workspace', 'News', 1234);
  simulator.world.addProject('my-workspace', 'Sports', 1235);
  for (const assetId of [1, 2, 3]) {
    simulator.world.addAsset({
      workspace: 'my-workspace',
      projectId: 1234,
      assetId,
      fileName: assetId === 3 ? 'still.png' : 'same-name.mp4',
      script: { endsAfterMs: assetId === 1 ? null : 0, as: 'COMPLETED' },
    });
  }
});

afterEach(() => simulator.stop());

interface CallOptions {
  readonly timestamp?: number;
  readonly signedTarget?: string;
  readonly secretKey?: string;
}

/** Calls the service with the simulator's own keys, unless `options` say otherwise. */
async function call(target: string, options: CallOptions = {}) {
  const { timestamp = Date.now(), signedTarget = target } = options;
  const { accessKey, secretKey } = { ...simulator.keys, ...options };
  const signed = { method: 'GET', target: signedTarget, timestamp, accessKey, secretKey };
  const response = await fetch(`${simulator.url}${target}`, {
    headers: {
      'x-ncp-apigw-timestamp': String(timestamp),
      'x-ncp-iam-access-key': accessKey,
      'x-ncp-apigw-signature-v2': sign(signed),
    },
  });
  const answer: unknown = await response.json();
  return { status: response.status, headers: response.headers, answer };
}

/** Gives an order on the control path; answers the HTTP status. */
async function order(name: string, body: unknown): Promise<number> {
  const init = { method: 'POST', body: JSON.stringify(body) };
  return (await fetch(`${simulator.url}/__simulator/${name}`, init)).status;
}

const newestId = () => Math.max(...simulator.world.assets.keys());

const authenticationFailed = { error: { errorCode: '200', message: 'Authentication Failed' } };
const invalidRequest = { status: 400, answer: { code: '10001', message: 'Invalid Request.' } };

describe('authentication', () => {
  it('refuses a request without the headers, in the words that were seen', async () => {
    const response = await fetch(`${simulator.url}${root}?pageNum=1`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      error: { errorCode: '200', details: 'Authentication information are missing.' },
    });
  });

  it('signs the query too, and byte for byte', async () => {
    const target = `${root}?pageNum=1&pageSize=100`;
    expect(await call(target)).toMatchObject({ status: 200 });
    for (const signedTarget of [root, `${root}?pageSize=100&pageNum=1`, target.slice('/api/v1'.length)]) {
      expect(await call(target, { signedTarget })).toMatchObject({
        status: 401,
        answer: authenticationFailed,
      });
    }
    expect(await call(target, { secretKey: 'other' })).toMatchObject({ status: 401 });
  });

  it.each([
    [-310_000, 401],
    [-290_000, 200],
    [290_000, 200],
    [310_000, 401],
  ])('a timestamp %i ms off is answered %i', async (offset, status) => {
    expect(await call(`${root}?pageNum=1`, { timestamp: Date.now() + offset })).toMatchObject({ status });
  });
});

describe('lists', () => {
  it.each(['', '?pageNum=0', '?pageNum=x', '?pageNum=1&pageSize=1001', '?pageNum=1&pageSize=0'])(
    'refuses the page %j',
    async (query) => {
      expect(await call(`${project}/assets${query}`)).toMatchObject(invalidRequest);
    },
  );

  it('pages assets without an upload status, two of the same name', async () => {
    const { answer } = await call(`${project}/assets?pageNum=2&pageSize=2`);
    expect(answer).toMatchObject({
      code: '0',
      result: { totalCount: 3, totalPage: 2, pageNo: 2, pageSize: 2, content: [{ assetId: 3 }] },
    });
    expect(JSON.stringify(answer)).not.toContain('uploadStatus');
  });

  it('names the creator as each kind of thing does', async () => {
    expect(JSON.stringify((await call(`${project}/assets/2`)).answer)).toContain('"createUserName"');
    for (const target of [`${root}?pageNum=1`, `${root}/my-workspace/projects`])
      expect(JSON.stringify((await call(target)).answer)).toContain('"createdUserName"');
  });

  it('has the projects of a workspace, the base project first', async () => {
    expect(await call(`${root}/my-workspace/projects`)).toMatchObject({
      answer: {
        result: {
          totalCount: 3,
          projects: [{ isBaseProject: true }, { name: 'News', isBaseProject: false }, { projectId: 1235 }],
        },
      },
    });
  });

  it.each([
    `${root}/nowhere/projects`,
    `${root}/my-workspace/projects/9/assets?pageNum=1`,
    `${project}/assets/99`,
    `${root}/my-workspace/projects/1235/assets/1/import-status`,
    `${root}/my-workspace/elsewhere`,
  ])('does not know %s', async (target) => {
    expect(await call(target)).toMatchObject({ status: 404, answer: { error: { errorCode: '300' } } });
  });

  it('gives an image no duration', async () => {
    const { answer } = await call(`${project}/assets/3/import-status`);
    expect(answer).toMatchObject({ result: { uploadStatus: 'COMPLETED', metaData: { format: 'png' } } });
    expect(JSON.stringify(answer)).not.toContain('durationMs');
  });
});

describe('the control path', () => {
  it('exists only when it is asked for', async () => {
    const plain = await startSimulator();
    const response = await fetch(`${plain.url}/__simulator/fault`, {
      method: 'POST',
      body: '{"fault":"html"}',
    });
    expect(response.status).toBe(401);
    await plain.stop();
  });

  it('switches faults, of one asset and for some answers only', async () => {
    expect(await order('fault', { fault: 'throttled', assetId: 1, times: 1, retryAfterSeconds: 9 })).toBe(
      200,
    );
    expect(await call(`${project}/assets/2`)).toMatchObject({ status: 200 });
    const spoiled = await call(`${project}/assets/1/import-status`);
    expect(spoiled.status).toBe(429);
    expect(spoiled.headers.get('retry-after')).toBe('9');
    expect(await call(`${project}/assets/1/import-status`)).toMatchObject({ status: 200 });
  });

  it('ends, repeats, moves, removes and adds imports, and sets the clock', async () => {
    const status = async (assetId: number, of = project) =>
      JSON.stringify((await call(`${of}/assets/${assetId}/import-status`)).answer);
    expect(await order('end', { assetId: 1, as: 'INVALID_METADATA', text: '지원하지 않는 형식' })).toBe(200);
    expect(await status(1)).toContain('지원하지 않는 형식');
    expect(await order('again', { assetId: 1, script: { endsAfterMs: null, as: 'FAILED' } })).toBe(200);
    expect(await status(1)).toContain('IN_PROGRESS');
    expect(await order('move', { assetId: 1, projectId: 1235 })).toBe(200);
    expect(await status(1, `${root}/my-workspace/projects/1235`)).toContain('IN_PROGRESS');
    expect(await order('remove', { assetId: 2 })).toBe(200);
    expect(await status(2)).toContain('Not Found');
    const added = { workspace: 'my-workspace', projectId: 1234, fileName: 'x.mkv' };
    expect(await order('asset', { ...added, script: { endsAfterMs: null, as: 'FAILED' } })).toBe(200);
    expect(await status(newestId())).toContain('IN_PROGRESS');
    expect(await order('clock', { offsetMs: 3_600_000 })).toBe(200);
    expect(await call(`${project}/assets/1`)).toMatchObject({ status: 401 });
  });

  it.each([
    ['fault', { fault: 'no-such' }, 400],
    ['end', { assetId: 99, as: 'FAILED' }, 400],
    ['end', 'not an object', 400],
    ['toString', {}, 404],
  ])('says that it did not understand %s %j', async (name, body, status) => {
    expect(await order(name, body)).toBe(status);
  });
});

describe('a seed', () => {
  it('gives the same world and the same trace ids', async () => {
    const seen = [];
    for (const seed of [7, 7, 8]) {
      const other = await startSimulator({ seed });
      const assets = fillDemoWorld(other.world);
      const response = await fetch(other.url);
      seen.push(
        JSON.stringify([
          assets,
          [...other.world.assets.values()].map(({ script }) => script),
          response.headers.get('x-ncp-trace-id'),
        ]),
      );
      await other.stop();
    }
    expect(seen[0]).toBe(seen[1]);
    expect(seen[0]).not.toBe(seen[2]);
  });

  it('has a dozen demo imports that end each way within 50 s of the person, at the speed they are made for', async () => {
    for (const speed of [1, demoSpeed]) {
      const other = await startSimulator({ speed });
      fillDemoWorld(other.world, speed);
      const scripts = [...other.world.assets.values()].map(({ script }) => script);
      expect(scripts).toHaveLength(12);
      expect(new Set(scripts.map(({ as }) => as)).size).toBe(4);
      expect(Math.max(...scripts.map(({ endsAfterMs }) => endsAfterMs ?? Infinity)) / speed).toBeLessThan(
        50_000,
      );
      await other.stop();
    }
  });
});

describe('a simulator that is started anew', () => {
  const hour = 3_600_000;
  const statusesOf = async (settings: SimulatorSettings) => {
    const other = await startSimulator(settings);
    fillDemoWorld(other.world, demoSpeed);
    const statuses = [...other.world.assets.values()].map((asset) => [
      asset.assetId,
      other.world.statusOf(asset),
    ]);
    await other.stop();
    return statuses;
  };
  const running = (statuses: readonly unknown[][]) =>
    statuses.filter(([, status]) => status === 'IN_PROGRESS').length;

  it('with the same seed and beginning keeps what has ended', async () => {
    const beganAt = Date.now() - hour;
    const ended = await statusesOf({ seed: 7, beganAt });
    expect(running(ended)).toBe(0);
    expect(await statusesOf({ seed: 7, beganAt })).toEqual(ended);
    expect(running(await statusesOf({ seed: 7 }))).toBe(11);
  });

  it('runs as much faster as its speed says', async () => {
    const beganAt = Date.now() - 20_000;
    const [slow, usual, fast] = [1, demoSpeed, 2 * demoSpeed].map((speed) => ({ beganAt, speed }));
    expect(running(await statusesOf(slow!))).toBe(11);
    expect(running(await statusesOf(usual!))).toBe(6);
    expect(running(await statusesOf(fast!))).toBe(1);
  });
});

describe('fields that nobody knows yet', () => {
  const added = { addedLater: { reason: 'not documented yet', values: [1, null] } };

  it('stand in every object of an answer', async () => {
    simulator.world.end(1, 'COMPLETED');
    await order('fault', { fault: 'extra-fields' });
    expect(await call(`${project}/assets/1/import-status`)).toMatchObject({
      status: 200,
      answer: { ...added, result: { ...added, uploadStatus: 'COMPLETED', metaData: added } },
    });
    expect(await call(`${project}/assets?pageNum=1`)).toMatchObject({
      answer: { result: { ...added, content: [added, added, added] } },
    });
  });

  it('change nothing for those who read the answer', async () => {
    simulator.world.end(1, 'COMPLETED');
    const now = Date.now();
    const { keys, url } = simulator;
    const client = createClient({ fetch, now: () => now, credentials: () => keys, apiUrl: url });
    const reference = { workspace: 'my-workspace', projectId: 1234, assetId: 1 };
    const never = new AbortController().signal;
    const read = async () => [
      await client.importStatus(reference, never),
      await client.readPage('my-workspace', 1234, 1, never),
    ];
    const before = await read();
    expect(before).toMatchObject([{ kind: 'answer' }, { kind: 'answer' }]);
    await order('fault', { fault: 'extra-fields' });
    expect(await read()).toEqual(before);
  });
});
