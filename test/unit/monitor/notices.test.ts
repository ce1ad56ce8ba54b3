import { describe, expect, it } from 'vitest';
import type { Beginning } from '../../../main/monitor/initial-state.ts';
import { inboxLimit } from '../../../main/monitor/notices.ts';
import { createStage, idOf, ofKind } from './stage.ts';

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
    expect(banners.map((banner) => banner.notices.map((notice) => notice.status))).toEqual([
      ['COMPLETED', 'FAILED'],
    ]);
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

  it('does not wait longer than its time for an account that cannot be asked', () => {
    const before = importing([1, 2]);
    before.askAndAnswer(1, 'FAILED');
    const stage = createStage(savedBy(before));
    stage.now = before.now;
    stage.send({ kind: 'account-not-ready', account: 'a1' });
    expect(ofKind(stage.pass(21_000), 'show')).toHaveLength(1);
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

describe('the inbox', () => {
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
  });
});
