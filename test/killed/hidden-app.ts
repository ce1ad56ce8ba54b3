import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { environmentOf } from '../support/launch-app.ts';
import { runtimeFolder } from '../support/runtime.ts';

const root = resolve(import.meta.dirname, '../..');

export interface HiddenApp {
  readonly isAlive: () => boolean;
  /** Ends it in the midst of whatever it does, as `kill -9` does. Rejects where it had ended by itself. */
  readonly kill: () => Promise<void>;
}

export interface HiddenStart {
  /** The user data folder. */
  readonly folder: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Starts the built app as it starts at login: hidden, with nobody who drives it. */
export function startHidden({ folder, home, environment }: HiddenStart): HiddenApp {
  const child = spawn(join(runtimeFolder(), 'electron'), [root, `--user-data-dir=${folder}`, '--hidden'], {
    cwd: root,
    env: environmentOf(home, environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  return {
    isAlive,
    async kill() {
      if (!isAlive()) throw new Error(`The app had ended by itself: ${output}`);
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
      if (output.includes('Unhandled')) throw new Error(`Something went wrong in the app: ${output}`);
    },
  };
}
