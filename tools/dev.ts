import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { findElectron } from './start/find-electron.ts';

/**
 * `npm run dev`: builds, starts the app, and does both anew whenever a source file changes. The window is loaded from what was built
 * and not from a development server, so it always runs under the policy that people get.
 */
const sources = ['main', 'renderer', 'words'];
/** Editors write a file in several steps (ms). */
const settleMs = 150;

const electron = findElectron();
if (electron === null) {
  console.log(
    'Electron could not be fetched. Set ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron runtime, or try the app with: npm run demo',
  );
  process.exitCode = 1;
} else develop(electron);

function develop(program: string): void {
  let app: ChildProcess | null = null;
  let settling: NodeJS.Timeout | undefined;
  restart();
  for (const folder of sources)
    watch(folder, { recursive: true }, () => {
      clearTimeout(settling);
      settling = setTimeout(restart, settleMs);
    });
  process.on('SIGINT', () => {
    app?.kill();
    process.exit(0);
  });

  function restart(): void {
    const { status } = spawnSync(process.execPath, ['tools/build.ts'], { stdio: 'inherit' });
    // What runs goes on until the sources can be built again.
    if (status !== 0) return;
    const former = app;
    if (former === null || former.exitCode !== null || former.signalCode !== null) return start();
    // Only one app runs at a time: the next one waits for the end of the former.
    former.off('exit', start).once('exit', start);
    former.kill();
  }

  function start(): void {
    app = spawn(program, ['.', ...process.argv.slice(2)], { stdio: 'inherit' });
  }
}
