import { answerOf, isTrueOnBus } from '../bus.ts';

const place = {
  bus: 'session',
  service: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
} as const;

/** Where desktops say that the person wants no banners: Plasma in the notification service itself, and dunst in a room of its own. */
const silences = [
  { ...place, interface: 'org.freedesktop.Notifications', name: 'Inhibited' },
  { ...place, interface: 'org.dunstproject.cmd0', name: 'paused' },
];

/**
 * Whether the person has told the desktop to show no banners. GNOME says it in its settings and nowhere on the bus; they are there on other
 * desktops, too, and mean nothing on them. macOS and Windows keep banners back by themselves.
 */
export async function isSystemQuiet(environment: NodeJS.ProcessEnv): Promise<boolean> {
  if (/gnome|unity/i.test(environment['XDG_CURRENT_DESKTOP'] ?? '')) {
    const words = ['get', 'org.gnome.desktop.notifications', 'show-banners'];
    return /\bfalse\b/.test((await answerOf('gsettings', words, environment)) ?? '');
  }
  for (const silence of silences) if (await isTrueOnBus(silence, environment)) return true;
  return false;
}

export interface SilencePorts {
  readonly isQuiet: () => Promise<boolean>;
  /** Calls `run` after that many milliseconds; the returned function cancels it. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  /** The person lets banners be shown again. */
  readonly over: () => void;
}

const againMs = 60_000;

/** Asks before each banner, and then once a minute until the silence is over: no desktop tells of it by itself. */
export function createSilence({ isQuiet, after, over }: SilencePorts) {
  let cancel: (() => void) | null = null;

  async function look(): Promise<void> {
    if (await isQuiet()) return wait();
    cancel = null;
    over();
  }

  function wait(): void {
    cancel?.();
    cancel = after(againMs, () => void look());
  }

  return {
    async isKept(): Promise<boolean> {
      const isKept = await isQuiet();
      if (isKept) wait();
      return isKept;
    },
    stop: (): void => cancel?.(),
  };
}
