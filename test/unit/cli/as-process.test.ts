import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { commandFile, startCommand } from './command-process.ts';
import { accessKey, asset, secretKey, simulate } from './one-project.ts';

/** What only a process of its own shows: signals, pipes, terminals, and that it ends. */

const keys = { NCLOUD_ACCESS_KEY: accessKey, NCLOUD_SECRET_KEY: secretKey };

const start = (words: readonly string[]) =>
  startCommand(words, { home: temporaryFolder(), environment: keys, secret: secretKey });

test('it ends once all has ended: a long timeout does not hold it', async () => {
  const simulator = await simulate();
  simulator.world.end(1, 'COMPLETED');
  simulator.world.end(2, 'FAILED');
  const words = ['watch', asset(1), asset(2), '--json', '--wait', '--timeout', '2h'];
  const { code, lines, errors } = await start([...words, '--api-url', simulator.url]).ended;
  expect({ code, errors }).toEqual({ code: 1, errors: '' });
  expect(lines).toHaveLength(2);
});

test('Ctrl+C ends it at once with what is known', async () => {
  const simulator = await simulate();
  simulator.world.end(1, 'COMPLETED');
  const run = start(['watch', asset(1), asset(2), '--api-url', simulator.url]);
  await Promise.all([run.said(asset(1)), run.said(asset(2))]);
  run.child.kill('SIGINT');
  expect(await run.ended).toMatchObject({ code: 3, errors: '' });
});

test('Ctrl+C ends it while it waits for a list', async () => {
  const run = startCommand(['watch', '--from', '-', '--dry-run'], {
    home: temporaryFolder(),
    hasInput: true,
  });
  // More than a pipe holds: once it is written, the list is being read.
  await new Promise((read) => run.child.stdin?.write('\n'.repeat(1_000_000), read));
  run.child.kill('SIGINT');
  expect(await run.ended).toMatchObject({ code: 3, lines: [], errors: '' });
});

test.each([
  ['watch', '--from', '-', '--wait'],
  ['register', 'my-workspace/1234', '--from', '-', '--bucket', 'films-media'],
])('the time is up too while %s waits for a list', async (...words) => {
  const home = temporaryFolder();
  const run = startCommand([...words, '--timeout', '1s'], { home, environment: keys, hasInput: true });
  expect(await run.ended).toEqual({ code: 3, lines: [], errors: 'import-watch: Timed out.\n' });
});

describe.runIf(existsSync('/usr/bin/mkfifo'))('a list in a pipe with a name', () => {
  const pipe = () => {
    const path = join(temporaryFolder(), 'list');
    execFileSync('/usr/bin/mkfifo', [path]);
    return path;
  };

  test('is read to its end, whenever somebody begins to write', async () => {
    const path = pipe();
    const run = start(['watch', '--from', path, '--dry-run']);
    await delay(1_000);
    await writeFile(path, `${asset(1)}\n${'#'.repeat(200_000)}\n${asset(2)}\n`);
    expect((await run.ended).lines).toEqual([asset(1), asset(2)]);
  });

  test('is waited for no longer than the time', async () => {
    const run = start(['watch', '--from', pipe(), '--timeout', '1s']);
    expect(await run.ended).toEqual({ code: 3, lines: [], errors: 'import-watch: Timed out.\n' });
  });

  test.each([
    ['SIGINT', { code: 3 }, null],
    ['SIGTERM', { code: null }, 'SIGTERM'],
  ] as const)('holds nothing against %s', async (signal, ended, endedBy) => {
    const path = pipe();
    const run = start(['register', 'my-workspace/1234', '--from', path, '--bucket', 'films-media']);
    const writer = createWriteStream(path);
    // Once somebody reads.
    await once(writer, 'open');
    run.child.kill(signal);
    expect(await run.ended).toMatchObject({ ...ended, lines: [], errors: '' });
    expect(run.child.signalCode).toBe(endedBy);
    writer.destroy();
  });
});

test.each([
  ['Ctrl+C', 'SIGINT', []],
  ['the end of the time', null, ['--timeout', '3s']],
] as const)('%s while the bucket is looked up: no file was sent', async (_what, signal, limit) => {
  const { simulator, files, words } = await simulateFiles();
  simulator.faults.set('service', 'hang');
  const run = start([...words.filter((word) => !['--bucket', 'films-media'].includes(word)), ...limit]);
  await vi.waitUntil(() => simulator.requests().length > 0, { timeout: 20_000 });
  if (signal !== null) run.child.kill(signal);
  const { code, lines, errors } = await run.ended;
  expect(errors).toBe(signal === null ? 'import-watch: Timed out.\n' : '');
  expect(keysIn(lines)).toEqual(files);
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ registered: false, text: 'The run ended before it was sent.' });
  expect(simulator.requests()).toHaveLength(1);
  expect(code).toBe(3);
});

