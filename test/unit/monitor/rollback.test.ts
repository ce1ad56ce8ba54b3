import { afterEach, describe, expect, it } from 'vitest';
import { hookEvents } from '../../../main/model/hook.ts';
import type { NewWish } from '../../../main/model/wish.ts';
import type { Happening } from '../../../main/monitor/kernel/events.ts';
import { advance } from '../../../main/monitor/monitor.ts';
import { fault } from './fault.ts';
import { addToGroup, batch } from './groups/group-stage.ts';
import { savedBy } from './importing-stage.ts';
import { snapshotOf } from './snapshot.ts';
import { answerOf, createStage, idOf, newWatchOf, problemOf, type Stage } from './stage.ts';

afterEach(() => fault.heal());

/** A group of which one has failed. On the wire: its other, an import without a group, a page of its project, and a newcomer. */
function busy(): Stage {
  const stage = createStage();
  stage.ready();
  addToGroup(stage, [1, 2]);
  stage.add(3);
  for (const assetId of [1, 2, 3]) stage.askAndAnswer(assetId, 'IN_PROGRESS');
  stage.askAndAnswer(1, 'FAILED');
  stage.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId: 1, projectName: 'Autumn' });
  stage.send(pageFor(stage, 7));
  stage.send({ kind: 'look-now', follows: 'all' });
  stage.send({ kind: 'check-now', watches: 'all' });
  stage.pass(1_000);
  const onTheWire = stage.onTheWire().map(({ question }) => question.for);
  expect(onTheWire.toSorted()).toEqual(['newcomer', 'page', 'status', 'status']);
  return stage;
}

/** A page of the project that lists these, as the reply to the request for it; what else is asked until then is in progress. */
function pageFor(stage: Stage, ...assetIds: number[]): Happening {
  for (;;) {
    const page = stage.onTheWire().find(({ question }) => question.for === 'page');
    if (page !== undefined) return pageOf(page.request, assetIds);
    for (const { question } of stage.onTheWire())
      if (question.for === 'status') stage.answer(question.reference.assetId, 'IN_PROGRESS');
    stage.pass(200);
  }
}

function pageOf(request: number, assetIds: readonly number[]): Happening {
  const assets = assetIds.map((assetId) => ({ assetId, fileName: 'f', size: null, complete: false }));
  const value = { assets, skipped: 0, totalCount: assetIds.length, pages: 1 };
  return { kind: 'replied', request, reply: { kind: 'answer', for: 'page', value } };
}

const answered = (stage: Stage, assetId: number, status: string): Happening => ({
  kind: 'replied',
  request: stage.requestOf(assetId)!.request,
  reply: { kind: 'answer', for: 'status', value: answerOf(assetId, status, stage.now) },
});

const steps: readonly (readonly [name: string, step: (stage: Stage) => Happening])[] = [
  ['the end of a group', (stage) => answered(stage, 2, 'COMPLETED')],
  ['the failure of an import', (stage) => answered(stage, 3, 'FAILED')],
  ['a page with newcomers', (stage) => pageFor(stage, 3, 9, 10)],
  [
    'trouble of the account',
    (stage) => ({
      kind: 'replied',
      request: stage.requestOf(3)!.request,
      reply: { kind: 'problem', problem: problemOf('credentials') },
    }),
  ],
  ['a removal', () => ({ kind: 'removed', watches: [idOf(1), idOf(2), idOf(3)], undo: 1 })],
  [
    'what is undone',
    (stage) => {
      stage.send({ kind: 'removed', watches: [idOf(1), idOf(2)], undo: 1 });
      return { kind: 'undone', undo: 1 };
    },
  ],
  ['an unfollowed project', ({ state }) => ({ kind: 'unfollowed', follow: [...state.follows.keys()][0]! })],
  [
    'new watches in a group',
    () => ({ kind: 'added', watches: [newWatchOf(4), newWatchOf(5)], group: batch }),
  ],
  ['a dissolved group', () => ({ kind: 'ungrouped', group: 'g1' })],
  ['an account that goes', () => ({ kind: 'account-removed', account: 'a1' })],
  ['a sleep', () => ({ kind: 'suspended' })],
  [
    'a wake',
    (stage) => {
      stage.send({ kind: 'suspended' });
      stage.now += 3_600_000;
      return { kind: 'resumed' };
    },
  ],
  [
    'a clock that was set back',
    (stage) => {
      stage.now -= 3_600_000;
      return { kind: 'tick' };
    },
  ],
  [
    'a sleep that nobody told of',
    (stage) => {
      stage.now += 3_600_000;
      return { kind: 'tick' };
    },
  ],
  [
    'a banner',
    (stage) => {
      stage.pass(60_000);
      stage.send(answered(stage, 2, 'FAILED'));
      stage.now += 60_000;
      return { kind: 'tick' };
    },
  ],
];

