import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { launchApp } from '../test/support/launch-app.ts';
import { startBanners, type Banners } from '../test/support/notification-daemon.ts';
import { showView } from '../test/support/show-view.ts';
import { viewNames } from '../main/contract.ts';
import { findElectron } from './start/find-electron.ts';

/** `npm run demo`: the real app on the simulator. With `--until-settled` it needs no display and no person, and ends by itself. */
const root = resolve(import.meta.dirname, '..');
const pictures = join(root, 'out/demo');

const built = spawnSync(process.execPath, [join(root, 'tools/build.ts')], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (built.status !== 0) process.exitCode = 1;
else if (process.argv.includes('--until-settled')) await runUntilSettled();
else await runForPerson();

async function runForPerson(): Promise<void> {
  const electron = findElectron();
  const hasDisplay = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  if (electron === null)
    console.log(
      hasDisplay
        ? 'On the stand-in: the real app in a Chromium window, without a tray icon.'
        : 'On the stand-in, and without a display: what happens is printed here, no window is seen.',
    );
  const desktop = await ownDesktop();
  const child = spawn(electron ?? join(root, 'test/stand-in/electron'), [root, '--demo'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...desktop?.environment, STAND_IN_VISIBLE: hasDisplay ? '1' : '0' },
  });
  process.on('SIGINT', () => child.kill('SIGINT'));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
    void desktop?.stop();
  });
}

/** A bus and a notification daemon on the person's display where it has none, as in a container or a bare window manager. */
async function ownDesktop(): Promise<Banners | null> {
  const display = process.env['DISPLAY'];
  if (process.platform !== 'linux' || display === undefined || process.env['DBUS_SESSION_BUS_ADDRESS'])
    return null;
  return startBanners(display).catch(() => null);
}

async function runUntilSettled(): Promise<void> {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const banners = await startBanners();
  const launched = await launchApp({ arguments: ['--demo'], environment: banners.environment });
  // Read from the beginning: lines that nobody listens for are lost.
  const settling = linesUntilSettled(launched.app.process().stdout!);
  const page = await launched.window();
  await page.getByRole('row').first().waitFor();
  await page.screenshot({ path: join(pictures, 'started.png') });
  const settled = await settling;
  for (const view of viewNames) await picture(page, view);
  await launched.close();
  await banners.stop();
  console.log(`Pictures of the window are in ${pictures}`);
  console.log(settled ?? 'The app ended before its imports were settled.');
  process.exitCode = settled === null ? 1 : (launched.exitCode() ?? 1);
}

/** Prints the app's lines as they come; the last one is held back until all is done. */
async function linesUntilSettled(output: NodeJS.ReadableStream): Promise<string | null> {
  for await (const line of createInterface({ input: output })) {
    if (line.startsWith('settled ')) return line;
    console.log(line);
  }
  return null;
}

async function picture(page: Page, view: (typeof viewNames)[number]): Promise<void> {
  await showView(page, view);
  await page.screenshot({ path: join(pictures, `${view}.png`) });
}
