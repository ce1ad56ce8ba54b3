import { randomUUID } from 'node:crypto';
import type { GroupChoice, RequestOf } from '../contract.ts';
import type { NewGroup } from '../model/group.ts';
import type { Runner } from '../runner/runner.ts';

/** What the window can ask of a group. */
export function createGroupRequests({ dispatch }: Pick<Runner, 'dispatch'>) {
  return {
    renameGroup({ group, name }: RequestOf<'renameGroup'>): null {
      dispatch({ kind: 'group-changed', group, name });
      return null;
    },
    changeGroup(change: RequestOf<'changeGroup'>): null {
      dispatch({ kind: 'group-changed', ...change });
      return null;
    },
    ungroup({ group }: RequestOf<'ungroup'>): null {
      dispatch({ kind: 'ungrouped', group });
      return null;
    },
  };
}

export function newGroupOf(choice: GroupChoice): NewGroup {
  return { id: randomUUID(), ...choice };
}
