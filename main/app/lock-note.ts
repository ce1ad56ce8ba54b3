import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** A run that has just started itself, on a computer where much is starting, may take seconds until it hears a call. */
const answeredWithinMs = 10_000;
const lookEveryMs = 100;

/**
 * Chromium's lock on Windows is a file that goes with its process, and a window by which a later run finds and calls it
 * (chrome/browser/process_singleton_win.cc). The window is found in the same session alone; the file keeps out also runs of other sessions,
 * and of other computers that have the same folder. So whoever has the lock writes its computer into a note beside it, and writes that
 * anew as an answer to each call: who hears none was not heard.
 */
export function createLockNote(folder: string) {
  const file = join(folder, 'running');
  const before = read();

  function read(): string | null {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return null;
    }
  }

  return {
    write(): void {
      try {
        // A link in its place would have whatever it leads to overwritten.
        rmSync(file, { force: true });
        writeFileSync(file, `${hostname()}\n${randomUUID()}\n`, { flag: 'wx' });
      } catch {
        // At the worst a later run says that it could not start.
        return;
      }
    },
    /** Who has the lock that was refused since the note was made. */
    async holder(): Promise<'nobody' | 'another-run' | { readonly computer: string }> {
      for (let waitedMs = 0; waitedMs < answeredWithinMs; waitedMs += lookEveryMs) {
        if (read() !== before) return 'another-run';
        if (!existsSync(join(folder, 'lockfile'))) return 'nobody';
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      }
      return { computer: before?.split('\n')[0] || hostname() };
    },
  };
}
