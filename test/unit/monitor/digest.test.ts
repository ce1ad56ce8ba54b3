import { describe, expect, it } from 'vitest';
import type { ProblemKind } from '../../../main/model/problem.ts';
import { importing as importingOfGroup, said } from './groups/group-stage.ts';
import { importing, savedBy } from './importing-stage.ts';
import { answerOf, createStage, newWatchOf, ofKind, problemOf, type Stage } from './stage.ts';

describe('the digest', () => {
  it.each([0, 2_000])('brings back what was on its way when the app ended %i ms after the answer', (ms) => {
    const before = importing([1]);
    before.askAndAnswer(1, 'FAILED');
    before.pass(ms);
    const stage = createStage(savedBy(before));
    stage.now = before.now;
    const banners = ofKind([...stage.ready(), ...stage.pass(60_000)], 'show');
    expect(banners.map(({ digest, notices }) => [digest, notices.length])).toEqual([[true, 1]]);
  });

  it('leaves out what was shown although the app ended before it could note that', () => {
    const before = importing([1, 2]);
    before.askAndAnswer(1, 'FAILED');
    before.pass(2_000);
    const [banner] = ofKind(before.effects, 'show');
    before.askAndAnswer(2, 'COMPLETED');
    before.pass(2_000);
    const left = { name: banner!.receipt, at: before.now };
    const receipts = [left, { name: 'of another run', at: before.now }];
    const stage = createStage({ ...savedBy(before), receipts });
    stage.ready();
    stage.pass(60_000);
    const banners = ofKind(stage.effects, 'show');
    const [, second] = [...before.state.notices.keys()];
    expect(banners.map(({ notices }) => notices.map(({ key }) => key))).toEqual([[second]]);
    expect(stage.fates()[0]).toBe('shown');
  });

  it('tells also of a group whose imports ended meanwhile', () => {
    const before = importingOfGroup([1, 2]);
    const stage = createStage(savedBy(before));
    stage.now = before.now;
    stage.ready();
    for (const assetId of [1, 2]) stage.askAndAnswer(assetId, 'COMPLETED');
    stage.pass(60_000);
    const banners = ofKind(stage.effects, 'show');
    expect(banners.map(({ digest, notices }) => [digest, ...notices.map(said)])).toEqual([
      [true, 'done 2/2'],
    ]);
  });

  it('does not wait for an account that cannot be asked', () => {
    const before = importing([1, 2]);
    before.askAndAnswer(1, 'FAILED');
    const stage = createStage(savedBy(before));
    stage.now = before.now;
    expect(ofKind(stage.send({ kind: 'account-not-ready', account: 'a1' }), 'show')).toHaveLength(1);
  });

  it('does not wait longer than its time for an account of which nothing is heard', () => {
    const before = importing([1, 2]);
    before.askAndAnswer(1, 'FAILED');
    const stage = createStage(savedBy(before));
    stage.now = before.now;
    stage.ready();
    expect(ofKind(stage.pass(19_000), 'show')).toEqual([]);
    expect(ofKind(stage.pass(2_000), 'show')).toHaveLength(1);
  });

  it('gathers what ended in a sleep into one banner', () => {
    const stage = importing([1, 2, 3]);
    stage.send({ kind: 'suspended' });
    stage.now += 3_600_000;
    stage.send({ kind: 'resumed' });
    for (const assetId of [1, 2, 3]) stage.askAndAnswer(assetId, 'COMPLETED');
    stage.pass(30_000);
    const banners = ofKind(stage.effects, 'show');
    expect(banners.map(({ digest, notices }) => [digest, notices.length])).toEqual([[true, 3]]);
  });
});

