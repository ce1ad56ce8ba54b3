import { once } from 'node:events';
import type { MediaIntelligenceClient } from '../mi/client.ts';
import type { AssetReference } from '../monitor/asset.ts';
import type { Follow } from '../monitor/follow/follow.ts';
import { isTerminal } from '../monitor/import-status.ts';
import { createState } from '../monitor/initial-state.ts';
import { problemRules } from '../monitor/problem.ts';
import type { State, Watch } from '../monitor/state.ts';
import { createRunner } from '../runner/runner.ts';
import type { WatchOrder } from './arguments.ts';
import { referenceText, type ChangeLine } from './lines.ts';
import { createTroubleReport, type Trouble } from './trouble-report.ts';
import { verdictOf } from './verdict.ts';

export interface WatchingPorts {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly setTimer: (at: number, run: () => void) => () => void;
  readonly client: MediaIntelligenceClient;
  readonly changed: (line: ChangeLine) => void;
  readonly troubled: (trouble: Trouble) => void;
  /** The timeout came first; these are not known to have ended. */
  readonly timeIsUp: (open: readonly AssetReference[]) => void;
  readonly wentWrong: (error: unknown) => void;
  /** Ends the run with what is known. */
  readonly interrupted: AbortSignal;
}

const account = 'command-line';

/** Runs the monitor without window and tray until the order is fulfilled; resolves with the exit code. */
export async function runWatching(order: WatchOrder, ports: WatchingPorts): Promise<number> {
  const printed = new Map<string, string>();
  const unheard = new Set<string>();
  const ended = new AbortController();
  const end = () => ended.abort();

  const state = createState({
    at: ports.now(),
    seed: ports.now() | 0,
    settings: { floorMs: 5_000, notices: { completed: false, failed: false } },
    watches: [],
    notices: [],
    pausedUntil: null,
  });
  const reportTrouble = createTroubleReport(state, account, ports.troubled);
  const runner = createRunner(state, {
    ...ports,
    ask: (_account, reference, signal) => ports.client.importStatus(reference, signal),
    // Every watch has a name here, so this is asked only of an asset that is not found: it may have been moved.
    learnName: (_account, reference, signal) => ports.client.assetDetails(reference, signal),
    readPage: (_account, { workspace, projectId, page }, signal) =>
      ports.client.readPage(workspace, projectId, page, signal),
    save: () => Promise.resolve(),
    show: () => Promise.resolve({ kind: 'not-shown', reasons: [] }),
    tellProblem: () => undefined,
    changed: ({ watches }) => {
      if (ended.signal.aborted) return;
      for (const id of watches) {
        const watch = state.watches.get(id);
        if (watch === undefined) continue;
        report(watch);
        if (wasHeardOf(watch)) unheard.delete(id);
        else unheard.add(id);
      }
      reportTrouble(watches);
      if (isOver(order, state, unheard.size)) end();
    },
  });

  function report(watch: Watch): void {
    if (watch.known === null) return;
    const from = printed.get(watch.id) ?? null;
    if (from === watch.known.status) return;
    printed.set(watch.id, watch.known.status);
    ports.changed({ at: watch.known.receivedAt, watch, from });
  }

  function timeIsUp(): void {
    ports.timeIsUp([...state.watches.values()].filter(isOpen).map(({ reference }) => reference));
    end();
  }

  if (ports.interrupted.aborted) end();
  ports.interrupted.addEventListener('abort', end);
  const cancelTimeout =
    order.timeoutMs === null ? () => {} : ports.setTimer(ports.now() + order.timeoutMs, timeIsUp);
  runner.dispatch({ kind: 'account-ready', account });
  runner.dispatch({ kind: 'added', watches: order.references.map(asWatch) });
  for (const project of order.projects)
    runner.dispatch({ kind: 'followed', account, ...project, projectName: referenceText(project) });
  if (!ended.signal.aborted) await once(ended.signal, 'abort');
  // A timer that is left keeps the process alive for hours after its last line.
  cancelTimeout();
  await runner.stop();
  const statuses = [...state.watches.values()].map((watch) => watch.known?.status ?? null);
  // What a project holds that was not looked through is as unknown as an import that was not heard of.
  const unseen = [...state.follows.values()].filter((follow) => !isLookedThrough(follow)).map(() => null);
  return verdictOf(order.command, [...statuses, ...unseen]);
}

/** The reference stands for the file name, so that no request is spent on a name that nothing prints. */
function asWatch(reference: AssetReference) {
  return { account, reference, label: null, fileName: referenceText(reference) };
}

const isOpen = (watch: Watch) => watch.known === null || !isTerminal(watch.known.status);

const wasHeardOf = (watch: Watch) => watch.known !== null || watch.problem !== null;

/** All that it listed at its first look was asked for. */
const isLookedThrough = ({ baselineAt, newcomers }: Follow) => baselineAt !== null && newcomers.size === 0;

/** Over: nothing more can be learned, or all that was ordered is known. Asked after each event, so it counts nothing anew. */
function isOver(order: WatchOrder, state: State, unheard: number): boolean {
  const trouble = state.accounts.get(account)?.stopped;
  if (trouble && problemRules[trouble.kind].then === 'stop') return true;
  if (state.watches.size + state.follows.size === 0) return false;
  if (order.command === 'status') {
    const isSlow = (state.accounts.get(account)?.slowdown ?? null) !== null;
    return isSlow || unheard === 0;
  }
  return order.wait && state.tally.importing === 0 && [...state.follows.values()].every(isLookedThrough);
}
