import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { createDevTools, pipeLine, type DevTools } from './devtools.ts';

export interface Place {
  /** Stands in the address of the empty page. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Of a window that can be seen: pixels from the left of the screen. */
  readonly left: number;
}

export interface Chromium {
  readonly devTools: DevTools;
  /** True where the windows can be seen. */
  readonly visible: boolean;
  /** Opens a window with an empty page and resolves with its target. */
  readonly openWindow: (place: Place) => Promise<string>;
  /** Ends the browser and removes its profile; safe to call at process exit. */
  readonly end: () => void;
}

/** Is told where the DevTools of the browser are: `ws://…`. */
export type Announce = (address: string) => void;

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const calm = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-sandbox',
  // Without it a bar over the page warns of the switch before.
  '--test-type',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-infobars',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-search-engine-choice-screen',
  // The pages of the address bar's pop-up are made for every window, though none has a bar: 2.5 s of CPU at each start (156).
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate,PaintHolding,OptimizationHints,WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess',
  // A process less to start: a fifth of the CPU of a start (156).
  '--enable-features=NetworkServiceInProcess2',
  // Without it the page of the app begins a process of its own beside that of the empty page, which its window is opened with.
  '--renderer-process-limit=1',
  '--force-color-profile=srgb',
  '--password-store=basic',
  '--use-mock-keychain',
  // setWindowOpenHandler decides here; a window that it denies must not open even for a moment.
  '--block-new-web-contents',
];

/** `CHROMIUM` names the browser where it is not on PATH. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const name of names) {
    const folder = folders.find((candidate) => existsSync(join(candidate, name)));
    if (folder !== undefined) return join(folder, name);
  }
  return null;
}

/**
 * Starts the system's Chromium with pipes of its own: a child that inherited ours would keep Playwright waiting for their end.
 * The DevTools pipe also ends Chromium when this process is killed, so no browser is left behind by a crash test. `announce` is told the
 * address of the DevTools, where somebody waits for it.
 */
export function startChromium(announce: Announce | null, env = process.env): Chromium {
  const program = findChromium();
  if (program === null)
    throw new Error('The stand-in found no Chromium on PATH. Install it, or name it in CHROMIUM.');
  const visible = process.env['STAND_IN_VISIBLE'] === '1' && Boolean(process.env['DISPLAY']);
  const profile = mkdtempSync(join(tmpdir(), 'stand-in-profile-'));
  const always = [...calm, `--user-data-dir=${profile}`];
  const child = spawn(
    program,
    [
      ...always,
      '--no-startup-window',
      ...(visible ? [] : ['--headless=new']),
      '--remote-debugging-pipe',
      ...(announce ? ['--remote-debugging-port=0'] : []),
    ],
    // A group of its own: its helpers must end with it, or they write into a profile that was removed.
    { env, detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  child.stderr?.setEncoding('utf8');
  child.stderr?.on('data', (text: string) => {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(text) ?? [];
    if (address !== undefined) announce?.(address);
  });
  let ending = false;
  child.on('exit', (code, signal) => {
    if (!ending) process.stderr.write(`The stand-in's Chromium ended by itself (${signal ?? code}).\n`);
  });
  const devTools = createDevTools(pipeLine(child.stdio[3] as Writable, child.stdio[4] as Readable));
  let windows = 0;

  /** A second start hands its window to the running browser. `--app` makes one without tabs and address, which no command of DevTools does. */
  async function openAppWindow(place: Place): Promise<string> {
    windows += 1;
    const address = `data:text/html;${place.name}=${windows},`;
    spawn(program!, [...always, `--app=${address}`], { stdio: 'ignore' });
    for (;;) {
      const { targetInfos } = await devTools.send('Target.getTargets');
      const found = (targetInfos as { url: string; targetId: string }[]).find(({ url }) => url === address);
      if (found !== undefined) return placed(found.targetId, place);
      await setTimeout(50);
    }
  }

  /** The running browser takes neither size nor position from a second start. */
  async function placed(targetId: string, { width, height, left }: Place): Promise<string> {
    const { windowId } = await devTools.send('Browser.getWindowForTarget', { targetId });
    await devTools.send('Browser.setWindowBounds', { windowId, bounds: { width, height, left, top: 40 } });
    return targetId;
  }

  return {
    devTools,
    visible,
    openWindow: (place) => (visible ? openAppWindow(place) : openHeadless(devTools, place)),
    end() {
      ending = true;
      endGroup(child);
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** In the browser's own context where no other is named. */
export async function openHeadless(
  { send }: DevTools,
  { name, width, height }: Place,
  browserContextId?: unknown,
): Promise<string> {
  const { targetId } = await send('Target.createTarget', {
    url: `about:blank#${name}`,
    newWindow: true,
    width,
    height,
    browserContextId,
  });
  return String(targetId);
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It may have ended by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
