import { execFile, spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { dirname } from 'node:path';
import type { DeliveryFault, DeliveryResult } from '../../model/hook.ts';
import { cleanText } from '../../mi/clean-text.ts';

export interface ProgramPorts {
  readonly platform: NodeJS.Platform;
  /** Calls `run` after that many milliseconds; the returned function cancels it. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}

export interface ProgramStart {
  /** Absolute. */
  readonly path: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly timeLimitMs: number;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** UTF-16 units of what it printed last. */
const keptOutput = 2_000;
/** The clock behind a timer goes on in a sleep on macOS and Windows: of one, no more than this counts as the program's time. */
const stepMs = 10_000;
/** After its time it is asked to end, and then made to. */
const politeMs = 2_000;
/** What left its group may hold the pipes open for ever. */
const lastOutputMs = 500;

/**
 * Runs a program without a shell and without arguments, in its own folder, and says what came of it; never rejects. Everything that it
 * started ends with it, where the system has process groups.
 */
export function runProgram(
  { path, environment, timeLimitMs, signal }: ProgramStart,
  { platform, after }: ProgramPorts,
): Promise<DeliveryResult> {
  return new Promise((resolve) => {
    let child: ChildProcess;
    try {
      // A group of its own, which can be ended as one.
      const detached = platform !== 'win32';
      const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
      child = spawn(path, [], { cwd: dirname(path), env: environment, windowsHide: true, detached, stdio });
    } catch (error) {
      // Windows refuses scripts in this way, which only a shell could run.
      return resolve({ fault: 'program-not-started', figure: null, detail: codeOf(error) });
    }
    let isTooLong = false;
    let output = '';
    const stop = () => {
      endGroup(child, platform, 'SIGTERM');
      cancels.push(after(politeMs, () => endGroup(child, platform, 'SIGKILL')));
    };
    const cancels = [
      afterAwake(timeLimitMs, after, () => {
        isTooLong = true;
        stop();
      }),
    ];
    // Nobody is left to wait until it has ended by itself.
    const kill = () => endGroup(child, platform, 'SIGKILL');
    if (signal.aborted) kill();
    else signal.addEventListener('abort', kill);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-keptOutput)));
    child.on('error', (error) => finish('program-not-started', null, codeOf(error)));
    child.on('exit', (code) => {
      // What it left running would else pile up, one with each import. Windows knows no longer what that is.
      if (platform !== 'win32') endGroup(child, platform, 'SIGKILL');
      const fault = isTooLong ? 'program-too-long' : code === 0 ? null : 'program-failed';
      const end = () => finish(fault, code, lastLine(output));
      child.on('close', end);
      cancels.push(after(lastOutputMs, end));
    });

    function finish(fault: DeliveryFault | null, figure: number | null, detail: string | null): void {
      for (const cancel of cancels) cancel();
      signal.removeEventListener('abort', kill);
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve({ fault, figure, detail });
    }
  });
}

/** The same as `after`, in steps: one that a sleep went over counts as what it was to take. */
function afterAwake(delayMs: number, after: ProgramPorts['after'], run: () => void): () => void {
  let cancel: () => void;
  function wait(leftMs: number): void {
    const step = Math.min(leftMs, stepMs);
    cancel = after(step, leftMs > step ? () => wait(leftMs - step) : run);
  }
  wait(delayMs);
  return () => cancel();
}

function endGroup({ pid }: ChildProcess, platform: NodeJS.Platform, how: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  // Windows has no groups, and a tree of processes as long as its root runs.
  if (platform === 'win32')
    return void execFile('taskkill', ['/pid', String(pid), '/t', '/f'], () => undefined);
  try {
    process.kill(-pid, how);
  } catch {
    // Nothing of the group is left.
    return;
  }
}

/** What a program says last mostly tells what became of it. */
function lastLine(output: string): string | null {
  return cleanText(output.trimEnd().split('\n').at(-1) ?? '');
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
