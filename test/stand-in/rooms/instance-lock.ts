import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Called = (words: string[], folder: string) => void;

/** The single-instance lock, scoped to the user data folder: the first process owns it, later ones leave a call in it. */
export function createInstanceLock(called: Called) {
  let held: string | null = null;

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

  return {
    request(userData: string): boolean {
      if (held !== null) return true;
      const folder = join(userData, 'SingletonLock');
      mkdirSync(folder, { recursive: true });
      const owner = join(folder, 'owner');
      if (ownerLives(owner)) {
        const call = JSON.stringify({ words: process.argv, folder: process.cwd() });
        const draft = join(folder, `${process.pid}.draft`);
        writeFileSync(draft, call);
        // The owner reads as soon as it sees a call, so it must appear whole.
        renameSync(draft, join(folder, `${process.pid}.call`));
        return false;
      }
      writeFileSync(owner, String(process.pid));
      held = folder;
      watch(folder, { persistent: false }, () => held !== null && answerCalls(folder));
      return true;
    },
    release(): void {
      if (held !== null) rmSync(held, { recursive: true, force: true });
      held = null;
    },
    holds: () => held !== null,
  };
}

function ownerLives(owner: string): boolean {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return true;
  } catch {
    // No owner, or one that was killed: the lock is free.
    return false;
  }
}
