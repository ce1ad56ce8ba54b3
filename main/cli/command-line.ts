import { lookForKeys, type FindKeysPorts } from '../adapters/keys/found-keys.ts';
import type { FoundObject, Language, Understanding } from '../contract.ts';
import { createClient, type MediaIntelligenceClient } from '../mi/client.ts';
import type { FetchPort } from '../mi/exchange.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import { readObjects } from '../paste/object-keys.ts';
import { setTimer } from '../runner/timer.ts';
import { unusableKeysText } from '../../words/fault-sentence.ts';
import { commandLineWords } from '../../words/command-line-words.ts';
import {
  readArguments,
  type ListOrder,
  type Order,
  type RegisterOrder,
  type WatchOrder,
} from './arguments.ts';
import { trustSystemCertificates } from './certificates.ts';
import { helpText, networkNames } from './help.ts';
import { jsonLine, textLine } from './lines.ts';
import { linkedBucket } from './linked-bucket.ts';
import {
  dryRunVerdict,
  isWhole,
  jsonLinesOf,
  listVerdict,
  readList,
  remarksOf,
  textLinesOf,
} from './list.ts';
import { fetchThrough, wayTo } from './proxy.ts';
import {
  clockRemark,
  noBucketRemark,
  noKeysRemark,
  openFileRemark,
  overRemark,
  troubleRemark,
} from './remarks.ts';
import { createOutput, type Output, type OutputPorts } from './output.ts';
import { jsonResult, jsonWould, objectRemarks, readKeys, textResult, textWould } from './registrations.ts';
import { isTimeUp, limitTime } from './time-limit.ts';
import { exitCodes } from './verdict.ts';
import { version } from './version.ts';
import { runWatching } from './watching.ts';
import { wrongUsageText } from './wrong-usage.ts';

