import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { playCommand, withPlayedClock } from './command-in-process.ts';
import { accessKey, asset, secretKey, simulate } from './one-project.ts';

withPlayedClock();

let home = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'import-watch-cli-'));
});

afterEach(() => rm(home, { recursive: true }));

const start = (words: readonly string[], environment: Record<string, string> = {}) =>
  playCommand(words, {
    home,
    environment: { NCLOUD_ACCESS_KEY: accessKey, NCLOUD_SECRET_KEY: secretKey, ...environment },
    secret: secretKey,
  });

describe('watch --json --wait', () => {
  test('with right keys prints each change and ends with 0 when all completed', async () => {
    const simulator = await simulate();
    const run = start(['watch', asset(1), '--json', '--wait', '--api-url', simulator.url]);
    await run.said('IN_PROGRESS');
    simulator.world.end(1, 'COMPLETED');
    const { code, lines } = await run.ended();
    const changes = lines.map((line): unknown => JSON.parse(line));
    expect(changes).toMatchObject([
      { ref: asset(1), from: null, to: 'IN_PROGRESS' },
      { ref: asset(1), from: 'IN_PROGRESS', to: 'COMPLETED', metaData: { format: 'mp4' } },
    ]);
    expect(code).toBe(0);
  });

  test.each([
    ['names an asset without its place', '7', 3],
    ['has an ID that is too large', `${asset(1)}0000000000000000`, 3],
    ['has a heading and a total', 'Films of 2026\nTotal: 1,234 files', 0],
  ])('over a list that %s ends with what is known of all of it', async (_what, more, expected) => {
    const simulator = await simulate();
    simulator.world.end(1, 'COMPLETED');
    const list = join(home, 'list.txt');
    await writeFile(list, `${asset(1)}\n${more}\n`);
    const run = start(['watch', '--from', list, '--json', '--wait', '--api-url', simulator.url]);
    expect(await run.ended()).toMatchObject({ code: expected });
  });

  test('with wrong keys says so and ends with 3', async () => {
    const simulator = await simulate({ keys: { accessKey, secretKey: 'another' } });
    const words = ['watch', asset(1), asset(2), '--json', '--wait', '--api-url', simulator.url];
    const { code, errors, lines } = await start(words).ended();
    expect(lines).toEqual([]);
    expect(errors.match(/The service rejected the key/g)).toHaveLength(1);
    expect(code).toBe(3);
  });

  test('with a wrong clock asks with the service’s time, and says that the clock is wrong', async () => {
    const simulator = await simulate({ clockOffsetMs: 20 * 60_000 });
    simulator.world.end(1, 'COMPLETED');
    const run = start(['watch', asset(1), '--json', '--wait', '--api-url', simulator.url]);
    const { code, errors, lines } = await run.ended();
    expect(errors).toContain('clock is 20 min behind');
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{ to: 'COMPLETED' }]);
    expect(code).toBe(0);
  });

  test('ends with 3 at the timeout', async () => {
    const simulator = await simulate();
    simulator.world.end(2, 'COMPLETED');
    const words = ['watch', asset(1), asset(2), '--wait', '--timeout', '2s'];
    const { code, errors, lines } = await start([...words, '--api-url', simulator.url]).ended();
    expect(code).toBe(3);
    expect(lines).toHaveLength(2);
    expect(errors).toBe(`import-watch: Timed out. No final status yet: ${asset(1)}\n`);
  });

  test('without --wait, Ctrl+C ends it with 0 when all had completed', async () => {
    const simulator = await simulate();
    simulator.world.end(1, 'COMPLETED');
    const run = start(['watch', asset(1), '--api-url', simulator.url]);
    await run.said('COMPLETED');
    run.interrupt();
    expect(await run.ended()).toMatchObject({ code: 0, errors: '' });
  });

  test('ends with 3 for a wrong key, said once, after three requests at the most', async () => {
    const simulator = await simulate();
    simulator.faults.set('service', 'wrong-key');
    const startedAt = Date.now();
    const words = ['watch', asset(1), asset(2), '--wait', '--api-url', simulator.url];
    const { code, errors } = await start(words).ended();
    expect(code).toBe(3);
    expect(errors.match(/The service rejected the key/g)).toHaveLength(1);
    expect(simulator.requests().length).toBeLessThanOrEqual(3);
    expect(Date.now() - startedAt).toBeLessThan(20_000);
  });

  test('a wrong clock beside a wrong key costs no request more', async () => {
    const simulator = await simulate({
      clockOffsetMs: 20 * 60_000,
      keys: { accessKey, secretKey: 'another' },
    });
    const { code } = await start(['watch', asset(1), '--wait', '--api-url', simulator.url]).ended();
    expect(code).toBe(3);
    expect(simulator.requests()).toHaveLength(3);
  });

  test('goes on after a key was refused once', async () => {
    const simulator = await simulate();
    simulator.world.end(1, 'COMPLETED');
    simulator.faults.set('service', 'wrong-key', { times: 1 });
    for (const words of [
      ['watch', asset(1), '--wait'],
      ['status', asset(1)],
    ]) {
      const ended = await start([...words, '--api-url', simulator.url]).ended();
      expect(ended).toMatchObject({ code: 0, errors: '' });
    }
  });
});

