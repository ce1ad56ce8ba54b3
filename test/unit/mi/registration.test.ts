import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../main/mi/client.ts';
import type { FetchPort } from '../../../main/mi/exchange.ts';
import { sign } from '../../../main/mi/signature.ts';
import type { FaultName } from '../../../main/simulator/faults.ts';
import { startSimulator, type Simulator } from '../../../main/simulator/server.ts';
import { registrationProblemText } from '../../../words/registration-problem.ts';

const never = new AbortController().signal;
const file = {
  workspace: 'my-workspace',
  projectId: 1234,
  bucket: 'my-workspace-media',
  key: 'news/evening.mp4',
};
const target = '/api/v1/workspaces/my-workspace/projects/1234/assets/import/object-storage';
let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ seed: 3 });
  simulator.world.addWorkspace('my-workspace');
  simulator.world.addProject('my-workspace', 'News', 1234);
  const script = { endsAfterMs: 60_000, as: 'COMPLETED' } as const;
  simulator.world.putObject(file.bucket, { key: file.key, size: 1_000, script });
});

afterEach(() => simulator.stop());

const clientOn = (fetchPort: FetchPort = fetch) =>
  createClient({ fetch: fetchPort, now: Date.now, credentials: () => simulator.keys, apiUrl: simulator.url });
const register = (registration: Partial<typeof file> = {}) =>
  clientOn().register({ ...file, ...registration }, never);
const posts = () => simulator.requests().filter(({ method }) => method === 'POST');

describe('a file that is registered', () => {
  it('becomes an asset whose details name its key', async () => {
    const reply = await register();
    const assetId = Math.max(...simulator.world.assets.keys());
    expect(reply).toEqual({ kind: 'answer', value: { assetId } });
    const details = await clientOn().assetDetails(
      { workspace: 'my-workspace', projectId: 1234, assetId },
      never,
    );
    expect(details).toMatchObject({ kind: 'answer', value: { key: file.key, fileName: 'evening.mp4' } });
  });

  it('is signed without its body, and sent with bucket and key', async () => {
    const sent: RequestInit[] = [];
    await clientOn((url, init) => {
      sent.push(init);
      return fetch(url, init);
    }).register(file, never);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ method: 'POST', redirect: 'error' });
    expect(JSON.parse(String(sent[0]!.body))).toEqual({ key: file.key, bucketName: file.bucket });
    const headers = new Headers(sent[0]!.headers);
    const timestamp = Number(headers.get('x-ncp-apigw-timestamp'));
    expect(headers.get('x-ncp-apigw-signature-v2')).toBe(
      sign({ method: 'POST', target, timestamp, ...simulator.keys }),
    );
  });

  it.each([
    ['no bucket name', { bucket: 'My_Bucket' }, 'bucket', 'not-a-bucket-name'],
    ['no key', { key: '' }, 'key', 'empty'],
    ['too long a key', { key: '가'.repeat(342) }, 'key', 'too-long'],
  ] as const)('is not sent with %s', async (_what, registration, path, fault) => {
    const reply = await register(registration);
    expect(reply).toMatchObject({
      kind: 'problem',
      untaken: true,
      problem: { kind: 'refused', field: { path, fault } },
    });
    expect(posts()).toEqual([]);
  });
});

describe('what the service refuses', () => {
  it.each([
    ['a bucket that it does not know', { bucket: 'no-such-bucket' }, '10001', /bucket or the object key/],
    ['a folder', { key: 'news/' }, '10016', /folder/],
  ] as const)('%s', async (_what, registration, code, title) => {
    const reply = await register(registration);
    expect(reply).toMatchObject({ kind: 'problem', untaken: true, problem: { kind: 'refused', code } });
    if (reply.kind === 'problem') expect(registrationProblemText(reply.problem, 'en').title).toMatch(title);
  });

  it.each<[FaultName, RegExp]>([
    ['nothing-selected', /found no file/],
    ['too-many-assets', /Ten files/],
    ['no-permission', /can’t register/],
    ['not-found', /didn’t find the project or the bucket/],
    ['throttled', /Too many requests/],
    ['wrong-key', /rejected the key/],
  ])('as %s says what to do, in each language, and is surely not registered', async (fault, title) => {
    simulator.faults.set('registrations', fault);
    const reply = await register();
    expect(reply).toMatchObject({ kind: 'problem', untaken: true });
    expect(simulator.world.assets.size).toBe(0);
    if (reply.kind !== 'problem') return;
    const texts = (['en', 'ko', 'ja'] as const).map((each) => registrationProblemText(reply.problem, each));
    expect(texts[0]!.title).toMatch(title);
    expect(new Set(texts.map(({ advice }) => advice)).size).toBe(3);
  });
});

