import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Receipt {
  readonly name: string;
  /** When the banner was shown, epoch ms. */
  readonly at: number;
}

export interface Receipts {
  /** What banners of earlier runs left. */
  readonly left: readonly Receipt[];
  /** Deletes what is of no use any more: all that `left` has but these names. */
  readonly keepOnly: (names: ReadonlySet<string>) => void;
  /**
   * Calls `start`, which starts notify-send. That leaves the receipt once it has ended well, also where this process is gone by
   * then. Without a folder that can be written to it runs as ever, and leaves none.
   */
  readonly during: (name: string, start: () => void) => void;
}

/**
 * Stands before notify-send on the PATH of the shell in which node-notifier 10 starts it, because node-notifier has no option
 * for another program. The shell outlives an app that is killed, so what it notes is known of each banner that was shown.
 */
const script = `#!/bin/sh
PATH=\${PATH#*:}
notify-send "$@" || exit
: >"$IMPORT_WATCH_RECEIPT"
`;

/** Each but the newest was written into the ledger long ago: no banner is shown while an earlier one still waits for the disk. */
const keptAtMost = 50;

/**
 * Closes the gap between a banner and its record: the app may die after notify-send has shown it and before the ledger says so,
 * and no notification service can be asked what it showed. `folder` is made with the first receipt.
 */
export function openReceipts(folder: string, environment: NodeJS.ProcessEnv): Receipts {
  const programs = join(folder, 'programs');
  const left = receiptsIn(folder);
  const names = left.map(({ name }) => name);
  let isReady: boolean | null = null;

  function forget(name: string): void {
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // An empty file more in a folder that cannot be written to harms nothing.
      return;
    }
  }

  function prepare(): boolean {
    // What follows the first colon is taken for the rest of the PATH.
    if (folder.includes(':')) return false;
    try {
      mkdirSync(programs, { recursive: true, mode: 0o700 });
      const program = join(programs, 'notify-send');
      writeFileSync(program, script);
      chmodSync(program, 0o700);
      return true;
    } catch {
      // What is lost is little: a banner that a crash cuts short is told once more in a digest.
      return false;
    }
  }

  return {
    left,
    keepOnly(wanted) {
      for (const { name } of left) if (!wanted.has(name)) forget(name);
    },
    during(name, start) {
      isReady ??= prepare();
      const path = environment['PATH'];
      if (!isReady || path === undefined) return start();
      names.push(name);
      if (names.length > keptAtMost) forget(names.shift()!);
      environment['PATH'] = `${programs}:${path}`;
      environment['IMPORT_WATCH_RECEIPT'] = join(folder, name);
      try {
        start();
      } finally {
        environment['PATH'] = path;
        delete environment['IMPORT_WATCH_RECEIPT'];
      }
    },
  };
}

function receiptsIn(folder: string): readonly Receipt[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
      .toSorted((one, other) => one.at - other.at);
  } catch {
    // No banner was shown here yet, or the folder cannot be read: then nothing is known of earlier banners.
    return [];
  }
}