describe('a digest that sleep after sleep would put off', () => {
  /** Awake for `awakeMs`, then asleep for an hour. */
  function wakeFor(stage: Stage, awakeMs: number) {
    stage.send({ kind: 'resumed' });
    stage.pass(awakeMs);
    stage.send({ kind: 'suspended' });
    stage.now += 3_600_000;
  }

  it('is told in the third time awake at the latest', () => {
    const stage = importing([1, 2]);
    stage.send({ kind: 'suspended' });
    stage.now += 3_600_000;
    stage.send({ kind: 'resumed' });
    stage.askAndAnswer(1, 'FAILED');
    stage.send({ kind: 'suspended' });
    stage.now += 3_600_000;
    wakeFor(stage, 10_000);
    expect(ofKind(stage.effects, 'show')).toEqual([]);
    wakeFor(stage, 10_000);
    const banners = ofKind(stage.effects, 'show');
    expect(banners.map(({ digest, notices }) => [digest, notices.length])).toEqual([[true, 1]]);
  });

  it('may wait on while there is nothing to tell', () => {
    const stage = importing([1, 2]);
    stage.send({ kind: 'suspended' });
    for (let time = 0; time < 5; time += 1) wakeFor(stage, 3_500);
    stage.send({ kind: 'resumed' });
    for (const assetId of [1, 2]) stage.askAndAnswer(assetId, 'COMPLETED');
    stage.pass(30_000);
    expect(ofKind(stage.effects, 'show').map(({ notices }) => notices.length)).toEqual([2]);
  });
});

describe('a digest of several accounts', () => {
  /** Asset 1 is of account a1, asset 2 of account a2; 1 has ended, and 2 cannot be asked for. */
  function afterSleep(meanwhile: (stage: Stage, request: number) => void) {
    const stage = importing([1]);
    stage.send({ kind: 'account-ready', account: 'a2', keptAt: 0 });
    stage.send({ kind: 'added', watches: [newWatchOf(2, 'film.mp4', 'a2')] });
    const requestOfOther = () => stage.requestOf(2, 'a2')!.request;
    stage.say(requestOfOther(), answerOf(2, 'IN_PROGRESS'));
    stage.send({ kind: 'suspended' });
    stage.now += 3_600_000;
    stage.send({ kind: 'resumed' });
    stage.pass(3_100);
    stage.answer(1, 'FAILED');
    meanwhile(stage, requestOfOther());
    return stage;
  }
  const meet = (kind: ProblemKind) => (stage: Stage, request: number) =>
    void stage.meet(request, problemOf(kind));
  const banners = (stage: Stage) =>
    ofKind(stage.effects, 'show').map(({ digest, notices }) => [digest, notices.length]);

  it('does not wait for one that needs the person', () => {
    const stage = importing([1, 2]);
    stage.send({ kind: 'account-ready', account: 'a2', keptAt: 0 });
    stage.send({ kind: 'added', watches: [newWatchOf(3, 'film.mp4', 'a2')] });
    stage.say(stage.requestOf(3, 'a2')!.request, answerOf(3, 'IN_PROGRESS'));
    stage.refuseForGood(problemOf('credentials'));
    stage.send({ kind: 'suspended' });
    stage.now += 600_000;
    stage.send({ kind: 'resumed' });
    stage.pass(3_100);
    stage.say(stage.requestOf(3, 'a2')!.request, answerOf(3, 'FAILED'));
    expect(banners(stage)).toEqual([[true, 1]]);
  });

  it('does not wait for one without a key', () => {
    const stage = afterSleep((each) => void each.send({ kind: 'account-not-ready', account: 'a2' }));
    expect(banners(stage)).toEqual([[true, 1]]);
  });

  it('does not wait for one that is gone', () => {
    const stage = afterSleep((each) => void each.send({ kind: 'account-removed', account: 'a2' }));
    expect(banners(stage)).toEqual([[true, 1]]);
  });

  it.each(['service', 'credentials'] as const)(
    'waits for one in trouble (%s) no longer than its time',
    (kind) => {
      const stage = afterSleep(meet(kind));
      expect(banners(stage)).toEqual([]);
      stage.pass(17_000);
      expect(banners(stage)).toEqual([[true, 1]]);
    },
  );
});
