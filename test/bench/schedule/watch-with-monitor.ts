import { advance } from '../../../main/monitor/advance.ts';
import { watchIdOf, type AssetReference, type WatchId } from '../../../main/monitor/asset.ts';
import type { Effect } from '../../../main/monitor/effect.ts';
import type { MonitorEvent } from '../../../main/monitor/event.ts';
import { createState } from '../../../main/monitor/initial-state.ts';
import type { Observation } from '../../../main/monitor/learning/observation.ts';
import type { TrueImport } from './imports.ts';
import { answerMs, type Outcome } from './outcome.ts';

export interface Course {
  readonly history: readonly Observation[];
  /** False: what is learned on the way is taken away again. */
  readonly learns: boolean;
  /** Whether the details of an asset tell its size while it is imported. */
  readonly tellsSize: boolean;
  readonly floorMs: number;
}

const startAt = Date.UTC(2026, 0, 1);
const account = 'a1';

/** The real monitor in virtual time, against a service that answers after a moment. */
export function watchWithMonitor(
  imports: readonly TrueImport[],
  { history, learns, tellsSize, floorMs }: Course,
): Outcome & { readonly history: readonly Observation[] } {
  const settings = { floorMs, notices: { completed: false, failed: false } };
  const durations = history.map((observation) => ({
    ...observation,
    startedAt: observation.startedAt - 1e12,
  }));
  const state = createState({
    at: startAt,
    seed: 1,
    settings,
    watches: [],
    notices: [],
    durations,
    pausedUntil: null,
  });
  const worlds = new Map<WatchId, { truth: TrueImport; begunAt: number }>();
  const answers: MonitorEvent[] = [];
  const delays: number[] = [];
  let requests = 0;
  let nextAnswer = 0;
  let nextImport = 0;
  let wakeAt = Infinity;

  function send(event: MonitorEvent): void {
    for (const effect of advance(state, event)) run(effect, event.at);
    if (learns) return;
    state.history.observations.clear();
    state.history.learned = null;
  }

  function run(effect: Effect, at: number): void {
    const answeredAt = at + answerMs;
    switch (effect.kind) {
      case 'ask': {
        const { watch, request } = effect;
        const { truth, begunAt } = worlds.get(watch)!;
        const isOver = at + answerMs / 2 >= begunAt + truth.durationMs;
        const metaData = { resolution: null, durationMs: null, size: truth.size, format: truth.format };
        const answer = {
          assetId: effect.reference.assetId,
          status: isOver ? truth.status : 'IN_PROGRESS',
          text: null,
          metaData: isOver && truth.status === 'COMPLETED' ? metaData : null,
          receivedAt: answeredAt,
        };
        requests += 1;
        if (isOver) delays.push(answeredAt - begunAt - truth.durationMs);
        answers.push({ kind: 'answered', at: answeredAt, watch, request, answer });
        return;
      }
      case 'learn-name': {
        const { watch, request, reference } = effect;
        const { size, format } = worlds.get(watch)!.truth;
        const metaData = tellsSize ? { resolution: null, durationMs: null, size, format: null } : null;
        const { projectId, assetId } = reference;
        const fileName = `${assetId}.${format}`;
        answers.push({ kind: 'named', at: answeredAt, watch, request, fileName, projectId, metaData });
        return;
      }
      case 'save':
        answers.push({ kind: 'saved', at: answeredAt, revision: effect.revision });
        return;
      case 'wake':
        wakeAt = effect.at ?? Infinity;
        return;
      default:
        return;
    }
  }

  function add(truth: TrueImport): void {
    const at = startAt + truth.beginsAt;
    const reference: AssetReference = { workspace: 'w', projectId: truth.projectId, assetId: nextImport };
    worlds.set(watchIdOf(account, reference), { truth, begunAt: at });
    send({ kind: 'added', at, watches: [{ account, reference, label: null, fileName: null }] });
  }

  function tick(): void {
    const at = wakeAt;
    wakeAt = Infinity;
    send({ kind: 'tick', at });
  }

  send({ kind: 'account-ready', at: startAt, account });
  for (;;) {
    const answerAt = answers[nextAnswer]?.at ?? Infinity;
    const importAt = nextImport < imports.length ? startAt + imports[nextImport]!.beginsAt : Infinity;
    if (Math.min(answerAt, importAt, wakeAt) === Infinity) break;
    if (answerAt <= Math.min(importAt, wakeAt)) send(answers[nextAnswer++]!);
    else if (importAt <= wakeAt) add(imports[nextImport++]!);
    else tick();
  }
  return {
    requests,
    delays: delays.toSorted((left, right) => left - right),
    history: [...state.history.observations.values()],
  };
}
