import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { runProgram } from '../../../../main/adapters/programs/run-program.ts';
import { after } from '../../../../main/runner/timer.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const platform = process.platform;

function program(text: string): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'tell $(touch x).sh');
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o700);
  return { folder, path };
}

const run = (
  path: string,
  variables: Record<string, string> = {},
  { timeLimitMs = 60_000, signal = new AbortController().signal } = {},
) =>
  runProgram(
    { path, environment: { PATH: process.env['PATH'], ...variables }, timeLimitMs, signal },
    { platform, after },
  );

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};
const pidIn = (file: string) => Number(readFileSync(file, 'utf8'));

describe.skipIf(platform === 'win32')('a program of the person’s', () => {
  test('finds the facts in its variables, as they are, and runs in its own folder', async () => {
    const { folder, path } = program('printf %s "$IMPORT_WATCH_NAME" >told; echo "$# arguments"');
    const name = '$(touch y); "quoted" `date` \\ 한글.mov';
    const result = await run(path, { IMPORT_WATCH_NAME: name });
    expect(result).toEqual({ fault: null, figure: 0, detail: '0 arguments' });
    expect(readFileSync(join(folder, 'told'), 'utf8')).toBe(name);
    expect([existsSync(join(folder, 'x')), existsSync(join(folder, 'y'))]).toEqual([false, false]);
  });

  test('that fails says how, and what it printed last', async () => {
    const { path } = program('echo first; echo "no \u001b[31mroom" >&2; exit 3');
    expect(await run(path)).toEqual({ fault: 'program-failed', figure: 3, detail: 'no [31mroom' });
  });

  test('that prints without end costs no memory', async () => {
    const { path } = program('head -c 50000000 /dev/zero | tr "\\0" x; echo; echo done');
    expect(await run(path)).toEqual({ fault: null, figure: 0, detail: 'done' });
  });

  test('that is not there, or may not be run, was not started', async () => {
    const { folder, path } = program('');
    expect(await run(join(folder, 'gone'))).toMatchObject({ fault: 'program-not-started', detail: 'ENOENT' });
    chmodSync(path, 0o600);
    expect(await run(path)).toMatchObject({ fault: 'program-not-started', detail: 'EACCES' });
  });

  test('that takes too long is ended, with all that it started', async () => {
    const { folder, path } = program('sleep 600 & echo $! >child; echo $$ >own; wait');
    const result = await run(path, {}, { timeLimitMs: 300 });
    expect(result).toMatchObject({ fault: 'program-too-long' });
    for (const name of ['child', 'own'])
      await vi.waitFor(() => expect(isRunning(pidIn(join(folder, name)))).toBe(false));
  });

  test('is not ended for a sleep of the computer, and is after its time awake', async () => {
    const { folder, path } = program('while :; do echo >>beats; sleep 0.02; done');
    const beats = () => readFileSync(join(folder, 'beats')).length;
    const timers = new Set<{ dueAt: number; run: () => void }>();
    let now = 0;
    /** A timer rings late after a sleep, and once; what it sets counts from then. */
    const pass = (ms: number) => {
      now += ms;
      for (const timer of [...timers]) if (timer.dueAt <= now && timers.delete(timer)) timer.run();
    };
    const running = runProgram(
      { path, environment: process.env, timeLimitMs: 300_000, signal: new AbortController().signal },
      {
        platform,
        after(delayMs, ring) {
          const timer = { dueAt: now + delayMs, run: ring };
          timers.add(timer);
          return () => void timers.delete(timer);
        },
      },
    );
    pass(8 * 3_600_000);
    for (let seconds = 20; seconds < 300; seconds += 1) pass(1_000);
    let isOver = false;
    void running.then(() => (isOver = true));
    await vi.waitFor(() => expect(beats()).toBeGreaterThan(0));
    const before = beats();
    // What was told to end beats no more.
    await vi.waitFor(() => expect(beats()).toBeGreaterThan(before + 2));
    expect(isOver).toBe(false);
    for (let seconds = 0; seconds < 20; seconds += 1) pass(1_000);
    expect(await running).toMatchObject({ fault: 'program-too-long' });
  });

  test('that does not listen is ended all the same', async () => {
    const { path } = program('trap "" TERM; while :; do sleep 1; done');
    const at = { timeLimitMs: 300 };
    expect(await run(path, {}, at)).toMatchObject({ fault: 'program-too-long' });
  });

  test('leaves nothing running behind', async () => {
    const { folder, path } = program('sleep 600 & echo $! >child; echo ready');
    expect(await run(path)).toEqual({ fault: null, figure: 0, detail: 'ready' });
    await vi.waitFor(() => expect(isRunning(pidIn(join(folder, 'child')))).toBe(false));
  });

  test('is ended as the app quits', async () => {
    const { folder, path } = program('echo $$ >own; exec sleep 600');
    const quitting = new AbortController();
    const running = run(path, {}, { signal: quitting.signal });
    await vi.waitFor(() => expect(pidIn(join(folder, 'own'))).toBeGreaterThan(0));
    quitting.abort();
    await running;
    expect(isRunning(pidIn(join(folder, 'own')))).toBe(false);
  });
});
