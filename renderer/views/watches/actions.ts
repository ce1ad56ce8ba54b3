import type { Bridge, Row, WatchId } from '../../../main/contract.ts';
import { countOf } from '../../../words/format.ts';
import { checkNow } from '../../lib/check-now.ts';
import type { Session } from '../../lib/session.svelte.ts';
import { createUndo } from '../../lib/undo-stopping.ts';
import { createMuteAction, type MuteAction } from '../muting/actions.ts';
import { isFailed } from './visible-rows.ts';

export interface WatchActions {
  readonly checkNow: (watches: readonly WatchId[]) => Promise<void>;
  /** Says that the person has seen to the failures among these; where they have to all of them, that they have not after all. */
  readonly handle: (watches: readonly WatchId[]) => Promise<void>;
  readonly mute: MuteAction;
  /** Asks the person first, with all that would be registered. */
  readonly registerAgain: (watches: readonly WatchId[]) => Promise<void>;
  /** Whether the account of one of them may register files; of many any account. */
  readonly mayRegister: (only: Row | null) => boolean;
  readonly copy: (watches: readonly WatchId[]) => Promise<void>;
  readonly open: (watch: WatchId) => Promise<void>;
  /** The service's page of what files it takes. */
  readonly openSupportedFiles: () => Promise<void>;
  /** Null takes the person's own name away. Answers whether it was done. */
  readonly rename: (watch: WatchId, label: string | null) => Promise<boolean>;
  readonly stopWatching: (watches: readonly WatchId[]) => Promise<boolean>;
}

/** What a person can do with watched imports; what came of it is told by the session. */
export function createWatchActions(session: Session, bridge: Bridge): WatchActions {
  const { telling } = session;
  const { request } = bridge;
  const said = () => session.words.watchlist;
  const count = (number: number) => countOf(number, session.snapshot.language);
  const undo = createUndo(session, bridge);

  /** Looked at when it is asked: to follow all chosen rows would cost each change of one of them. */
  function failedOf(watches: readonly WatchId[]): readonly Row[] {
    const failed = watches.flatMap((id) => {
      const row = session.rows.get(id);
      return row !== undefined && isFailed(row) ? [row] : [];
    });
    if (failed.length === 0) telling.say(said().noFailureChosen);
    return failed;
  }

  return {
    checkNow: (watches) => checkNow(session, bridge, watches),
    async handle(watches) {
      const failed = failedOf(watches);
      if (failed.length === 0) return;
      const isOpen = failed.some(({ isHandled }) => !isHandled);
      const marked = failed.filter(({ isHandled }) => isHandled !== isOpen).map(({ id }) => id);
      const mark = (isHandled: boolean) => telling.ask(request.markHandled({ watches: marked, isHandled }));
      if (!(await mark(isOpen)).ok || !isOpen) return;
      telling.say(said().markedHandled(count(marked.length)), async () => void (await mark(false)));
    },
    mute: createMuteAction(session, bridge),
    async registerAgain(watches) {
      const failed = failedOf(watches);
      if (failed.length > 0) await session.again.plan(failed.map(({ id }) => id));
    },
    mayRegister: (only) =>
      session.snapshot.accounts.some(
        ({ id, mayRegister }) => mayRegister && (only === null || (only.account === id && isFailed(only))),
      ),
    async copy(watches) {
      await telling.ask(request.copyIds({ watches: [...watches] }), ({ copied }) =>
        watches.length === 1 ? said().copied(copied) : said().copiedCount(count(watches.length)),
      );
    },
    async open(watch) {
      await telling.ask(request.openWorkspace({ watch }), ({ opened }) => (opened ? null : said().noAddress));
    },
    async openSupportedFiles() {
      await telling.ask(request.openLink({ link: 'supportedFiles' }));
    },
    async rename(watch, label) {
      return (await telling.ask(request.rename({ watch, label }), () => said().renamed)).ok;
    },
    async stopWatching(watches) {
      const stopped = await telling.ask(request.stopWatching({ watches: [...watches] }));
      if (stopped.ok) telling.say(said().stopped(count(watches.length)), () => undo(stopped.value.undo));
      return stopped.ok;
    },
  };
}