export interface CommandLinePorts extends FindKeysPorts, OutputPorts {
  readonly fetch: FetchPort;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The bytes of a file; `-` is the standard input. Rejects once the signal is aborted. */
  readonly readBytes: (path: string, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;
  readonly language: Language;
  readonly interrupted: AbortSignal;
}

/** What a command has; its lines leave through `output` alone. */
interface Ports extends Omit<CommandLinePorts, keyof OutputPorts> {
  readonly output: Output;
}

/**
 * Runs one command and resolves with its exit code, once all of its lines are written; never rejects for anything that a person or a
 * service does.
 */
export async function runCommandLine(words: readonly string[], given: CommandLinePorts): Promise<number> {
  const read = readArguments(words);
  const isWork = read.kind === 'register' && !read.order.isDryRun;
  const output = createOutput(given, given.language, isWork);
  const called = { now: given.now, interrupted: AbortSignal.any([given.interrupted, output.unheard]) };
  const { interrupted, cancel } = limitTime(called, 'order' in read ? read.order.timeoutMs : null);
  const code = await obey(read, { ...given, output, interrupted }).finally(cancel);
  return (await output.flushed()) ? code : exitCodes.cannotTell;
}

async function obey(read: Order, ports: Ports): Promise<number> {
  const { language, output } = ports;
  switch (read.kind) {
    case 'help':
      for (const line of helpText(language).split('\n')) output.text(line);
      return exitCodes.completed;
    case 'version':
      output.text(version);
      return exitCodes.completed;
    case 'wrong':
      output.remark([
        wrongUsageText(read.fault, language),
        commandLineWords[language].wrong.seeHelp('import-watch --help'),
      ]);
      return exitCodes.wrongUsage;
    case 'run':
      return read.order.list === null
        ? watch(read.order, ports)
        : watchList(read.order, read.order.list, ports);
    case 'register':
      return register(read.order, ports);
  }
}

/** Reads the list first: without an asset in it nothing is asked. */
async function watchList(order: WatchOrder, list: ListOrder, ports: Ports): Promise<number> {
  const { language, output } = ports;
  let read: Understanding;
  try {
    read = await readList(list, (path) => ports.readBytes(path, ports.interrupted));
  } catch (error) {
    return notRead(list.from, error, ports);
  }
  if (list.isDryRun && order.json) {
    for (const line of jsonLinesOf(read)) output.json(line);
    return dryRunVerdict(read);
  }
  if (list.isDryRun) for (const line of textLinesOf(read)) output.text(line);
  for (const line of remarksOf(read, list, language)) output.remark([line]);
  if (list.isDryRun) return dryRunVerdict(read);
  if (!isWhole(read)) {
    output.remark([commandLineWords[language].register.nothingSent]);
    return exitCodes.wrongUsage;
  }
  const references = [...order.references, ...read.found.map(({ reference }) => reference)];
  if (references.length + order.projects.length > 0)
    return listVerdict(read, await watch({ ...order, references }, ports));
  output.remark([commandLineWords[language].list.nothing(list.from)]);
  return exitCodes.wrongUsage;
}

/** Says why a list was not read: the file cannot be, or the run ended before it was. Nothing was asked. */
function notRead(from: string, error: unknown, { language, output, interrupted }: Ports): number {
  const said = commandLineWords[language];
  if (!interrupted.aborted) {
    output.remark([said.list.cannotRead(from, error instanceof Error ? error.message : String(error))]);
    return exitCodes.wrongUsage;
  }
  if (isTimeUp(interrupted)) output.remark([said.timeIsUp]);
  return exitCodes.cannotTell;
}

async function watch(order: WatchOrder, ports: Ports): Promise<number> {
  const connection = await connect(order.apiUrl, ports);
  return connection.kind === 'ends' ? connection.code : run(order, [], connection.client, ports);
}

/** Nothing is sent unless every line names a file. */
async function register(order: RegisterOrder, ports: Ports): Promise<number> {
  const { language, output } = ports;
  const readBytes = (path: string) => ports.readBytes(path, ports.interrupted);
  let listed: readonly string[];
  try {
    listed = order.from === null ? [] : await readKeys(order.from, readBytes, language);
  } catch (error) {
    return notRead(order.from ?? '', error, ports);
  }
  const lines = [...order.keys, ...listed];
  const readFor = (bucket: string | null) => readObjects(lines, { bucket, most: Infinity });
  const read = readFor(order.bucket);
  for (const line of objectRemarks(read, order, language)) output.remark([line]);
  if (read.faulty.length > 0 || read.found.length === 0) return exitCodes.wrongUsage;
  if (order.isDryRun) {
    for (const object of read.found)
      if (order.json) output.json(jsonWould(object, order));
      else output.text(textWould(object, order, language));
    return exitCodes.completed;
  }
  const connection = await connect(order.apiUrl, ports);
  if (connection.kind === 'ends') return connection.code;
  const { client } = connection;
  const needsBucket = order.bucket === null && read.found.some(({ bucket }) => bucket === null);
  const bucket = order.bucket ?? (needsBucket ? await lookUpBucket(order, client, ports) : null);
  if (needsBucket && bucket === null) {
    // Of each file it is said that it was not sent.
    const interrupted = AbortSignal.any([ports.interrupted, AbortSignal.abort()]);
    return send(read.found, order, client, { ...ports, interrupted });
  }
  // Only now it is known whether a line names the same object as another, or the same key in another bucket.
  const { found, faulty } = readFor(bucket);
  if (faulty.length === 0) return send(found, order, client, ports);
  for (const line of objectRemarks({ ...read, found: [], faulty, repeated: 0 }, order, language))
    output.remark([line]);
  return exitCodes.wrongUsage;
}

/** The bucket that the workspace is linked to; null where it stays unknown, and it is said why. */
async function lookUpBucket(
  { place: { workspace }, timeoutMs }: RegisterOrder,
  client: MediaIntelligenceClient,
  { now, interrupted, output, language }: Ports,
): Promise<string | null> {
  const order = { command: 'register', timeoutMs } as const;
  const troubled = (problem: Problem | null) =>
    output.remark(troubleRemark({ problem, reference: null, metAt: null }, order, language));
  const linked = await linkedBucket(workspace, { client, now, interrupted, troubled });
  if (linked.kind === 'not-known') output.remark(noBucketRemark(workspace, linked.problem, language));
  return linked.kind === 'bucket' ? linked.bucket : null;
}

function send(
  found: readonly FoundObject[],
  { place, json, wait, timeoutMs, apiUrl }: RegisterOrder,
  client: MediaIntelligenceClient,
  ports: Ports,
): Promise<number> {
  const files = found.map(({ key, bucket }) => ({ ...place, bucket: bucket ?? '', key }));
  const nothing = { references: [], projects: [], list: null };
  return run({ command: 'register', ...nothing, json, wait, timeoutMs, apiUrl }, files, client, ports);
}

type Connection =
  | { readonly kind: 'client'; readonly client: MediaIntelligenceClient }
  | { readonly kind: 'ends'; readonly code: number };

async function connect(apiUrl: string, ports: Ports): Promise<Connection> {
  const { language, output } = ports;
  const ends = (code: number): Connection => ({ kind: 'ends', code });
  const [found] = await lookForKeys(ports);
  if (found?.kind !== 'keys') {
    output.remark(found ? [unusableKeysText(found, language)] : noKeysRemark(language));
    return ends(exitCodes.cannotTell);
  }
  const { accessKey, secretKey } = found;
  if (found.isOpenToOthers) output.remark(openFileRemark(language));
  const way = wayTo(apiUrl, ports.environment);
  if (way.kind === 'not-a-proxy') {
    const { notAProxy } = commandLineWords[language].wrong;
    output.remark([notAProxy(networkNames.proxy, 'http://proxy.example:8080')]);
    return ends(exitCodes.wrongUsage);
  }
  if (apiUrl.startsWith('https:')) trustSystemCertificates();
  const client = createClient({
    fetch: way.kind === 'proxy' ? fetchThrough(way.proxy) : ports.fetch,
    now: ports.now,
    credentials: () => ({ accessKey, secretKey }),
    apiUrl,
  });
  return { kind: 'client', client };
}

function run(
  order: WatchOrder,
  files: readonly Registration[],
  client: MediaIntelligenceClient,
  ports: Ports,
): Promise<number> {
  const { language, output } = ports;
  let clockWasTold = false;

  function tellClock(): void {
    const told = clockWasTold ? null : clockRemark(client.clockOffsetMs(), language);
    if (told === null) return;
    clockWasTold = true;
    output.remark(told);
  }

  return runWatching(order, files, {
    now: ports.now,
    setTimer,
    client,
    interrupted: ports.interrupted,
    changed: (line) => {
      tellClock();
      if (order.json) output.json(jsonLine(line));
      else output.text(...textLine(line, language));
    },
    settled: (result) => {
      tellClock();
      if (order.json) output.json(jsonResult(result, language));
      else output.text(textResult(result, language));
    },
    troubled: (trouble) => output.remark(troubleRemark(trouble, order, language)),
    over: (left, isTimeUp) => output.remark(overRemark(left, isTimeUp, order, language)),
    wentWrong: (error) => output.remark([error instanceof Error ? error.message : String(error)]),
  });
}
