import { describe, expect, it } from 'vitest';
import { importing } from './importing-stage.ts';
import { answerOf, createStage, idOf, ofKind, someSettings, type Stage } from './stage.ts';

describe('a banner', () => {
  it('tells of all that ended in one moment', () => {
    const stage = importing([1, 2]);
    stage.askAndAnswer(1, 'COMPLETED');
    stage.send({ kind: 'check-now', watches: [idOf(2)] });
    stage.pass(300);
    stage.answer(2, 'FAILED');
    const banners = ofKind(stage.pass(10_000), 'show');
    expect(
      banners.map((banner) =>
        banner.notices.flatMap((notice) => (notice.about === 'import' ? notice.status : [])),
      ),
    ).toEqual([['COMPLETED', 'FAILED']]);
  });

  it('waits until the ledger is on disk, through a save that fails', () => {
    const stage = importing([1], { saves: false });
    stage.askAndAnswer(1, 'COMPLETED');
    stage.pass(2_000);
    expect(stage.fates()).toEqual(['showing']);
    stage.send({ kind: 'save-failed', reason: 'disk full' });
    const again = stage.pass(11_000);
    expect(ofKind(stage.effects, 'show')).toEqual([]);
    const save = ofKind(again, 'save').at(-1)!;
    expect(save.urgent).toBe(true);
    expect(ofKind(stage.send({ kind: 'saved', revision: save.revision }), 'show')).toHaveLength(1);
    expect(stage.state.saveProblem.value).toBeNull();
  });

  it('marks its notices with what became of it', () => {
    const stage = importing([1]);
    stage.askAndAnswer(1, 'COMPLETED');
    const [banner] = ofKind(stage.pass(2_000), 'show');
    const reasons = [{ by: 'electron', reason: 'no-notification-service' }] as const;
    stage.send({ kind: 'told', banner: banner!.banner, outcome: { kind: 'not-shown', reasons } });
    expect(stage.fates()).toEqual(['not-shown']);
  });

  it('is not made of what the person turned off', () => {
    const stage = importing([1]);
    const notices = { ...someSettings.notices, completed: false };
    stage.send({ kind: 'settings-changed', settings: { ...someSettings, notices } });
    stage.askAndAnswer(1, 'COMPLETED');
    expect(ofKind(stage.pass(60_000), 'show')).toEqual([]);
    expect(stage.fates()).toEqual(['held']);
  });
});

describe('a busy time', () => {
  /** Answers whatever is asked for, as ended. */
  function answerAll(stage: Stage) {
    for (const { request } of stage.onTheWire()) stage.say(request, answerOf(1, 'COMPLETED', stage.now));
  }

  it('has a few banners a minute, and each end is told within about a minute', () => {
    const ends = Array.from({ length: 600 }, (_, index) => index + 1);
    const stage = createStage({}, { lists: false });
    stage.ready();
    stage.add(...ends);
    for (let ms = 0; ms < 130_000; ms += 100) {
      for (const { request } of stage.onTheWire()) stage.say(request, answerOf(1, 'IN_PROGRESS', stage.now));
      stage.pass(100);
    }
    const from = stage.effects.length;
    const began = stage.now;
    const times: number[] = [];
    for (let ms = 0; ms < 240_000; ms += 100) {
      answerAll(stage);
      for (const effect of stage.pass(100)) if (effect.kind === 'show') times.push(stage.now - began);
    }
    const shown = ofKind(stage.effects.slice(from), 'show');
    expect(shown.flatMap(({ notices }) => notices)).toHaveLength(600);
    expect(times.filter((time) => time <= 60_000).length).toBeLessThanOrEqual(4);
    for (let index = 1; index < times.length; index += 1)
      expect(times[index]! - times[index - 1]!).toBeLessThanOrEqual(62_000);
  });

  it('is no matter of two or three at a time: the next end does not wait for a longer pause', () => {
    const stage = importing([1, 2, 3, 4, 5, 6, 7]);
    for (let batch = 0; batch < 3; batch += 1) {
      stage.answerNext('COMPLETED');
      stage.answerNext('COMPLETED');
      stage.pass(6_000);
    }
    const from = stage.effects.length;
    stage.answerNext('FAILED');
    stage.pass(5_000);
    expect(ofKind(stage.effects.slice(from), 'show')).toHaveLength(1);
  });

  it('is over after a quiet time: one end is told at once again', () => {
    const stage = importing(Array.from({ length: 30 }, (_, index) => index + 1));
    // In the order in which they are asked for: four that wait for an answer would keep the others from being asked.
    for (let ended = 0; ended < 29; stage.pass(1_000))
      for (const { request, question } of stage.onTheWire()) {
        const assetId = 'reference' in question ? question.reference.assetId : 0;
        stage.say(request, answerOf(assetId, assetId === 30 ? 'IN_PROGRESS' : 'COMPLETED', stage.now));
        if (assetId !== 30) ended += 1;
      }
    stage.pass(300_000);
    const from = stage.effects.length;
    stage.askAndAnswer(30, 'FAILED');
    stage.pass(1_500);
    expect(ofKind(stage.effects.slice(from), 'show')).toHaveLength(1);
  });
});
