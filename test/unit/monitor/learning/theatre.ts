import { rowOf } from '../../../../main/monitor/view/rows.ts';
import { sendPage } from '../following/projects.ts';
import { createStage } from '../stage.ts';
import { minute } from './observations.ts';

/** A stage on which imports of assets take as long as the test says. */
export function createTheatre(beginning: Parameters<typeof createStage>[0] = {}) {
  const stage = createStage(beginning);
  stage.ready();
  return Object.assign(stage, {
    row: (assetId: number) => rowOf(stage.state, stage.watch(assetId)),
    /** Adds the imports at once and answers every look until the last has ended; minutes from now by asset. What is there goes on. */
    play(durations: Readonly<Record<number, number>>, untilMinutes = Infinity) {
      const ids = Object.keys(durations).map(Number);
      const from = stage.now;
      stage.add(...ids);
      const goesOn = () =>
        stage.now - from < untilMinutes * minute && ids.some((id) => stage.watch(id).endedAt === null);
      while (goesOn()) {
        for (const { request, question } of stage.onTheWire()) {
          // Lists show nothing.
          if (question.for === 'page')
            sendPage(stage, request, { assets: [], skipped: 0, totalCount: 0, pages: 0 });
          if (question.for !== 'status') continue;
          const id = question.reference.assetId;
          const isOver = stage.now - from >= (durations[id] ?? Infinity) * minute;
          stage.answer(id, isOver ? 'COMPLETED' : 'IN_PROGRESS');
        }
        stage.pass(1_000);
      }
    },
  });
}
