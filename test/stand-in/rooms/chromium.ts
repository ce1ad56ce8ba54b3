import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createDevTools, type DevTools } from './devtools.ts';

export interface Chromium {
  readonly devTools: DevTools;
  /** True where the windows can be seen. */
  readonly visible: boolean;
  /** Ends the browser and removes its profile; safe to call at process exit. */
  readonly end: () => void;
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const calm = [
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-sandbox',
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
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate,PaintHolding,OptimizationHints,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
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
 * The DevTools pipe also ends Chromium when this process is killed, so no browser is left behind by a crash test.
 */
export function startChromium(): Chromium {
  const program = findChromium();
  if (program === null)
    throw new Error('The stand-in found no Chromium on PATH. Install it, or name it in CHROMIUM.');
  const visible = process.env['STAND_IN_VISIBLE'] === '1' && Boolean(process.env['DISPLAY']);
  const profile = mkdtempSync(join(tmpdir(), 'stand-in-profile-'));
  const child = spawn(
    program,
    [
      ...calm,
      ...(visible ? [] : ['--headless=new']),
      '--remote-debugging-pipe',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
    ],
    // A group of its own: its helpers must end with it, or they write into a profile that was removed.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  child.stderr?.setEncoding('utf8');
  child.stderr?.on('data', (text: string) => {
    const found = /DevTools listening on ws:\S+/.exec(text);
    if (found) process.stderr.write(`${found[0]}\n`);
  });
  let ending = false;
  child.on('exit', (code, signal) => {
    if (!ending) process.stderr.write(`The stand-in's Chromium ended by itself (${signal ?? code}).\n`);
  });
  return {
    devTools: createDevTools(child.stdio[3] as Writable, child.stdio[4] as Readable),
    visible,
    end() {
      ending = true;
      endGroup(child);
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It may have ended by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
