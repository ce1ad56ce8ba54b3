import { limits, type RequestOf, type ResponseOf } from '../contract.ts';
import { assetIdentity, referenceText, watchIdOf, type WatchId } from '../model/asset.ts';
import type { Watch } from '../model/watch.ts';
import type { UndoNumber } from '../monitor/kernel/events.ts';
import { isLost, isWatched } from '../monitor/view/rows.ts';
import { hasRoomFor, sizeOfRemoval } from '../monitor/undo.ts';
import { timelineOfWatch } from '../monitor/view/timeline.ts';
import type { Wishes } from '../paste/collector.ts';
import type { Runner } from '../runner/runner.ts';
import { checkedNow } from './checked-now.ts';
import { newGroupOf } from './group-requests.ts';
import { copyText, type ClipboardPort } from './clipboard.ts';
import { refuse } from './refusal.ts';

/** What the window can ask of the watchlist. */
export function createWatchRequests(
  { state, dispatch }: Runner,
  clipboard: ClipboardPort,
  nextUndo: () => UndoNumber,
  understand: (wishes: Wishes) => Promise<ResponseOf<'understand'>>,
) {
  return {
    understand({ account, ...asked }: RequestOf<'understand'>): Promise<ResponseOf<'understand'>> {
      const watches = [...state.watches.values()].filter((watch) => watch.account === account);
      return understand({
        ...asked,
        watched: new Set(watches.flatMap(watchedAs)),
      });
    },
    add({ account, assets, group }: RequestOf<'add'>): ResponseOf<'add'> {
      const watches = assets.map((asset) => ({ account, ...asset }));
      const fresh = watches.filter((watch) => !isWatched(state, watch));
      const ids = new Set(fresh.map(({ reference }) => watchIdOf(account, reference)));
      const added = ids.size;
      // What was lost and is taken up again has its room already.
      const entering = [...ids].filter((id) => !state.watches.has(id)).length;
      if (state.watches.size + entering > limits.watches) throw refuse('list-full');
      dispatch({ kind: 'added', watches, ...(group !== null && { group: newGroupOf(group) }) });
      return { added, alreadyWatched: assets.length - added };
    },
    stopWatching: ({ watches }: RequestOf<'stopWatching'>): ResponseOf<'stopWatching'> => ({
      undo: stop(watches),
    }),
    stopWatchingGroup: ({ group }: RequestOf<'stopWatchingGroup'>): ResponseOf<'stopWatchingGroup'> => ({
      undo: stop([...state.members.of(group)]),
    }),
    undoStopWatching({ undo }: RequestOf<'undoStopWatching'>): ResponseOf<'undoStopWatching'> {
      if (!hasRoomFor(state, undo)) throw refuse('list-full');
      const restored = sizeOfRemoval(state, undo);
      dispatch({ kind: 'undone', undo });
      return { restored };
    },
    rename({ watch, label }: RequestOf<'rename'>): null {
      dispatch({ kind: 'renamed', watch, label: label?.trim() || null });
      return null;
    },
    checkNow(wanted: RequestOf<'checkNow'>): ResponseOf<'checkNow'> {
      dispatch({ kind: 'check-now', ...wanted });
      return checkedNow(state, wanted);
    },
    markHandled(marked: RequestOf<'markHandled'>): null {
      dispatch({ kind: 'handled', ...marked });
      return null;
    },
    timeline({ watch: id }: RequestOf<'timeline'>): ResponseOf<'timeline'> {
      const watch = state.watches.get(id);
      return watch === undefined ? [] : timelineOfWatch(state, watch);
    },
    async copyIds({ watches }: RequestOf<'copyIds'>): Promise<ResponseOf<'copyIds'>> {
      const copied = present(watches)
        .map(({ reference }) => referenceText(reference))
        .join('\n');
      await copyText(clipboard, copied);
      return { copied };
    },
  };

  function stop(ids: readonly WatchId[]): number {
    const undo = nextUndo();
    dispatch({ kind: 'removed', watches: ids, undo });
    return undo;
  }

  /** In any project, or where it is lost only in the one where it is looked for: in another one it can be added. */
  function watchedAs(watch: Watch): string | readonly string[] {
    if (!isLost(state, watch)) return assetIdentity(watch.reference);
    return isWatched(state, watch) ? referenceText(watch.reference) : [];
  }

  function present(watches: readonly WatchId[]): readonly Watch[] {
    return watches.flatMap((id) => state.watches.get(id) ?? []);
  }
}
