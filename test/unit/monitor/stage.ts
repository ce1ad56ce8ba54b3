import { advance } from '../../../main/monitor/advance.ts';
import type { Answer, AssetReference } from '../../../main/monitor/asset.ts';
import type { Effect } from '../../../main/monitor/effect.ts';
import type { MonitorEvent } from '../../../main/monitor/event.ts';
import { createState, type Beginning } from '../../../main/monitor/initial-state.ts';
import type { Problem, ProblemKind } from '../../../main/monitor/problem.ts';

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;
type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

export const startAt = 1_000_000_000;

export const referenceOf = (assetId: number): AssetReference => ({ workspace: 'w', projectId: 1, assetId });
export const idOf = (assetId: number) => `a1:w/${assetId}`;

export function problemOf(kind: ProblemKind, retryAfterMs: number | null = null): Problem {
  return {
    kind,
    httpStatus: null,
    code: null,
    message: null,
    field: null,
    traceId: null,
    retryAfterMs,
    clockOffsetMs: null,
    at: startAt,
  };
}

export function answerOf(assetId: number, status: string, receivedAt = startAt): Answer {
  return { assetId, status, text: null, metaData: null, receivedAt };
}

/** A monitor whose effects the test looks at and answers by hand; saves succeed at once unless `saves` is false. */
export function createStage(beginning: Partial<Beginning> = {}, { saves = true } = {}) {
  const state = createState({
    at: startAt,
    seed: 1,
    settings: { floorMs: 5_000, notices: { completed: true, failed: true } },
    watches: [],
    notices: [],
    pausedUntil: null,
    ...beginning,
  });
  const effects: Effect[] = [];
  const stage = {
    state,
    effects,
    now: beginning.at ?? startAt,
    send(event: WithoutTime<MonitorEvent>): readonly Effect[] {
      const came = advance(state, { ...event, at: stage.now } as MonitorEvent);
      effects.push(...came);
      const save = came.find((effect) => effect.kind === 'save');
      if (saves && save) return [...came, ...stage.send({ kind: 'saved', revision: save.revision })];
      return came;
    },
    /** Lets the time pass, with a tick at each time the monitor asked to be woken at. */
    pass(ms: number): readonly Effect[] {
      const end = stage.now + ms;
      const came: Effect[] = [];
      while (state.wakeAt !== null && state.wakeAt <= end) {
        stage.now = Math.max(stage.now, state.wakeAt);
        came.push(...stage.send({ kind: 'tick' }));
      }
      stage.now = end;
      return came;
    },
    ready: () => stage.send({ kind: 'account-ready', account: 'a1' }),
    add: (...assetIds: number[]) =>
      stage.send({
        kind: 'added',
        watches: assetIds.map((assetId) => ({
          account: 'a1',
          reference: referenceOf(assetId),
          label: null,
          fileName: 'film.mp4',
        })),
      }),
    watch: (assetId: number) => state.watches.get(idOf(assetId))!,
    /** The service's answer to the request that is on the wire for this asset. */
    answer(assetId: number, status: string) {
      const request = requestOf(assetId);
      const answer = answerOf(assetId, status, stage.now);
      return stage.send({ kind: 'answered', watch: idOf(assetId), request, answer });
    },
    problem: (assetId: number, problem: Problem) =>
      stage.send({ kind: 'problem', watch: idOf(assetId), request: requestOf(assetId), problem }),
    /** Waits until this asset is asked for, and answers. */
    askAndAnswer(assetId: number, status: string) {
      for (let waited = 0; stage.watch(assetId).inFlight === null && waited < 600; waited += 1)
        stage.pass(1_000);
      return stage.answer(assetId, status);
    },
    fates: () => [...state.notices.values()].map((notice) => notice.fate.kind),
  };
  const requestOf = (assetId: number) => {
    const request = stage.watch(assetId).inFlight?.request;
    if (request === undefined) throw new Error(`asset ${assetId} is not being asked for`);
    return request;
  };
  return stage;
}

export function ofKind<Kind extends Effect['kind']>(
  effects: readonly Effect[],
  kind: Kind,
): EffectOf<Kind>[] {
  return effects.filter((effect): effect is EffectOf<Kind> => effect.kind === kind);
}
export type Stage = ReturnType<typeof createStage>;
