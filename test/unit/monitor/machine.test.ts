import { describe, expect, it } from 'vitest';
import { createStage, idOf, ofKind, problemOf, referenceOf } from './stage.ts';

function importing() {
  const stage = createStage();
  stage.ready();
  stage.add(1, 2, 3);
  stage.pass(500);
  for (const assetId of [1, 2]) stage.answer(assetId, 'IN_PROGRESS');
  return stage;
}

const rests = [
  ['offline', { kind: 'offline' }, { kind: 'online' }],
  ['paused', { kind: 'paused', until: Number.MAX_SAFE_INTEGER }, { kind: 'unpaused' }],
] as const;

describe.each(rests)('while %s', (_name, begin, end) => {
  it('nothing is asked, and what was on the wire is called back', () => {
    const stage = importing();
    const effects = stage.send(begin);
    expect(ofKind(effects, 'abort').flatMap((effect) => effect.requests)).toHaveLength(1);
    expect(stage.state.accounts.get('a1')!.inFlight).toBe(0);
    const during = [...stage.send({ kind: 'check-now', watches: 'all' }), ...stage.pass(3_600_000)];
    expect(ofKind(during, 'ask')).toEqual([]);
    stage.send(end);
    expect(ofKind(stage.pass(10_000), 'ask').length + stage.state.asking.size).toBeGreaterThanOrEqual(3);
  });
});

describe('while suspended', () => {
  const hour = 3_600_000;

  it('nothing is asked, and what was on the wire is called back', () => {
    const stage = importing();
    const effects = stage.send({ kind: 'suspended' });
    expect(ofKind(effects, 'abort').flatMap((effect) => effect.requests)).toHaveLength(1);
    expect(ofKind(stage.pass(59_000), 'ask')).toEqual([]);
    stage.now += hour;
    stage.send({ kind: 'resumed' });
    expect(ofKind(stage.pass(10_000), 'ask').length).toBeGreaterThanOrEqual(3);
  });

  it('a process that plainly runs on is awake after a minute, though nobody says so', () => {
    const stage = importing();
    stage.send({ kind: 'suspended' });
    const asked = ofKind(stage.pass(65_000), 'ask').length;
    expect(asked).toBeGreaterThan(0);
    expect(stage.state.gathering?.digest).toBe(true);
  });

  it('a wake of a few seconds, which no process can tell from the end of the sleep, asks nothing', () => {
    const stage = importing();
    stage.send({ kind: 'suspended' });
    stage.now += hour;
    expect(ofKind([...stage.send({ kind: 'tick' }), ...stage.pass(20_000)], 'ask')).toEqual([]);
    stage.now += hour;
    expect(ofKind([...stage.send({ kind: 'tick' }), ...stage.pass(59_000)], 'ask')).toEqual([]);
    expect(ofKind(stage.pass(5_000), 'ask').length).toBeGreaterThan(0);
  });

  it('a person who checks is at a machine that is awake', () => {
    const stage = importing();
    stage.send({ kind: 'suspended' });
    stage.send({ kind: 'check-now', watches: 'all' });
    expect(ofKind(stage.pass(5_000), 'ask')).toHaveLength(3);
  });

  it('a clock that is set back does not put the doubt off', () => {
    const stage = importing();
    stage.send({ kind: 'suspended' });
    stage.now -= hour;
    stage.send({ kind: 'renamed', watch: idOf(1), label: 'one' });
    expect(ofKind(stage.pass(65_000), 'ask').length).toBeGreaterThan(0);
  });
});

describe('the machine', () => {
  it('asks nothing in the grace time after a wake, though it is told twice', () => {
    const stage = importing();
    stage.send({ kind: 'suspended' });
    stage.now += 3_600_000;
    stage.send({ kind: 'resumed' });
    stage.send({ kind: 'resumed' });
    expect(ofKind(stage.pass(2_900), 'ask')).toEqual([]);
    expect(ofKind(stage.pass(200), 'ask')).toHaveLength(1);
  });

  it('takes a tick that comes an hour late for a sleep', () => {
    const stage = importing();
    stage.now += 3_600_000;
    stage.send({ kind: 'tick' });
    expect(stage.state.gathering?.digest).toBe(true);
    expect(stage.state.machine.askFrom).toBeGreaterThan(stage.now);
  });

  it('ends a pause by itself', () => {
    const stage = importing();
    stage.send({ kind: 'paused', until: stage.now + 60_000 });
    expect(ofKind(stage.pass(61_000), 'ask').length).toBeGreaterThan(0);
    expect(stage.state.pausedUntil).toBeNull();
  });

  it('is never woken twice at one time without having done something', () => {
    const stage = importing();
    for (let tick = 0; tick < 200 && stage.state.wakeAt !== null; tick += 1) {
      const at = stage.state.wakeAt;
      stage.now = Math.max(stage.now, at);
      const effects = stage.send({ kind: 'tick' });
      const wakes = ofKind(effects, 'wake');
      expect(wakes.length).toBeLessThanOrEqual(1);
      if (stage.state.wakeAt !== null && stage.state.wakeAt <= stage.now)
        expect(effects.length).toBeGreaterThan(1);
    }
  });
});

