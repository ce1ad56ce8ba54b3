import type { Answer, WatchId } from '../asset.ts';
import { createDueQueue, type DueQueue } from '../due-queue.ts';
import { goneStatus, isTerminal } from '../import-status.ts';
import { touchDuration, type Moment } from '../moment.ts';
import { noticeKeyOf, type NoticeKey } from '../notice.ts';
import type { State, Watch } from '../state.ts';
import { fitObservations, type Fit } from './fit.ts';
import { longestWaitMs } from './inspection.ts';
import { formatOf, positiveOrNull, type Observation, type Traits } from './observation.ts';
import { outlookFor, type Outlook } from './outlook.ts';

/** What this person has seen of how long imports take. It outlives the watches and the inbox. */
export interface History {
  /** Oldest end first; bounded. */
  readonly observations: Map<NoticeKey, Observation>;
  /** Imports seen in progress and not yet ended, by their start. */
  readonly running: DueQueue<WatchId>;
  /** Counts what was ever remembered in this run. */
  ends: number;
  learned: Learned | null;
}

interface Learned {
  readonly fit: Fit;
  readonly fittedAtEnds: number;
  /** It was found still good for the ends and the starts up to here. */
  readonly ends: number;
  readonly before: number;
}

/** So many ends are remembered; older ones are forgotten. */
export const historyLimit = 500;

/** An import that is in progress for longer is taken as one that never ends. */
const endlessMs = 24 * 3_600_000;
/** Of a hundred imports so many may still be running when the others are taken for all of them. */
const ignoredPercent = 5;

/** `observations` oldest end first. */
export function createHistory(observations: readonly Observation[]): History {
  return {
    observations: new Map(observations.map((observation) => [observation.key, sane(observation)])),
    running: createDueQueue(),
    ends: 0,
    learned: null,
  };
}

/** Earlier versions wrote sizes of nothing. */
function sane(observation: Observation): Observation {
  return { ...observation, size: positiveOrNull(observation.size) };
}

/** Keeps count of what is running. To be called where a watch enters, and where its status changes. */
export function noteRunning(state: State, watch: Watch): void {
  const runs = watch.known !== null && !isTerminal(watch.known.status) && watch.endedAt === null;
  if (runs) state.history.running.put(watch.id, watch.startedAt);
  else state.history.running.remove(watch.id);
}

/**
 * Remembers how long an import took that was seen in progress by `before` and ended by `after`. Not remembered: a further
 * attempt, whose start nobody saw, one in which the clock was set, an asset that was deleted, and an end that came while
 * nobody looked, such as overnight.
 */
export function recordDuration(
  state: State,
  watch: Watch,
  before: Answer,
  after: Answer,
  moment: Moment,
): void {
  const atLeastMs = before.receivedAt - watch.startedAt;
  const atMostMs = after.receivedAt - watch.startedAt;
  const isSeenWhole = watch.attempt === 1 && !watch.isAgeDoubtful && after.status !== goneStatus;
  if (!isSeenWhole || !isSharp(atLeastMs, atMostMs)) return;
  const traits = traitsOf(watch);
  const { observations } = state.history;
  const observation: Observation = {
    ...traits,
    key: noticeKeyOf(watch),
    format: traits.format ?? after.metaData?.format?.toLowerCase() ?? null,
    size: positiveOrNull(after.metaData?.size ?? null) ?? traits.size,
    completed: after.status === 'COMPLETED',
    startedAt: watch.startedAt,
    atLeastMs,
    atMostMs,
  };
  observations.set(observation.key, observation);
  touchDuration(moment, observation.key);
  state.history.ends += 1;
  for (const key of observations.keys()) {
    if (observations.size <= historyLimit) return;
    observations.delete(key);
    touchDuration(moment, key);
  }
}

/** Nobody saw the start of a further attempt, or of one whose age the clock does not tell; an import that was not heard of may have ended. */
export function outlookOf(state: State, watch: Watch): Outlook | null {
  const isOver = watch.endedAt !== null || watch.known === null || isTerminal(watch.known.status);
  if (isOver || watch.attempt > 1 || watch.isAgeDoubtful) return null;
  return outlookFor(fitOf(state), traitsOf(watch));
}

/** Whether the import was seen in progress at an age that few imports like it reach. */
export function isLate(watch: Watch, outlook: Outlook): boolean {
  return watch.known !== null && watch.known.receivedAt - watch.startedAt > outlook.lateAfterMs;
}

/** The window in which the end lies is no longer than the schedule makes it, or short beside the whole. */
function isSharp(atLeastMs: number, atMostMs: number): boolean {
  const gap = atMostMs - atLeastMs;
  return atLeastMs >= 0 && gap > 0 && gap <= Math.max(1.2 * longestWaitMs, atMostMs / 10);
}

function traitsOf({ account, reference, fileName, size, known }: Watch): Traits {
  const { workspace, projectId } = reference;
  const told = positiveOrNull(known?.metaData?.size ?? null);
  return { account, workspace, projectId, format: formatOf(fileName), size: told ?? positiveOrNull(size) };
}

/**
 * Learned anew where one of fifty ends is new: a fit looks at all that is remembered, and ten thousand imports may end in one
 * minute.
 */
function fitOf(state: State): Fit {
  const { history } = state;
  const { learned, ends } = history;
  const before = learnableBefore(state);
  if (learned !== null && learned.before === before && learned.ends === ends) return learned.fit;
  const learnable = [...history.observations.values()].filter(({ startedAt }) => startedAt < before);
  const isGood = learned !== null && newsSince(learned, ends, learnable.length) * 50 <= learned.fit.count;
  const { fit, fittedAtEnds } = isGood ? learned : { fit: fitObservations(learnable), fittedAtEnds: ends };
  history.learned = { fit, fittedAtEnds, ends, before };
  return fit;
}

/** Ends that the fit does not know, counting those that may be learned from only now. */
function newsSince({ fit, fittedAtEnds }: Learned, ends: number, learnable: number): number {
  return Math.max(ends - fittedAtEnds, Math.abs(learnable - fit.count));
}

/**
 * Of imports that began together, the short ones end first: learning from them while the long ones still run would make every
 * import look late. So an end counts once all that began before it have ended too, but for a few, and for those that never end.
 */
function learnableBefore(state: State): number {
  const { running, observations } = state.history;
  if (running.size() * 100 <= observations.size * ignoredPercent) return Infinity;
  for (let first = running.first(); first !== null; first = running.first()) {
    if (state.newestAt - first.dueAt < endlessMs) return first.dueAt;
    running.remove(first.key);
  }
  return Infinity;
}
