import { describe, expect, it } from 'vitest';
import { countsIn } from '../../../main/monitor/imports/tally.ts';
import { pausedUntil } from '../../../main/monitor/view/health.ts';
import { asksFor, createStage, idOf, newWatchOf, ofKind, problemOf, startAt } from './stage.ts';

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
  ['paused', { kind: 'paused', until: startAt + 24 * 3_600_000, isLength: false }, { kind: 'unpaused' }],
] as const;

describe.each(rests)('while %s', (_name, begin, end) => {
  it('nothing is asked, and what was on the wire is called back', () => {
    const stage = importing();
    const effects = stage.send(begin);
    expect(ofKind(effects, 'abort').flatMap((effect) => effect.requests)).toHaveLength(1);
    expect(stage.state.requests.size).toBe(0);
    const during = [...stage.send({ kind: 'check-now', watches: 'all' }), ...stage.pass(3_600_000)];
    expect(asksFor(during, 'status')).toEqual([]);
    stage.send(end);
    expect(asksFor(stage.pass(10_000), 'status').length + stage.state.requests.size).toBeGreaterThanOrEqual(
      3,
    );
  });
});

describe('while suspended', () => {
  const hour = 3_600_000;

  it('nothing is asked, and what was on the wire is called back', () => {
    const stage = importing();
    const effects = stage.send({ kind: 'suspended' });
    expect(ofKind(effects, 'abort').flatMap((effect) => effect.requests)).toHaveLength(1);
    expect(asksFor(stage.pass(59_000), 'status')).toEqual([]);
    stage.now += hour;
    stage.send({ kind: 'resumed' });
    expect(asksFor(stage.pass(10_000), 'status').length).toBeGreaterThanOrEqual(3);
  });

  it('a process that plainly runs on is awake after a minute, though nobody says so', () => {
    const stage = importing();
    stage.send({ kind: 'suspended' });
    const asked = asksFor(stage.pass(65_000), 'status').length;
    expect(asked).toBeGreaterThan(0);
    expect(stage.state.gathering.value?.digest).toBe(true);
  });

  it('a wake of a few seconds, which no process can tell from the end of the sleep, asks nothing', () => {
    const stage = importing();
    stage.send({ kind: 'suspended' });
    stage.now += hour;
    expect(asksFor([...stage.send({ kind: 'tick' }), ...stage.pass(20_000)], 'status')).toEqual([]);
    stage.now += hour;
    expect(asksFor([...stage.send({ kind: 'tick' }), ...stage.pass(59_000)], 'status')).toEqual([]);
    expect(asksFor(stage.pass(5_000), 'status').length).toBeGreaterThan(0);
  });

  it('a person who checks is at a machine that is awake', () => {
    const stage = importing();
    stage.send({ kind: 'suspended' });
    stage.send({ kind: 'check-now', watches: 'all' });
    expect(asksFor(stage.pass(5_000), 'status')).toHaveLength(3);
  });

  it('so is one who looks at a followed project', () => {
    const stage = createStage();
    stage.ready();
    stage.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId: 1, projectName: 'Autumn' });
    stage.send({ kind: 'suspended' });
    stage.send({ kind: 'look-now', follows: [...stage.state.follows.keys()] });
    expect(asksFor(stage.pass(5_000), 'page')).toHaveLength(1);
  });

  it('a clock that is set back does not put the doubt off', () => {
    const stage = importing();
    stage.send({ kind: 'suspended' });
    stage.now -= hour;
    stage.send({ kind: 'renamed', watch: idOf(1), label: 'one' });
    expect(asksFor(stage.pass(65_000), 'status').length).toBeGreaterThan(0);
  });
});

