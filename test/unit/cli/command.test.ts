import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator, type SimulatorSettings } from '../../../main/simulator/server.ts';

const command = join(import.meta.dirname, '../../../main/cli.ts');
const secretKey = 'CANARYSECRETKEY000000000000000000000001';
const accessKey = 'CANARYACCESSKEY00001';
const keys = { accessKey, secretKey };

let home = '';
const running: Simulator[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'import-watch-cli-'));
});

afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.stop();
  await rm(home, { recursive: true });
});

async function simulate(settings: SimulatorSettings = {}): Promise<Simulator> {
  const simulator = await startSimulator({ keys, ...settings });
  running.push(simulator);
  simulator.world.addWorkspace('my-workspace');
  for (const [assetId, as] of [
    [1, 'COMPLETED'],
    [2, 'FAILED'],
  ] as const) {
    simulator.world.addAsset({
      workspace: 'my-workspace',
      projectId: 1234,
      fileName: `video-${assetId}.mp4`,
      assetId,
      script: { endsAfterMs: null, as },
    });
  }
  return simulator;
}

const asset = (id: number) => `my-workspace/1234/${id}`;

function start(words: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [command, ...words], {
    env: {
      HOME: home,
      USERPROFILE: home,
      NCLOUD_ACCESS_KEY: accessKey,
      NCLOUD_SECRET_KEY: secretKey,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let errors = '';
  const waiting: { matches: (line: string) => boolean; found: () => void }[] = [];
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line);
    for (const wait of waiting) if (wait.matches(line)) wait.found();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
    for (const wait of waiting) if (wait.matches(errors)) wait.found();
  });
  const ended = new Promise<{ code: number | null; lines: string[]; errors: string }>((resolve) => {
    child.once('close', (code) => {
      expect(lines.join('\n') + errors).not.toContain(secretKey);
      resolve({ code, lines, errors });
    });
  });
  return {
    child,
    ended,
    said: (text: string) =>
      new Promise<void>((found) => {
        const matches = (line: string) => line.includes(text);
        if (lines.some(matches) || matches(errors)) found();
        else waiting.push({ matches, found });
      }),
  };
}

describe('watch --json --wait', { timeout: 60_000 }, () => {
  test('with right keys prints each change and ends with 0 when all completed', async () => {
    const simulator = await simulate();
    const run = start(['watch', asset(1), '--json', '--wait', '--api-url', simulator.url]);
    await run.said('IN_PROGRESS');
    simulator.world.end(1, 'COMPLETED');
    const { code, lines } = await run.ended;
    const changes = lines.map((line): unknown => JSON.parse(line));
    expect(changes).toMatchObject([
      { ref: asset(1), from: null, to: 'IN_PROGRESS' },
      { ref: asset(1), from: 'IN_PROGRESS', to: 'COMPLETED', metaData: { format: 'mp4' } },
    ]);
    expect(code).toBe(0);
  });

  test('one failed import makes it 1, and a long timeout does not hold the process', async () => {
    const simulator = await simulate();
    simulator.world.end(1, 'COMPLETED');
    simulator.world.end(2, 'FAILED');
    const words = ['watch', asset(1), asset(2), '--json', '--wait', '--timeout', '2h'];
    const { code, lines } = await start([...words, '--api-url', simulator.url]).ended;
    expect(code).toBe(1);
    expect(lines).toHaveLength(2);
  });

  test('with wrong keys says so and ends with 3', async () => {
    const simulator = await simulate({ keys: { accessKey, secretKey: 'another' } });
    const { code, errors, lines } = await start([
      'watch',
      asset(1),
      '--json',
      '--wait',
      '--api-url',
      simulator.url,
    ]).ended;
    expect(lines).toEqual([]);
    expect(errors).toContain('The key was refused');
    expect(code).toBe(3);
  });

  test('with a wrong clock asks with the service’s time, or says that the clock is wrong', async () => {
    const simulator = await simulate({ clockOffsetMs: 20 * 60_000 });
    simulator.world.end(1, 'COMPLETED');
    const { code, lines } = await start(['watch', asset(1), '--json', '--wait', '--api-url', simulator.url])
      .ended;
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{ to: 'COMPLETED' }]);
    expect(code).toBe(0);
  });

  test('goes on when the service was gone and came back', async () => {
    const first = await simulate();
    const run = start(['watch', asset(1), '--json', '--wait', '--api-url', first.url]);
    await run.said('IN_PROGRESS');
    await first.stop();
    await run.said('cannot be reached');
    const again = await simulate({ port: Number(new URL(first.url).port) });
    again.world.end(1, 'COMPLETED');
    const { code, errors, lines } = await run.ended;
    expect(errors).toContain('answers come again');
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { from: null, to: 'IN_PROGRESS' },
      { from: 'IN_PROGRESS', to: 'COMPLETED' },
    ]);
    expect(code).toBe(0);
  });

  test('ends with 3 at the timeout', async () => {
    const simulator = await simulate();
    const { code, lines } = await start([
      'watch',
      asset(1),
      '--wait',
      '--timeout',
      '1s',
      '--api-url',
      simulator.url,
    ]).ended;
    expect(code).toBe(3);
    expect(lines).toHaveLength(1);
  });

  test('Ctrl-C ends it at once with what is known', async () => {
    const simulator = await simulate();
    simulator.world.end(1, 'COMPLETED');
    const run = start(['watch', asset(1), asset(2), '--api-url', simulator.url]);
    await Promise.all([run.said(asset(1)), run.said(asset(2))]);
    run.child.kill('SIGINT');
    expect(await run.ended).toMatchObject({ code: 3, errors: '' });
  });
});

describe('status', { timeout: 60_000 }, () => {
  test('looks once at each', async () => {
    const simulator = await simulate();
    simulator.world.end(1, 'COMPLETED');
    const { code, lines } = await start(['status', asset(1), asset(2), '--api-url', simulator.url]).ended;
    expect(code).toBe(0);
    expect(lines).toHaveLength(2);
  });

  test('tells of the others where one is not there', async () => {
    const simulator = await simulate();
    const { code, errors, lines } = await start(['status', asset(9), asset(1), '--api-url', simulator.url])
      .ended;
    expect(lines).toHaveLength(1);
    expect(errors).toContain('not found');
    expect(code).toBe(3);
  });

  test('speaks the language of the terminal', async () => {
    const simulator = await simulate({ keys: { accessKey, secretKey: 'another' } });
    const run = start(['status', asset(1), '--api-url', simulator.url], { LC_ALL: 'ko_KR.UTF-8' });
    expect((await run.ended).errors).toContain('인증키가 거부되었습니다');
  });
});

test('no keys at all: 3, and where to put them', { timeout: 60_000 }, async () => {
  const { code, errors } = await start(['status', asset(1)], { NCLOUD_ACCESS_KEY: '', NCLOUD_SECRET_KEY: '' })
    .ended;
  expect(code).toBe(3);
  expect(errors).toContain('NCLOUD_ACCESS_KEY');
});

test('wrong words: 2, before anything is asked', { timeout: 60_000 }, async () => {
  const { code, errors } = await start(['watch', '5678']).ended;
  expect(code).toBe(2);
  expect(errors).toContain('--help');
});
