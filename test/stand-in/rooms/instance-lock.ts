import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

type Called = (words: string[], folder: string) => void;

/**
 * The single-instance lock of a user data folder, as Chromium keeps it (chrome/browser/process_singleton_posix.cc): a link that names
 * computer and process, and one to where later runs leave their calls, in the temporary folder. It is refused, without a reason, not only
 * where another run has it: also where a link cannot be made, and where one of another computer was left.
 */
export function createInstanceLock(called: Called) {
  let held: string[] = [];

  function answerCalls(folder: string): void {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.call'))) {
      const call = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        words: string[];
        folder: string;
      };
      rmSync(join(folder, name));
      called(call.words, call.folder);
    }
  }

  /** Chromium leaves the first link where the second cannot be made. */
  function hold(lock: string, socket: string): boolean {
    try {
      symlinkSync(`${hostname()}-${process.pid}`, lock);
      const calls = mkdtempSync(join(tmpdir(), 'scoped_dir'));
      rmSync(socket, { force: true });
      symlinkSync(calls, socket);
      held = [lock, socket, calls];
      watch(calls, { persistent: false }, () => held.length > 0 && answerCalls(calls));
      return true;
    } catch {
      return false;
    }
  }

  return {
    request(userData: string): boolean {
      if (held.length > 0) return true;
      const [lock, socket] = [join(userData, 'SingletonLock'), join(userData, 'SingletonSocket')];
      const owner = ownerOf(lock);
      if (owner === null) return hold(lock, socket);
      if (owner.computer !== hostname()) return false;
      if (owner.lives) return call(socket);
      rmSync(lock);
      return hold(lock, socket);
    },
    release(): void {
      for (const path of held) rmSync(path, { recursive: true, force: true });
      held = [];
    },
    holds: () => held.length > 0,
  };
}

/**
 * The lock as Chromium keeps it on Windows (chrome/browser/process_singleton_win.cc): a file that goes with its process, and a window that
 * runs of the same session find and call. `windows`: those of all sessions.
 */
export function createLockOfWindows(windows: Map<string, () => void>, session: string, called: () => void) {
  let held = '';
  return {
    request(userData: string): boolean {
      const window = windows.get(`${session} ${userData}`);
      if (window !== undefined) {
        window();
        return false;
      }
      try {
        writeFileSync(join(userData, 'lockfile'), '', { flag: 'wx' });
      } catch {
        return false;
      }
      held = userData;
      windows.set(`${session} ${userData}`, called);
      return true;
    },
    release(): void {
      if (held !== '') rmSync(join(held, 'lockfile'));
      windows.delete(`${session} ${held}`);
    },
  };
}

/** Tells the run that has the lock, and is refused it. */
function call(socket: string): false {
  const calls = readlinkSync(socket);
  const draft = join(calls, `${process.pid}.draft`);
  writeFileSync(draft, JSON.stringify({ words: process.argv, folder: process.cwd() }));
  // The owner reads as soon as it sees a call, so it must appear whole.
  renameSync(draft, join(calls, `${process.pid}.call`));
  return false;
}

function ownerOf(lock: string): { readonly computer: string; readonly lives: boolean } | null {
  try {
    const link = readlinkSync(lock);
    const dash = link.lastIndexOf('-');
    return { computer: link.slice(0, dash), lives: isRunning(Number(link.slice(dash + 1))) };
  } catch {
    // Nobody has it, or it is no link: then none can be made either.
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
