import { expect, it, vi } from 'vitest';
import { createGroupRequests } from '../../../main/desk/group-requests.ts';
import { createWatchRequests } from '../../../main/desk/watch-requests.ts';
import { createState } from '../../../main/monitor/state.ts';
import { groupRowOf } from '../../../main/monitor/view/rows.ts';
import { createRunner } from '../../../main/runner/runner.ts';
import { someSettings } from '../monitor/stage.ts';
import { portsWith } from '../runner/ports.ts';
import { createClipboard, numbers } from './desk-in-memory.ts';

const choice = { name: 'Batch A', tell: { allDone: true, firstFailure: true }, eachAsset: false };

function openedDesk() {
  const state = createState({ at: 1, seed: 1, settings: someSettings, pausedUntil: null });
  const runner = createRunner(state, portsWith({ now: () => 1 }));
  const requests = {
    ...createWatchRequests(runner, createClipboard(), numbers(), vi.fn()),
    ...createGroupRequests(runner),
  };
  const asset = (assetId: number) => ({
    reference: { workspace: 'drama', projectId: 1, assetId },
    label: null,
    fileName: `${assetId}.mp4`,
  });
  const add = (group: typeof choice | null, ...assetIds: number[]) =>
    requests.add({ account: 'a1', assets: assetIds.map(asset), group });
  return {
    state,
    requests,
    add,
    rows: () => [...state.groups.values()].map((group) => groupRowOf(state, group)),
  };
}

it('what is added as a group is one, and what is added without is none', () => {
  const { state, add, rows } = openedDesk();
  add(choice, 1, 2);
  add(null, 3);
  expect(rows()).toMatchObject([{ ...choice, importing: 2 }]);
  expect(state.watches.get('a1:drama/3')?.group).toBeNull();
});

it('two groups of the same name are two', () => {
  const { add, rows } = openedDesk();
  add(choice, 1);
  add(choice, 2);
  expect(new Set(rows().map(({ id }) => id)).size).toBe(2);
});

it('nothing new makes no group', () => {
  const { add, rows } = openedDesk();
  add(null, 1);
  expect(add(choice, 1)).toEqual({ added: 0, alreadyWatched: 1 });
  expect(rows()).toEqual([]);
});

it('a group is renamed and told otherwise', () => {
  const { add, rows, requests } = openedDesk();
  add(choice, 1);
  const group = rows()[0]!.id;
  requests.renameGroup({ group, name: 'Autumn' });
  requests.changeGroup({ group, eachAsset: true });
  expect(rows()).toMatchObject([{ name: 'Autumn', tell: choice.tell, eachAsset: true }]);
});

it('all of it is let go of and taken back, as it was', () => {
  const { state, add, rows, requests } = openedDesk();
  add(choice, 1, 2);
  add(null, 3);
  const before = rows();
  const { undo } = requests.stopWatchingGroup({ group: before[0]!.id });
  expect([...state.watches.keys()]).toEqual(['a1:drama/3']);
  expect(rows()).toEqual([]);
  expect(requests.undoStopWatching({ undo })).toEqual({ restored: 2 });
  expect(rows()).toEqual(before);
});
