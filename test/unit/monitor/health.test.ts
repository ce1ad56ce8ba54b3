import { describe, expect, it } from 'vitest';
import { healthOf, trayIconOf } from '../../../main/monitor/view/health.ts';
import { countsOf, rowOf } from '../../../main/monitor/view/rows.ts';
import { createStage, idOf, newWatchOf, problemOf, type Stage } from './stage.ts';

const iconOf = ({ state }: Stage) => trayIconOf(healthOf(state), countsOf(state));

function importing(): Stage {
  const stage = createStage();
  stage.ready();
  stage.add(1);
  stage.answer(1, 'IN_PROGRESS');
  stage.pass(20_000);
  return stage;
}

const cases: [string, (stage: Stage) => void, string, string][] = [
  ['an import in progress', () => {}, 'watching', 'importing'],
  ['all completed', (stage) => stage.answer(1, 'COMPLETED'), 'idle', 'idle'],
  ['an unread failure', (stage) => stage.answer(1, 'FAILED'), 'idle', 'needs-you'],
  ['wrong keys', (stage) => stage.refuseForGood(problemOf('credentials')), 'needs-you', 'needs-you'],
  ['one refusal', (stage) => stage.problem(1, problemOf('credentials')), 'unknown', 'unknown'],
  ['the service out of order', (stage) => stage.problem(1, problemOf('service')), 'unknown', 'unknown'],
  ['the machine offline', (stage) => stage.send({ kind: 'offline' }), 'unknown', 'unknown'],
  [
    'a pause',
    (stage) => stage.send({ kind: 'paused', until: stage.now + 3_600_000, isLength: false }),
    'paused',
    'paused',
  ],
  ['no key', (stage) => stage.send({ kind: 'account-not-ready', account: 'a1' }), 'key-missing', 'needs-you'],
  ['no account', (stage) => stage.send({ kind: 'account-removed', account: 'a1' }), 'no-account', 'idle'],
];

describe('the health and the tray icon', () => {
  it.each(cases)('with %s', (_name, happen, health, icon) => {
    const stage = importing();
    happen(stage);
    expect([healthOf(stage.state).kind, iconOf(stage)]).toEqual([health, icon]);
  });

  it('forget an outage when nothing is left to ask for', () => {
    const stage = importing();
    stage.problem(1, problemOf('service'));
    stage.send({ kind: 'removed', watches: [idOf(1)] });
    expect(healthOf(stage.state).kind).toBe('idle');
  });

  it('tell an outage with the age of the last answer and the time of the next try', () => {
    const stage = importing();
    const { answeredAt } = stage.state.accounts.get('a1')!;
    stage.problem(1, problemOf('service'));
    const { probeAt } = stage.state.accounts.get('a1')!.slowdown!;
    stage.pass(1_000);
    expect(healthOf(stage.state)).toMatchObject({ kind: 'unknown', answeredAt, nextAt: probeAt });
    expect(probeAt).toBeGreaterThan(stage.now);
  });

  it('know the age of the last answer also after a restart without network', () => {
    const before = importing();
    const { answeredAt } = before.state.accounts.get('a1')!;
    const watches = [...before.state.watches.values()];
    const stage = createStage({ watches });
    stage.now = before.now + 3_600_000;
    stage.ready();
    stage.send({ kind: 'offline' });
    expect(healthOf(stage.state)).toMatchObject({ kind: 'unknown', answeredAt });
  });

  it.each([
    [150, false],
    [200, true],
  ])(
    'say that checking is slowed where more wait than can be asked in half a minute: %i',
    (count, isSlowed) => {
      const stage = createStage({}, { lists: false });
      stage.ready();
      stage.add(...Array.from({ length: count }, (_, index) => index + 1));
      stage.answerNext('IN_PROGRESS');
      expect(healthOf(stage.state)).toMatchObject({ kind: 'watching', isSlowed });
    },
  );
});

describe('the imports of a forgotten account', () => {
  /** One import of an account that is there, and one of another, which is forgotten. */
  function forgotten(): Stage {
    const stage = importing();
    stage.send({ kind: 'account-ready', account: 'a2', keptAt: 0 });
    stage.send({ kind: 'added', watches: [newWatchOf(2, 'other.mp4', 'a2')] });
    stage.pass(1_000);
    stage.send({ kind: 'account-removed', account: 'a2' });
    return stage;
  }
  const rowIn = ({ state }: Stage) => rowOf(state, state.watches.get('a2:w/2')!);

  it('say so, and how to mend it, and do not count as importing', () => {
    const stage = forgotten();
    expect(rowIn(stage)).toMatchObject({ problem: { kind: 'account-gone' }, nextAskAt: null });
    expect(countsOf(stage.state)).toMatchObject({ all: 2, importing: 1 });
    stage.answer(1, 'COMPLETED');
    expect(countsOf(stage.state).importing).toBe(0);
    expect([healthOf(stage.state).kind, iconOf(stage)]).toEqual(['idle', 'idle']);
  });

  it('say so also after a restart, and go on once the account is there again', () => {
    const before = forgotten();
    const watches = [...before.state.watches.values()];
    const stage = createStage({ watches, accounts: ['a1'] });
    expect(countsOf(stage.state).importing).toBe(1);
    expect(rowIn(stage).problem?.kind).toBe('account-gone');
    stage.send({ kind: 'account-ready', account: 'a2', keptAt: 0 });
    expect(countsOf(stage.state).importing).toBe(2);
    expect(rowIn(stage).problem).toBeNull();
  });

  it('are nothing of the kind while a key is still to be unlocked', () => {
    const before = importing();
    const watches = [...before.state.watches.values()];
    const { state } = createStage({ watches, accounts: ['a1'] });
    expect(rowOf(state, state.watches.get(idOf(1))!).problem).toBeNull();
    expect(countsOf(state).importing).toBe(1);
  });
});
