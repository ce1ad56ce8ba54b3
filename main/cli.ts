import { constants, createReadStream, openSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { homeFolder } from './adapters/keys/home-folder.ts';
import { runCommandLine } from './cli/command-line.ts';
import { lineWriter } from './cli/line-writer.ts';
import { terminalLanguage } from './cli/terminal-language.ts';
import { exitCodes } from './cli/verdict.ts';
import { limits } from './contract.ts';
import { printable } from '../words/printable.ts';

const { env: environment, stdout, stderr } = process;
const language = terminalLanguage(environment, Intl.DateTimeFormat().resolvedOptions().locale);
const interrupted = new AbortController();
const [out, err] = [lineWriter(stdout), lineWriter(stderr)];

// Ctrl+C ends at once with what is known; a second one ends the process the hard way.
process.once('SIGINT', () => interrupted.abort());
// `timeout`, systemd and CI end it so. What became of a file that is being registered is said, and then it has ended by the signal; by a
// second one at once.
let endedBy: 'SIGTERM' | 'SIGHUP' | null = null;
process.once('SIGTERM', () => {
  endedBy = 'SIGTERM';
  interrupted.abort();
});
// The terminal was closed. Node undoes what `nohup` has set, so a run without a terminal goes on by itself. The shell and the system each
// send one: the second is no second word of anybody.
process.on('SIGHUP', () => {
  if (!stdout.isTTY && !stderr.isTTY) return;
  endedBy ??= 'SIGHUP';
  interrupted.abort();
});

/** The longest that a run goes on that met a fault of our own, to say what became of each file, ms. */
const lastWordsMs = 10_000;

// A fault of our own says nothing of an import: exit code 1, which Node would choose, means that one failed.
process.on('uncaughtException', (error) => {
  process.exitCode = exitCodes.cannotTell;
  for (const line of `import-watch: ${error.stack ?? error.message}`.split('\n')) void err(printable(line));
  interrupted.abort();
  setTimeout(() => process.exit(), lastWordsMs).unref();
});

const code = await runCommandLine(process.argv.slice(2), {
  environment,
  home: homeFolder(),
  readBytes: async (path, signal) => beginningOf(await sourceOf(path), signal),
  fetch,
  now: Date.now,
  out,
  err,
  // hasColors() also heeds NO_COLOR and TERM=dumb.
  coloured: Boolean(stdout.isTTY) && stdout.hasColors(),
  language,
  interrupted: interrupted.signal,
});
// Already set where a fault was met.
process.exitCode ??= code;
if (endedBy !== null) {
  process.removeAllListeners(endedBy);
  process.kill(process.pid, endedBy);
}

/**
 * A pipe with a name, as `<( )` gives one too, is read as the standard input is: one to which nobody writes would hold a thread that
 * nothing can end, not even its opening.
 */
async function sourceOf(path: string): Promise<Readable> {
  if (/^(?:-|\/dev\/(?:stdin|fd\/0))$/.test(path)) return process.stdin;
  const isPipe = await stat(path).then(
    (found) => found.isFIFO(),
    () => false,
  );
  if (!isPipe) return createReadStream(path);
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}

/** All of a list, or of one that is too long, or that never ends, as much as shows that. */
async function beginningOf(source: Readable, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  // A standard input to which nobody writes never ends.
  for await (const chunk of addAbortSignal(signal, source) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limits.fileBytes) break;
  }
  return Buffer.concat(chunks);
}
