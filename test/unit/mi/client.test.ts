import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, type ClientPorts } from '../../../main/mi/client.ts';
import { startSimulator, type Simulator } from '../../../main/simulator/server.ts';

const never = new AbortController().signal;
let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ seed: 3 });
  simulator.world.addWorkspace('my-workspace');
  simulator.world.addProject('my-workspace', 'News', 1234);
  simulator.world.addAsset({
    workspace: 'my-workspace',
    projectId: 1234,
    assetId: 5678,
    fileName: 'evening.mp4',
    script: { endsAfterMs: null, as: 'COMPLETED' },
  });
});

afterEach(() => simulator.stop());

const reference = { workspace: 'my-workspace', projectId: 1234, assetId: 5678 };

function client(ports: Partial<ClientPorts> = {}) {
  return createClient({
    fetch,
    now: Date.now,
    credentials: () => simulator.keys,
    apiUrl: simulator.url,
    ...ports,
  });
}

describe('the client against the simulator', () => {
  it('takes an import that runs for complete where the list says so', async () => {
    const whole = await startSimulator({ seed: 3, unfinishedInList: 'with-metadata' });
    whole.world.addWorkspace('my-workspace');
    const place = {
      workspace: 'my-workspace',
      projectId: whole.world.addProject('my-workspace', 'News').projectId,
    };
    const script = { endsAfterMs: null, as: 'COMPLETED' } as const;
    whole.world.addAsset({ ...place, fileName: 'evening.mp4', script });
    const page = await client({ apiUrl: whole.url }).readPage(place.workspace, place.projectId, 1, never);
    await whole.stop();
    expect(page).toMatchObject({ kind: 'answer', value: { assets: [{ complete: true }] } });
  });

  it('reads of a page which assets there are, and which of them are complete', async () => {
    const metaData = { resolution: '1920x1080', size: 4_096, format: 'png' };
    const script = { endsAfterMs: 0, as: 'COMPLETED', metaData } as const;
    simulator.world.addAsset({ workspace: 'my-workspace', projectId: 1234, fileName: 'ended.png', script });
    const page = await client().readPage('my-workspace', 1234, 1, never);
    expect(page).toEqual({
      kind: 'answer',
      value: {
        assets: [
          { assetId: 5678, fileName: 'evening.mp4', size: null, complete: false },
          { assetId: 5679, fileName: 'ended.png', size: 4_096, complete: true },
        ],
        skipped: 0,
        totalCount: 2,
        pages: 1,
      },
    });
  });

  it('reads an import in progress and its end', async () => {
    const asking = client();
    const running = await asking.importStatus(reference, never);
    expect(running).toMatchObject({ kind: 'answer', value: { assetId: 5678, status: 'IN_PROGRESS' } });
    simulator.world.end(5678, 'COMPLETED', 'Video copy completed');
    const ended = await asking.importStatus(reference, never);
    expect(ended).toMatchObject({
      kind: 'answer',
      value: { status: 'COMPLETED', text: 'Video copy completed', metaData: { format: 'mp4' } },
    });
  });

  it('lists workspaces, projects, assets and tells an asset', async () => {
    const asking = client();
    expect(await asking.listWorkspaces(never)).toMatchObject({
      value: { entries: [{ workspaceName: 'my-workspace' }] },
    });
    const projects = await asking.listProjects('my-workspace', never);
    expect(projects).toMatchObject({ kind: 'answer' });
    expect(projects.kind === 'answer' && projects.value.entries.map(({ name }) => name)).toContain('News');
    expect(await asking.listAssets('my-workspace', 1234, 1, never)).toMatchObject({
      value: { assets: [{ assetId: 5678, fileName: 'evening.mp4' }], totalCount: 1 },
    });
    expect(await asking.assetDetails(reference, never)).toMatchObject({ value: { fileName: 'evening.mp4' } });
  });

  it.each([-3_600_000, 3_600_000])(
    'corrects a clock that is %i ms off at the cost of one request',
    async (offset) => {
      simulator.setClockOffset(offset);
      const asking = client();
      expect(await asking.importStatus(reference, never)).toMatchObject({ kind: 'answer' });
      expect(await asking.importStatus(reference, never)).toMatchObject({ kind: 'answer' });
      expect(simulator.requests().map(({ status }) => status)).toEqual(['wrong-key', 'accepted', 'accepted']);
      expect(Math.abs((asking.clockOffsetMs() ?? 0) - offset)).toBeLessThan(60_000);
    },
  );

  it('blames the key and not the corrected clock when both are wrong', async () => {
    simulator.setClockOffset(3_600_000);
    const asking = client({
      credentials: () => ({ accessKey: simulator.keys.accessKey, secretKey: 'wrong' }),
    });
    expect(await asking.importStatus(reference, never)).toMatchObject({
      kind: 'problem',
      problem: { kind: 'credentials', httpStatus: 401, code: '200' },
    });
    expect(simulator.requests()).toHaveLength(2);
  });

  it.each([
    ['accessKey', { accessKey: 'KEY WITH BLANK', secretKey: 'secret' }],
    ['accessKey', { accessKey: '', secretKey: 'secret' }],
    ['secretKey', { accessKey: 'KEY', secretKey: 'secret\n' }],
  ])('refuses an unusable %s without a request and without repeating it', async (field, keys) => {
    const outcome = await client({ credentials: () => keys }).importStatus(reference, never);
    expect(outcome).toMatchObject({ kind: 'problem', problem: { kind: 'credentials', httpStatus: null } });
    expect(outcome).toMatchObject({ problem: { field: { path: field } } });
    expect(JSON.stringify(outcome)).not.toContain('BLANK');
    expect(simulator.requests()).toHaveLength(0);
  });

  it.each([
    ['workspace', { ...reference, workspace: '../other' }],
    ['workspace', { ...reference, workspace: 'a/b' }],
    ['projectId', { ...reference, projectId: -1 }],
    ['assetId', { ...reference, assetId: 2 ** 53 }],
  ])('names a bad %s without a request', async (field, bad) => {
    const outcome = await client().importStatus(bad, never);
    expect(outcome).toMatchObject({ kind: 'problem', problem: { kind: 'refused' } });
    expect(outcome).toMatchObject({ problem: { field: { path: field } } });
    expect(simulator.requests()).toHaveLength(0);
  });

  it('ends at once when it is called back', async () => {
    simulator.faults.set('service', 'hang');
    const controller = new AbortController();
    const asked = client().importStatus(reference, controller.signal);
    controller.abort();
    expect(await asked).toEqual({ kind: 'aborted' });
  });

  it('gives up on an answer that does not come', async () => {
    simulator.faults.set('service', 'hang');
    expect(await client({ timeoutMs: 50 }).importStatus(reference, never)).toMatchObject({
      kind: 'problem',
      problem: { kind: 'offline', httpStatus: null, message: 'ETIMEDOUT' },
    });
  });

  it('says offline when nobody listens', async () => {
    await simulator.stop();
    expect(await client().importStatus(reference, never)).toMatchObject({
      kind: 'problem',
      problem: { kind: 'offline', httpStatus: null, message: 'ECONNREFUSED' },
    });
  });
});

