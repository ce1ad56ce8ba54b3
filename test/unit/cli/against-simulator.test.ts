import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  startCommand,
  startSimulatorAlone,
  type Ended,
  type Running,
  type RunningSimulator,
} from './command-process.ts';

/** Both as a person starts them: the command and the simulator, each a process of its own. */
vi.setConfig({ testTimeout: 90_000 });

let home = '';
const simulators: RunningSimulator[] = [];
const commands: Running[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'import-watch-cli-'));
});

afterEach(async () => {
  for (const { child } of commands.splice(0)) child.kill('SIGKILL');
  for (const simulator of simulators.splice(0)) await simulator.kill();
  await rm(home, { recursive: true });
});

async function simulate(...words: string[]): Promise<RunningSimulator> {
  const simulator = await startSimulatorAlone(words, home);
  simulators.push(simulator);
  return simulator;
}

function start(words: readonly string[], environment: Readonly<Record<string, string>>): Running {
  const secret = environment['NCLOUD_SECRET_KEY'];
  const running = startCommand(words, { home, environment, ...(secret && { secret }) });
  commands.push(running);
  return running;
}

const watchWords = (simulator: RunningSimulator, ...files: string[]) => [
  ...['watch', ...files.map((file) => simulator.assets.get(file) ?? file)],
  ...['--json', '--wait', '--api-url', simulator.url],
];

const changesOf = ({ lines }: Ended) =>
  lines.map((line) => JSON.parse(line) as { ref: string; from: string | null; to: string });

test('a followed project: what is in progress there to its end, and nothing of what had ended', async () => {
  const simulator = await simulate('--port', '0', '--seed', '7', '--speed', '240');
  const [project = ''] = simulator.assets.get('autumn_ep11_master.mov')!.split(/\/\d+$/);
  const words = ['watch', '--project', project, '--json', '--wait', '--api-url', simulator.url];
  const ended = await start(words, simulator.keys).ended;
  const changes = changesOf(ended);
  // One that ended before it was looked at is not told; the process may take a moment to start.
  const hasFailed = changes.some(({ to }) => to === 'INVALID_METADATA');
  expect(ended).toMatchObject({ code: hasFailed ? 1 : 0, errors: '' });
  const refs = new Set(changes.map(({ ref }) => ref));
  expect(refs).not.toContain(simulator.assets.get('autumn_ep09_master.mov'));
  for (const ref of refs) {
    const statuses = changes.filter((change) => change.ref === ref).map(({ to }) => to);
    expect(statuses).toHaveLength(2);
    expect(statuses[0]).toBe('IN_PROGRESS');
  }
  const last = changes.findLast(({ ref }) => ref === simulator.assets.get('autumn_ep12_master.mov'));
  expect(last).toMatchObject({ to: 'COMPLETED' });
});

test('a project that is not there is said, and makes it 3 when the time is up', async () => {
  const simulator = await simulate('--port', '0', '--seed', '7', '--speed', '600');
  const words = ['watch', '--project', 'drama-studio/9', '--wait', '--timeout', '2s'];
  const ended = await start([...words, '--api-url', simulator.url], simulator.keys).ended;
  expect(ended.code).toBe(3);
  expect(ended.errors).toContain('drama-studio/9');
});

test('with right keys, from the environment: each change, and 1 because one failed', async () => {
  const simulator = await simulate('--port', '0', '--seed', '7', '--speed', '600');
  const [completed, failed] = ['autumn_ep11_master.mov', '2026-11-23_noon.mp4'];
  const ended = await start(watchWords(simulator, completed, failed), simulator.keys).ended;
  expect(ended).toMatchObject({ code: 1, errors: '' });
  const changes = changesOf(ended);
  for (const [file, to] of [
    [completed, 'COMPLETED'],
    [failed, 'FAILED'],
  ] as const)
    expect(changes.filter(({ ref }) => ref === simulator.assets.get(file)).at(-1)).toMatchObject({ to });
  for (const change of changes)
    expect(Object.keys(change)).toEqual(['at', 'ref', 'from', 'to', 'text', 'metaData']);
});

test('with right keys, from ~/.ncloud/configure: 0', async () => {
  const simulator = await simulate('--port', '0', '--speed', '600');
  const { NCLOUD_ACCESS_KEY, NCLOUD_SECRET_KEY } = simulator.keys;
  await mkdir(join(home, '.ncloud'));
  const settings = [
    `ncloud_access_key_id = ${NCLOUD_ACCESS_KEY}`,
    `ncloud_secret_access_key = ${NCLOUD_SECRET_KEY}`,
  ];
  await writeFile(join(home, '.ncloud/configure'), `[DEFAULT]\n${settings.join('\n')}\n`, { mode: 0o600 });
  const ended = await start(watchWords(simulator, 'autumn_ep09_master.mov'), {}).ended;
  expect(ended).toMatchObject({ code: 0, errors: '' });
  expect(changesOf(ended)).toMatchObject([{ from: null, to: 'COMPLETED' }]);
});

test('with wrong keys: 3, said once', async () => {
  const simulator = await simulate('--port', '0');
  const wrong = { ...simulator.keys, NCLOUD_SECRET_KEY: 'ANOTHERSECRETKEY0000000000000000000002' };
  const files = ['autumn_ep09_master.mov', 'autumn_ep10_master.mov'];
  const { code, errors, lines } = await start(watchWords(simulator, ...files), wrong).ended;
  expect(lines).toEqual([]);
  expect(errors.match(/The service rejected the key/g)).toHaveLength(1);
  expect(code).toBe(3);
});

test('with a wrong clock: asks with the service’s time, and says so', async () => {
  const simulator = await simulate('--port', '0', '--control');
  expect(await simulator.order('clock', { offsetMs: -3 * 3_600_000 })).toBe(200);
  const ended = await start(watchWords(simulator, 'autumn_ep09_master.mov'), simulator.keys).ended;
  expect(ended.errors).toContain('This computer’s clock is 3 h ahead');
  expect(changesOf(ended)).toMatchObject([{ to: 'COMPLETED' }]);
  expect(ended.code).toBe(0);
});

test('the simulator is killed and started again in mid-run: nothing is missed or told twice', async () => {
  // Twice the usual speed: the teaser ends after 11 s.
  const simulator = await simulate('--port', '0', '--seed', '7', '--speed', '120');
  const [first, second] = ['autumn_ep09_master.mov', 'autumn_teaser.webm'];
  const run = start(watchWords(simulator, first, second), simulator.keys);
  await Promise.all([run.said('COMPLETED'), run.said('IN_PROGRESS')]);
  await simulator.kill();
  await run.said('Can’t reach Media Intelligence');
  const again = await simulate(...simulator.again);
  expect(again.url).toBe(simulator.url);
  expect([...again.assets]).toEqual([...simulator.assets]);
  const ended = await run.ended;
  expect(ended.errors).toContain('Responding again');
  expect(changesOf(ended)).toMatchObject([
    { from: null },
    { from: null },
    { ref: simulator.assets.get(second), from: 'IN_PROGRESS', to: 'COMPLETED' },
  ]);
  expect(ended.code).toBe(0);
});
