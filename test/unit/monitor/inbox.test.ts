import { describe, expect, it } from 'vitest';
import { inboxLimit } from '../../../main/monitor/telling/ledger.ts';
import { countsOf } from '../../../main/monitor/view/rows.ts';
import { importing, savedBy } from './importing-stage.ts';
import { createStage, ofKind } from './stage.ts';

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
      stage.send({ kind: 'told', banner, outcome: { kind: 'shown', by: 'electron' } });
    for (const banner of [...stage.state.banners.keys()])
      stage.send({ kind: 'told', banner, outcome: { kind: 'shown', by: 'electron' } });
    stage.send({ kind: 'inbox-cleared' });
    expect(unread()).toEqual([0, 0]);
  });

  it('keeps what is on its way when it is cleared', () => {
    const stage = importing([1]);
    stage.askAndAnswer(1, 'COMPLETED');
    stage.send({ kind: 'inbox-cleared' });
    expect(stage.state.notices.size).toBe(1);
    const [banner] = ofKind(stage.pass(2_000), 'show');
    stage.send({ kind: 'told', banner: banner!.banner, outcome: { kind: 'shown', by: 'electron' } });
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
