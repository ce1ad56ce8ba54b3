import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { runCommandLine } from './cli/command-line.ts';

const interrupted = new AbortController();
// Ctrl-C ends at once with what is known; a second one ends the process the hard way.
process.once('SIGINT', () => interrupted.abort());

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  home: homedir(),
  readFile: (path) => readFile(path, 'utf8'),
  fetch,
  now: Date.now,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  interrupted: interrupted.signal,
});