const wishOf = (number: number): NewWish => ({
  ...{ id: `w${number}`, account: 'a1', workspace: 'w', projectId: 1, bucket: 'b', key: `${number}.mp4` },
  ...{ label: null, replaces: null },
});

/** A hook for the account, what is muted, and files that are wished. */
function wanting(stage: Stage): Stage {
  const target = { kind: 'program', path: '/opt/tell.sh' } as const;
  const scope = { kind: 'account', account: 'a1' } as const;
  stage.send({ kind: 'hook-kept', hook: { id: 'h1', scope, events: hookEvents, target } });
  stage.send(mutedFor(3_600_000)(stage));
  stage.send({ kind: 'wished', wishes: [wishOf(1), wishOf(2)] });
  stage.send(answered(stage, 3, 'FAILED'));
  return stage;
}

const mutedFor =
  (ms: number) =>
  ({ now }: Stage): Happening => ({
    ...{ kind: 'muted', of: 'watch', ids: [idOf(1), idOf(2)] },
    mute: { kind: 'until', at: now + ms, isLength: true },
  });

/** With what the person wants beside that. */
const stepsOfWishes: readonly (readonly [name: string, step: (stage: Stage) => Happening])[] = [
  ['what is handed on', (stage) => answered(stage, 2, 'FAILED')],
  [
    'what became of it',
    ({ state }) => ({
      ...{ kind: 'delivered', delivery: [...state.deliveries.keys()][0]!, retryAfterMs: null },
      result: { fault: 'busy', figure: null, detail: null },
    }),
  ],
  ['a hook that goes', () => ({ kind: 'hook-removed', hook: 'h1' })],
  ['a longer mute', mutedFor(7_200_000)],
  ['the end of a mute', () => ({ kind: 'muted', of: 'watch', ids: [idOf(1), idOf(2)], mute: null })],
  ['files that are wished', () => ({ kind: 'wished', wishes: [wishOf(3), wishOf(4)] })],
  ['files that are wished no more', () => ({ kind: 'wishes-dropped', wishes: ['w1'] })],
  ['an account that goes, with all of it', () => ({ kind: 'account-removed', account: 'a1' })],
];

/** Breaks the step of this event at each place in turn, but for its very end, until it goes through. How often it broke. */
function breakEverywhere({ state, now }: Stage, event: Happening): number {
  const { commit } = state.store;
  Object.assign(state.store, { commit: () => fault.without(commit) });
  const before = snapshotOf(state);
  for (let at = 1; ; at += 1) {
    fault.set(at);
    let isBroken = false;
    try {
      fault.within(() => advance(state, { ...event, at: now }));
    } catch {
      isBroken = true;
    }
    fault.heal();
    if (!isBroken) return at - 1;
    expect(snapshotOf(state), `fault ${at}`).toEqual(before);
  }
}

describe('a step that breaks off', () => {
  it.each(steps)('leaves no trace, wherever it does: %s', (_name, step) => {
    const stage = busy();
    const event = step(stage);
    expect(breakEverywhere(stage, event)).toBeGreaterThan(20);
  });

  it.each(stepsOfWishes)('leaves no trace in what is wanted, wherever it does: %s', (_name, step) => {
    const stage = wanting(busy());
    const event = step(stage);
    expect(breakEverywhere(stage, event)).toBeGreaterThan(20);
  });

  it('leaves no trace where it is the first of a run', () => {
    const before = busy();
    before.pass(60_000);
    const stage = createStage(savedBy(before));
    expect(breakEverywhere(stage, { kind: 'account-ready', account: 'a1', keptAt: 0 })).toBeGreaterThan(20);
  });
});
