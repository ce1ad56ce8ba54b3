import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../../main/simulator/server.ts';
import { playCommand, withPlayedClock } from './command-in-process.ts';

withPlayedClock();

let home = '';
let simulator: Simulator;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'import-watch-register-'));
  simulator = await startSimulator({ seed: 3 });
  simulator.world.addWorkspace('films');
  simulator.world.addProject('films', 'Autumn', 1234);
  for (const [key, as] of [
    ['autumn/one.mp4', 'COMPLETED'],
    ['autumn/two.mov', 'INVALID_METADATA'],
  ] as const)
    simulator.world.putObject('films-media', { key, size: 1_000, script: { endsAfterMs: 60_000, as } });
});

afterEach(async () => {
  await simulator.stop();
  await rm(home, { recursive: true });
});

async function register(...words: string[]) {
  const { accessKey, secretKey } = simulator.keys;
  const environment = { NCLOUD_ACCESS_KEY: accessKey, NCLOUD_SECRET_KEY: secretKey };
  const order = ['register', 'films/1234', ...words, '--api-url', simulator.url];
  const ended = await playCommand(order, { home, environment, secret: secretKey }).ended();
  const said = words.includes('--json')
    ? ended.lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    : [];
  return { ...ended, said };
}

const registered = () => [...simulator.world.assets.values()].map(({ key, assetId }) => ({ key, assetId }));
const posts = () => simulator.requests().filter(({ method }) => method === 'POST').length;

