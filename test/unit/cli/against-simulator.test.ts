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

test('with right keys, from the environment: how each ended, and 1 because one failed', async () => {
  // All had ended before the first look.
  const simulator = await simulate('--port', '0', '--seed', '7', '--speed', '1000000');
  const [completed, failed] = ['autumn_ep11_master.mov', '2026-11-23_noon.mp4'];
  const ended = await start(watchWords(simulator, completed, failed), simulator.keys).ended;
  expect(ended).toMatchObject({ code: 1, errors: '' });
  const changes = changesOf(ended);
  for (const [file, to] of [
    [completed, 'COMPLETED'],
    [failed, 'FAILED'],
  ] as const)
    expect(changes.filter(({ ref }) => ref === simulator.assets.get(file))).toMatchObject([{ to }]);
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

test('with a wrong clock: asks with the service’s time, and says so', async () => {
  const simulator = await simulate('--port', '0', '--control');
  expect(await simulator.order('clock', { offsetMs: -3 * 3_600_000 })).toBe(200);
  const ended = await start(watchWords(simulator, 'autumn_ep09_master.mov'), simulator.keys).ended;
  expect(ended.errors).toContain('This computer’s clock is 3 h ahead');
  expect(changesOf(ended)).toMatchObject([{ to: 'COMPLETED' }]);
  expect(ended.code).toBe(0);
});

test('the simulator is killed and started again with the words that it told: it plays the same world', async () => {
  const simulator = await simulate('--port', '0', '--seed', '7', '--speed', '120');
  await simulator.kill();
  const again = await simulate(...simulator.again);
  expect(again.url).toBe(simulator.url);
  expect([...again.assets]).toEqual([...simulator.assets]);
});
