import type { Bridge, GroupRow, GroupTell } from '../../../main/contract.ts';
import { isFailed } from '../watches/visible-rows.ts';
import type { Session } from '../../lib/session.svelte.ts';
import { createUndo } from '../../lib/undo-stopping.ts';
import { createMuteAction, type MuteAction } from '../muting/actions.ts';

export interface GroupEdit {
  readonly name: string;
  readonly tell: GroupTell;
  readonly eachAsset: boolean;
}

export interface GroupActions {
  readonly save: (group: GroupRow, edit: GroupEdit) => Promise<void>;
  readonly mute: MuteAction;
  readonly ungroup: (group: GroupRow) => Promise<void>;
  readonly stopWatching: (group: GroupRow) => Promise<void>;
  /** Its failed imports, where files may be registered; null where none is to be. */
  readonly registerAgain: (group: GroupRow) => (() => Promise<void>) | null;
}

/** What a person can do with a group; what came of it is told by the session. */
export function createGroupActions(session: Session, bridge: Bridge): GroupActions {
  const { telling } = session;
  const { request } = bridge;
  const said = () => session.words.groups;
  const undo = createUndo(session, bridge);

  return {
    async save({ id: group, name: before }, { name, tell, eachAsset }) {
      if (name !== before && !(await telling.ask(request.renameGroup({ group, name }))).ok) return;
      await telling.ask(request.changeGroup({ group, tell: { ...tell }, eachAsset }), () => said().saved);
    },
    mute: createMuteAction(session, bridge),
    async ungroup({ id: group, name }) {
      await telling.ask(request.ungroup({ group }), () => said().ungrouped(name));
    },
    registerAgain({ id }) {
      const allowed = new Set(
        session.snapshot.accounts.filter(({ mayRegister }) => mayRegister).map((one) => one.id),
      );
      const failed = [...session.rows.values()]
        .filter((row) => row.group === id && isFailed(row) && allowed.has(row.account))
        .map((row) => row.id);
      return failed.length === 0 ? null : () => session.again.plan(failed);
    },
    async stopWatching({ id: group, name }) {
      const stopped = await telling.ask(request.stopWatchingGroup({ group }));
      if (stopped.ok) telling.say(said().stopped(name), () => undo(stopped.value.undo));
    },
  };
}
