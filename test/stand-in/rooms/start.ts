import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { layOut } from './archive.ts';
import { startChromium, type Chromium } from './chromium.ts';
import { readCommandLine } from './command-line.ts';
import { createElectron } from './electron.ts';
import { joinChromium } from './shared-chromium.ts';
import { provideElectron } from './provide-electron.ts';

/** Runs an app as Electron would: `executable [-r FILE] [switches] APP [words]`, or what is packaged beside the executable. */
export async function start(executable: string): Promise<void> {
  const words = process.argv.slice(2);
  const resources = join(dirname(executable), 'resources');
  const archive = join(resources, 'app.asar');
  const packaged = existsSync(archive);
  const commandLine = readCommandLine(words, packaged);

  const laidOut = packaged ? layOut(archive) : null;
  const appPath = laidOut?.appPath ?? resolve(commandLine.appPath ?? '.');
  const { entry, manifest } = entryOf(appPath);

  let chromium: Chromium | null = null;
  // Playwright waits for the browser's address, and so does a test that starts the app in another way.
  const isWatched =
    commandLine.switches.has('remote-debugging-port') || process.env['STAND_IN_DEVTOOLS'] === '1';
  const announce = (address: string) => void process.stderr.write(`DevTools listening on ${address}\n`);
  const shared = process.env['STAND_IN_CHROMIUM'];
  // Whatever this process starts outlives its turn in the shared one.
  delete process.env['STAND_IN_CHROMIUM'];
  const lateChromium = (): Chromium =>
    (chromium ??= shared ? joinChromium(shared, announce) : startChromium(isWatched ? announce : null));
  process.on('exit', () => {
    chromium?.end();
    if (laidOut) rmSync(laidOut.folder, { recursive: true, force: true });
  });

  pretendToBeElectron(executable, packaged ? resources : dirname(executable), words, packaged);
  const { electron, emitReady } = createElectron({
    commandLine,
    manifest,
    appPath,
    packaged,
    chromium: lateChromium,
  });
  provideElectron(electron);
  if (commandLine.switches.has('inspect')) inspector.open(0, '127.0.0.1');
  // Without it a hidden start needs no browser at all.
  if (isWatched) lateChromium();

  const require = createRequire(join(process.cwd(), 'start.js'));
  for (const file of commandLine.preloads) require(resolve(file));
  process.on('unhandledRejection', (error) =>
    process.stderr.write(`Unhandled rejection in the app: ${describe(error)}\n`),
  );
  await import(pathToFileURL(entry).href);
  emitReady();
}

function entryOf(appPath: string) {
  const folder = statSync(appPath).isDirectory();
  const file = folder ? join(appPath, 'package.json') : null;
  const read = file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : null;
  const manifest = read ?? { name: 'Electron', version: '0.0.0' };
  return { entry: folder ? join(appPath, manifest.main ?? 'index.js') : appPath, manifest };
}

interface Manifest {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
  readonly main?: string;
}

function pretendToBeElectron(
  executable: string,
  resourcesPath: string,
  words: string[],
  packaged: boolean,
): void {
  const versions = { ...process.versions, electron: '45.4.1', chrome: '156.0.8078.100', standIn: '1' };
  Object.defineProperties(process, {
    versions: { value: versions },
    type: { value: 'browser' },
    resourcesPath: { value: resourcesPath },
    defaultApp: { value: packaged ? undefined : true },
    execPath: { value: executable },
  });
  process.argv = [executable, ...words];
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
