import type { Answer, AssetDetails, AssetReference } from '../../../main/model/asset.ts';
import type { MonitorSettings } from '../../../main/model/monitor-settings.ts';
import type { Problem, ProblemKind } from '../../../main/model/problem.ts';
import type { StoredKind } from '../../../main/model/stored.ts';
import type { Effect, EffectOf } from '../../../main/monitor/kernel/effects.ts';
import type { Ask, Happening, RequestNumber } from '../../../main/monitor/kernel/events.ts';
import { clockAt } from '../../../main/monitor/kernel/time.ts';
import { advance } from '../../../main/monitor/monitor.ts';
import type { Request } from '../../../main/monitor/service/service.ts';
import { createState, type Beginning } from '../../../main/monitor/state.ts';

export const startAt = 1_000_000_000;

export const someSettings: MonitorSettings = {
  floorMs: 5_000,
  notices: { completed: true, failed: true, late: false },
  tidyAfterMs: null,
  mostWatches: 20_000,
  mostOutcomes: 1_000,
  quiet: { spans: [], letsFailuresPass: false },
};

export const referenceOf = (assetId: number): AssetReference => ({ workspace: 'w', projectId: 1, assetId });
export const idOf = (assetId: number) => `a1:w/${assetId}`;

export function problemOf(kind: ProblemKind, retryAfterMs: number | null = null): Problem {
  return {
    kind,
    httpStatus: kind === 'offline' ? null : 400,
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

/** An asset of account a1 as it is added. */
export function newWatchOf(assetId: number, fileName: string | null = 'film.mp4', account = 'a1') {
  return { account, reference: referenceOf(assetId), label: null, fileName };
}

/**
 * A monitor whose effects the test looks at and answers by hand; saves succeed at once unless `saves` is false, and lists are not read
 * where `lists` is.
 */
export function createStage(beginning: Partial<Beginning> = {}, { saves = true, lists = true } = {}) {
  const state = createState({
    at: startAt,
    seed: 1,
    settings: someSettings,
    pausedUntil: null,
    ...beginning,
  });
  const effects: Effect[] = [];
  const stage = {
    state,
    effects,
    now: beginning.at ?? startAt,
    send(event: Happening): readonly Effect[] {
      const came = advance(state, { ...event, at: stage.now });
      effects.push(...came);
      const save = came.find((effect) => effect.kind === 'save');
      const pages = lists ? [] : asksFor(came, 'page');
      return [
        ...came,
        ...(saves && save ? stage.send({ kind: 'saved', revision: save.revision }) : []),
        ...pages.flatMap(({ request }) => stage.giveUp(request)),
      ];
    },
    /** When the monitor asked to be woken, by the clock. */
    wakeAt: () => clockAt(state, state.wakeAt.value),
    /** Lets the time pass, with a tick at each time the monitor asked to be woken at. */
    pass(ms: number): readonly Effect[] {
      const end = stage.now + ms;
      const came: Effect[] = [];
      for (let at = stage.wakeAt(); at !== null && at <= end; at = stage.wakeAt()) {
        stage.now = Math.max(stage.now, at);
        came.push(...stage.send({ kind: 'tick' }));
      }
      stage.now = end;
      return came;
    },
    /** The person entered a key that has yet to work. */
    connect: () => stage.send({ kind: 'account-ready', account: 'a1', keptAt: 0 }),
    /** The same for one that has worked before. */
    ready() {
      const came = stage.connect();
      state.accounts.patch('a1', { hasWorked: true });
      state.store.commit();
      return came;
    },
    add: (...assetIds: number[]) =>
      stage.send({ kind: 'added', watches: assetIds.map((assetId) => newWatchOf(assetId)) }),
    watch: (assetId: number) => state.watches.get(idOf(assetId))!,
    poll: (assetId: number) => state.polls.get(idOf(assetId))!,
    account: () => state.accounts.get('a1')!,
    /** What is on the wire, oldest first. */
    onTheWire: (): readonly Request[] => [...state.requests.values()],
    /** The request by which it is asked how the import of this asset stands; null where none is on the wire. */
    requestOf: (assetId: number, account = 'a1') =>
      stage
        .onTheWire()
        .find(
          ({ question, ...request }) =>
            question.for === 'status' &&
            request.account === account &&
            question.reference.assetId === assetId,
        ) ?? null,
    say: (request: RequestNumber, value: Answer) =>
      stage.send({ kind: 'replied', request, reply: { kind: 'answer', for: 'status', value } }),
    meet: (request: RequestNumber, problem: Problem) =>
      stage.send({ kind: 'replied', request, reply: { kind: 'problem', problem } }),
    name: (request: RequestNumber, details: Partial<AssetDetails> = {}) => {
      const value = {
        fileName: 'film.mp4',
        projectId: 1,
        metaData: null,
        key: null,
        registeredAt: null,
        ...details,
      };
      return stage.send({ kind: 'replied', request, reply: { kind: 'answer', for: 'details', value } });
    },
    giveUp: (request: RequestNumber): readonly Effect[] =>
      stage.send({ kind: 'replied', request, reply: { kind: 'aborted' } }),
    /** The service's answer to the request that is on the wire for this asset. */
    answer: (assetId: number, status: string) =>
      stage.say(wanted(assetId), answerOf(assetId, status, stage.now)),
    problem: (assetId: number, problem: Problem) => stage.meet(wanted(assetId), problem),
    /** Whatever is asked of a1 is refused until that is believed. */
    refuseForGood(problem: Problem): readonly Effect[] {
      const came: Effect[] = [];
      for (let tries = 0; stage.account().stopped === null && tries < 100; tries += 1) {
        came.push(...stage.pass(5_000));
        for (const { request, account } of stage.onTheWire())
          if (account === 'a1') came.push(...stage.meet(request, problem));
      }
      return came;
    },
    /** Waits until this asset is asked for, and answers. */
    askAndAnswer(assetId: number, status: string) {
      for (let waited = 0; stage.requestOf(assetId) === null && waited < 600; waited += 1) stage.pass(1_000);
      return stage.answer(assetId, status);
    },
    /** The same for an end like that of the attempt before, which is believed once it was said for a while. */
    endAgain(assetId: number, status: string): void {
      do stage.askAndAnswer(assetId, status);
      while (stage.watch(assetId).known?.status !== status);
    },
    /** Waits until the import of any asset is asked for, and answers; of several, the one that was asked for first. */
    answerNext(status: string) {
      const asked = () =>
        stage.onTheWire().flatMap(({ question }) => (question.for === 'status' ? question : []));
      for (let waited = 0; asked().length === 0 && waited < 600; waited += 1) stage.pass(1_000);
      return stage.answer(asked()[0]!.reference.assetId, status);
    },
    fates: () => [...state.notices.values()].map((notice) => notice.fate.kind),
  };
  const wanted = (assetId: number) => {
    const { request } = stage.requestOf(assetId) ?? {};
    if (request === undefined) throw new Error(`asset ${assetId} is not being asked for`);
    return request;
  };
  return stage;
}

export type Stage = ReturnType<typeof createStage>;

export function ofKind<Kind extends Effect['kind']>(
  effects: readonly Effect[],
  kind: Kind,
): EffectOf<Kind>[] {
  return effects.filter((effect): effect is EffectOf<Kind> => effect.kind === kind);
}

/** The questions of this kind among these effects, with the numbers of their requests. */
export function asksFor<For extends Ask['for']>(effects: readonly Effect[], what: For) {
  return ofKind(effects, 'ask').flatMap(({ request, ask }) =>
    ask.for === what ? { request, ...(ask as Extract<Ask, { for: For }>) } : [],
  );
}

/** The rows of one kind that the saves among these effects carry, by their keys; null where one is taken out. */
export function savedRows<Kind extends StoredKind>(effects: readonly Effect[], kind: Kind) {
  return ofKind(effects, 'save').flatMap(({ changes }) => [...changes[kind].entries()]);
}
