import { describe, expect, it } from 'vitest';
import { importing } from './importing-stage.ts';
import { ofKind, type Stage } from './stage.ts';

const shown = (stage: Stage) => ofKind(stage.effects, 'show').map(({ notices }) => notices.length);
const all = Array.from({ length: 30 }, (_, index) => index + 1);

/** The disk refuses whatever is to be saved from now on, each time at once. */
function fill(stage: Stage): void {
  stage.send({ kind: 'save-failed', reason: 'disk full' });
}

describe('a disk that is full for an hour', () => {
  function afterAnHour(): Stage {
    const stage = importing(all, { saves: false });
    for (let ended = 0; ended < all.length; ended += 1) {
      stage.answerNext('COMPLETED');
      fill(stage);
      stage.pass(60_000);
      fill(stage);
      stage.pass(60_000);
    }
    return stage;
  }

  it('keeps one banner waiting, which tells of all once there is room', () => {
    const stage = afterAnHour();
    expect(shown(stage)).toEqual([]);
    expect(stage.state.banners.size).toBe(1);
    stage.send({ kind: 'saved', revision: stage.state.revision.value });
    expect(shown(stage)).toEqual([30]);
    expect(new Set(stage.fates())).toEqual(new Set(['showing']));
  });

  it('is told under one receipt', () => {
    const stage = afterAnHour();
    const [banner] = ofKind(stage.send({ kind: 'saved', revision: stage.state.revision.value }), 'show');
    const receipts = [...stage.state.notices.values()].map(({ fate }) => 'receipt' in fate && fate.receipt);
    expect(new Set(receipts)).toEqual(new Set([banner!.receipt]));
  });
});

describe('a save that takes long', () => {
  it('holds back the next banner, and the two do not come together', () => {
    const stage = importing([1, 2], { saves: false });
    stage.send({ kind: 'saved', revision: stage.state.revision.value });
    stage.askAndAnswer(1, 'COMPLETED');
    stage.pass(1_500);
    stage.askAndAnswer(2, 'FAILED');
    stage.pass(30_000);
    expect(stage.state.banners.size).toBe(1);
    stage.send({ kind: 'saved', revision: stage.state.revision.value });
    expect(shown(stage)).toEqual([1]);
    stage.pass(4_900);
    expect(stage.state.banners.size).toBe(1);
    stage.pass(200);
    stage.send({ kind: 'saved', revision: stage.state.revision.value });
    expect(shown(stage)).toEqual([1, 1]);
  });
});
