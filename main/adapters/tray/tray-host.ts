import { execFile } from 'node:child_process';

const watcher = 'org.kde.StatusNotifierWatcher';
const path = '/StatusNotifierWatcher';
const property = 'IsStatusNotifierHostRegistered';
const properties = 'org.freedesktop.DBus.Properties';
const answerMs = 5_000;

/** The programs that ask the session bus; a desktop has at least one: they are part of systemd, of GLib, and of D-Bus. */
const questions: readonly (readonly [program: string, words: readonly string[]])[] = [
  ['busctl', ['--user', 'get-property', watcher, path, watcher, property]],
  [
    'gdbus',
    ['call', '--session', '--dest', watcher, '--object-path', path, '--method', `${properties}.Get`].concat(
      watcher,
      property,
    ),
  ],
  [
    'dbus-send',
    ['--session', '--print-reply', `--dest=${watcher}`, path, `${properties}.Get`].concat(
      `string:${watcher}`,
      `string:${property}`,
    ),
  ],
];

/**
 * Whether something on the session bus shows tray icons; null where no program is there to ask it. Electron puts the icon on the bus and
 * never hears whether anybody shows it; plain GNOME does not. A property of StatusNotifierWatcher (freedesktop.org,
 * StatusNotifierItem). No answer is a no.
 */
export async function hasTrayHost(environment: NodeJS.ProcessEnv): Promise<boolean | null> {
  for (const [program, words] of questions) {
    const answer = await answerOf(program, words, environment);
    if (answer !== null) return answer;
  }
  return null;
}

function answerOf(
  program: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<boolean | null> {
  return new Promise((resolve) => {
    execFile(program, words, { env: environment, timeout: answerMs }, (error, stdout) => {
      if (error === null) resolve(/\btrue\b/.test(stdout));
      else resolve(error.code === 'ENOENT' ? null : false);
    });
  });
}

export interface TrayHostPorts {
  /** Null where nobody can tell. */
  readonly ask: () => Promise<boolean | null>;
  /** Calls `run` after that many milliseconds; the returned function cancels it. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  readonly missing: () => void;
  readonly found: () => void;
}

/** At login a panel may come some seconds after the app. */
const patienceMs = [2_000, 3_000, 5_000];
/** A person may install or turn on what shows the icons. */
const againMs = 60_000;

/** Tells where nothing shows the tray's icon, and where something does after all. Returns what ends it. */
export function watchTrayHost({ ask, after, missing, found }: TrayHostPorts): () => void {
  const waits = [...patienceMs];
  let isMissing = false;
  let isOver = false;
  let cancel = () => {};

  async function look(): Promise<void> {
    const isThere = await ask();
    if (isOver || isThere === null) return;
    if (isThere) return isMissing ? found() : undefined;
    const wait = waits.shift();
    if (wait === undefined && !isMissing) {
      isMissing = true;
      missing();
    }
    cancel = after(wait ?? againMs, () => void look());
  }

  void look();
  return () => {
    isOver = true;
    cancel();
  };
}
