import { describe, expect, it } from 'vitest';
import type { Beginning } from '../../../main/monitor/initial-state.ts';
import { inboxLimit } from '../../../main/monitor/ledger.ts';
import type { ProblemKind } from '../../../main/monitor/problem.ts';
import { countsOf } from '../../../main/monitor/rows.ts';
import { answerOf, createStage, idOf, ofKind, problemOf, referenceOf } from './stage.ts';

type Stage = ReturnType<typeof createStage>;

function importing(assetIds: number[], options?: { saves: boolean }): Stage {
  const stage = createStage({}, options);
  stage.ready();
  stage.add(...assetIds);
  for (const assetId of assetIds) stage.askAndAnswer(assetId, 'IN_PROGRESS');
  return stage;
}

/** What the next start finds on the disk, when everything was written. */
const savedBy = ({ state, now }: Stage): Partial<Beginning> => ({
  at: now,
  watches: structuredClone([...state.watches.values()]),
  notices: structuredClone([...state.notices.values()]),
});

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
    stage.send({ kind: 'save-failed', revision: stage.state.revision, reason: 'disk full' });
    const again = stage.pass(11_000);
    expect(ofKind(stage.effects, 'show')).toEqual([]);
    const save = ofKind(again, 'save').at(-1)!;
    expect(save.urgent).toBe(true);
    expect(ofKind(stage.send({ kind: 'saved', revision: save.revision }), 'show')).toHaveLength(1);
    expect(stage.state.saveProblem).toBeNull();
  });

  it('marks its notices with what became of it', () => {
    const stage = importing([1]);
    stage.askAndAnswer(1, 'COMPLETED');
    const [banner] = ofKind(stage.pass(2_000), 'show');
    const reasons = [{ by: 'electron', reason: 'no-notification-service' }] as const;
    stage.send({ kind: 'not-shown', banner: banner!.banner, reasons });
    expect(stage.fates()).toEqual(['not-shown']);
  });

  it('is not made of what the person turned off', () => {
    const stage = importing([1]);
    stage.send({
      kind: 'settings-changed',
      settings: { floorMs: 5_000, notices: { completed: false, failed: true } },
    });
    stage.askAndAnswer(1, 'COMPLETED');
    expect(ofKind(stage.pass(60_000), 'show')).toEqual([]);
    expect(stage.fates()).toEqual(['held']);
  });
});

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
    stage.send({ kind: 'account-ready', account: 'a2' });
    const other = { account: 'a2', reference: referenceOf(2), label: null, fileName: 'film.mp4' };
    stage.send({ kind: 'added', watches: [other] });
    const answer = answerOf(2, 'IN_PROGRESS');
    const requestOfOther = () => stage.state.watches.get('a2:w/2')!.inFlight!.request;
    stage.send({ kind: 'answered', watch: 'a2:w/2', request: requestOfOther(), answer });
    stage.send({ kind: 'suspended' });
    stage.now += 3_600_000;
    stage.send({ kind: 'resumed' });
    stage.pass(3_100);
    stage.answer(1, 'FAILED');
    meanwhile(stage, requestOfOther());
    return stage;
  }
  const meet = (kind: ProblemKind) => (stage: Stage, request: number) =>
    void stage.send({ kind: 'problem', watch: 'a2:w/2', request, problem: problemOf(kind) });
  const banners = (stage: Stage) =>
    ofKind(stage.effects, 'show').map(({ digest, notices }) => [digest, notices.length]);

  it('does not wait for one that needs the person', () => {
    expect(banners(afterSleep(meet('credentials')))).toEqual([[true, 1]]);
  });

  it('does not wait for one without a key', () => {
    const stage = afterSleep((each) => void each.send({ kind: 'account-not-ready', account: 'a2' }));
    expect(banners(stage)).toEqual([[true, 1]]);
  });

  it('does not wait for one that is gone', () => {
    const stage = afterSleep((each) => void each.send({ kind: 'account-removed', account: 'a2' }));
    expect(banners(stage)).toEqual([[true, 1]]);
  });

  it('waits for one in trouble no longer than its time', () => {
    const stage = afterSleep(meet('service'));
    expect(banners(stage)).toEqual([]);
    stage.pass(17_000);
    expect(banners(stage)).toEqual([[true, 1]]);
  });
});