describe('a success with another code than 0', () => {
  const answering = (status: number, body: unknown) =>
    clientOn(() => Promise.resolve(new Response(JSON.stringify(body), { status }))).register(file, never);
  const result = { assetId: 6_001 };

  it.each([
    [200, { code: '20000', message: 'OK', result }],
    [201, { code: '20100', message: 'Created', result }],
    [202, { code: '20200', message: 'Accepted', result }],
    [200, { code: '0', result, error: { errorCode: '0', message: 'none' } }],
  ])('is taken for one where the code says so: %i %j', async (status, body) => {
    expect(await answering(status, body)).toEqual({ kind: 'answer', value: result });
  });

  it.each([
    [200, { code: '10031', message: 'Already registered', result }],
    [200, { code: '10016', message: 'No folders', result: {} }],
    [200, { code: '0', result, error: { errorCode: '100', message: 'Words' } }],
    [200, { code: '20000', message: 'OK' }],
    [202, { code: '20200', message: 'Accepted', result: null }],
    [300, { code: '10016', message: 'No folders' }],
  ])('is else no sure refusal: %i %j', async (status, body) => {
    const reply = await answering(status, body);
    expect(reply.kind).toBe('problem');
    expect(reply).not.toHaveProperty('untaken');
  });

  it.each([
    [200, { code: '10016', message: 'No folders' }],
    [200, { code: '10016', message: 'No folders', result: null }],
    [400, { code: '10016', message: 'No folders', result: {} }],
    [200, { error: { errorCode: '410', message: 'Throttle Limited' } }],
  ])('is a sure refusal where it brings nothing: %i %j', async (status, body) => {
    expect(await answering(status, body)).toMatchObject({ kind: 'problem', untaken: true });
  });
});

describe('a reply that is lost', () => {
  it.each<[FaultName, number]>([
    ['reset', 1],
    ['cut', 1],
    ['half-answer', 1],
    ['html', 1],
    ['endpoint-timeout', 1],
    ['lost-request', 0],
  ])('by %s leaves it open whether %i was registered, and nothing is sent again', async (fault, taken) => {
    const client = clientOn();
    // A connection that is kept open, on which a question that only reads is sent once more.
    await client.listProjects('my-workspace', never);
    simulator.faults.set('registrations', fault);
    const reply = await client.register(file, never);
    expect(reply.kind).toBe('problem');
    expect(reply).not.toHaveProperty('untaken');
    expect(posts()).toHaveLength(1);
    expect(simulator.world.assets.size).toBe(taken);
  });

  it('is no question where there was no connection', async () => {
    const client = clientOn();
    await simulator.stop();
    expect(await client.register(file, never)).toMatchObject({ untaken: true, problem: { kind: 'offline' } });
  });

  it('is sent by another way than what may be sent again', async () => {
    const ways: string[] = [];
    const by = (way: string) => (url: string, init: RequestInit) => {
      ways.push(way);
      return fetch(url, init);
    };
    const ports = { now: Date.now, credentials: () => simulator.keys, apiUrl: simulator.url };
    const client = createClient({ ...ports, fetch: by('kept open'), fetchOnce: by('new') });
    await client.listProjects('my-workspace', never);
    await client.register(file, never);
    expect(ways).toEqual(['kept open', 'new']);
  });
});
