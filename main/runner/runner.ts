import { advance } from '../monitor/advance.ts';
import type { AccountId, Answer, AssetReference, WatchId } from '../monitor/asset.ts';
import type { Effect, EffectOf, SaveEffect } from '../monitor/effect.ts';
import type { EventOf, ListedPage, MonitorEvent } from '../monitor/event.ts';
import type { GroupId } from '../monitor/groups/group.ts';
import type { Notice, NoticeKey, NotifierName, NotShownReason } from '../monitor/notice.ts';
import type { Problem } from '../monitor/problem.ts';
import type { RequestNumber, State } from '../monitor/state.ts';
import { createSaver, type SaveChanges } from './saver.ts';

/** What came of a request, as the client says it. */
export type RequestOutcome<Value> =
  | { readonly kind: 'answer'; readonly value: Value }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'aborted' };

export type ShowOutcome =
  | { readonly kind: 'shown'; readonly by: NotifierName }
  | { readonly kind: 'not-shown'; readonly reasons: readonly NotShownReason[] };

/** What changed in one step, for whoever shows it. */
export interface Changes {
  readonly watches: readonly WatchId[];
  readonly notices: readonly NoticeKey[];
  readonly groups: readonly GroupId[];
}

/** What the asset's details tell that the import status does not. */
export type AssetName = Pick<EventOf<'named'>, 'fileName' | 'projectId' | 'metaData'>;

/** A page of the list of a project's assets; pages count from 1. */
export type PageOfProject = Pick<EffectOf<'read-page'>, 'workspace' | 'projectId' | 'page'>;

/** The outside world, as the monitor needs it. */
export interface RunnerPorts {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Calls `run` at that time (epoch ms) or soon after; the returned function cancels it. */
  readonly setTimer: (at: number, run: () => void) => () => void;
  readonly ask: (
    account: AccountId,
    reference: AssetReference,
    signal: AbortSignal,
  ) => Promise<RequestOutcome<Answer>>;
  readonly learnName: (
    account: AccountId,
    reference: AssetReference,
    signal: AbortSignal,
  ) => Promise<RequestOutcome<AssetName>>;
  readonly readPage: (
    account: AccountId,
    place: PageOfProject,
    signal: AbortSignal,
  ) => Promise<RequestOutcome<ListedPage>>;
  /** Resolves when it is on disk; rejects with the reason when it is not. */
  readonly save: (changes: SaveChanges) => Promise<void>;
  readonly show: (
    notices: readonly Readonly<Notice>[],
    digest: boolean,
    receipt: string,
  ) => Promise<ShowOutcome>;
  readonly tellProblem: (account: AccountId, problem: Problem) => void;
  /** Called once after each event, also where only the health may have changed. */
  readonly changed: (changes: Changes) => void;
  /** A fault of our own: it is told and the monitor goes on. */
  readonly wentWrong: (error: unknown) => void;
}

/** A quit waits so long for the word of notifiers that were called already, ms. */
const lastWordMs = 2_000;

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;
export type RunnerEvent = WithoutTime<MonitorEvent>;

export interface Runner {
  readonly state: State;
  readonly dispatch: (event: RunnerEvent) => void;
  /**
   * Calls back all requests, hears out the notifiers for a moment, so that what they have shown is not told again by the next run,
   * and waits until everything that changed is written.
   */
  readonly stop: () => Promise<void>;
}

