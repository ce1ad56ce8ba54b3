import type { RequestOf, ResponseOf } from '../contract.ts';
import { watchIdOf, type WatchId } from '../monitor/asset.ts';
import type { Watch } from '../monitor/state.ts';
import { understand } from '../paste/understand.ts';
import type { Runner } from '../runner/runner.ts';

/** How many "stop watching" can be undone. */
const undoLimit = 20;

/** What the window can ask of the watchlist. */
export function createWatchRequests(runner: Runner, clipboard: { writeText: (text: string) => void }) {
  const { state, dispatch } = runner;
  const stash = new Map<number, readonly Watch[]>();
  let nextUndo = 1;

  return {
    understand({ account, text, workspace, projectId }: RequestOf<'understand'>): ResponseOf<'understand'> {
      const isWatched = (reference: Watch['reference']) => state.watches.has(watchIdOf(account, reference));
      return understand({ text, workspace, projectId, isWatched });
    },
    add({ account, assets }: RequestOf<'add'>): ResponseOf<'add'> {
      const before = state.watches.size;
      dispatch({ kind: 'added', watches: assets.map((asset) => ({ account, ...asset })) });
      const added = state.watches.size - before;
      return { added, alreadyWatched: assets.length - added };
    },
    stopWatching({ watches }: RequestOf<'stopWatching'>): ResponseOf<'stopWatching'> {
      const undo = nextUndo++;
      stash.set(undo, present(watches));
      stash.delete(undo - undoLimit);
      dispatch({ kind: 'removed', watches });
      return { undo };
    },
    undoStopWatching({ undo }: RequestOf<'undoStopWatching'>): ResponseOf<'undoStopWatching'> {
      const watches = stash.get(undo) ?? [];
      stash.delete(undo);
      if (watches.length > 0) dispatch({ kind: 'put-back', watches });
      return { restored: watches.length };
    },
    rename({ watch, label }: RequestOf<'rename'>): null {
      dispatch({ kind: 'renamed', watch, label: label?.trim() || null });
      return null;
    },
    checkNow({ watches }: RequestOf<'checkNow'>): null {
      dispatch({ kind: 'check-now', watches });
      return null;
    },
    copyIds({ watches }: RequestOf<'copyIds'>): ResponseOf<'copyIds'> {
      const copied = present(watches)
        .map(({ reference: { workspace, projectId, assetId } }) => `${workspace}/${projectId}/${assetId}`)
        .join('\n');
      clipboard.writeText(copied);
      return { copied };
    },
  };

  function present(watches: readonly WatchId[]): readonly Watch[] {
    return watches.flatMap((id) => state.watches.get(id) ?? []);
  }
}
