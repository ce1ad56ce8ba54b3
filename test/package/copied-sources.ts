import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The sources in a folder of their own, where a test may change them. */
export interface CopiedSources {
  readonly folder: string;
  readonly change: (file: string, from: string, to: string) => void;
  readonly remove: () => void;
}

export function copySources(): CopiedSources {
  const folder = mkdtempSync(join(tmpdir(), 'import-watch-sources-'));
  const copied = ['main', 'renderer', 'words', 'tools', 'test/stand-in'];
  for (const name of [...copied, 'package.json', 'package-lock.json', 'tsconfig.json', 'svelte.config.js'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return {
    folder,
    change(file, from, to) {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no '${from}' to change.`);
      writeFileSync(path, text.replace(from, to));
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}
