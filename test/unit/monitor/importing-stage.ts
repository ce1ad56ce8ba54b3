import type { Beginning } from '../../../main/monitor/initial-state.ts';
import { createStage, type Stage } from './stage.ts';

/** A stage on which these assets are importing and nothing has ended yet. */
export function importing(assetIds: number[], options?: { saves: boolean }): Stage {
  const stage = createStage({}, options);
  stage.ready();
  stage.add(...assetIds);
  for (const assetId of assetIds) stage.askAndAnswer(assetId, 'IN_PROGRESS');
  return stage;
}

/** What the next start finds on the disk, when everything was written. */
export const savedBy = ({ state, now }: Stage): Partial<Beginning> => ({
  at: now,
  watches: structuredClone([...state.watches.values()]),
  notices: structuredClone([...state.notices.values()]),
});
