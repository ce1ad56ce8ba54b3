import type { NewGroup } from '../../../../main/model/group.ts';
import type { Notice } from '../../../../main/model/notice.ts';
import { createStage, newWatchOf, type Stage } from '../stage.ts';

/** What is asked of a group unless a test says otherwise: told as a whole, and not one by one. */
export const batch: NewGroup = {
  id: 'g1',
  name: 'Batch A',
  tell: { allDone: true, firstFailure: true },
  eachAsset: false,
};

export function addToGroup(stage: Stage, assetIds: readonly number[], group: Partial<NewGroup> = {}): void {
  stage.send({
    kind: 'added',
    watches: assetIds.map((assetId) => newWatchOf(assetId, `${assetId}.mp4`)),
    group: { ...batch, ...group },
  });
}

/** A monitor in which these assets were added as one group and are all in progress. */
export function importing(assetIds: readonly number[], group: Partial<NewGroup> = {}): Stage {
  const stage = createStage();
  stage.ready();
  addToGroup(stage, assetIds, group);
  for (const assetId of assetIds) stage.askAndAnswer(assetId, 'IN_PROGRESS');
  return stage;
}

/** A notice in a few words: `done 2/4 failed 1.mp4 gone 1`, `first failure 1.mp4`, `FAILED 1.mp4 told-with-group`. */
export function said(notice: Notice): string {
  switch (notice.about) {
    case 'group-done': {
      const { completed, failed, gone, failedMembers } = notice;
      const names = failedMembers.map(({ name }) => name);
      const said = [`done ${completed}/${completed + failed + gone}`];
      if (failed > 0) said.push('failed', ...names.map(String));
      if (gone > 0) said.push(`gone ${gone}`);
      return said.join(' ');
    }
    case 'group-failure':
      return `first failure ${notice.name} at ${notice.ended}/${notice.all}`;
    case 'in-doubt':
    case 'not-registered':
      return `${notice.about} ${notice.object}`;
    case 'late':
      return `late ${notice.name}`;
    case 'import': {
      const held = notice.fate.kind === 'held' ? ` ${notice.fate.reason}` : '';
      return `${notice.status} ${notice.name}${held}`;
    }
  }
}

export const ledger = ({ state }: Stage): string[] => [...state.notices.values()].map(said);

/** Only what is told of groups. */
export const ofGroups = ({ state }: Stage): string[] =>
  [...state.notices.values()].filter(({ about }) => about !== 'import').map(said);
