import type { RequestOf, ResponseOf } from '../contract.ts';
import { watchIdOf, type WatchId } from '../monitor/asset.ts';
import { savedGroup, type SavedGroup } from '../monitor/groups/group.ts';
import type { Watch } from '../monitor/state.ts';
import { inSlices } from '../paste/slices.ts';
import { understand } from '../paste/understand.ts';
import type { Runner } from '../runner/runner.ts';
import { newGroupOf } from './group-requests.ts';

/** How many "stop watching" can be undone. */
const undoLimit = 20;

/** What was taken out of the list, with the groups as they were: one that is emptied goes too. */
interface Stopped {
  readonly watches: readonly Watch[];
  readonly groups: readonly SavedGroup[];
}

/** What the window can ask of the watchlist. */
export function createWatchRequests(runner: Runner, clipboard: { writeText: (text: string) => void }) {
  const { state, dispatch } = runner;
  const stash = new Map<number, Stopped>();
  let nextUndo = 1;

  return {
    understand({
      account,
      text,
      workspace,
      projectId,
    }: RequestOf<'understand'>): Promise<ResponseOf<'understand'>> {
      const isWatched = (reference: Watch['reference']) => state.watches.has(watchIdOf(account, reference));
      return inSlices(understand({ text, workspace, projectId, isWatched }));
    },
    add({ account, assets, group }: RequestOf<'add'>): ResponseOf<'add'> {
      const before = state.watches.size;
      const watches = assets.map((asset) => ({ account, ...asset }));
      dispatch({ kind: 'added', watches, ...(group !== null && { group: newGroupOf(group) }) });
      const added = state.watches.size - before;
      return { added, alreadyWatched: assets.length - added };
    },
    stopWatching: ({ watches }: RequestOf<'stopWatching'>): ResponseOf<'stopWatching'> => ({
      undo: stop(watches),
    }),
    stopWatchingGroup: ({ group }: RequestOf<'stopWatchingGroup'>): ResponseOf<'stopWatchingGroup'> => ({
      undo: stop([...(state.groups.get(group)?.members ?? [])]),
    }),
    undoStopWatching({ undo }: RequestOf<'undoStopWatching'>): ResponseOf<'undoStopWatching'> {
      const { watches, groups } = stash.get(undo) ?? { watches: [], groups: [] };
      stash.delete(undo);
      if (watches.length > 0) dispatch({ kind: 'put-back', watches, groups });
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

  function stop(ids: readonly WatchId[]): number {
    const undo = nextUndo++;
    const watches = present(ids);
    const groups = new Set(watches.flatMap(({ group }) => (group && state.groups.get(group.id)) ?? []));
    stash.set(undo, { watches, groups: [...groups].map(savedGroup) });
    stash.delete(undo - undoLimit);
    dispatch({ kind: 'removed', watches: ids });
    return undo;
  }

  function present(watches: readonly WatchId[]): readonly Watch[] {
    return watches.flatMap((id) => state.watches.get(id) ?? []);
  }
}
