import { join } from 'node:path';
import electronLog from 'electron-log/node';
import { makeOwnFilesPrivate, removeLink } from '../stores/private-files.ts';
import type { SecretRegister } from './redact.ts';

export interface FileLogOptions {
  /** Absolute; holds `main.log` and its predecessor, `main.old.log`. */
  readonly folder: string;
  readonly redact: SecretRegister['redact'];
}

/** Plain values only, and no titles, bodies or texts from the service. */
type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Bytes of one of the two files. */
const mostBytes = 1_048_576;
/** The stack of a runaway recursion must not fill the log. */
const lineLength = 8_000;

/**
 * Writes one line per event, with its fields as JSON. It uses the Node half of electron-log, because the Electron half answers IPC from
 * any window, whereas all our IPC goes through one gate.
 */
export function createFileLog({ folder, redact }: FileLogOptions) {
  makeOwnFilesPrivate(folder);
  for (const name of ['main.log', 'main.old.log']) removeLink(join(folder, name));
  const logger = electronLog.create({ logId: folder });
  logger.transports.console.level = false;
  const { file } = logger.transports;
  file.resolvePathFn = () => join(folder, 'main.log');
  file.maxSize = mostBytes;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.format = '{iso} {level} {text}';

  const line = (event: string, fields: LogFields) =>
    redact(`${event} ${JSON.stringify(fields)}`).slice(0, lineLength);

  return {
    warn: (event: string, fields: LogFields) => logger.warn(line(event, fields)),
    /** With the stack of the error and of its causes. */
    error: (event: string, error: unknown) => logger.error(line(event, { error: storyOf(error) })),
  };
}

/** The stack of an error and of its causes, without the names of the files that it is about: they are the person's. */
function storyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { path, dest } = error as Error & { readonly path?: unknown; readonly dest?: unknown };
  const own = [path, dest]
    .filter((name) => typeof name === 'string' && name !== '')
    .reduce<string>((story, name) => story.replaceAll(String(name), '[file]'), error.stack ?? error.message);
  return error.cause === undefined ? own : `${own} caused by ${storyOf(error.cause)}`;
}
