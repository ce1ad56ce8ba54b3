import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly offset?: string;
  readonly size?: number;
  readonly unpacked?: boolean;
}

/**
 * Plain Node cannot read inside an archive, so what was packaged is laid out in a temporary folder of the same name.
 * Format: four 32-bit numbers (the second is the header's size, the fourth the JSON's length), the JSON, then the files.
 */
export function layOut(archive: string): { readonly appPath: string; readonly folder: string } {
  const bytes = readFileSync(archive);
  const base = 8 + bytes.readUInt32LE(4);
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry;
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-app-'));
  const appPath = join(folder, 'app.asar');
  for (const [path, entry] of filesOf(header, '')) {
    const file = join(appPath, path);
    mkdirSync(dirname(file), { recursive: true });
    if (entry.unpacked) continue;
    const start = base + Number(entry.offset);
    writeFileSync(file, bytes.subarray(start, start + (entry.size ?? 0)));
  }
  const unpacked = `${archive}.unpacked`;
  if (existsSync(unpacked)) {
    // Electron shows unpacked files at both places.
    cpSync(unpacked, appPath, { recursive: true });
    cpSync(unpacked, `${appPath}.unpacked`, { recursive: true });
  }
  return { appPath, folder };
}

function* filesOf(entry: Entry, path: string): Generator<[string, Entry]> {
  for (const [name, child] of Object.entries(entry.files ?? {})) {
    const at = path === '' ? name : `${path}/${name}`;
    if (child.files) yield* filesOf(child, at);
    else yield [at, child];
  }
}
