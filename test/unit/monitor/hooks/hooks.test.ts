import { describe, expect, it, test } from 'vitest';
import type { Hook } from '../../../../main/model/hook.ts';
import { deliveriesLimit } from '../../../../main/monitor/hooks/hooks.ts';
import { deliveriesOf } from '../../../../main/monitor/view/deliveries.ts';
import { addToGroup } from '../groups/group-stage.ts';
import { savedBy } from '../importing-stage.ts';
import {
  createStage,
  idOf,
  newWatchOf,
  ofKind,
  problemOf,
  savedRows,
  someSettings,
  type Stage,
} from '../stage.ts';
import {
  end,
  events,
  fates,
  hour,
  importing,
  minute,
  oneEach,
  outcome,
  program,
  sent,
  webhook,
} from './hooks-stage.ts';

describe('a hook of an account', () => {
  it('is given each end, one after another, and that nothing is in progress any more', () => {
    const stage = importing([1, 2], [program]);
    const first = stage.askAndAnswer(1, 'COMPLETED');
    expect(sent(first)).toMatchObject([{ event: 'completed', what: { reference: { assetId: 1 } } }]);
    const second = stage.askAndAnswer(2, 'FAILED');
    expect(events(second)).toEqual([]);
    const next = end(stage, first);
    expect(sent(next)).toMatchObject([{ event: 'failed', what: { name: 'film.mp4', status: 'FAILED' } }]);
    const last = end(stage, next);
    expect(sent(last)).toMatchObject([
      { event: 'all-done', what: { completed: 1, failed: 1, account: 'a1' } },
    ]);
    expect(end(stage, last).filter(({ kind }) => kind === 'deliver')).toEqual([]);
    expect(fates(stage)).toEqual(['done', 'done', 'done']);
  });

  it.each([
    ['does not wait for an asset that was never found', true, ['completed', 'all-done']],
    ['waits for one that was not looked at yet', false, ['completed']],
  ])('%s', (_what, isLookedFor, handedOn) => {
    const stage = importing([1], [program]);
    stage.add(2);
    while (isLookedFor && stage.requestOf(2) === null) stage.pass(1_000);
    if (isLookedFor) stage.problem(2, { ...problemOf('not-found'), code: '300' });
    stage.askAndAnswer(1, 'COMPLETED');
    expect([...stage.state.deliveries.values()].map(({ event }) => event)).toEqual(handedOn);
  });

  describe('is told that nothing is in progress any more', () => {
    const handedOn = ({ state }: Stage) => [...state.deliveries.values()].map(({ event }) => event);
    const lastOf = (stage: Stage, act: () => void) => {
      stage.askAndAnswer(1, 'COMPLETED');
      expect(handedOn(stage)).toEqual(['completed']);
      act();
      stage.pass(hour);
      expect(handedOn(stage)).toEqual(['completed', 'all-done']);
    };

    it('also where the last one turns out to have ended before', () => {
      const stage = importing([1], [program]);
      stage.add(2);
      lastOf(stage, () => stage.askAndAnswer(2, 'COMPLETED'));
    });

    it('also where the last one is found to be nowhere only after the last end', () => {
      const stage = importing([1], [program]);
      stage.add(2);
      lastOf(stage, () => {
        while (stage.requestOf(2) === null) stage.pass(1_000);
        stage.problem(2, { ...problemOf('not-found'), code: '300' });
      });
    });

    it('also where the person stops watching the last one, or all one after another', () => {
      const stage = importing([1, 2], [program]);
      lastOf(stage, () => {
        stage.add(3);
        stage.send({ kind: 'removed', watches: [idOf(2)] });
        stage.send({ kind: 'removed', watches: [idOf(3)] });
      });
    });

    it('also where a restart came in between', () => {
      const stage = importing([1, 2], [program]);
      stage.askAndAnswer(1, 'COMPLETED');
      stage.send({ kind: 'removed', watches: [idOf(1)] });
      const again = createStage({ ...savedBy(stage), at: stage.now }, { lists: false });
      again.ready();
      expect(handedOn(again)).toEqual(['completed']);
      again.send({ kind: 'removed', watches: [idOf(2)] });
      expect(handedOn(again)).toEqual(['completed', 'all-done']);
    });

    it('also where the inbox was cleared before a restart, and what had ended is not in the list any more', () => {
      const stage = importing([1, 2], [program]);
      stage.askAndAnswer(1, 'COMPLETED');
      for (const { banner } of ofKind(stage.pass(hour), 'show'))
        stage.send({ kind: 'told', banner, outcome: { kind: 'shown', by: 'electron' } });
      stage.send({ kind: 'removed', watches: [idOf(1)] });
      stage.send({ kind: 'inbox-cleared' });
      expect(stage.state.notices.size).toBe(0);
      const again = createStage({ ...savedBy(stage), at: stage.now }, { lists: false });
      again.ready();
      again.send({ kind: 'removed', watches: [idOf(2)] });
      expect(handedOn(again)).toEqual(['completed', 'all-done']);
    });

    it('again where the last one has ended otherwise, and nobody saw it in progress in between', () => {
      const stage = importing([1], [program]);
      stage.askAndAnswer(1, 'FAILED');
      stage.send({ kind: 'check-now', watches: [idOf(1)] });
      stage.askAndAnswer(1, 'COMPLETED');
      expect(handedOn(stage)).toEqual(['failed', 'all-done', 'completed', 'all-done']);
    });

    it('once: not again by what had ended before, neither in this run nor in the next', () => {
      const stage = importing([1], [program]);
      stage.askAndAnswer(1, 'COMPLETED');
      const again = createStage({ ...savedBy(stage), at: stage.now }, { lists: false });
      again.ready();
      for (const each of [stage, again]) {
        each.send({ kind: 'hook-kept', hook: { ...program, id: 'h2' } });
        each.add(2);
        each.askAndAnswer(2, 'COMPLETED');
        each.add(3);
        each.send({ kind: 'removed', watches: [idOf(3)] });
        expect(handedOn(each)).toEqual(['completed', 'all-done']);
      }
    });
  });

  it('hears only of the events that the person chose, and of no other account', () => {
    const other: Hook = { ...program, id: 'h2', scope: { kind: 'account', account: 'a2' } };
    const stage = importing([1, 2], [{ ...program, events: ['failed'] }, other]);
    stage.askAndAnswer(1, 'COMPLETED');
    stage.askAndAnswer(2, 'FAILED');
    expect([...stage.state.deliveries.values()].map(({ hook, event }) => [hook, event])).toEqual([
      ['h1', 'failed'],
    ]);
  });

  it('hears of no end that was there at the first look', () => {
    const stage = createStage({ hooks: [program] }, { lists: false });
    stage.ready();
    stage.add(1);
    stage.askAndAnswer(1, 'COMPLETED');
    expect(stage.state.deliveries.size).toBe(0);
  });

  it('hears of what the person wants no notification of, and in quiet hours', () => {
    const stage = importing([1], [program]);
    const quiet = { spans: [{ from: 0, until: stage.now + hour }], letsFailuresPass: false };
    const notices = { completed: false, failed: false, late: false };
    stage.send({ kind: 'settings-changed', settings: { ...someSettings, notices, quiet } });
    expect(events(stage.askAndAnswer(1, 'COMPLETED'))).toEqual(['completed']);
  });
});

