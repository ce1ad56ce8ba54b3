import { existsSync, renameSync } from 'node:fs';
import type { Warning } from '../../contract.ts';

export type StoreUnreadable = Extract<Warning, { kind: 'store-unreadable' }>;

/**
 * Puts an unreadable file aside as `NAME.corrupt-TIME.json`. It is renamed rather than copied, because a rename needs no
 * room on a full disk and works for a file that may not be read. Where even that fails, the file stays where it is and
 * `copy` names it; saving over it then fails too, for the same reason.
 */
export function setAside(file: string, now: number): StoreUnreadable {
  const copy = freeName(file, new Date(now).toISOString().replace(/[:.]/g, '-'));
  try {
    renameSync(file, copy);
  } catch {
    return { kind: 'store-unreadable', file, copy: file };
  }
  return { kind: 'store-unreadable', file, copy };
}

function freeName(file: string, time: string): string {
  const base = file.replace(/\.json$/, '');
  let name = `${base}.corrupt-${time}.json`;
  for (let count = 2; existsSync(name); count += 1) name = `${base}.corrupt-${time}-${count}.json`;
  return name;
}
