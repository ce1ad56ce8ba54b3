import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../main/mi/client.ts';
import { startSimulator, type Simulator } from '../../../main/simulator/server.ts';
import { callOf, orderTo, type CallOptions } from './call.ts';

const root = '/api/v1/workspaces';
const projects = `${root}/my-workspace/projects`;
const invalidRequest = { status: 400, answer: { code: '10001', message: 'Invalid Request.' } };
const notFound = { status: 404, answer: { error: { errorCode: '300' } } };
let simulator: Simulator;
let baseId: number;

beforeEach(async () => {
  simulator = await startSimulator({ seed: 5, control: true });
  baseId = simulator.world.addWorkspace('my-workspace').projectId;
  simulator.world.addProject('my-workspace', 'News', 1234);
  addAsset(1, 'a.mp4');
});

afterEach(() => simulator.stop());

const call = (target: string, options: CallOptions = {}) => callOf(simulator, target, options);
const order = (name: string, body: unknown) => orderTo(simulator, name, body);
const post = (target: string, body: unknown) => call(target, { method: 'POST', body });
const rename = (projectId: number, body: unknown) =>
  call(`${projects}/${projectId}`, { method: 'PATCH', body });

function addAsset(assetId: number, fileName: string) {
  const script = { endsAfterMs: null, as: 'COMPLETED' } as const;
  simulator.world.addAsset({ workspace: 'my-workspace', projectId: 1234, assetId, fileName, script });
}

const resultOf = ({ answer }: { answer: unknown }) => (answer as { result: Record<string, unknown> }).result;

describe('workspaces', () => {
  it('are made with a base project, and with the bucket that was named', async () => {
    const made = await post(root, { workspaceName: 'new-space', bucketName: 'my-bucket' });
    expect(made).toMatchObject({
      status: 200,
      answer: {
        code: '0',
        message: 'success',
        result: { workspaceName: 'new-space', bucketName: 'my-bucket' },
      },
    });
    expect(resultOf(made)).toHaveProperty('createdUserName');
    expect(await call(`${root}/new-space/projects`)).toMatchObject({
      answer: { result: { projects: [{ isBaseProject: true }], totalCount: 1 } },
    });
    expect(resultOf(await call(`${root}/new-space`))).toMatchObject({ bucketName: 'my-bucket' });
  });

  it('may have no bucket', async () => {
    expect(resultOf(await post(root, { workspaceName: 'bare-space' }))).not.toHaveProperty('bucketName');
  });

  it.each(['ab', 'Upper', 'under_score', 'a'.repeat(64), 'my-workspace', 7])(
    'are not made with the name %j',
    async (workspaceName) => {
      expect(await post(root, { workspaceName })).toMatchObject(invalidRequest);
    },
  );
});

describe('projects', () => {
  it('are made and renamed, and both answer the project', async () => {
    const made = await post(projects, { name: 'Sports' });
    const { projectId } = resultOf(made);
    const named = (name: string) => ({
      status: 200,
      answer: { result: { projectId, name, isBaseProject: false, createdUserName: 'demo' } },
    });
    expect(made).toMatchObject(named('Sports'));
    expect(await rename(projectId as number, { name: 'Weather' })).toMatchObject(named('Weather'));
    expect(await call(`${projects}/${String(projectId)}`)).toMatchObject(named('Weather'));
  });

  it.each(['', 'x'.repeat(101), 'a;b', 'a|b', 'a`b', 'News', 7])(
    'are neither made nor renamed to %j',
    async (name) => {
      expect(await post(projects, { name })).toMatchObject(invalidRequest);
      const other = simulator.world.addProject('my-workspace', 'Other').projectId;
      expect(await rename(other, { name })).toMatchObject(invalidRequest);
    },
  );

  it('may keep their own name', async () => {
    expect(await rename(1234, { name: 'News' })).toMatchObject({ status: 200 });
  });

  it('are at most a thousand in a workspace', async () => {
    for (let index = 2; index < 1_000; index += 1) simulator.world.addProject('my-workspace', `P${index}`);
    expect(await post(projects, { name: 'One too many' })).toMatchObject(invalidRequest);
  });

  it('keep the name of the base project', async () => {
    expect(await rename(baseId, { name: 'Mine' })).toMatchObject({ status: 400, answer: { code: '10027' } });
  });

  it('that are not there are told as all unknown things', async () => {
    expect(await rename(9, { name: 'Mine' })).toMatchObject(notFound);
    expect(await post(`${root}/nowhere/projects`, { name: 'Mine' })).toMatchObject(notFound);
  });

  it('are removed with their assets, but not the base project', async () => {
    expect(await order('remove-project', { workspace: 'my-workspace', projectId: 1234 })).toBe(200);
    expect(await call(`${projects}/1234`)).toMatchObject(notFound);
    expect(await call(`${projects}/1234/assets/1/import-status`)).toMatchObject(notFound);
    expect(simulator.world.assets.size).toBe(0);
    for (const projectId of [baseId, 1234, 9])
      expect(await order('remove-project', { workspace: 'my-workspace', projectId })).toBe(400);
  });
});

describe('an unknown thing', () => {
  it('is answered as it was ordered', async () => {
    for (const [answer, told] of [
      ['invalid-request', invalidRequest],
      ['not-found', notFound],
    ] as const) {
      expect(await order('unknown', { answer })).toBe(200);
      expect(await call(`${projects}/1234/assets/99/import-status`)).toMatchObject(told);
    }
    expect(await order('unknown', { answer: 'teapot' })).toBe(400);
  });
});

describe('invalid metadata', () => {
  const textOf = async (assetId: number) =>
    resultOf(await call(`${projects}/1234/assets/${assetId}/import-status`))['uploadResult'];

  it('has a text for each of its reasons', async () => {
    const texts: unknown[] = [];
    for (const unfit of [undefined, 'resolution', 'length', 'format']) {
      expect(await order('end', { assetId: 1, as: 'INVALID_METADATA', unfit })).toBe(200);
      texts.push(await textOf(1));
    }
    expect(texts).toEqual([
      'Unsupported resolution (supported resolutions: 360p to 1080p)',
      'Unsupported resolution (supported resolutions: 360p to 1080p)',
      'Unsupported video length (up to 6 hours)',
      'Unsupported file format (supported resolutions: 360p to 1080p, up to 6 hours)',
    ]);
  });

  it('is the end of a file whose format the service does not take', async () => {
    const body = { key: 'folder/old.avi', bucketName: 'bucket' };
    const { assetId } = resultOf(await post(`${projects}/1234/assets/import/object-storage`, body));
    expect(await textOf(assetId as number)).toBe('Upload in progress');
    expect(simulator.world.assets.get(assetId as number)?.script).toMatchObject({
      as: 'INVALID_METADATA',
      unfit: 'format',
    });
  });
});

describe('fields that nobody knows yet', () => {
  const added = { addedLater: { reason: 'a field of tomorrow', values: [1, null] } };

  it('stand in every object of an answer', async () => {
    simulator.world.end(1, 'COMPLETED');
    await order('fault', { fault: 'extra-fields' });
    expect(await call(`${projects}/1234/assets/1/import-status`)).toMatchObject({
      status: 200,
      answer: { ...added, result: { ...added, uploadStatus: 'COMPLETED', metaData: added } },
    });
    expect(await call(`${projects}/1234/assets?pageNum=1`)).toMatchObject({
      answer: { result: { ...added, content: [added] } },
    });
  });

  it('change nothing for who reads the answer', async () => {
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