test('ended by SIGTERM, it says first what became of each file that was to be registered', async () => {
  const simulator = await simulate();
  const words = ['register', 'my-workspace/1234', 'a.mp4', '--bucket', 'films-media', '--json'];
  const run = start([...words, '--api-url', simulator.url]);
  await vi.waitUntil(() => simulator.requests().length > 0, { timeout: 20_000 });
  run.child.kill('SIGTERM');
  const { lines } = await run.ended;
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{ key: 'a.mp4' }]);
  expect(run.child.signalCode).toBe('SIGTERM');
});

test('a hang-up ends nothing where it has no terminal, as with nohup', async () => {
  const simulator = await simulate();
  const run = start(['watch', asset(1), '--api-url', simulator.url]);
  await run.said(asset(1));
  run.child.kill('SIGHUP');
  await delay(500);
  run.child.kill('SIGINT');
  expect(await run.ended).toMatchObject({ code: 3, errors: '' });
});

function hangUp(pid: number): void {
  try {
    process.kill(pid, 'SIGHUP');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

test.runIf(existsSync('/usr/bin/script'))(
  'hung up with its terminal, it says first what became of each file',
  async () => {
    const { simulator, files, words } = await simulateFiles();
    simulator.faults.set('registrations', 'hang');
    const home = temporaryFolder();
    const told = join(home, 'told');
    const pid = join(home, 'pid');
    const quoted = [process.execPath, commandFile, ...words].map((word) => `'${word}'`).join(' ');
    const inShell = `echo $$ > '${pid}'; exec ${quoted} > '${told}'`;
    const terminal = spawn('/usr/bin/script', ['-qec', inShell, '/dev/null'], {
      env: { HOME: home, ...keys },
    });
    await vi.waitUntil(() => simulator.requests().some(({ method }) => method === 'POST'), {
      timeout: 20_000,
    });
    // From the system and from the shell, of which the second may find it gone.
    const shell = Number(readFileSync(pid, 'utf8'));
    for (let times = 0; times < 2; times += 1) hangUp(shell);
    const [code] = (await once(terminal, 'exit')) as [number];
    expect(keysIn(readFileSync(told, 'utf8').trimEnd().split('\n')).toSorted()).toEqual(files.toSorted());
    // As a shell tells of the signal.
    expect(code).toBe(128 + constants.signals.SIGHUP);
  },
);

test('Ctrl+C while a file is on the wire: nobody can tell, and no list was read', async () => {
  const { simulator, words } = await simulateFiles();
  simulator.faults.set('registrations', 'hang');
  const run = start(words);
  await vi.waitUntil(() => simulator.requests().some(({ method }) => method === 'POST'), { timeout: 20_000 });
  run.child.kill('SIGINT');
  const { code, lines } = await run.ended;
  expect(lines.join('\n')).toContain('"registered":"unknown","text":"The run ended before a response came.');
  expect(lines.join('\n')).not.toContain('list');
  expect(code).toBe(3);
});

/** More lines than a pipe holds. */
const manyKeys = Array.from({ length: 1_000 }, (_, index) => `media/autumn/episode/take_${index + 1}.mp4`);

function registerMany(url: string, environment: Record<string, string> = {}) {
  const home = temporaryFolder();
  const list = join(home, 'keys.txt');
  writeFileSync(list, manyKeys.join('\n'));
  const words = ['register', 'my-workspace/1234', '--from', list, '--bucket', 'films-media', '--json'];
  return {
    words: [...words, '--api-url', url],
    start: { home, environment: { ...keys, ...environment }, secret: secretKey },
  };
}

const keysIn = (lines: readonly string[]) => lines.map((line) => (JSON.parse(line) as { key: string }).key);

test('ended by SIGTERM, it has ended once all of it is read', async () => {
  const simulator = await simulate();
  const { words, start } = registerMany(simulator.url);
  const run = startCommand(words, start);
  await vi.waitUntil(() => simulator.requests().length > 0, { timeout: 20_000 });
  run.child.kill('SIGTERM');
  expect(keysIn((await run.ended).lines).toSorted()).toEqual(manyKeys.toSorted());
  expect(run.child.signalCode).toBe('SIGTERM');
});

test('a second SIGTERM ends it at once, also where nobody reads', async () => {
  const simulator = await simulate();
  const { words, start } = registerMany(simulator.url);
  const env = { HOME: start.home, ...start.environment };
  const child = spawn(process.execPath, [commandFile, ...words], { env });
  await vi.waitUntil(() => simulator.requests().length > 0, { timeout: 20_000 });
  child.kill('SIGTERM');
  await delay(1_000);
  expect(child.signalCode).toBe(null);
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(child.signalCode).toBe('SIGTERM');
});

test('a fault of our own ends it with 3, and what became of each file is said', async () => {
  const simulator = await simulate();
  const fault = `process.on('SIGUSR2', () => { throw new Error('our own \\u001b[2J') })`;
  const { words, start } = registerMany(simulator.url, {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fault)}`,
  });
  const run = startCommand(words, start);
  await vi.waitUntil(() => simulator.requests().length > 0, { timeout: 20_000 });
  run.child.kill('SIGUSR2');
  const { code, lines, errors } = await run.ended;
  expect(keysIn(lines).toSorted()).toEqual(manyKeys.toSorted());
  expect(errors).toContain('import-watch: Error: our own \\u{1b}[2J\n');
  expect(code).toBe(3);
});

test.each([0, -7, 20, -180].map((minutes) => [minutes]))(
  'it ends with 3 within 20 s for a wrong key, also where the clock is %i min off, and accuses the key alone',
  async (minutes) => {
    const simulator = await simulate({
      clockOffsetMs: minutes * 60_000,
      keys: { accessKey, secretKey: 'another' },
    });
    const words = ['watch', asset(1), asset(2), '--wait', '--timeout', '20s', '--api-url', simulator.url];
    const { code, lines, errors } = await start(words).ended;
    expect({ code, lines }).toEqual({ code: 3, lines: [] });
    expect(errors.match(/The service rejected the key/g)).toHaveLength(1);
    expect(errors).not.toMatch(/clock|Timed out/);
    expect(simulator.requests().length).toBeLessThanOrEqual(3);
  },
);

test('it ends quietly when nobody reads its lines any more', async () => {
  const simulator = await simulate();
  const run = start(['watch', asset(1), asset(2), '--api-url', simulator.url]);
  // Before its first line, which then meets a closed pipe.
  run.child.stdout?.destroy();
  expect(await run.ended).toMatchObject({ code: 3, errors: '' });
});

/** Three files that can be registered, and the words for it. */
async function simulateFiles() {
  const simulator = await simulate();
  simulator.world.addProject('my-workspace', 'Autumn', 1234);
  const files = ['one.mp4', 'two.mp4', 'three.mp4'];
  for (const key of files)
    simulator.world.putObject('films-media', {
      ...{ key, size: 1_000, script: { endsAfterMs: null, as: 'COMPLETED' } },
    });
  const words = ['register', 'my-workspace/1234', ...files, '--bucket', 'films-media', '--json'];
  const registered = () =>
    [...simulator.world.assets.values()].filter(({ key }) => files.includes(key ?? ''));
  return { simulator, files, registered, words: [...words, '--api-url', simulator.url] };
}

test('it registers all files also where nobody reads its lines any more, and says so on the side', async () => {
  const { files, registered, words } = await simulateFiles();
  const run = start(words);
  run.child.stdout?.destroy();
  const { code, errors } = await run.ended;
  expect(code).toBe(0);
  const told = errors.trimEnd().split('\n');
  expect(keysIn(told).toSorted()).toEqual(files.toSorted());
  for (const line of told) expect(JSON.parse(line)).toMatchObject({ registered: true });
  expect(registered()).toHaveLength(files.length);
});

test.runIf(existsSync('/usr/bin/script'))(
  'it is coloured on a terminal only, and never with NO_COLOR',
  async () => {
    const simulator = await simulate();
    simulator.world.end(2, 'FAILED');
    const words = ['status', asset(2), '--api-url', simulator.url];
    const onTerminal = async (environment: Record<string, string>) => {
      const quoted = [process.execPath, commandFile, ...words].map((word) => `'${word}'`).join(' ');
      const child = spawn('/usr/bin/script', ['-qec', quoted, '/dev/null'], {
        env: { ...keys, TERM: 'xterm', HOME: temporaryFolder(), ...environment },
      });
      return text(child.stdout);
    };
    const [coloured, plain, piped] = await Promise.all([
      onTerminal({}),
      onTerminal({ NO_COLOR: '1' }),
      start(words).ended,
    ]);
    expect(coloured).toContain('\u001b[31mFAILED');
    expect(plain).not.toContain('\u001b[');
    expect(piped.lines.join()).not.toContain('\u001b[');
  },
);

test.runIf(existsSync('/dev/zero'))('a list that never ends is refused', async () => {
  const run = start(['watch', '--from', '/dev/zero', '--dry-run', '--json']);
  const { code, lines } = await run.ended;
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{ reason: 'not-text' }]);
  expect(code).toBe(2);
});

test.runIf(existsSync('/dev/full'))('a full disk is said and is not taken for success', async () => {
  const simulator = await simulate();
  simulator.world.end(1, 'COMPLETED');
  const { code, errors } = await onFullDisk(['status', asset(1), '--api-url', simulator.url]);
  expect(errors).toContain('Couldn’t write the output');
  expect(code).toBe(3);
});

test.runIf(existsSync('/dev/full'))(
  'on a full disk it registers all files, and says so on the side',
  async () => {
    const { files, registered, words } = await simulateFiles();
    const { code, errors } = await onFullDisk(words);
    const [first, ...told] = errors.trimEnd().split('\n');
    expect(first).toContain('Couldn’t write the output');
    expect(keysIn(told).toSorted()).toEqual(files.toSorted());
    expect(registered()).toHaveLength(files.length);
    expect(code).toBe(3);
  },
);

async function onFullDisk(words: readonly string[]) {
  const command = [commandFile, ...words].join(' ');
  const child = spawn('/bin/sh', ['-c', `"${process.execPath}" ${command} > /dev/full`], {
    env: { HOME: temporaryFolder(), ...keys },
  });
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code: code as number, errors };
}
