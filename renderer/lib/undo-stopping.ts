import type { Bridge } from '../../main/contract.ts';
import { countOf } from '../../words/format.ts';
import type { Session } from './session.svelte.ts';

/** Watches again what the person stopped watching, by the number that main gave for it, and says how many came back. */
export function createUndo(session: Session, { request }: Bridge): (number: number) => Promise<void> {
  return async (number) => {
    const { nothingToUndo, watchedAgain } = session.words.watchlist;
    await session.telling.ask(request.undoStopWatching({ undo: number }), ({ restored }) =>
      restored === 0 ? nothingToUndo : watchedAgain(countOf(restored, session.snapshot.language)),
    );
  };
}