describe('a busy time', () => {
  /** Answers whatever is asked for, as ended. */
  function answerAll(stage: Stage) {
    for (const request of stage.state.asking.keys())
      stage.send({ kind: 'answered', watch: '', request, answer: answerOf(1, 'COMPLETED', stage.now) });
  }

  it('has a few banners a minute, and each end is told within about a minute', () => {
    const ends = Array.from({ length: 600 }, (_, index) => index + 1);
    const stage = createStage();
    stage.ready();
    stage.add(...ends);
    for (let ms = 0; ms < 130_000; ms += 100) {
      for (const request of stage.state.asking.keys())
        stage.send({ kind: 'answered', watch: '', request, answer: answerOf(1, 'IN_PROGRESS', stage.now) });
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
    for (const batch of [
      [1, 2],
      [3, 4],
      [5, 6],
    ]) {
      for (const assetId of batch) stage.askAndAnswer(assetId, 'COMPLETED');
      stage.pass(6_000);
    }
    const from = stage.effects.length;
    stage.askAndAnswer(7, 'FAILED');
    stage.pass(5_000);
    expect(ofKind(stage.effects.slice(from), 'show')).toHaveLength(1);
  });

  it('is over after a quiet time: one end is told at once again', () => {
    const stage = importing(Array.from({ length: 30 }, (_, index) => index + 1));
    for (let assetId = 1; assetId < 30; assetId += 1) stage.askAndAnswer(assetId, 'COMPLETED');
    stage.pass(300_000);
    const from = stage.effects.length;
    stage.askAndAnswer(30, 'FAILED');
    stage.pass(1_500);
    expect(ofKind(stage.effects.slice(from), 'show')).toHaveLength(1);
  });
});

describe('the inbox', () => {
  it('counts what is not read through every change', () => {
    const stage = importing([1, 2, 3]);
    const unread = () => {
      const { unread: all, unreadFailures } = countsOf(stage.state);
      return [all, unreadFailures];
    };
    stage.askAndAnswer(1, 'COMPLETED');
    stage.askAndAnswer(2, 'FAILED');
    expect(unread()).toEqual([2, 1]);
    stage.send({ kind: 'notices-read', notices: [[...stage.state.notices.keys()][1]!, 'unknown'] });
    expect(unread()).toEqual([1, 0]);
    stage.send({ kind: 'notices-read', notices: 'all' });
    stage.send({ kind: 'notices-read', notices: 'all' });
    expect(unread()).toEqual([0, 0]);
    stage.askAndAnswer(3, 'INVALID_METADATA');
    expect(unread()).toEqual([1, 1]);
    const next = createStage(savedBy(stage));
    expect(countsOf(next.state)).toMatchObject({ unread: 1, unreadFailures: 1 });
    for (const { banner } of ofKind(stage.pass(60_000), 'show'))
      stage.send({ kind: 'shown', banner, by: 'electron' });
    for (const banner of [...stage.state.banners.keys()])
      stage.send({ kind: 'shown', banner, by: 'electron' });
    stage.send({ kind: 'inbox-cleared' });
    expect(unread()).toEqual([0, 0]);
  });

  it('keeps what is on its way when it is cleared', () => {
    const stage = importing([1]);
    stage.askAndAnswer(1, 'COMPLETED');
    stage.send({ kind: 'inbox-cleared' });
    expect(stage.state.notices.size).toBe(1);
    const [banner] = ofKind(stage.pass(2_000), 'show');
    stage.send({ kind: 'shown', banner: banner!.banner, by: 'electron' });
    stage.send({ kind: 'inbox-cleared' });
    expect(stage.state.notices.size).toBe(0);
  });

  it('forgets the oldest beyond its limit', () => {
    const before = importing([1]);
    before.askAndAnswer(1, 'COMPLETED');
    const one = [...before.state.notices.values()][0]!;
    const fate = { kind: 'held', reason: 'turned-off', at: 0 } as const;
    const notices = Array.from({ length: inboxLimit }, (_, index) => ({ ...one, key: `old#${index}`, fate }));
    const stage = createStage({ notices });
    stage.ready();
    stage.add(2);
    stage.answer(2, 'IN_PROGRESS');
    stage.askAndAnswer(2, 'FAILED');
    expect(stage.state.notices.size).toBe(inboxLimit);
    expect(stage.state.notices.has('old#0')).toBe(false);
    expect(stage.state.notices.has('old#1')).toBe(true);
  });
});
