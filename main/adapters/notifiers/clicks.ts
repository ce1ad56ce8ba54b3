import { mkdirSync, readFileSync, rmSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { answerOf, callOnBus } from '../bus.ts';
import type { Clicked, ClickLabels } from './notifier.ts';

export interface Clicks {
  /** Whether notify-send can offer actions (libnotify 0.8 and newer), and the desktop shows them. Asked once a run. */
  readonly arePossible: () => Promise<boolean>;
  /** Calls `start`, which starts notify-send by the script of receipts.ts; `clicked` is called at most once. */
  readonly during: (
    name: string,
    labels: ClickLabels,
    clicked: (what: Clicked) => void,
    start: () => void,
  ) => void;
  /** Takes the banner from the screen while a click on it is waited for: only until then is its id known. */
  readonly close: (name: string) => void;
  /** Forgets all banners that are still to be seen, and ends the programs that wait for their clicks; one on its way comes up and leaves its receipt. */
  readonly stop: () => void;
}

/** Where a banner stays until it was seen, as in GNOME, its program waits with it: so many may. */
const waitAtMost = 20;

/** The names that a click has on the bus; the first is that of a click on the banner itself (Desktop Notifications Specification). */
const named: Readonly<Record<string, Clicked>> = { default: 'open', workspace: 'workspace' };

const notifications = {
  bus: 'session',
  service: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const;

const bus = {
  bus: 'session',
  service: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

interface Waiting {
  readonly clicked: (what: Clicked) => void;
  /**
   * The daemon that has the banner, by its own name on the bus; set once the banner is up. The next daemon counts its banners from 1 again:
   * by the id alone, another program's would be closed, and a click on it taken for one on ours.
   */
  daemon?: Promise<string | null>;
}

/** Clicks on banners that notify-send shows. It waits for a click as long as the banner is there, and then says which it was. */
export function openClicks(folder: string, environment: NodeJS.ProcessEnv): Clicks {
  const waiting = new Map<string, Waiting>();
  let possible: Promise<boolean> | null = null;
  let watcher: FSWatcher | null = null;

  async function ask(): Promise<boolean> {
    const help = (await answerOf('notify-send', ['--help'], environment)) ?? '';
    if (!help.includes('--action') || !help.includes('--print-id')) return false;
    if ((await answerOf('stdbuf', ['--version'], environment)) === null) return false;
    const capabilities = await callOnBus({ ...notifications, name: 'GetCapabilities' }, [], environment);
    return /["']actions["']/.test(capabilities ?? '');
  }

  function begin(): boolean {
    if (watcher !== null) return true;
    try {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      watcher = watch(folder, (_event, name) => {
        if (name !== null) look(name);
      });
      watcher.on('error', () => undefined);
      return true;
    } catch {
      // The banner comes up as ever, and a click on it does nothing.
      return false;
    }
  }

  /** Null where nobody knows. */
  async function currentDaemon(): Promise<string | null> {
    const answer = await callOnBus({ ...bus, name: 'GetNameOwner' }, [notifications.service], environment);
    return /:\d+\.\d+/.exec(answer ?? '')?.[0] ?? null;
  }

  function look(name: string): void {
    const shown = waiting.get(name.replace(/\.id$/, ''));
    if (shown === undefined) return;
    if (name.endsWith('.id')) shown.daemon ??= currentDaemon();
    const what = named[contentOf(name).trim()];
    if (what === undefined) return;
    waiting.delete(name);
    rmSync(join(folder, name), { force: true });
    void tell(shown, what);
  }

  async function tell({ clicked, daemon = Promise.resolve(null) }: Waiting, what: Clicked): Promise<void> {
    const [shownBy, clickedAt] = await Promise.all([daemon, currentDaemon()]);
    if (shownBy === null || shownBy === clickedAt) clicked(what);
  }

  async function close(name: string): Promise<void> {
    const service = await waiting.get(name)?.daemon;
    const id = numberIn(`${name}.id`);
    if (!service || id === null) return;
    await callOnBus({ ...notifications, service, name: 'CloseNotification' }, [id], environment);
  }

  /** Empty while it is not written. */
  function contentOf(name: string): string {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return '';
    }
  }

  /** Null where its program has ended, with its banner or by a click. */
  function numberIn(name: string): number | null {
    const text = contentOf(name).trim();
    return /^\d{1,10}$/.test(text) ? Number(text) : null;
  }

  /** A program whose banner is on its way is left alone: the daemon may have it already, and it would be shown a second time. */
  function forget(name: string): void {
    waiting.delete(name);
    const pid = numberIn(`${name}.process`);
    if (pid === null || pid <= 1 || numberIn(`${name}.id`) === null) return;
    try {
      process.kill(pid);
    } catch {
      // It has just ended.
      return;
    }
  }

  return {
    arePossible: () => (possible ??= ask()),
    during(name, { open, workspace }, clicked, start) {
      if (!begin()) return start();
      waiting.set(name, { clicked });
      for (const oldest of waiting.keys()) {
        if (waiting.size <= waitAtMost) break;
        forget(oldest);
      }
      environment['IMPORT_WATCH_CLICK'] = join(folder, name);
      environment['IMPORT_WATCH_OPEN'] = open;
      environment['IMPORT_WATCH_WORKSPACE'] = workspace ?? '';
      try {
        start();
      } finally {
        for (const part of ['CLICK', 'OPEN', 'WORKSPACE']) delete environment[`IMPORT_WATCH_${part}`];
      }
    },
    close: (name) => void close(name),
    stop() {
      for (const name of [...waiting.keys()]) forget(name);
      watcher?.close();
    },
  };
}
