import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { AccountId } from '../../../main/model/asset.ts';
import type { Effect } from '../../../main/monitor/kernel/effects.ts';
import type { Happening, Reply } from '../../../main/monitor/kernel/events.ts';
import type { Request } from '../../../main/monitor/service/service.ts';
import { fault } from './fault.ts';
import { batch } from './groups/group-stage.ts';
import { countedFigures, derivedFigures, questionsOnTheWire, snapshotOf } from './snapshot.ts';
import { answerOf, createStage, newWatchOf, ofKind, problemOf, type Stage } from './stage.ts';

const asset = fc.integer({ min: 1, max: 6 });
const account = fc.constantFrom('a1', 'a2');
const watchOf = fc.tuple(account, asset).map(([of, assetId]) => `${of}:w/${assetId}`);
const groupId = fc.constantFrom('g1', 'g2');
const undo = fc.integer({ min: 1, max: 4 });
const project = fc.integer({ min: 1, max: 2 });
const followOf = (of: AccountId, projectId: number) => `${of}:w/projects/${projectId}`;

const statuses = fc.constantFrom('IN_PROGRESS', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'TRANSCODING');
const problems = fc.constantFrom('service', 'credentials', 'not-found', 'refused', 'offline', 'rate-limit');

/** What may happen at any time. */
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc
    .record({ account, assets: fc.array(asset, { minLength: 1, maxLength: 4 }), group: fc.option(groupId) })
    .map(({ account: of, assets, group }) => ({
      kind: 'added',
      watches: assets.map((assetId) => newWatchOf(assetId, assetId % 2 === 0 ? 'film.mp4' : null, of)),
      ...(group !== null && { group: { ...batch, id: group } }),
    })),
  fc.record({ kind: fc.constant('removed'), watches: fc.array(watchOf, { maxLength: 4 }), undo }),
  fc.record({ kind: fc.constant('undone'), undo }),
  fc.record({ kind: fc.constant('check-now'), watches: fc.constant('all') }),
  fc.record({ kind: fc.constant('ungrouped'), group: groupId }),
  fc.record({ kind: fc.constant('group-changed'), group: groupId, eachAsset: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('account-ready', 'account-not-ready', 'account-removed'), account }),
  fc.record({ kind: fc.constant('followed'), account, projectId: project }).map((event) => ({
    ...event,
    workspace: 'w',
    projectName: 'Autumn',
  })),
  fc.tuple(account, project, undo).map(([of, projectId, number]) => ({
    kind: 'unfollowed',
    follow: followOf(of, projectId),
    undo: number,
  })),
  fc.record({ kind: fc.constantFrom('suspended', 'resumed', 'offline', 'online', 'inbox-cleared') }),
  fc.record({ kind: fc.constant('notices-read'), notices: fc.constant('all') }),
) as fc.Arbitrary<Happening>;

/** What may come of a request, by what was asked. */
const reply = fc.record({ status: statuses, problem: fc.option(problems), listed: fc.array(asset), project });
type Came = typeof reply extends fc.Arbitrary<infer Value> ? Value : never;

const steps = fc.array(
  fc.record({
    happening: fc.option(happening, { freq: 2 }),
    reply,
    waitMs: fc.constantFrom(0, 200, 1_000, 30_000, 3_600_000),
    /** Where the step breaks off at first. */
    faultAt: fc.integer({ min: 1, max: 200 }),
  }),
  { minLength: 10, maxLength: 50 },
);

function replyTo(
  { question }: Request,
  { status, problem, listed, project: projectId }: Came,
  at: number,
): Reply {
  if (problem !== null) return { kind: 'problem', problem: { ...problemOf(problem), code: '300' } };
  switch (question.for) {
    case 'page': {
      const assets = [...new Set(listed)].map((assetId) => ({
        assetId,
        fileName: 'f.mp4',
        size: null,
        complete: assetId % 3 === 0,
      }));
      return {
        kind: 'answer',
        for: 'page',
        value: { assets, skipped: 0, totalCount: assets.length, pages: 1 },
      };
    }
    case 'details':
      return {
        kind: 'answer',
        for: 'details',
        value: { fileName: 'f.mp4', projectId, metaData: null, key: null, registeredAt: null },
      };
    case 'survey':
    case 'origin':
    case 'registration':
      throw new Error('nothing is registered here');
    case 'status':
    case 'newcomer':
      return { kind: 'answer', for: 'status', value: answerOf(question.reference.assetId, status, at) };
  }
}

/** The step breaks off once, which leaves no trace, and is then taken. */
function take(stage: Stage, event: Happening, faultAt: number): void {
  const before = snapshotOf(stage.state);
  let effects: readonly Effect[];
  fault.set(faultAt);
  try {
    effects = fault.within(() => stage.send(event));
  } catch {
    fault.heal();
    expect(snapshotOf(stage.state)).toEqual(before);
    effects = stage.send(event);
  }
  fault.heal();
  expect(derivedFigures(stage.state)).toEqual(countedFigures(stage.state));
  const asked = questionsOnTheWire(stage.state);
  expect(asked, 'asked twice at a time').toEqual([...new Set(asked)]);
  expect(asked.filter((key) => key.endsWith('is not known'))).toEqual([]);
  for (const { revision } of ofKind(effects, 'save')) take(stage, { kind: 'saved', revision }, faultAt);
}

afterEach(() => fault.heal());

it('what is derived is what a count gives, whatever happens and wherever a step breaks off', () => {
  fc.assert(
    fc.property(steps, (story) => {
      const stage = createStage({}, { saves: false });
      const { commit } = stage.state.store;
      Object.assign(stage.state.store, { commit: () => fault.without(commit) });
      stage.ready();
      for (const { happening: event, reply: came, waitMs, faultAt } of story) {
        const [request] = stage.onTheWire();
        if (event !== null) take(stage, event, faultAt);
        else if (request !== undefined) {
          const { request: number } = request;
          take(
            stage,
            { kind: 'replied', request: number, reply: replyTo(request, came, stage.now) },
            faultAt,
          );
        }
        stage.now += waitMs;
        take(stage, { kind: 'tick' }, faultAt);
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);
