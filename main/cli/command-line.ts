import { findKeys, type FindKeysPorts } from '../adapters/keys/found-keys.ts';
import { createClient } from '../mi/client.ts';
import type { FetchPort } from '../mi/exchange.ts';
import type { Problem } from '../monitor/problem.ts';
import { setTimer } from '../runner/timer.ts';
import { languageOf } from '../../words/language.ts';
import { problemText } from '../../words/problem-text.ts';
import { readArguments, type WatchOrder } from './arguments.ts';
import { jsonLine, textLine } from './lines.ts';
import { usage } from './usage.ts';
import { exitCodes } from './verdict.ts';
import { version } from './version.ts';
import { runWatching } from './watching.ts';

export interface CommandLinePorts extends FindKeysPorts {
  readonly fetch: FetchPort;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A line for the one who asked; each status, as text or JSON. */
  readonly out: (line: string) => void;
  /** A line about the run itself. */
  readonly err: (line: string) => void;
  readonly interrupted: AbortSignal;
}

/** Runs one command and resolves with its exit code; never rejects for anything that a person or a service does. */
export async function runCommandLine(words: readonly string[], ports: CommandLinePorts): Promise<number> {
  const read = readArguments(words);
  switch (read.kind) {
    case 'help':
      ports.out(usage);
      return exitCodes.completed;
    case 'version':
      ports.out(version);
      return exitCodes.completed;
    case 'wrong':
      ports.err(`import-watch: ${read.reason}`);
      ports.err('See import-watch --help');
      return exitCodes.wrongUsage;
    case 'run':
      return watch(read.order, ports);
  }
}

async function watch(order: WatchOrder, ports: CommandLinePorts): Promise<number> {
  const [found] = await findKeys(ports);
  if (found === undefined) {
    ports.err('import-watch: no keys found');
    ports.err('Set NCLOUD_ACCESS_KEY and NCLOUD_SECRET_KEY, or put them into ~/.ncloud/configure.');
    return exitCodes.cannotTell;
  }
  const { accessKey, secretKey } = found;
  const client = createClient({
    fetch: ports.fetch,
    now: ports.now,
    credentials: () => ({ accessKey, secretKey }),
    apiUrl: order.apiUrl,
  });
  return runWatching(order, {
    now: ports.now,
    setTimer,
    client,
    interrupted: ports.interrupted,
    changed: (line) => ports.out(order.json ? jsonLine(line) : textLine(line)),
    troubled: (problem) => tellTrouble(problem, ports),
    wentWrong: (error) =>
      ports.err(`import-watch: ${error instanceof Error ? error.message : 'something went wrong'}`),
  });
}

function tellTrouble(problem: Problem | null, { environment, err }: CommandLinePorts): void {
  if (problem === null) return err('import-watch: answers come again');
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || 'en';
  const { title, advice, details } = problemText(problem, languageOf('system', [locale]));
  err(`import-watch: ${[title, ...details].join(' · ')}`);
  err(advice);
}
