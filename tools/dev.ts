import { watch } from 'node:fs';
import { startAppAnew } from './dev/app.ts';
import { prepareAppFolder } from './dev/app-folder.ts';
import { startWindowServer } from './dev/window-server.ts';
import { findElectronOrSay } from './start/find-electron.ts';

/**
 * `npm run dev`: the app with a window that changes as its files do, without losing its state. What belongs to main is built and the
 * app started anew on each change. Words behind `--` go to the app: `npm run dev -- --demo`.
 */
const electron = findElectronOrSay();
if (electron === null) process.exitCode = 1;
else await develop(electron);

async function develop(program: string): Promise<void> {
  const server = await startWindowServer();
  console.log(`The window comes from ${server}`);
  const folder = await prepareAppFolder();
  const app = startAppAnew({ program, folder, server, words: process.argv.slice(2) });
  await app.restart();
  let settling: NodeJS.Timeout | undefined;
  for (const source of ['main', 'words'])
    watch(source, { recursive: true }, () => {
      clearTimeout(settling);
      // Editors write a file in several steps.
      settling = setTimeout(() => void app.restart(), 150);
    });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void app.end().then(() => process.exit(0)));
}
