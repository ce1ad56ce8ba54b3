import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The names of the notices that a kill caught between their save as "showing" and the save of what became of them. */
export async function caughtOnDisk(folder: string): Promise<string[]> {
  // Late: electron-store asks for the runtime's path, and starting the app has set it.
  const { openWatchlistStore } = await import('../../main/adapters/stores/watchlist-store.ts');
  // A copy, because opening a store may tidy it.
  const copy = mkdtempSync(join(tmpdir(), 'import-watch-ledger-'));
  try {
    cpSync(join(folder, 'watchlist'), join(copy, 'watchlist'), { recursive: true });
    const { notices } = openWatchlistStore({ folder: copy, now: Date.now });
    return notices.flatMap((notice) =>
      notice.about === 'import' && notice.fate.kind === 'showing' ? [notice.name ?? ''] : [],
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
