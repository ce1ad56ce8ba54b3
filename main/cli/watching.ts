import { once } from 'node:events';
import type { MediaIntelligenceClient } from '../mi/client.ts';
import { referenceText, type AssetReference } from '../model/asset.ts';
import { createState } from '../monitor/state.ts';
import type { Registration } from '../model/registration.ts';
import type { Watch } from '../model/watch.ts';
import { isUnderway, type NewWish, type Wish, type WishId } from '../model/wish.ts';
import { askClient } from '../runner/ask-client.ts';
import { createRunner } from '../runner/runner.ts';
import type { WatchOrder } from './arguments.ts';
import { createAttempts } from './attempts.ts';
import type { ChangeLine } from './lines.ts';
import { createProgress, type LeftOpen } from './progress.ts';
import { createTroubleReport, type Trouble } from './trouble-report.ts';
import type { RegistrationResult } from './registrations.ts';
import { isTimeUp } from './time-limit.ts';
import { registrationVerdict, verdictOf } from './verdict.ts';

export interface WatchingPorts {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly setTimer: (at: number, run: () => void) => () => void;
  readonly client: MediaIntelligenceClient;
  readonly changed: (line: ChangeLine) => void;
  /** It is known what became of a file that was to be registered, or that nobody can tell. */
  readonly settled: (result: RegistrationResult) => void;
  readonly troubled: (trouble: Trouble) => void;
  /** The run ended by itself, or because the time is up; not told where it was interrupted. */
  readonly over: (left: LeftOpen, hasTimedOut: boolean) => void;
  readonly wentWrong: (error: unknown) => void;
  /** Ends the run with what is known; see time-limit.ts. */
  readonly interrupted: AbortSignal;
}

const account = 'command-line';

/** The longest that a timer can have. */
const longMs = 2_147_483_647;

/** Runs the monitor without window and tray until the order is fulfilled; resolves with the exit code. `files`: to be registered first. */
export async function runWatching(
  order: WatchOrder,
  files: readonly Registration[],
  ports: WatchingPorts,
): Promise<number> {
  const printed = new Map<string, string>();
  const settled = new Set<WishId>();
  const attempts = createAttempts();
  const ended = new AbortController();

  const state = createState({
    at: ports.now(),
    seed: ports.now() | 0,
    settings: {
      floorMs: 5_000,
      notices: { completed: false, failed: false, late: false },
      tidyAfterMs: null,
      mostWatches: Infinity,
      mostOutcomes: Infinity,
      quiet: { spans: [], letsFailuresPass: false },
    },
    pausedUntil: null,
  });
  const reportTrouble = createTroubleReport(state, account, attempts, ports.troubled);
  const progress = createProgress(order, account, state, attempts);
  const runner = createRunner(state, {
    ...ports,
    async ask(ask, signal) {
      if (ports.interrupted.aborted) return { kind: 'aborted' };
      const reply = await askClient(ports.client, ask, signal);
      attempts.note('reference' in ask ? ask.reference : ask, reply);
      return reply;
    },
    save: () => Promise.resolve(),
    show: () => Promise.resolve({ kind: 'not-shown', reasons: [] }),
    deliver: () => Promise.reject(new Error('The command line hands nothing on.')),
    close: () => undefined,
    tellProblem: () => Promise.resolve('told'),
    changed: ({ watches, wishes }) => {
      if (ended.signal.aborted || ports.interrupted.aborted) return;
      for (const id of watches) {
        const watch = state.watches.get(id);
        if (watch === undefined) continue;
        report(watch);
        progress.note(watch);
      }
      for (const id of wishes) tellSettled(state.wishes.get(id));
      reportTrouble(watches);
      if (progress.isOver(ports.now())) endWith(false);
    },
  });

  function report(watch: Watch): void {
    if (watch.known === null || (order.command === 'register' && !order.wait)) return;
    const from = printed.get(watch.id) ?? null;
    if (from === watch.known.status) return;
    printed.set(watch.id, watch.known.status);
    ports.changed({ at: watch.known.receivedAt, watch, from });
  }

  function tellSettled(wish: Wish | undefined): void {
    if (wish === undefined || isUnderway(wish) || settled.has(wish.id)) return;
    settled.add(wish.id);
    ports.settled({ at: ports.now(), wish });
  }

  function endWith(hasTimedOut: boolean): void {
    if (ended.signal.aborted) return;
    ended.abort();
    ports.over(progress.leftOpen(), hasTimedOut);
  }

  const stop = () => (isTimeUp(ports.interrupted) ? endWith(true) : ended.abort());
  ports.interrupted.addEventListener('abort', stop);
  // Once nothing is left to be asked no timer is left either, and a promise alone keeps no process alive.
  const hold = setInterval(() => undefined, longMs);
  runner.dispatch({ kind: 'account-ready', account, keptAt: ports.now() });
  runner.dispatch({ kind: 'added', watches: order.references.map(asWatch) });
  runner.dispatch({ kind: 'wished', wishes: files.map(asWish) });
  for (const project of order.projects)
    runner.dispatch({ kind: 'followed', account, ...project, projectName: referenceText(project) });
  if (ports.interrupted.aborted) stop();
  if (!ended.signal.aborted) await once(ended.signal, 'abort');
  // A timer that is left keeps the process alive for hours after its last line.
  clearInterval(hold);
  await runner.stop();
  const wishes = [...state.wishes.values()];
  for (const wish of wishes) if (!settled.has(wish.id)) ports.settled({ at: ports.now(), wish });
  return order.command === 'register'
    ? registrationVerdict(wishes, order.wait ? progress.statuses() : [])
    : verdictOf(order.command, progress.statuses());
}

function asWish(file: Registration, index: number): NewWish {
  return { ...file, id: String(index + 1), account, label: null, replaces: null };
}

/** The reference stands for the file name, so that no request is spent on a name that nothing prints. */
function asWatch(reference: AssetReference) {
  return { account, reference, label: null, fileName: referenceText(reference) };
}
