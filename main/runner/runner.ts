import type { AccountId } from '../model/asset.ts';
import type { Delivered, Delivery, Hook } from '../model/hook.ts';
import type { Notice } from '../model/notice.ts';
import type { Problem } from '../model/problem.ts';
import type { Effect, EffectOf } from '../monitor/kernel/effects.ts';
import type { Ask, Happening, Reply, RequestNumber, ShowOutcome } from '../monitor/kernel/events.ts';
import { isRepeated } from '../monitor/kernel/repeating.ts';
import { advance } from '../monitor/monitor.ts';
import type { MonitorView, State } from '../monitor/state.ts';
import { createSaver, type SaverPorts } from './saver.ts';
import { createUntaken } from './untaken.ts';

/** The outside world, as the monitor needs it. */
export interface RunnerPorts extends SaverPorts {
  /** Calls `run` at that time (epoch ms) or soon after; the returned function cancels it. */
  readonly setTimer: (at: number, run: () => void) => () => void;
  readonly ask: (ask: Ask, signal: AbortSignal) => Promise<Reply>;
  readonly show: (notices: readonly Notice[], digest: boolean, receipt: string) => Promise<ShowOutcome>;
  /** Hands it on to the program or the address of the hook. */
  readonly deliver: (delivery: Delivery, hook: Hook, signal: AbortSignal) => Promise<Delivered>;
  /** Takes the banner that was shown under this receipt from the screen, where the system can do that. */
  readonly close: (receipt: string) => void;
  /** `not-now`: the system keeps quiet, and says when it does so no longer. */
  readonly tellProblem: (account: AccountId, problem: Problem) => Promise<'told' | 'not-now'>;
  /** Called once after each event, also where only the health may have changed. */
  readonly changed: (changes: EffectOf<'changed'>) => void;
  /** A fault of our own: it is told and the monitor goes on. */
  readonly wentWrong: (error: unknown) => void;
}

/** A quit waits so long for the word of notifiers that were called already, ms. */
const lastWordMs = 2_000;

/** How soon the monitor is tried again that could not even take its own failure, ms. */
const restMs = 10_000;

export interface Runner {
  readonly state: MonitorView;
  /** False where it was not done: its step broke off by a fault of our own, or the run is about to end. */
  readonly dispatch: (event: Happening) => boolean;
  /**
   * Calls back all requests, takes back what was written as sent and has not left, hears out the notifiers and the hooks for a moment, so
   * that the next run does not tell again what they have, and waits until everything that changed is written.
   */
  readonly stop: () => Promise<void>;
}

/**
 * Runs the monitor's effects against the world and feeds the results back as events. The state is the runner's from then on. `takeStep`:
 * whoever looks into each step stands in between.
 */