/** Runs the monitor's effects against the world and feeds the results back as events. */
export function createRunner(state: State, ports: RunnerPorts): Runner {
  const requests = new Map<RequestNumber, AbortController>();
  const shows = new Set<Promise<void>>();
  let cancelTimer = () => {};
  let phase: 'running' | 'leaving' | 'stopped' = 'running';
  // A port may dispatch while the effects of a step still run; taken at once, the rest of them would undo what it brought about.
  const waiting: RunnerEvent[] = [];
  let isStepping = false;
  const saver = createSaver(state, ports, (event) => dispatch(event));

  function dispatch(event: RunnerEvent): void {
    waiting.push(event);
    if (isStepping) return;
    isStepping = true;
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) step(next);
    } finally {
      isStepping = false;
    }
  }

  /** Never throws: one broken part must not keep the others from what they have to do. */
  function step(event: RunnerEvent): void {
    if (!isTaken(event)) return;
    const effects = effectsOf(event);
    if (phase === 'leaving') return saveOnly(effects);
    for (const effect of effects) attempt(() => run(effect));
    attempt(() =>
      ports.changed({
        watches: effects.flatMap((effect) => (effect.kind === 'watches-changed' ? effect.watches : [])),
        notices: effects.flatMap((effect) => (effect.kind === 'notices-changed' ? effect.notices : [])),
        groups: effects.flatMap((effect) => (effect.kind === 'groups-changed' ? effect.groups : [])),
      }),
    );
  }

  function saveOnly(effects: readonly Effect[]): void {
    for (const effect of effects) if (effect.kind === 'save') attempt(() => saver.add(effect));
  }

  /** On the way out only what became of banners still counts; everything else is learned again by the next run. */
  function isTaken({ kind }: RunnerEvent): boolean {
    if (phase === 'leaving') return kind === 'shown' || kind === 'not-shown' || kind === 'broke-off';
    return phase === 'running';
  }

  function effectsOf(event: RunnerEvent): readonly Effect[] {
    try {
      return advance(state, { ...event, at: ports.now() });
    } catch (error) {
      if (event.kind !== 'broke-off') waiting.unshift({ kind: 'broke-off' });
      wentWrong(error);
      return [];
    }
  }

  function attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      wentWrong(error);
    }
  }

  function wentWrong(error: unknown): void {
    try {
      ports.wentWrong(error);
    } catch {
      // Whoever is told of faults has one itself: nobody is left to tell, and the monitor has to go on.
      return;
    }
  }

  function run(effect: Effect): void {
    switch (effect.kind) {
      case 'ask':
        return send(effect.request, async (signal) => {
          const { watch, request } = effect;
          const outcome = await ports.ask(effect.account, effect.reference, signal);
          if (outcome.kind === 'answer')
            dispatch({ kind: 'answered', watch, request, answer: outcome.value });
          else dispatch({ ...outcome, watch, request });
        });
      case 'learn-name':
        return send(effect.request, async (signal) => {
          const { watch, request } = effect;
          const outcome = await ports.learnName(effect.account, effect.reference, signal);
          if (outcome.kind === 'answer') dispatch({ kind: 'named', watch, request, ...outcome.value });
          else dispatch({ ...outcome, watch, request });
        });
      case 'read-page':
        return send(effect.request, async (signal) => {
          const { request } = effect;
          const outcome = await ports.readPage(effect.account, effect, signal);
          if (outcome.kind === 'answer') dispatch({ kind: 'page-read', request, page: outcome.value });
          else if (outcome.kind === 'problem')
            dispatch({ kind: 'page-problem', request, problem: outcome.problem });
          else dispatch({ kind: 'page-aborted', request });
        });
      case 'abort':
        for (const request of effect.requests) requests.get(request)?.abort();
        return;
      case 'save':
        return saver.add(effect satisfies SaveEffect);
      case 'show':
        return keepUntilDone(shows, show(effect));
      case 'wake':
        return setAlarm(effect.at);
      case 'tell-problem':
        return ports.tellProblem(effect.account, effect.problem);
      case 'watches-changed':
      case 'notices-changed':
      case 'groups-changed':
        return;
    }
  }

  /** Never rejects. */
  async function show({ banner, digest, notices, receipt }: EffectOf<'show'>): Promise<void> {
    try {
      dispatch({ ...(await ports.show(notices, digest, receipt)), banner });
    } catch (error) {
      dispatch({ kind: 'not-shown', banner, reasons: [] });
      wentWrong(error);
    }
  }

  function send(request: RequestNumber, ask: (signal: AbortSignal) => Promise<void>): void {
    const controller = new AbortController();
    requests.set(request, controller);
    void ask(controller.signal)
      .catch((error: unknown) => {
        // The client answers with values; a throw is our own fault and must not leave the watch waiting for ever.
        const asking = state.asking.get(request);
        if (asking?.for === 'page') dispatch({ kind: 'page-aborted', request });
        else if (asking) dispatch({ kind: 'aborted', request });
        wentWrong(error);
      })
      .finally(() => requests.delete(request));
  }

  function setAlarm(at: number | null): void {
    cancelTimer();
    cancelTimer = at === null ? () => {} : ports.setTimer(at, () => dispatch({ kind: 'tick' }));
  }

  /** Resolves when each notifier has said what became of its banner, or after a moment. */
  function lastWords(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = ports.setTimer(ports.now() + lastWordMs, resolve);
      void Promise.all(shows).then(() => {
        cancel();
        resolve();
      });
    });
  }

  return {
    state,
    dispatch,
    async stop() {
      phase = 'leaving';
      cancelTimer();
      for (const controller of requests.values()) controller.abort();
      if (shows.size > 0) await lastWords();
      phase = 'stopped';
      await saver.flush();
    },
  };
}

function keepUntilDone(running: Set<Promise<void>>, one: Promise<void>): void {
  running.add(one);
  void one.then(() => running.delete(one));
}
