import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Rings the moment a banner goes over the session bus, before the app can know that it was shown. */
export interface BannerBell {
  /** How many banners there were so far. */
  readonly rung: () => number;
  /** Returns the function that stops listening. */
  readonly listen: (listener: () => void) => () => void;
  readonly stop: () => Promise<void>;
}

export async function startBannerBell(environment: Readonly<Record<string, string>>): Promise<BannerBell> {
  const monitor = spawn(
    'dbus-monitor',
    ['--session', '--profile', "interface='org.freedesktop.Notifications',member='Notify'"],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const lines = createInterface({ input: monitor.stdout });
  const listeners = new Set<() => void>();
  let rung = 0;
  // The first lines tell that it listens.
  await once(lines, 'line');
  lines.on('line', (line) => {
    if (!line.includes('Notify')) return;
    rung += 1;
    for (const listener of listeners) listener();
  });
  return {
    rung: () => rung,
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async stop() {
      const ended = once(monitor, 'exit');
      monitor.kill();
      await ended;
    },
  };
}