describe('a hook of a group', () => {
  const ofGroup: Hook = { ...program, scope: { kind: 'group', group: 'g1' } };

  it('is told once that all of it has ended, also where the person wants no notification of that', () => {
    const stage = createStage({ hooks: [{ ...ofGroup, events: ['all-done'] }] }, { lists: false });
    stage.ready();
    addToGroup(stage, [1, 2], { tell: { allDone: false, firstFailure: false } });
    stage.send({ kind: 'added', watches: [newWatchOf(3)] });
    for (const assetId of [1, 2, 3]) stage.askAndAnswer(assetId, 'IN_PROGRESS');
    const came = [stage.askAndAnswer(1, 'COMPLETED'), stage.askAndAnswer(2, 'FAILED')].flat();
    expect(sent(came)).toMatchObject([
      { event: 'all-done', what: { groupName: 'Batch A', account: null, completed: 1, failed: 1 } },
    ]);
    stage.askAndAnswer(3, 'COMPLETED');
    expect(stage.state.deliveries.size).toBe(1);
  });
});

test('a round of a group that begins and ends in one step is handed on, too', () => {
  const hook: Hook = { ...program, scope: { kind: 'group', group: 'g1' }, events: ['all-done'] };
  const stage = createStage({ hooks: [hook] }, { lists: false });
  stage.ready();
  addToGroup(stage, [1]);
  stage.askAndAnswer(1, 'FAILED');
  expect(stage.state.deliveries.size).toBe(0);
  stage.send({ kind: 'check-now', watches: [idOf(1)] });
  expect(events(stage.askAndAnswer(1, 'COMPLETED'))).toEqual(['all-done']);
});

