import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { layRuntime, type System } from './runtimes.ts';

const root = resolve(import.meta.dirname, '../..');

export interface Packaged {
  /** Holds all that was made; to be removed at the end. */
  readonly folder: string;
  readonly executable: string;
  readonly archive: string;
  readonly unpacked: string;
  /** Where the runtime keeps its languages. */
  readonly languages: string;
  /**
   * The fuses as `0` or `1`, in order: run as Node, cookies encrypted, NODE_OPTIONS, --inspect, archive's integrity, archive only, own
   * snapshot, file://, WebAssembly's traps.
   */
  readonly fuses: string;
}

interface Layout {
  readonly executable: string;
  readonly resources: string;
  readonly languages: string;
  /** The file that carries the fuses. */
  readonly fused: string;
  readonly options: readonly string[];
}

// The archive's hash is written into real executables only; to sign and edit one takes tools of its own system.
const withoutTools = ['-c.disableAsarIntegrity=true'];
const layouts: Readonly<Record<System, Layout>> = {
  linux: {
    executable: 'linux-unpacked/import-watch-app',
    resources: 'linux-unpacked/resources',
    languages: 'linux-unpacked/locales',
    fused: 'linux-unpacked/import-watch-app',
    options: [],
  },
  win: {
    executable: 'win-unpacked/import-watch.exe',
    resources: 'win-unpacked/resources',
    languages: 'win-unpacked/locales',
    fused: 'win-unpacked/import-watch.exe',
    options: [...withoutTools, '-c.win.signAndEditExecutable=false'],
  },
  mac: {
    executable: 'mac/Import Watch.app/Contents/MacOS/Import Watch',
    resources: 'mac/Import Watch.app/Contents/Resources',
    languages: 'mac/Import Watch.app/Contents/Resources',
    fused: 'mac/Import Watch.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
    options: [...withoutTools, '-c.mac.identity=null'],
  },
};

/** Packages what `npm run build` made, with a runtime of the test's own in the place of Electron's. */
export async function packageApp(
  system: System = 'linux',
  environment: Readonly<Record<string, string>> = {},
): Promise<Packaged> {
  const folder = mkdtempSync(join(tmpdir(), 'import-watch-package-'));
  const runtime = join(folder, 'runtime');
  layRuntime(system, runtime);
  const { executable, resources, languages, fused, options } = layouts[system];
  await promisify(execFile)(
    process.execPath,
    [
      join(root, 'tools/package.ts'),
      ...[`--${system}`, 'dir', '--x64'],
      `-c.electronDist=${runtime}`,
      `-c.directories.output=${join(folder, 'dist')}`,
      ...options,
    ],
    { cwd: root, env: { ...process.env, ...environment } },
  );
  const made = join(folder, 'dist');
  const archive = join(made, resources, 'app.asar');
  return {
    folder,
    executable: join(made, executable),
    archive,
    unpacked: `${archive}.unpacked`,
    languages: join(made, languages),
    fuses: fusesOf(join(made, fused)),
  };
}

/** Behind the mark stand a version and a length, then one character for each fuse. */
function fusesOf(file: string): string {
  const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const bytes = readFileSync(file, 'latin1');
  const at = bytes.indexOf(mark) + mark.length + 2;
  return bytes.slice(at, at + bytes.charCodeAt(at - 1));
}
