import type { Bridge, MuteSpan, MuteSubject } from '../../../main/contract.ts';
import type { Session } from '../../lib/session.svelte.ts';

/** Mutes these for so long; null ends it now. */
export type MuteAction = (of: MuteSubject, ids: readonly string[], span: MuteSpan | null) => Promise<void>;

export function createMuteAction(session: Session, bridge: Bridge): MuteAction {
  return async (of, ids, span) => {
    const { muting } = session.words;
    // Of many chosen imports nobody looks beforehand whether one is in progress.
    const isOpen = (id: string) => session.rows.get(id)?.endedAt === null;
    if (of === 'watch' && span === 'until-it-ends' && !ids.some(isOpen))
      return session.telling.say(muting.allEnded);
    const asked = bridge.request.mute({ of, ids: [...ids], for: span });
    await session.telling.ask(asked, () => (span === null ? muting.undone : muting.done));
  };
}
