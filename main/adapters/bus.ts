import { execFile } from 'node:child_process';

/** A property of an object on a bus, or a method. */
export interface BusMember {
  readonly bus: 'session' | 'system';
  readonly service: string;
  readonly path: string;
  readonly interface: string;
  readonly name: string;
}

const properties = 'org.freedesktop.DBus.Properties';
const answerMs = 5_000;

/** Whether a property is true. No answer is a no; null where no program is there to ask for it. */
export async function isTrueOnBus(asked: BusMember, environment: NodeJS.ProcessEnv): Promise<boolean | null> {
  const text = await propertyOnBus(asked, environment);
  return text === null ? null : /\btrue\b/.test(text);
}

/** A property that is a whole number; null where nobody answers. */
export async function numberOnBus(asked: BusMember, environment: NodeJS.ProcessEnv): Promise<number | null> {
  // Before it stand the name of its type, and with dbus-send a line about the reply.
  const [, digits] = /(\d+)\D*$/.exec((await propertyOnBus(asked, environment)) ?? '') ?? [];
  return digits === undefined ? null : Number(digits);
}

function propertyOnBus(
  { bus, service, path, interface: within, name }: BusMember,
  environment: NodeJS.ProcessEnv,
): Promise<string | null> {
  const get = { bus, service, path, interface: properties, name: 'Get' } as const;
  return callOnBus(get, [within, name], environment);
}

/**
 * What a method answers, in the words of whichever program is there to call it, of systemd, of GLib, or of D-Bus; null where none is.
 * `given`: its arguments; a number is a uint32.
 */
export async function callOnBus(
  { bus, service, path, interface: within, name }: BusMember,
  given: readonly (number | string)[],
  environment: NodeJS.ProcessEnv,
): Promise<string | null> {
  const method = `${within}.${name}`;
  const words = (ofNumber: string, ofText: string): string[] =>
    given.map((each) => `${typeof each === 'number' ? ofNumber : ofText}${each}`);
  const signature = given.map((each) => (typeof each === 'number' ? 'u' : 's')).join('');
  const calls: readonly (readonly [program: string, words: readonly string[]])[] = [
    [
      'busctl',
      [
        ...[bus === 'session' ? '--user' : '--system', 'call', service, path, within, name],
        ...(signature && [signature]),
        ...words('', ''),
      ],
    ],
    [
      'gdbus',
      [
        ...['call', `--${bus}`, '--dest', service, '--object-path', path],
        ...['--method', method, ...words('uint32 ', '')],
      ],
    ],
    [
      'dbus-send',
      [`--${bus}`, '--print-reply', `--dest=${service}`, path, method, ...words('uint32:', 'string:')],
    ],
  ];
  for (const [program, its] of calls) {
    const text = await answerOf(program, its, environment);
    if (text !== null) return text;
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