export function createRunner(state: State, ports: RunnerPorts, takeStep: typeof advance = advance): Runner {
  const requests = new Map<RequestNumber, AbortController>();
  /** Banners and deliveries, of which a word is still to come. */
  const awaited = new Set<Promise<void>>();
  const leaving = new AbortController();
  const untaken = createUntaken();
  let cancelTimer = () => {};
  let cancelRetry: (() => void) | null = null;
  let phase: 'running' | 'leaving' | 'stopped' = 'running';
  // A port may dispatch while the effects of a step still run; taken at once, the rest of them would undo what it brought about.
  const waiting: Happening[] = [];
  let isStepping = false;
  const saver = createSaver(ports, (event) => dispatch(event));

  function dispatch(event: Happening): boolean {
    waiting.push(event);
    if (isStepping) return true;
    isStepping = true;
    let isDone = false;
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const isTaken = step(next);
        isDone ||= isTaken && (next === event || repeats(next, event));
      }
    } finally {
      isStepping = false;
    }
    return isDone;
  }

  /** Never throws: one broken part must not keep the others from what they have to do. */
  function step(event: Happening): boolean {
    if (!isHeard(event)) return false;
    untaken.drop(event);
    const effects = effectsOf(event);
    for (const effect of effects ?? []) attempt(() => (phase === 'leaving' ? saveOnly(effect) : run(effect)));
    return effects !== null;
  }

  function saveOnly(effect: Effect): void {
    if (effect.kind === 'save') saver.add(effect);
  }

  /** On the way out only what became of banners and deliveries still counts; everything else is learned again by the next run. */
  function isHeard({ kind }: Happening): boolean {
    if (phase === 'leaving') return ['leaving', 'told', 'delivered', 'step-failed'].includes(kind);
    return phase === 'running';
  }

  /** Null where the step breaks off. */
  function effectsOf(event: Happening): readonly Effect[] | null {
    try {
      return takeStep(state, { ...event, at: ports.now() });
    } catch (error) {
      wentWrong(error);
      if (event.kind === 'step-failed') tryLater(event.of);
      else waiting.unshift({ kind: 'step-failed', of: event });
      return null;
    }
  }

  /** Where not even the failure can be taken, the alarm may be spent and nothing on the wire: without this nothing would ever happen. */
  function tryLater(event: Happening): void {
    untaken.keep(event);
    if (phase === 'running') cancelRetry ??= ports.setTimer(ports.now() + restMs, tryAgain);
  }

  function tryAgain(): void {
    cancelRetry = null;
    for (const event of untaken.takeOut()) dispatch({ kind: 'step-failed', of: event });
    dispatch({ kind: 'tick' });
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
        return void ask(effect);
      case 'abort':
        for (const request of effect.requests) requests.get(request)?.abort();
        return;
      case 'save':
        return saver.add(effect);
      case 'show':
        return keepUntilDone(awaited, show(effect));
      case 'deliver':
        return keepUntilDone(awaited, deliver(effect));
      case 'close':
        return ports.close(effect.receipt);
      case 'wake':
        return setAlarm(effect.at);
      case 'tell-problem':
        return void tellProblem(effect);
      case 'changed':
        return ports.changed(effect);
    }
  }

  async function tellProblem({ account, problem }: EffectOf<'tell-problem'>): Promise<void> {
    try {
      const outcome = await ports.tellProblem(account, problem);
      if (outcome === 'not-now') dispatch({ kind: 'problem-not-told', account, isQuiet: true });
    } catch (error) {
      dispatch({ kind: 'problem-not-told', account, isQuiet: false });
      wentWrong(error);
    }
  }

  /** Never rejects. The client answers with values; a throw is our own fault and must not leave the watch waiting for ever. */
  async function ask({ request, ask: wanted }: EffectOf<'ask'>): Promise<void> {
    const controller = new AbortController();
    requests.set(request, controller);
    try {
      dispatch({ kind: 'replied', request, reply: await ports.ask(wanted, controller.signal) });
    } catch (error) {
      dispatch({ kind: 'replied', request, reply: { kind: 'aborted' } });
      wentWrong(error);
    } finally {
      requests.delete(request);
    }
  }

  /** Never rejects. */
  async function show({ banner, digest, notices, receipt }: EffectOf<'show'>): Promise<void> {
    try {
      dispatch({ kind: 'told', banner, outcome: await ports.show(notices, digest, receipt) });
    } catch (error) {
      dispatch({ kind: 'told', banner, outcome: { kind: 'not-shown', reasons: [] } });
      wentWrong(error);
    }
  }

  /** Never rejects. What is called back is tried again by the next run. */
  async function deliver({ delivery, hook }: EffectOf<'deliver'>): Promise<void> {
    const told = { kind: 'delivered', delivery: delivery.id } as const;
    try {
      const outcome = await ports.deliver(delivery, hook, leaving.signal);
      if (!leaving.signal.aborted) dispatch({ ...told, ...outcome });
    } catch (error) {
      const result = { fault: 'no-answer', figure: null, detail: null } as const;
      if (!leaving.signal.aborted) dispatch({ ...told, result, retryAfterMs: null });
      wentWrong(error);
    }
  }

  function setAlarm(at: number | null): void {
    cancelTimer();
    cancelTimer = at === null ? () => {} : ports.setTimer(at, () => dispatch({ kind: 'tick' }));
  }

  /** Resolves when each notifier and each receiver has said what came of it, or after a moment. */
  function lastWords(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = ports.setTimer(ports.now() + lastWordMs, resolve);
      void Promise.all(awaited).then(() => {
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
      cancelRetry?.();
      for (const controller of requests.values()) controller.abort();
      dispatch({ kind: 'leaving' });
      if (awaited.size > 0) await lastWords();
      tryAgain();
      leaving.abort();
      phase = 'stopped';
      await saver.flush();
    },
  };
}

/** It takes up the step of this event, which broke off, and does it after all. */
const repeats = (next: Happening, event: Happening): boolean =>
  next.kind === 'step-failed' && next.of === event && isRepeated(event);

function keepUntilDone(running: Set<Promise<void>>, one: Promise<void>): void {
  running.add(one);
  void one.then(() => running.delete(one));
}
