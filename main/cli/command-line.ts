import { lookForKeys, type FindKeysPorts } from '../adapters/keys/found-keys.ts';
import type { Language, Understanding } from '../contract.ts';
import { createClient } from '../mi/client.ts';
import type { FetchPort } from '../mi/exchange.ts';
import { setTimer } from '../runner/timer.ts';
import { unusableKeysText } from '../../words/fault-sentence.ts';
import { commandLineWords } from '../../words/command-line-words.ts';
import { readArguments, type ListOrder, type WatchOrder } from './arguments.ts';
import { trustSystemCertificates } from './certificates.ts';
import { helpText, networkNames } from './help.ts';
import { jsonLine, textLine } from './lines.ts';
import { dryRunVerdict, jsonLinesOf, readList, remarksOf, textLinesOf } from './list.ts';
import { fetchThrough, wayTo } from './proxy.ts';
import { clockRemark, noKeysRemark, openFileRemark, overRemark, troubleRemark } from './remarks.ts';
import { exitCodes } from './verdict.ts';
import { version } from './version.ts';
import { runWatching } from './watching.ts';
import { wrongUsageText } from './wrong-usage.ts';

export interface CommandLinePorts extends FindKeysPorts {
  readonly fetch: FetchPort;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The bytes of a file; `-` is the standard input. */
  readonly readBytes: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** A line for the one who asked; each status, as text or JSON. */
  readonly out: (line: string) => void;
  /** A line about the run itself. */
  readonly err: (line: string) => void;
  /** True where `out` is a terminal that shows colours. */
  readonly coloured: boolean;
  readonly language: Language;
  readonly interrupted: AbortSignal;
}

/** Runs one command and resolves with its exit code; never rejects for anything that a person or a service does. */
export async function runCommandLine(words: readonly string[], ports: CommandLinePorts): Promise<number> {
  const { language } = ports;
  const read = readArguments(words);
  switch (read.kind) {
    case 'help':
      ports.out(helpText(language));
      return exitCodes.completed;
    case 'version':
      ports.out(version);
      return exitCodes.completed;
    case 'wrong':
      remark(ports, [
        wrongUsageText(read.fault, language),
        commandLineWords[language].wrong.seeHelp('import-watch --help'),
      ]);
      return exitCodes.wrongUsage;
    case 'run':
      return read.order.list === null
        ? watch(read.order, ports)
        : watchList(read.order, read.order.list, ports);
  }
}

/** Reads the list first: without an asset in it nothing is asked. */
async function watchList(order: WatchOrder, list: ListOrder, ports: CommandLinePorts): Promise<number> {
  const { language, out } = ports;
  const said = commandLineWords[language].list;
  let read: Understanding;
  try {
    read = await readList(list, ports.readBytes);
  } catch (error) {
    remark(ports, [said.cannotRead(list.from, error instanceof Error ? error.message : String(error))]);
    return exitCodes.wrongUsage;
  }
  if (list.isDryRun && order.json) {
    for (const line of jsonLinesOf(read)) out(line);
    return dryRunVerdict(read);
  }
  if (list.isDryRun) for (const line of textLinesOf(read)) out(line);
  for (const line of remarksOf(read, list.from, language)) remark(ports, [line]);
  if (list.isDryRun) return dryRunVerdict(read);
  const references = [...order.references, ...read.found.map(({ reference }) => reference)];
  if (references.length + order.projects.length > 0) return watch({ ...order, references }, ports);
  remark(ports, [said.nothing(list.from)]);
  return exitCodes.wrongUsage;
}

async function watch(order: WatchOrder, ports: CommandLinePorts): Promise<number> {
  const { language } = ports;
  const [found] = await lookForKeys(ports);
  if (found?.kind !== 'keys') {
    remark(ports, found ? [unusableKeysText(found, language)] : noKeysRemark(language));
    return exitCodes.cannotTell;
  }
  const { accessKey, secretKey } = found;
  if (found.isOpenToOthers) remark(ports, openFileRemark(language));
  const way = wayTo(order.apiUrl, ports.environment);
  if (way.kind === 'not-a-proxy') {
    const { notAProxy } = commandLineWords[language].wrong;
    remark(ports, [notAProxy(networkNames.proxy, 'http://proxy.example:8080')]);
    return exitCodes.wrongUsage;
  }
  if (order.apiUrl.startsWith('https:')) trustSystemCertificates();
  const client = createClient({
    fetch: way.kind === 'proxy' ? fetchThrough(way.proxy) : ports.fetch,
    now: ports.now,
    credentials: () => ({ accessKey, secretKey }),
    apiUrl: order.apiUrl,
  });
  let clockWasTold = false;

  function tellClock(): void {
    const told = clockWasTold ? null : clockRemark(client.clockOffsetMs(), language);
    if (told === null) return;
    clockWasTold = true;
    remark(ports, told);
  }

  return runWatching(order, {
    now: ports.now,
    setTimer,
    client,
    interrupted: ports.interrupted,
    changed: (line) => {
      tellClock();
      ports.out(order.json ? jsonLine(line) : textLine(line, ports));
    },
    troubled: (trouble) => remark(ports, troubleRemark(trouble, order, language)),
    over: (left, isTimeUp) => remark(ports, overRemark(left, isTimeUp, order, language)),
    wentWrong: (error) => remark(ports, [error instanceof Error ? error.message : String(error)]),
  });
}

/** Says on the side what happened, and on lines of their own what to do about it. */
function remark({ err }: CommandLinePorts, [first, ...advice]: readonly string[]): void {
  if (first === undefined) return;
  err(`import-watch: ${first}`);
  for (const line of advice) err(line);
}