describe('each fault of the simulator', () => {
  it.each([
    ['bad-request', 'refused', '100'],
    ['wrong-key', 'credentials', '200'],
    ['key-missing', 'credentials', '200'],
    ['numeric-code', 'credentials', '401'],
    ['not-subscribed', 'permission', '210'],
    ['no-permission', 'permission', '210'],
    ['forbidden', 'permission', '230'],
    ['not-found', 'not-found', '300'],
    ['too-large', 'refused', '430'],
    ['quota', 'rate-limit', '400'],
    ['throttled', 'rate-limit', '410'],
    ['rate-limited', 'rate-limit', '420'],
    ['unexpected', 'service', '900'],
    ['endpoint-error', 'service', '500'],
    ['endpoint-timeout', 'service', '510'],
    ['markup-in-message', 'refused', '80031'],
    ['invalid-request', 'refused', '10001'],
    ['nothing-selected', 'refused', '10014'],
    ['folder-selected', 'refused', '10016'],
    ['too-many-assets', 'refused', '10023'],
    ['base-project', 'refused', '10027'],
    ['nested-error', 'refused', '10001'],
    ['empty-error', 'service', null],
    ['html', 'service', null],
    ['login-page', 'intercepted', null],
    ['redirect', 'intercepted', null],
    ['half-answer', 'unreadable', null],
    ['empty-body', 'intercepted', null],
    ['huge', 'unreadable', null],
    ['wrong-type', 'unreadable', null],
    ['cut', 'offline', null],
    ['reset', 'offline', null],
  ] as const)('%s is the problem %s', async (fault, kind, code) => {
    simulator.faults.set(5678, fault);
    const outcome = await client().importStatus(reference, never);
    expect(outcome).toMatchObject({ kind: 'problem', problem: { kind, code } });
    expect(JSON.stringify(outcome)).not.toMatch(/<\w/);
  });

  it.each(['slow', 'text-plain'] as const)('%s is still an answer', async (fault) => {
    simulator.faults.set(5678, fault);
    expect(await client().importStatus(reference, never)).toMatchObject({ kind: 'answer' });
  });

  it('keeps a status that nobody documented', async () => {
    simulator.faults.set(5678, 'unknown-status');
    const outcome = await client().importStatus(reference, never);
    expect(outcome.kind === 'answer' && outcome.value.status).toMatch(/^[A-Z_]+$/);
    expect(outcome).not.toMatchObject({ value: { status: 'IN_PROGRESS' } });
  });

  it('hands on what Retry-After asks for and the trace id', async () => {
    simulator.faults.set('service', 'throttled', { retryAfterSeconds: 7 });
    expect(await client().importStatus(reference, never)).toMatchObject({
      problem: { kind: 'rate-limit', retryAfterMs: 7_000, traceId: expect.stringMatching(/^[a-z0-9]{26}$/) },
    });
  });
});
