import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { object, array, parse, string } from 'valibot';
import { startTrayHost } from './tray-host.ts';

export interface Banner {
  readonly appName: string;
  readonly summary: string;
  readonly body: string;
  readonly urgency: string;
}

export interface Banners {
  /** For the app under test: its session bus and display. */
  readonly environment: Readonly<Record<string, string>>;
  /** Every banner as the daemon received it, oldest first. */
  readonly received: () => Promise<readonly Banner[]>;
  readonly stop: () => Promise<void>;
}

/**
 * A session bus of its own with a real notification daemon (dunst on a virtual display), so that no banner reaches the real desktop, and with
 * something that says it shows tray icons. `display`: where the banners are seen; a virtual one where none is given.
 */
export async function startBanners(display?: string): Promise<Banners> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(bus.stdout);
  const server = display === undefined ? await startDisplay() : null;
  const environment = { DBUS_SESSION_BUS_ADDRESS: address, DISPLAY: display ?? server!.display };
  const env = { ...process.env, ...environment };
  const stopTrayHost = await startTrayHost(address, true);
  const folder = mkdtempSync(join(tmpdir(), 'import-watch-dunst-'));
  const configuration = join(folder, 'dunstrc');
  writeFileSync(configuration, everyBanner + urgencyAsCategory);
  const daemon = spawn('dunst', ['-config', configuration], { env, stdio: 'ignore' });
  const run = promisify(execFile);
  // Waits on the bus itself until the daemon owns its name.
  await run('gdbus', ['wait', '--session', '--timeout', '10', 'org.freedesktop.Notifications'], { env });

  return {
    environment,
    async received() {
      // Only banners that have left the screen are in the history.
      await run('dunstctl', ['close-all'], { env });
      const { stdout } = await run('dunstctl', ['history'], { env });
      return bannersOf(JSON.parse(stdout));
    },
    async stop() {
      await stopTrayHost();
      for (const child of [daemon, server?.process, bus]) if (child !== undefined) await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startDisplay() {
  const process = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return { process, display: `:${await firstLine(process.stdio[3] as Readable)}` };
}

async function firstLine(stream: Readable): Promise<string> {
  const [line] = (await once(createInterface({ input: stream }), 'line')) as [string];
  return line;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

/**
 * Left alone, dunst lays a banner over its like that is still to be seen, and a doubled one would be counted once; and it remembers
 * twenty. Since 1.7 it reads this from its configuration only, whatever its command line says.
 */
const everyBanner = '[global]\nstack_duplicates = false\nhistory_length = 10000\n';

/** The history of dunst 1.9 (Debian 12) has the category of a banner but not its urgency, so rules write the one into the other. */
const urgencyAsCategory = ['low', 'normal', 'critical']
  .map((urgency) => `[as-${urgency}]\nmsg_urgency = ${urgency}\nset_category = ${urgency}\n`)
  .join('\n');

const text = object({ data: string() });
const history = object({
  data: array(array(object({ appname: text, summary: text, body: text, category: text }))),
});

function bannersOf(answer: unknown): readonly Banner[] {
  return parse(history, answer)
    .data.flat()
    .map(({ appname, summary, body, category }) => ({
      appName: appname.data,
      summary: summary.data,
      body: body.data,
      urgency: category.data,
    }))
    .reverse();
}