describe('a sleep that nobody told of', () => {
  const hour = 3_600_000;

  it('is noticed by whatever comes first, and what ended meanwhile makes one digest', () => {
    const stage = importing();
    stage.answer(3, 'IN_PROGRESS');
    stage.send({ kind: 'check-now', watches: [idOf(3)] });
    stage.pass(300);
    stage.now += hour;
    stage.answer(3, 'COMPLETED');
    expect(stage.state.machine.askFrom).toBe(stage.now + 3_000);
    for (const assetId of [1, 2]) stage.askAndAnswer(assetId, 'FAILED');
    const banners = ofKind([...stage.effects, ...stage.pass(60_000)], 'show');
    expect(banners.map(({ digest, notices }) => [digest, notices.length])).toEqual([[true, 3]]);
  });

  it('in the midst of a request is no problem of the account', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.now += hour;
    stage.problem(1, problemOf('offline'));
    expect(stage.state.accounts.get('a1')!.slowdown).toBeNull();
    expect(ofKind(stage.pass(4_000), 'ask')).toHaveLength(1);
  });

  it('gives up what was on the wire before it', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1, 2);
    stage.pass(500);
    stage.now += hour;
    const effects = stage.send({ kind: 'renamed', watch: idOf(1), label: 'one' });
    expect(ofKind(effects, 'abort').flatMap(({ requests }) => requests)).toHaveLength(2);
    expect(ofKind(stage.pass(4_000), 'ask')).toHaveLength(2);
  });

  it('is not seen in a monitor that had nothing to wait for', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'COMPLETED');
    stage.now += hour;
    stage.add(2);
    expect(stage.watch(2).inFlight).not.toBeNull();
  });

  it('is noticed once, although it is noticed while an unlock is told', () => {
    const stage = importing();
    stage.now += hour;
    stage.send({ kind: 'resumed' });
    const { askFrom } = stage.state.machine;
    stage.now += 1_000;
    stage.send({ kind: 'renamed', watch: idOf(1), label: 'one' });
    expect(stage.state.machine.askFrom).toBe(askFrom);
    expect(stage.state.gathering?.digest).toBe(true);
  });
});

describe('a wake', () => {
  it.each(['offline', 'intercepted'] as const)('forgets what was learned of another network: %s', (kind) => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    for (let failures = 0; failures < 8; failures += 1) {
      stage.problem(1, problemOf(kind));
      while (stage.watch(1).inFlight === null) stage.pass(1_000);
    }
    stage.send({ kind: 'suspended' });
    stage.pass(30_000);
    stage.send({ kind: 'resumed' });
    expect(stage.state.accounts.get('a1')!.slowdown).toBeNull();
    expect(ofKind(stage.pass(4_000), 'ask')).toHaveLength(1);
  });
});

describe('an account that is removed', () => {
  it('takes its requests along, and undo of a removal afterwards is harmless', () => {
    const stage = importing();
    const watch = structuredClone(stage.watch(1));
    stage.send({ kind: 'removed', watches: [idOf(1)] });
    expect(ofKind(stage.send({ kind: 'account-removed', account: 'a1' }), 'abort')).toHaveLength(1);
    expect(stage.state.asking.size).toBe(0);
    stage.send({ kind: 'put-back', watches: [watch] });
    expect(ofKind(stage.pass(60_000), 'ask')).toEqual([]);
    stage.ready();
    stage.pass(1_000);
    expect(stage.state.asking.size).toBe(3);
    expect(stage.state.accounts.get('a1')!.inFlight).toBe(3);
  });
});

describe('the watchlist', () => {
  it('holds an asset once, and asks for it once however often it is wanted', () => {
    const stage = importing();
    stage.add(1, 1, 2);
    expect(stage.state.watches.size).toBe(3);
    stage.send({ kind: 'check-now', watches: [idOf(3)] });
    stage.send({ kind: 'check-now', watches: 'all' });
    stage.pass(1_000);
    const asked = [...stage.state.asking.values()].map((asking) => 'watch' in asking && asking.watch);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('keeps the budget of four at once and five a second', () => {
    const stage = createStage();
    stage.ready();
    stage.add(...Array.from({ length: 50 }, (_, index) => index + 1));
    stage.pass(10_000);
    expect(stage.state.asking.size).toBe(4);
    const sent = [...stage.state.asking.values()].map((asking) => asking.since).toSorted((a, b) => a - b);
    for (let index = 1; index < sent.length; index += 1)
      expect(sent[index]! - sent[index - 1]!).toBeGreaterThanOrEqual(200);
  });

  it('brings a removed watch back with what was known of it, and tells its end once', () => {
    const stage = importing();
    const watch = structuredClone(stage.watch(1));
    stage.send({ kind: 'removed', watches: [idOf(1)] });
    stage.pass(60_000);
    stage.send({ kind: 'put-back', watches: [watch] });
    expect(stage.watch(1).known?.status).toBe('IN_PROGRESS');
    stage.askAndAnswer(1, 'FAILED');
    expect(stage.state.notices.size).toBe(1);
    expect(stage.state.tally).toEqual({ importing: 2, completed: 0, failed: 1, gone: 0 });
  });

  it('learns a name, and the project to which the asset was moved', () => {
    const stage = createStage();
    stage.ready();
    const watches = [{ account: 'a1', reference: referenceOf(9), label: null, fileName: null }];
    stage.send({ kind: 'added', watches });
    const asked = ofKind(stage.pass(1_000), 'learn-name')[0]!;
    stage.send({
      kind: 'named',
      watch: asked.watch,
      request: asked.request,
      fileName: 'a.mov',
      projectId: 4,
    });
    expect(stage.watch(9)).toMatchObject({ fileName: 'a.mov', reference: { projectId: 4 } });
  });
});