describe('status', () => {
  test('looks once at each', async () => {
    const simulator = await simulate();
    simulator.world.end(1, 'COMPLETED');
    const { code, lines } = await start(['status', asset(1), asset(2), '--api-url', simulator.url]).ended();
    expect(code).toBe(0);
    expect(lines).toHaveLength(2);
  });

  test('tells of each that is not there, by its name, and of the others', async () => {
    const simulator = await simulate();
    const words = ['status', asset(8), asset(9), asset(1), '--api-url', simulator.url];
    const { code, errors, lines } = await start(words).ended();
    expect(lines).toHaveLength(1);
    for (const id of [8, 9]) expect(errors).toContain(`${asset(id)}: Asset not found`);
    expect(code).toBe(3);
  });

  test('asks for each also where one answer was trouble of the whole service, and names what is not known', async () => {
    const simulator = await simulate();
    simulator.faults.set(1, 'endpoint-error', { times: 1 });
    const words = ['status', asset(1), asset(2), asset(8), '--api-url', simulator.url];
    const { code, errors, lines } = await start(words).ended();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`${asset(2)}  IN_PROGRESS`);
    expect(errors).toContain(`Media Intelligence is having problems · While checking ${asset(1)} · `);
    expect(errors).toContain(`${asset(8)}: Asset not found`);
    expect(errors).toContain(`No response about: ${asset(1)}\n`);
    expect(errors).not.toContain('keeps trying');
    expect(code).toBe(3);
  });

  test('with a timeout asks again where trouble came between', async () => {
    const simulator = await simulate();
    simulator.faults.set(1, 'reset', { times: 1 });
    const words = ['status', asset(1), asset(2), '--timeout', '60s', '--api-url', simulator.url];
    const { code, errors, lines } = await start(words).ended();
    expect(lines).toHaveLength(2);
    expect(errors).toContain('Responding again');
    expect(code).toBe(0);
  });

  test.each([
    ['half-answer', 'Unexpected response from the service'],
    ['wrong-type', 'result.uploadStatus'],
    ['html', 'Media Intelligence is having problems'],
  ] as const)('says what is wrong with an answer that is spoiled by %s', async (fault, said) => {
    const simulator = await simulate();
    simulator.faults.set('service', fault);
    const { code, errors, lines } = await start(['status', asset(1), '--api-url', simulator.url]).ended();
    expect(lines).toEqual([]);
    expect(errors).toContain(said);
    expect(code).toBe(3);
  });

  test('speaks the language of the terminal', async () => {
    const simulator = await simulate({ keys: { accessKey, secretKey: 'another' } });
    const run = start(['status', asset(1), '--api-url', simulator.url], { LC_ALL: 'ko_KR.UTF-8' });
    expect((await run.ended()).errors).toContain('서비스가 인증키를 거부했습니다');
  });
});

test('no keys at all: 3, and where to put them', async () => {
  const { code, errors } = await start(['status', asset(1)], {
    NCLOUD_ACCESS_KEY: '',
    NCLOUD_SECRET_KEY: '',
  }).ended();
  expect(code).toBe(3);
  expect(errors).toContain('NCLOUD_ACCESS_KEY');
});

describe('keys that cannot be used', () => {
  test('are said by the name of their variable, and the keys of the file are not taken in their place', async () => {
    const simulator = await simulate();
    await mkdir(join(home, '.ncloud'));
    const lines = [`ncloud_access_key_id = ${accessKey}`, `ncloud_secret_access_key = ${secretKey}`];
    await writeFile(join(home, '.ncloud/configure'), lines.join('\n'));
    const words = ['status', asset(1), '--api-url', simulator.url];
    const { code, errors, lines: printed } = await start(words, { NCLOUD_ACCESS_KEY: 'DEMO KEY' }).ended();
    expect({ code, printed }).toEqual({ code: 3, printed: [] });
    expect(errors).toBe(
      'import-watch: NCLOUD_ACCESS_KEY: The key contains a space. Copy only the key, then paste it again.\n',
    );
  });

  test('are said by the file and the key in it', async () => {
    await mkdir(join(home, '.ncloud'));
    await writeFile(join(home, '.ncloud/configure'), 'ncloud_access_key_id = id');
    const none = { NCLOUD_ACCESS_KEY: '', NCLOUD_SECRET_KEY: '' };
    const { code, errors } = await start(['status', asset(1)], none).ended();
    expect(errors).toContain('Secret key in ~/.ncloud/configure: Enter a value.');
    expect(code).toBe(3);
  });
});

test('wrong words: 2, in the language of the terminal, before anything is asked', async () => {
  const run = start(['watch', '5678'], { LANG: 'ja_JP.UTF-8' });
  const { code, errors } = await run.ended();
  expect(code).toBe(2);
  expect(errors).toContain('"5678" は workspace/project/asset の形ではありません');
  expect(errors).toContain('import-watch --help');
});
