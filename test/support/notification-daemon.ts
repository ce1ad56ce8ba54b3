import { execFile, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
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
  const closing: (() => unknown)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    return { ...(await startDesktop(display, closing)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What was begun is put into `closing`, so that it ends also where the rest cannot be begun: a program may be missing. */
async function startDesktop(
  display: string | undefined,
  closing: (() => unknown)[],
): Promise<Omit<Banners, 'stop'>> {
  async function begin(program: string, words: readonly string[], options: SpawnOptions) {
    const child = spawn(program, words, options);
    await once(child, 'spawn');
    closing.push(() => end(child));
    return child;
  }

  const folder = mkdtempSync(join(tmpdir(), 'import-watch-dunst-'));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  const bus = await begin('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(bus.stdout!);
  const environment = { DBUS_SESSION_BUS_ADDRESS: address, DISPLAY: display ?? (await beginDisplay()) };
  const env = { ...process.env, ...environment };
  closing.push(await startTrayHost(address, true));
  const configuration = join(folder, 'dunstrc');
  writeFileSync(configuration, everyBanner + calmLook + urgencyAsCategory);
  await begin('dunst', ['-config', configuration], { env, stdio: 'ignore' });
  const run = promisify(execFile);
  // Waits on the bus itself until the daemon owns its name.
  await run('gdbus', ['wait', '--session', '--timeout', '10', 'org.freedesktop.Notifications'], { env });

  async function beginDisplay(): Promise<string> {
    const server = await begin(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    return `:${await firstLine(server.stdio[3] as Readable)}`;
  }

  return {
    environment,
    async received() {
      // Only banners that have left the screen are in the history.
      await run('dunstctl', ['close-all'], { env });
      const { stdout } = await run('dunstctl', ['history'], { env });
      return bannersOf(JSON.parse(stdout));
    },
  };
}

async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line;
  throw new Error('It ended without a word.');
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

/** Its own look is that of a terminal, white on red; the demo shows these banners to people. */
const calmLook = `font = sans 10
width = (0, 380)
offset = 16x16
padding = 12
horizontal_padding = 14
frame_width = 1
frame_color = "#c9ced6"
corner_radius = 10
separator_color = frame
[urgency_normal]
background = "#ffffff"
foreground = "#1f2328"
[urgency_critical]
background = "#ffffff"
foreground = "#1f2328"
frame_color = "#b3261e"
`;

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