describe('import-watch register', () => {
  test('registers files, in the bucket of the workspace, and says what became of each', async () => {
    const { said, code } = await register('autumn/one.mp4', 'autumn/two.mov', '--json');
    const ids = registered();
    expect(ids.map(({ key }) => key)).toEqual(['autumn/one.mp4', 'autumn/two.mov']);
    expect(said.map(({ at: _, ...line }) => line)).toEqual(
      ids.map(({ key, assetId }) => ({ key, ref: `films/1234/${assetId}`, registered: true, text: null })),
    );
    expect(Object.keys(said[0]!)).toEqual(['at', 'key', 'ref', 'registered', 'text']);
    expect(code).toBe(0);
  });

  test('waits for the imports where it is told to', async () => {
    const whole = await register('autumn/one.mp4', '--wait', '--json');
    expect(whole.said.at(-1)).toMatchObject({ to: 'COMPLETED' });
    expect(whole.code).toBe(0);
    const mixed = await register('autumn/one.mp4', 'autumn/two.mov', '--wait', '--json');
    expect(mixed.said.map(({ to }) => to)).toContain('INVALID_METADATA');
    expect(mixed.code).toBe(1);
  });

  test('reads keys and addresses from a file, and takes each once', async () => {
    const list = join(home, 'keys.txt');
    await writeFile(list, 'autumn/one.mp4\r\n\r\ns3://films-media/autumn/two.mov\r\nautumn/one.mp4\r\n');
    const { code, errors } = await register('--from', list);
    expect(registered().map(({ key }) => key)).toEqual(['autumn/one.mp4', 'autumn/two.mov']);
    expect(errors).toContain('taken once: 1');
    expect(code).toBe(0);
  });

  test('sends nothing where a line names no file, and nothing in a dry run', async () => {
    const wrong = await register('autumn/one.mp4', 'autumn/', 'notes.txt');
    expect(wrong).toMatchObject({ code: 2, lines: [] });
    expect(wrong.errors).toMatch(/A folder can’t be registered[^]*extension[^]*Nothing was sent/);
    const dry = await register('autumn/one.mp4', 's3://other-bucket/a.mkv', '--dry-run', '--json');
    expect(dry).toMatchObject({ code: 0, errors: '' });
    expect(dry.said).toEqual([
      { key: 'autumn/one.mp4', bucket: null, project: 'films/1234' },
      { key: 'a.mkv', bucket: 'other-bucket', project: 'films/1234' },
    ]);
    expect(simulator.requests()).toEqual([]);
  });

  test.each([' autumn/one.mp4', 'autumn/one.mp4 ', '\u3000autumn/one.mp4', 'autumn/one.mp4\u00a0'])(
    'takes no other object for the one that is named: %j',
    async (key) => {
      const { code, lines, errors } = await register(key, '--bucket', 'films-media');
      expect({ code, lines }).toEqual({ code: 2, lines: [] });
      expect(errors).toMatch(/Enter it as s3:\/\/bucket\/key[^]*Nothing was sent/);
      const { said } = await register(`s3://films-media/${key}`, '--dry-run', '--json');
      expect(said).toMatchObject([{ key }]);
    },
  );

  test('leaves out spaces and tabs around the lines of a file, and no other blanks', async () => {
    const list = join(home, 'keys.txt');
    await writeFile(list, '\ufeff  autumn/one.mp4\t\r\n \r\n\tautumn/two.mov ');
    const { said } = await register('--from', list, '--dry-run', '--json');
    expect(said).toMatchObject([{ key: 'autumn/one.mp4' }, { key: 'autumn/two.mov' }]);
    await writeFile(list, 'autumn/one.mp4\n\u3000autumn/two.mov');
    expect(await register('--from', list)).toMatchObject({ code: 2, lines: [] });
    expect(simulator.requests()).toEqual([]);
  });

  test('tells the object of two lines apart once the bucket is known', async () => {
    const same = await register('autumn/one.mp4', 's3://films-media/autumn/one.mp4', '--json');
    expect(same.said).toMatchObject([{ key: 'autumn/one.mp4', registered: true }]);
    const other = await register('autumn/two.mov', 's3://other-media/autumn/two.mov');
    expect(other).toMatchObject({ code: 2, lines: [] });
    expect(other.errors).toMatch(
      /2: Not recognized: s3:\/\/other-media[^]*another bucket[^]*Nothing was sent/,
    );
    expect(posts()).toBe(1);
  });

  test('says what may not be taken, and where it stands in the file', async () => {
    const list = join(home, 'keys.txt');
    await writeFile(list, '\nautumn/three');
    const { errors, lines } = await register('autumn/one.mp4', '--from', list, '--dry-run');
    expect(errors).toContain(`${list}:2: autumn/three · No extension`);
    expect(lines).toHaveLength(2);
  });

  test.each([
    ['no-permission', /MEDIA_INTELLIGENCE_MANAGER/],
    ['invalid-request', /bucket exists/],
  ] as const)('is refused as %s: says why, and 1', async (fault, text) => {
    simulator.faults.set('registrations', fault);
    const { said, code } = await register('autumn/one.mp4', '--json');
    expect(said).toMatchObject([
      { registered: false, ref: null, text: expect.stringMatching(text) as string },
    ]);
    expect(code).toBe(1);
    expect(posts()).toBe(1);
  });

  test.each(['throttled', 'too-many-assets'] as const)('waits where the service says %s', async (fault) => {
    simulator.faults.set('registrations', fault, { times: 2 });
    const { said, code } = await register('autumn/one.mp4', '--json');
    expect(said).toMatchObject([{ registered: true }]);
    expect(code).toBe(0);
    expect(registered()).toHaveLength(1);
  });

  describe('without --bucket', () => {
    test.each(['throttled', 'endpoint-error', 'reset', 'wrong-key', 'half-answer'] as const)(
      'asks again for the list of workspaces where its first answer is spoiled: %s',
      async (fault) => {
        simulator.faults.set('service', fault, { times: 1 });
        const { said, code } = await register('autumn/one.mp4', '--json');
        expect(said).toMatchObject([{ registered: true }]);
        expect(code).toBe(0);
      },
    );

    test('says that it goes on, and what became of each file where the time is up', async () => {
      simulator.faults.set('service', 'endpoint-error');
      const { said, code, errors } = await register('autumn/one.mp4', '--timeout', '60s', '--json');
      expect(said).toMatchObject([
        { registered: false, text: expect.stringMatching(/before it was sent/) as string },
      ]);
      expect(errors).toMatch(/having problems[^]*keeps trying[^]*Timed out/);
      expect(simulator.requests().length).toBeGreaterThan(2);
      expect(code).toBe(3);
    });

    test.each([
      ['wrong-key', /rejected the key/],
      ['no-permission', /MEDIA_INTELLIGENCE_MANAGER/],
      ['not-found', /isn’t linked to a bucket[^]*--bucket[^]*HTTP 404/],
      ['half-answer', /Unexpected response[^]*Run the command again/],
    ] as const)('ends where it does not pass, and each file was not sent: %s', async (fault, why) => {
      simulator.faults.set('service', fault);
      const { said, code, errors } = await register('autumn/one.mp4', 'autumn/two.mov', '--json');
      expect(said).toMatchObject([{ registered: false }, { registered: false }]);
      expect(errors).toMatch(why);
      expect(errors).not.toMatch(/try again|keeps trying|automatically/);
      expect(code).toBe(3);
      expect(posts()).toBe(0);
    });

    test('says of each file that it was not sent where the workspace has no bucket', async () => {
      const { accessKey, secretKey } = simulator.keys;
      const environment = { NCLOUD_ACCESS_KEY: accessKey, NCLOUD_SECRET_KEY: secretKey };
      const words = ['register', 'others/1', 'a.mp4', '--json', '--api-url', simulator.url];
      const { lines, errors, code } = await playCommand(words, { home, environment }).ended();
      expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
        { key: 'a.mp4', registered: false },
      ]);
      expect(errors).toContain('others isn’t linked to a bucket');
      expect(code).toBe(3);
    });
  });

  test('finds what the service took although its reply was lost', async () => {
    simulator.faults.set('registrations', 'reset', { times: 1 });
    const { said, code } = await register('autumn/one.mp4', '--json');
    const [asset] = registered();
    expect(said).toMatchObject([{ registered: true, ref: `films/1234/${asset!.assetId}` }]);
    expect(code).toBe(0);
    expect(posts()).toBe(1);
  });

  test('cannot tell where the request may have been lost, sends nothing again, and ends with 3', async () => {
    simulator.faults.set('registrations', 'lost-request', { times: 1 });
    const { said, code } = await register('autumn/one.mp4', '--json');
    expect(said).toMatchObject([
      { registered: 'unknown', ref: null, text: expect.stringMatching(/console/) as string },
    ]);
    expect(code).toBe(3);
    expect(posts()).toBe(1);
    expect(registered()).toEqual([]);
  });

  test('calls only what may have left unknown where the time is up', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => `autumn/${index}.mp4`);
    for (const key of keys)
      simulator.world.putObject('films-media', {
        key,
        size: 1_000,
        script: { endsAfterMs: null, as: 'FAILED' },
      });
    const { said, code } = await register(...keys, '--timeout', '2s', '--json');
    const of = (outcome: unknown) => said.filter(({ registered: is }) => is === outcome).length;
    expect(said.map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
    // One request may be on the wire; files are sent one after another.
    expect(of('unknown')).toBeLessThanOrEqual(1);
    expect(of(false)).toBeGreaterThan(5);
    expect(of(true)).toBeGreaterThan(1);
    expect(code).toBe(3);
  });

  test('does not speak of a list that was not read again where the time is up before', async () => {
    simulator.faults.set('registrations', 'lost-request');
    const { said, code } = await register('autumn/one.mp4', '--timeout', '20s', '--json');
    expect(said).toMatchObject([
      {
        registered: 'unknown',
        ref: null,
        text: expect.stringMatching(/^The run ended before a response came\. Check the console/) as string,
      },
    ]);
    expect(code).toBe(3);
  });

  test('ends at the time-out with what is known', async () => {
    simulator.faults.set('registrations', 'throttled');
    const { said, code } = await register('autumn/one.mp4', '--timeout', '20s', '--json');
    expect(said).toMatchObject([
      { registered: false, text: expect.stringMatching(/before it was sent/) as string },
    ]);
    expect(code).toBe(3);
  });
});
