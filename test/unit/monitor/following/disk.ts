import type { EffectOf } from '../../../../main/monitor/kernel/effects.ts';
import type { MonitorView } from '../../../../main/monitor/state.ts';
import { ofKind, type Stage } from '../stage.ts';
import { createStoredRows, storedBy } from '../stored-rows.ts';

/** As the saver's: changes that nobody waits for are written after this time. */
const coalesceMs = 300;

/** What is written, in one piece, some time after the monitor asked for it; as the saver and the store do it. */
export function createDisk() {
  let stored = createStoredRows();
  /** How many effects of the present run were looked at. */
  let looked: { stage: Stage | null; effects: number } = { stage: null, effects: 0 };
  let waiting: EffectOf<'save'>[] = [];
  let writeAt = Infinity;

  return {
    /** Whether there is anything to be written, or to be looked at for it. */
    isBusy: (stage: Stage): boolean =>
      looked.stage !== stage || looked.effects < stage.effects.length || waiting.length > 0,
    /** To be called each tenth of a second, while it is busy. */
    write(stage: Stage): void {
      if (looked.stage !== stage) {
        looked = { stage, effects: 0 };
        waiting = [];
        writeAt = Infinity;
      }
      const saves = ofKind(stage.effects.slice(looked.effects), 'save');
      looked.effects = stage.effects.length;
      waiting.push(...saves);
      if (saves.length > 0) writeAt = Math.min(writeAt, stage.now + coalesceMs);
      if (saves.some(({ urgent }) => urgent)) writeAt = 0;
      // A clock that was set back must not put it off.
      if (stage.now < writeAt && writeAt <= stage.now + coalesceMs) return;
      writeAt = Infinity;
      for (const { changes } of waiting) stored.write(changes);
      const revision = waiting.at(-1)?.revision;
      waiting = [];
      if (revision !== undefined) stage.send({ kind: 'saved', revision });
    },
    writeAll(state: MonitorView): void {
      stored = createStoredRows(storedBy(state));
    },
    content: () => stored.content(),
  };
}
