import type { Beginning } from '../../../main/monitor/state.ts';
import { createStage, type Stage } from './stage.ts';
import { storedBy } from './stored-rows.ts';

/** A stage on which these assets are importing and nothing has ended yet. */
export function importing(assetIds: number[], options?: { saves: boolean }): Stage {
  const stage = createStage({}, { lists: false, ...options });
  stage.ready();
  stage.add(...assetIds);
  for (const assetId of assetIds) stage.askAndAnswer(assetId, 'IN_PROGRESS');
  return stage;
}

/** The start of a run on what this one wrote. */
export const savedBy = ({ state, now }: Stage): Partial<Beginning> => ({ at: now, ...storedBy(state) });
