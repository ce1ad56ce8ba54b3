import { lstat, readFile, stat } from 'node:fs/promises';
import type { KeyPlaceFault } from '../../contract.ts';
import { textOf } from '../text-of.ts';

export type KeyFile =
  /** `isOpenToOthers`: other users of the computer can read it. */
  | { readonly kind: 'text'; readonly text: string; readonly isOpenToOthers: boolean }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly fault: KeyPlaceFault };

/** Bytes. No file with keys is nearly as long; a longer one is not read into memory. */
const longest = 1_048_576;

/** Reads a small file that somebody else wrote. Looks before it reads, because reading a pipe would never end. */
export async function readKeyFile(path: string): Promise<KeyFile> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { kind: 'unreadable', fault: 'is-a-folder' };
    if (!found.isFile() || found.size > longest) return { kind: 'unreadable', fault: 'is-no-file' };
    const isOpenToOthers = process.platform !== 'win32' && (found.mode & 0o044) !== 0;
    return { kind: 'text', text: textOf(await readFile(path)), isOpenToOthers };
  } catch (error) {
    if (!isAbsence(error)) return { kind: 'unreadable', fault: 'not-readable' };
    // A link that leads nowhere is there, and whoever made it expects its keys to be used.
    const isLink = await lstat(path).catch(() => null);
    return isLink === null ? { kind: 'absent' } : { kind: 'unreadable', fault: 'is-no-file' };
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
