import { isTrueOnBus } from '../bus.ts';

/**
 * Whether something shows tray icons, on Linux by what the session bus says; null where no program is there to ask it. Electron puts the icon
 * on the bus and never hears whether anybody shows it; plain GNOME does not. A property of StatusNotifierWatcher (freedesktop.org,
 * StatusNotifierItem). No answer is a no.
 */
export async function hasTrayHost(environment: NodeJS.ProcessEnv): Promise<boolean | null> {
  // The other systems show them always.
  if (process.platform !== 'linux') return true;
  const watcher = 'org.kde.StatusNotifierWatcher';
  const place = {
    bus: 'session',
    service: watcher,
    path: '/StatusNotifierWatcher',
    interface: watcher,
  } as const;
  return isTrueOnBus({ ...place, name: 'IsStatusNotifierHostRegistered' }, environment);
}

export interface TrayHostPorts {
  /** Null where nobody can tell. */
  readonly ask: () => Promise<boolean | null>;
  /** Calls `run` after that many milliseconds; the returned function cancels it. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  readonly missing: () => void;
  /** There is one by now, after an answer that there is none. */
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
  let wasNone = false;
  let isOver = false;
  let cancel = () => {};

  async function look(): Promise<void> {
    const isThere = await ask();
    if (isOver || isThere === null) return;
    if (isThere) return wasNone ? found() : undefined;
    wasNone = true;
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