describe('the machine', () => {
  it('rests after a fault of our own in the step that would have seen a sleep, too', () => {
    const stage = importing();
    stage.pass(20_000);
    stage.now += 3_600_000;
    const of = { kind: 'renamed', watch: idOf(1), label: 'one' } as const;
    const asked = asksFor([...stage.send({ kind: 'step-failed', of }), ...stage.pass(9_900)], 'status');
    expect(asked).toEqual([]);
    expect(asksFor(stage.pass(5_000), 'status').length).toBeGreaterThan(0);
  });

  it('asks nothing in the grace time after a wake, though it is told twice', () => {
    const stage = importing();
    stage.send({ kind: 'suspended' });
    stage.now += 3_600_000;
    stage.send({ kind: 'resumed' });
    stage.send({ kind: 'resumed' });
    expect(asksFor(stage.pass(2_900), 'status')).toEqual([]);
    expect(asksFor(stage.pass(200), 'status')).toHaveLength(1);
  });

  it('takes a tick that comes an hour late for a sleep', () => {
    const stage = importing();
    stage.now += 3_600_000;
    stage.send({ kind: 'tick' });
    expect(stage.state.gathering.value?.digest).toBe(true);
    expect(stage.state.machine.value.canAskSince).toBeGreaterThan(stage.now);
  });

  it('ends a pause by itself', () => {
    const stage = importing();
    stage.send({ kind: 'paused', until: stage.now + 60_000, isLength: false });
    expect(asksFor(stage.pass(61_000), 'status').length).toBeGreaterThan(0);
    expect(pausedUntil(stage.state)).toBeNull();
  });

  it('is never woken twice at one time without having done something', () => {
    const stage = importing();
    for (let tick = 0; tick < 200; tick += 1) {
      const at = stage.wakeAt();
      if (at === null) break;
      stage.now = Math.max(stage.now, at);
      const effects = stage.send({ kind: 'tick' });
      const wakes = ofKind(effects, 'wake');
      expect(wakes.length).toBeLessThanOrEqual(1);
      if ((stage.wakeAt() ?? Infinity) <= stage.now)
        expect(effects.filter(({ kind }) => kind !== 'changed').length).toBeGreaterThan(1);
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
    expect(stage.state.machine.value.canAskSince).toBe(stage.now + 3_000);
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
    expect(asksFor(stage.pass(4_000), 'status')).toHaveLength(1);
  });

  it('gives up what was on the wire before it', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1, 2);
    stage.pass(500);
    stage.now += hour;
    const effects = stage.send({ kind: 'renamed', watch: idOf(1), label: 'one' });
    expect(ofKind(effects, 'abort').flatMap(({ requests }) => requests)).toHaveLength(2);
    expect(asksFor(stage.pass(4_000), 'status')).toHaveLength(2);
  });

  it('is not seen in a monitor that had nothing to wait for', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'COMPLETED');
    stage.now += hour;
    stage.add(2);
    expect(stage.requestOf(2)).not.toBeNull();
  });

  it('is noticed once, although it is noticed while an unlock is told', () => {
    const stage = importing();
    stage.now += hour;
    stage.send({ kind: 'resumed' });
    const { canAskSince } = stage.state.machine.value;
    stage.now += 1_000;
    stage.send({ kind: 'renamed', watch: idOf(1), label: 'one' });
    expect(stage.state.machine.value.canAskSince).toBe(canAskSince);
    expect(stage.state.gathering.value?.digest).toBe(true);
  });
});

describe('a wake', () => {
  it.each(['offline', 'intercepted'] as const)('forgets what was learned of another network: %s', (kind) => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    for (let failures = 0; failures < 8; failures += 1) {
      stage.problem(1, problemOf(kind));
      while (stage.requestOf(1) === null) stage.pass(1_000);
    }
    stage.send({ kind: 'suspended' });
    stage.pass(30_000);
    stage.send({ kind: 'resumed' });
    expect(stage.state.accounts.get('a1')!.slowdown).toBeNull();
    expect(asksFor(stage.pass(4_000), 'status')).toHaveLength(1);
  });
});

it('an alarm that stays is set anew with each event: a timer from before the clock was put ahead would be late', () => {
  const stage = importing();
  stage.answer(3, 'IN_PROGRESS');
  const alarm = stage.wakeAt();
  expect(ofKind(stage.send({ kind: 'scarce', scarce: [] }), 'wake')).toEqual([{ kind: 'wake', at: alarm }]);
});

describe('an account that is removed', () => {
  it('takes its requests along, and undo of a removal afterwards is harmless', () => {
    const stage = importing();
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    expect(ofKind(stage.send({ kind: 'account-removed', account: 'a1' }), 'abort')).toHaveLength(1);
    expect(stage.state.requests.size).toBe(0);
    stage.send({ kind: 'undone', undo: 1 });
    expect(asksFor(stage.pass(60_000), 'status')).toEqual([]);
    stage.ready();
    stage.pass(1_000);
    expect(stage.state.requests.size).toBe(3);
    expect(stage.state.requests.size).toBe(3);
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
    const asked = stage.onTheWire().map(({ question }) => 'watch' in question && question.watch);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('keeps the budget of four at once and five a second', () => {
    const stage = createStage();
    stage.ready();
    stage.add(...Array.from({ length: 50 }, (_, index) => index + 1));
    stage.pass(10_000);
    expect(stage.state.requests.size).toBe(4);
    const sent = stage
      .onTheWire()
      .map(({ sentAt }) => sentAt)
      .toSorted((a, b) => a - b);
    for (let index = 1; index < sent.length; index += 1)
      expect(sent[index]! - sent[index - 1]!).toBeGreaterThanOrEqual(200);
  });

  it('brings a removed watch back with what was known of it, and tells its end once', () => {
    const stage = importing();
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.pass(60_000);
    stage.send({ kind: 'undone', undo: 1 });
    expect(stage.watch(1).known?.status).toBe('IN_PROGRESS');
    stage.askAndAnswer(1, 'FAILED');
    expect(stage.state.notices.size).toBe(1);
    expect(countsIn(stage.state, 'the list')).toEqual({ importing: 2, completed: 0, failed: 1, gone: 0 });
  });

  it('learns a name, and the project to which the asset was moved', () => {
    const stage = createStage();
    stage.ready();
    stage.send({ kind: 'added', watches: [newWatchOf(9, null)] });
    const asked = asksFor(stage.pass(1_000), 'details')[0]!;
    stage.name(asked.request, { fileName: 'a.mov', projectId: 4 });
    expect(stage.watch(9)).toMatchObject({ fileName: 'a.mov', reference: { projectId: 4 } });
  });
});
