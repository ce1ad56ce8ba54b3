import { existsSync, renameSync } from 'node:fs';
import { extname } from 'node:path';
import type { Warning } from '../../contract.ts';

export type StoreUnreadable = Extract<Warning, { kind: 'store-unreadable' }>;

/**
 * Puts an unreadable file aside as `NAME.corrupt-TIME.json`. It is renamed rather than copied, because a rename needs no
 * room on a full disk and works for a file that may not be read. Where even that fails, the file stays where it is and
 * `copy` names it; it is then not to be saved over.
 */
export function setAside(file: string, now: number): StoreUnreadable {
  const copy = copyName(file, now);
  try {
    renameSync(file, copy);
  } catch {
    return { kind: 'store-unreadable', file, copy: file };
  }
  return { kind: 'store-unreadable', file, copy };
}

/** The name that an unreadable file gets, one that is still free. `now` is epoch milliseconds. */
export function copyName(file: string, now: number): string {
  const ending = extname(file);
  const base = `${file.slice(0, -ending.length)}.corrupt-${new Date(now).toISOString().replace(/[:.]/g, '-')}`;
  let name = `${base}${ending}`;
  for (let count = 2; existsSync(name); count += 1) name = `${base}-${count}${ending}`;
  return name;
}