test('a round of a group that comes back and is over in one step is handed on, as it is told', () => {
  const hook: Hook = { ...program, scope: { kind: 'group', group: 'g1' }, events: ['all-done'] };
  const stage = createStage({ hooks: [hook] }, { lists: false });
  stage.ready();
  addToGroup(stage, [1, 2]);
  for (const assetId of [1, 2]) stage.askAndAnswer(assetId, 'IN_PROGRESS');
  stage.askAndAnswer(2, 'FAILED');
  stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
  stage.send({ kind: 'removed', watches: [idOf(2)], undo: 2 });
  expect(stage.state.groups.size).toBe(0);
  // What it waits for cannot come back any more.
  stage.pass(31_000);
  expect(events(stage.send({ kind: 'undone', undo: 2 }))).toEqual(['all-done']);
  expect([...stage.state.notices.keys()].some((key) => key.endsWith(':done'))).toBe(true);
  // One whose round was over before it went is not over once more.
  stage.send({ kind: 'removed', watches: [idOf(2)], undo: 3 });
  stage.send({ kind: 'undone', undo: 3 });
  expect(stage.state.deliveries.size).toBe(1);
});

describe('what is to be handed on', () => {
  it('is in the save of its notice, and goes off only when that is on disk', () => {
    const stage = importing([1], [program], { saves: false });
    stage.send({ kind: 'saved', revision: stage.state.revision.value });
    const came = stage.askAndAnswer(1, 'COMPLETED');
    const [save] = ofKind(came, 'save');
    expect([save!.changes.notices.size, save!.changes.deliveries.size, save!.urgent]).toEqual([1, 2, true]);
    expect(events(came)).toEqual([]);
    expect(events(stage.send({ kind: 'saved', revision: save!.revision }))).toEqual(['completed']);
  });

  it('is tried again by the next run under the same name, where a crash came before its end', () => {
    const stage = importing([1], [program]);
    const before = sent(stage.askAndAnswer(1, 'COMPLETED'));
    const again = createStage({ ...savedBy(stage), at: stage.now });
    expect(sent(again.send({ kind: 'tick' }))).toEqual(before);
  });

  it('is tried again later and later where it may come to another end, under the same name', () => {
    const stage = importing([1], [oneEach]);
    let came = stage.askAndAnswer(1, 'COMPLETED');
    const rests = [];
    for (let tries = 0; tries < 12; tries += 1) {
      const { id } = sent(came)[0]!;
      expect(id).toBe(sent(stage.effects)[0]!.id);
      const from = stage.now;
      end(stage, came, outcome('busy'));
      do came = stage.pass(1_000);
      while (sent(came).length === 0);
      rests.push(Math.round((stage.now - from) / 1_000));
    }
    expect(rests[0]).toBeLessThanOrEqual(12);
    expect(rests.at(-1)).toBeGreaterThan(3_000);
    expect(rests.at(-1)).toBeLessThanOrEqual(3_961);
    end(stage, came);
    expect([...stage.state.deliveries.values()][0]).toMatchObject({ tries: 13, fate: { kind: 'done' } });
  });

  it('waits at least as long as the receiver asks for', () => {
    const stage = importing([1], [oneEach]);
    end(stage, stage.askAndAnswer(1, 'COMPLETED'), outcome('busy', 5 * minute));
    expect(events(stage.pass(5 * minute - 1_000))).toEqual([]);
    expect(events(stage.pass(2_000))).toEqual(['completed']);
  });

  it('is given up where the receiver refuses it, and where nobody is there for days; the rest goes on', () => {
    const stage = importing([1], [{ ...webhook, events: ['completed', 'all-done'] }]);
    let came = end(stage, stage.askAndAnswer(1, 'COMPLETED'), outcome('refused'));
    expect(fates(stage)).toEqual(['given-up', 'waiting']);
    let days = 0;
    for (; fates(stage)[1] === 'waiting' && days < 10 * 24; days += 1) {
      end(stage, came, outcome('no-answer'));
      came = stage.pass(hour * 1.2);
    }
    expect(days / 24).toBeGreaterThan(2);
    expect(days / 24).toBeLessThan(5);
  });

  it.each(['program-failed', 'program-too-long', 'program-not-started'] as const)(
    'is not repeated after %s: the program may have done half of its work',
    (fault) => {
      const stage = importing([1], [{ ...program, events: ['completed'] }]);
      end(stage, stage.askAndAnswer(1, 'COMPLETED'), outcome(fault));
      expect(fates(stage)).toEqual(['given-up']);
      expect(events(stage.pass(hour))).toEqual([]);
    },
  );

  it('waits for a network, which a program does not need, and then goes at once', () => {
    const stage = importing([1, 2], [webhook, { ...program, id: 'h2' }]);
    const first = stage.askAndAnswer(1, 'COMPLETED').filter(({ kind }) => kind === 'deliver');
    expect(ofKind(first, 'deliver').map(({ hook }) => hook.id)).toEqual(['h1', 'h2']);
    stage.send({ kind: 'offline' });
    const [ofWebhook, ofProgram] = ofKind(first, 'deliver');
    end(stage, [ofWebhook!], outcome('no-answer'));
    end(stage, [ofProgram!]);
    expect(events(stage.pass(hour))).toEqual([]);
    stage.now += minute;
    expect(ofKind(stage.send({ kind: 'online' }), 'deliver').map(({ hook }) => hook.id)).toEqual(['h1']);
  });

  it('has nowhere to go once its hook is removed', () => {
    const stage = importing([1], [webhook]);
    const came = stage.askAndAnswer(1, 'COMPLETED');
    stage.send({ kind: 'hook-removed', hook: 'h1' });
    expect(fates(stage)).toEqual(['given-up', 'given-up']);
    end(stage, came);
    expect(fates(stage)).toEqual(['given-up', 'given-up']);
  });

  it('is tried at once where the person makes its hook again', () => {
    const stage = importing([1], [oneEach]);
    end(stage, stage.askAndAnswer(1, 'COMPLETED'), outcome('locked'));
    expect(events(stage.send({ kind: 'hook-kept', hook: webhook }))).toEqual(['completed']);
  });

  it('is shown with its watch, and the save of what came of it waits for nobody', () => {
    const stage = importing([1], [{ ...program, events: ['completed'] }]);
    const came = stage.askAndAnswer(1, 'COMPLETED');
    const over = end(stage, came, outcome('program-failed'));
    expect(ofKind(over, 'save').map(({ urgent }) => urgent)).toEqual([false]);
    expect(ofKind(over, 'changed')[0]!.watches).toContain(idOf(1));
    expect(savedRows(over, 'deliveries')).toHaveLength(1);
    expect(deliveriesOf(stage.state, idOf(1))).toMatchObject([
      { event: 'completed', to: 'tell.sh', tries: 1, last: { fault: 'program-failed' } },
    ]);
  });

  it('that waits is not forgotten because many hooks hear of each end', () => {
    const hooks = ['h1', 'h2'].map((id): Hook => ({ ...program, id, events: ['completed'] }));
    const one = importing([1], [hooks[0]!]);
    one.askAndAnswer(1, 'COMPLETED');
    const [waiting] = [...one.state.deliveries.values()];
    const deliveries = Array.from({ length: deliveriesLimit }, (_, index) => ({
      ...waiting!,
      ...{ id: `h1:${index}`, fate: { kind: 'waiting', nextAt: null } as const },
    }));
    const stage = createStage({ hooks, deliveries }, { lists: false });
    stage.ready();
    stage.add(1);
    for (const status of ['IN_PROGRESS', 'COMPLETED']) stage.askAndAnswer(1, status);
    expect(stage.state.deliveries.has('h1:0')).toBe(true);
    expect(stage.state.deliveries.size).toBe(deliveriesLimit + 2);
  });

  it('is bounded: what is over is forgotten first', () => {
    const whole = importing([1], [{ ...program, events: ['completed'] }]);
    end(whole, whole.askAndAnswer(1, 'COMPLETED'));
    const [one] = [...whole.state.deliveries.values()];
    const deliveries = Array.from({ length: deliveriesLimit }, (_, index) => ({
      ...one!,
      id: `old:${index}`,
    }));
    const stage = createStage(
      { hooks: [{ ...program, events: ['completed'] }], deliveries },
      { lists: false },
    );
    stage.ready();
    stage.add(1);
    stage.askAndAnswer(1, 'IN_PROGRESS');
    expect(events(stage.askAndAnswer(1, 'COMPLETED'))).toEqual(['completed']);
    expect(stage.state.deliveries.size).toBe(deliveriesLimit);
    expect(stage.state.deliveries.has('old:0')).toBe(false);
  });
});

