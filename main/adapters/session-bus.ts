import { execFile } from 'node:child_process';

export interface BusProperty {
  readonly service: string;
  readonly path: string;
  readonly interface: string;
  readonly name: string;
}

const properties = 'org.freedesktop.DBus.Properties';
const answerMs = 5_000;

/** The programs that ask the session bus; a desktop has at least one: they are part of systemd, of GLib, and of D-Bus. */
const questions: readonly (readonly [program: string, words: (asked: BusProperty) => readonly string[]])[] = [
  ['busctl', (asked) => ['--user', 'get-property', asked.service, asked.path, asked.interface, asked.name]],
  [
    'gdbus',
    (asked) => [
      ...['call', '--session', '--dest', asked.service, '--object-path', asked.path],
      ...['--method', `${properties}.Get`, asked.interface, asked.name],
    ],
  ],
  [
    'dbus-send',
    (asked) => [
      ...['--session', '--print-reply', `--dest=${asked.service}`, asked.path, `${properties}.Get`],
      ...[`string:${asked.interface}`, `string:${asked.name}`],
    ],
  ],
];

/** Whether a property on the session bus is true. No answer is a no; null where no program is there to ask for it. */
export async function isTrueOnBus(
  asked: BusProperty,
  environment: NodeJS.ProcessEnv,
): Promise<boolean | null> {
  for (const [program, words] of questions) {
    const text = await answerOf(program, words(asked), environment);
    if (text !== null) return /\btrue\b/.test(text);
  }
  return null;
}

/** What a program prints, nothing where it fails; null where it is not there. */
export function answerOf(
  program: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, words, { env: environment, timeout: answerMs }, (error, stdout) => {
      if (error === null) resolve(stdout);
      else resolve(error.code === 'ENOENT' ? null : '');
    });
  });
}
