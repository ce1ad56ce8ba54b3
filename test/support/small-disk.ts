import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real file system of its own, so small that it can be filled. */
export interface SmallDisk {
  /** Absolute. */
  readonly folder: string;
  /** Fills it, but for this many bytes; room comes and goes in pages of 4 KiB. */
  readonly fill: (left?: number) => void;
  /** Uses up its names: a file that is there can grow, but none can be made. */
  readonly fillNames: () => void;
  /** Gives room and names back. */
  readonly empty: () => void;
  readonly setReadOnly: (now: boolean) => void;
  readonly remove: () => void;
}

/** Why this system gives no disk of one's own, or null where it does. */
export function whyNoSmallDisk(): string | null {
  try {
    mountSmallDisk().remove();
    return null;
  } catch (error) {
    return `no small disk can be mounted here: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
}

/**
 * Mounts a tmpfs of 256 KiB and a hundred names over a folder that is there, or over one of its own. That takes Linux and
 * the rights of root; throws where it may not.
 */
export function mountSmallDisk(over?: string): SmallDisk {
  const folder = over ?? mkdtempSync(join(tmpdir(), 'import-watch-disk-'));
  const leave = () => {
    if (over === undefined) rmdirSync(folder);
  };
  const fillers: string[] = [];
  const openFiller = () => {
    const path = join(folder, `filler-${fillers.length}`);
    const handle = openSync(path, 'w');
    fillers.push(path);
    return handle;
  };
  try {
    mount('-t', 'tmpfs', '-o', 'size=262144,nr_inodes=100,mode=700', 'tmpfs', folder);
  } catch (error) {
    leave();
    throw error;
  }
  return {
    folder,
    fill(left = 0) {
      const handle = openFiller();
      let written = 0;
      untilFull(() => (written += writeSync(handle, Buffer.alloc(4_096))));
      closeSync(handle);
      truncateSync(fillers.at(-1)!, written - left);
    },
    fillNames: () => untilFull(() => closeSync(openFiller())),
    empty() {
      for (const path of fillers.splice(0)) rmSync(path);
    },
    setReadOnly: (now) => mount('-o', `remount,${now ? 'ro' : 'rw'}`, folder),
    remove() {
      execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
      leave();
    },
  };
}

function mount(...options: string[]): void {
  execFileSync('mount', options, { stdio: 'pipe' });
}

function untilFull(write: () => void): void {
  for (;;) {
    try {
      write();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return;
      throw error;
    }
  }
}