describe('the next try that is told', () => {
  const nextAtOf = ({ state }: Stage, assetId: number) => {
    const [card] = deliveriesOf(state, idOf(assetId));
    return card?.fate.kind === 'waiting' ? card.fate.nextAt : undefined;
  };
  const waitForNext = (stage: Stage) => {
    for (;;) {
      const came = stage.pass(1_000);
      if (sent(came).length > 0) return came;
    }
  };

  it('is that of the delivery which its hook tries next, and of no other', () => {
    const stage = importing([1, 2, 3], [oneEach]);
    end(stage, stage.askAndAnswer(1, 'COMPLETED'), outcome('busy'));
    expect(nextAtOf(stage, 1)).toBeGreaterThan(stage.now);
    const added = ofKind(stage.askAndAnswer(2, 'COMPLETED'), 'changed');
    expect(added.some(({ hooks }) => hooks)).toBe(true);
    expect([nextAtOf(stage, 1), nextAtOf(stage, 2)]).toEqual([null, null]);
    end(stage, waitForNext(stage), outcome('busy'));
    stage.askAndAnswer(3, 'COMPLETED');
    end(stage, waitForNext(stage), outcome('busy', hour));
    for (let tries = 0; tries < 10; tries += 1) {
      const told = [1, 2, 3].filter((assetId) => nextAtOf(stage, assetId) !== null);
      expect(told).toHaveLength(1);
      const at = nextAtOf(stage, told[0]!)!;
      const came = waitForNext(stage);
      expect(sent(came)).toMatchObject([{ what: { watch: idOf(told[0]!) } }]);
      expect(Math.abs(stage.now - at)).toBeLessThanOrEqual(1_000);
      expect([1, 2, 3].map((assetId) => nextAtOf(stage, assetId))).toEqual([null, null, null]);
      end(stage, came, outcome('busy'));
    }
  });

  it('is none while the network is away', () => {
    const stage = importing([1], [oneEach]);
    end(stage, stage.askAndAnswer(1, 'COMPLETED'), outcome('busy'));
    stage.send({ kind: 'offline' });
    expect(nextAtOf(stage, 1)).toBeNull();
  });
});
