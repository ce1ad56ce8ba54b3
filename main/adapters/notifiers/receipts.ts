import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Receipt } from '../../model/notice.ts';
import { removeLink } from '../stores/private-files.ts';

export interface Receipts {
  /** The receipts of earlier runs. */
  readonly left: readonly Receipt[];
  /** Deletes all receipts in `left` except these, because they are no longer of use. */
  readonly keepOnly: (names: ReadonlySet<string>) => void;
  /**
   * Calls `start`, which starts notify-send. Once that succeeds, it leaves the receipt, even if this process is gone by then. If the folder
   * cannot be written to, notify-send runs as usual and leaves none.
   */
  readonly during: (name: string, start: () => void) => void;
}

/**
 * Precedes notify-send on the PATH of the shell in which node-notifier 10 starts it, because node-notifier cannot be told to start another
 * program. The shell outlives an app that is killed, so every banner that was shown leaves its receipt. Where clicks are waited for
 * (clicks.ts), notify-send stays as long as its banner, and the script goes on as soon as it has said that the banner is up: without
 * `stdbuf` it says so only as it ends, and by a 0 that it is not. What is redirected for a whole group stays open behind it in dash, and
 * node-notifier waits for that; what `exec` redirects does not. A receipt that finds no room is no failure: the banner is up, and the next
 * notifier would show it a second time.
 */
const script = `#!/bin/sh
PATH=\${PATH#*:}
click=$IMPORT_WATCH_CLICK
if [ -z "$click" ]; then
  notify-send "$@" || exit
else
  [ -z "$IMPORT_WATCH_WORKSPACE" ] || set -- "$@" "--action=workspace=$IMPORT_WATCH_WORKSPACE"
  shown=$(
    {
      exec 2>/dev/null
      stdbuf -oL notify-send "$@" --print-id "--action=default=$IMPORT_WATCH_OPEN" 2>"$click.words" &
      echo $! >"$click.process"
      wait
    } | {
      exec 2>/dev/null
      if read -r id && [ "$id" != 0 ]; then
        echo "$id" >"$click.id"
        echo "$id"
        exec >/dev/null
        read -r action && echo "$action" >"$click"
        rm -f "$click.words" "$click.process" "$click.id"
      fi
    } &
  )
  [ -n "$shown" ] || { cat "$click.words" >&2; exit 1; }
fi
(: >"$IMPORT_WATCH_RECEIPT") 2>/dev/null
exit 0
`;

/** All but the newest are in the ledger already, because no banner is shown while an earlier one still waits for the disk. */
const keptAtMost = 50;

/**
 * Closes the gap between a banner and its record: the app may die after notify-send has shown a banner and before the ledger says so, and no
 * notification service can be asked afterwards. `folder` is created with the first receipt.
 */
export function openReceipts(folder: string, environment: NodeJS.ProcessEnv): Receipts {
  const programs = join(folder, 'programs');
  removeLink(folder);
  removeLink(programs);
  const left = receiptsIn(folder);
  const names = left.map(({ name }) => name);
  let isReady: boolean | null = null;

  function forget(name: string): void {
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // One more empty file in a folder that cannot be written to does no harm.
      return;
    }
  }

  function prepare(): boolean {
    // The shell would split the PATH at this colon.
    if (folder.includes(':')) return false;
    try {
      mkdirSync(programs, { recursive: true, mode: 0o700 });
      const program = join(programs, 'notify-send');
      // A link in its place would have whatever it leads to overwritten.
      rmSync(program, { force: true });
      writeFileSync(program, script, { flag: 'wx', mode: 0o700 });
      return true;
    } catch {
      // Little is lost: after a crash at the wrong moment, the digest repeats one banner.
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
      // Here, too: the script empties what lies in its place.
      forget(name);
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
      .map(({ name }) => ({ name, at: Math.round(statSync(join(folder, name)).mtimeMs) }))
      .toSorted((one, other) => one.at - other.at);
  } catch {
    // No banner was shown yet, or the folder cannot be read: nothing is known of earlier banners.
    return [];
  }
}
