import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';

const root = join(import.meta.dirname, '../../..');
export const commandFile = join(root, 'main/cli.ts');
const compileCache = join(root, 'node_modules/.cache/compiled');
const simulatorFile = join(root, 'main/simulator/command.ts');

export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly errors: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** Resolves once a line, or all that was said on the side, has the text in it. */
  readonly said: (text: string) => Promise<void>;
  /** Resolves once it has written so many lines. */
  readonly saidLines: (count: number) => Promise<void>;
  readonly ended: Promise<Ended>;
}

export interface Start {
  /** The home folder, so that no key of this computer is found. */
  readonly home: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Has a standard input that stays open; else it has none. */
  readonly hasInput?: boolean;
  /** Must be in nothing that the process writes. */
  readonly secret?: string;
}

/** Starts `import-watch` as a process of its own, with nothing of this computer's environment. */
export function startCommand(words: readonly string[], start: Start): Running {
  return listenTo([commandFile, ...words], start);
}

export interface RunningSimulator {
  readonly url: string;
  /** `workspace/project/asset` by file name. */
  readonly assets: ReadonlyMap<string, string>;
  /** The words that start the same world again on the same port. */
  readonly again: readonly string[];
  readonly keys: { readonly NCLOUD_ACCESS_KEY: string; readonly NCLOUD_SECRET_KEY: string };
  readonly order: (name: string, body: unknown) => Promise<number>;
  readonly kill: () => Promise<void>;
}

/** Starts the simulator alone, as `npm run simulator` does, and reads what it prints as a person would. */
export async function startSimulatorAlone(words: readonly string[], home: string): Promise<RunningSimulator> {
  const running = listenTo([simulatorFile, ...words], { home });
  await running.said('studio_wide.heic');
  const lines = running.lines();
  const after = (name: string) =>
    lines
      .find((line) => line.startsWith(name))!
      .slice(name.length)
      .trim();
  const url = after('address');
  return {
    url,
    assets: new Map(
      lines
        .filter((line) => line.includes('/1'))
        .flatMap((line) => [...line.matchAll(/^(\S+\/\d+\/\d+) {2}(\S+)$/g)])
        .map(([, reference = '', file = '']) => [file, reference]),
    ),
    again: after('the same again:').split(' '),
    keys: { NCLOUD_ACCESS_KEY: after('access key'), NCLOUD_SECRET_KEY: after('secret key') },
    order: async (name, body) =>
      (await fetch(`${url}/__simulator/${name}`, { method: 'POST', body: JSON.stringify(body) })).status,
    async kill() {
      running.child.kill('SIGKILL');
      await running.ended;
    },
  };
}

function listenTo(words: readonly string[], { home, environment = {}, hasInput = false, secret }: Start) {
  const child = spawn(process.execPath, words, {
    // Read and compiled once, and not at each start.
    env: { HOME: home, USERPROFILE: home, NODE_COMPILE_CACHE: compileCache, ...environment },
    stdio: 'pipe',
  });
  if (!hasInput) child.stdin.end();
  const lines: string[] = [];
  let errors = '';
  const waiting = new Set<{ readonly isSaid: () => boolean; readonly found: () => void }>();
  const look = () => {
    for (const wait of waiting) if (wait.isSaid() && waiting.delete(wait)) wait.found();
  };
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line);
    look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
    look();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      if (secret !== undefined) expect(lines.join('\n') + errors).not.toContain(secret);
      resolve({ code, lines, errors });
    });
  });
  const until = (what: string, isSaid: () => boolean) =>
    new Promise<void>((found, reject) => {
      waiting.add({ isSaid, found });
      look();
      void ended.then(() => reject(new Error(`It ended without ${what}: ${lines.join('\n')}\n${errors}`)));
    });
  return {
    child,
    ended,
    lines: () => lines,
    said: (text: string) =>
      until(`“${text}”`, () => lines.some((line) => line.includes(text)) || errors.includes(text)),
    saidLines: (count: number) => until(`${count} lines`, () => lines.length >= count),
  };
}
