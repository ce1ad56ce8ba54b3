import type { AccountId, Answer, WatchId } from '../../model/asset.ts';
import { goneStatus, isTerminal } from '../../model/import-status.ts';
import type { Listing } from '../../model/listing.ts';
import { noticeKeyOf, type NoticeKey } from '../../model/notice.ts';
import { formatOf, positiveOrNull, type Observation, type Traits } from '../../model/observation.ts';
import { isOpen, type Watch } from '../../model/watch.ts';
import { createDueQueue, type DueQueue } from '../kernel/due-queue.ts';
import type { Collection, Index, Readable, Store } from '../kernel/store.ts';
import { fitObservations, nothingLearned, outlookFor, type Fit, type Outlook } from './estimate.ts';
import { isSharp } from './next-look.ts';

/** What this person has seen of how long imports take. It outlives the watches and the inbox. */
export type LearningState = Readonly<ReturnType<typeof createLearning>>;

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

export function createLearning(store: Store, watches: Collection<WatchId, Watch>) {
  return {
    /** Oldest end first; bounded. */
    observations: store.collection<NoticeKey, Observation>(({ key }) => key),
    listings: store.collection<AccountId, Listing>(({ account }) => account),
    /** Imports seen in progress and not yet ended, by their start. */
    running: watches.keep(indexRunning()),
    learned: store.cell<Learned>({ fit: fitObservations([]), fittedAtEnds: 0, ends: -1, before: Infinity }),
    /** Counts the ends that were remembered in this run. */
    ends: store.cell(0),
  };
}

/** By an answer, or by its list, as far as that proves it. */
const wasSeenRunning = ({ known, shownAs }: Watch): boolean => known !== null || shownAs !== null;

function indexRunning(): Index<Watch> & DueQueue<WatchId> {
  const running = createDueQueue<WatchId>();
  return {
    ...running,
    changed(from, to) {
      const isRunning = to !== null && wasSeenRunning(to) && isOpen(to) && to.endedAt === null;
      if (isRunning) {
        if (from?.startedAt !== to.startedAt || !wasSeenRunning(from) || from.endedAt !== null)
          running.put(to.id, to.startedAt);
      } else if (from !== null) running.remove(from.id);
    },
  };
}

/**
 * Remembers how long an import took that was seen in progress at `lastSeenAt` (epoch ms) and ended by `end`. Not remembered: a
 * further attempt, whose start nobody saw, one in which the clock was set, an asset that was deleted, and an end that came while
 * nobody looked, such as overnight.
 */
export function recordDuration(state: LearningState, watch: Watch, lastSeenAt: number, end: Answer): void {
  const atLeastMs = lastSeenAt - watch.startedAt;
  const atMostMs = end.receivedAt - watch.startedAt;
  const isSeenWhole = watch.attempt === 1 && !watch.isAgeDoubtful && end.status !== goneStatus;
  if (!isSeenWhole || !isSharp(atLeastMs, atMostMs)) return;
  const traits = traitsOf(watch);
  const { observations, ends } = state;
  observations.put({
    ...traits,
    key: noticeKeyOf(watch),
    format: traits.format ?? end.metaData?.format?.toLowerCase() ?? null,
    size: positiveOrNull(end.metaData?.size ?? null) ?? traits.size,
    completed: end.status === 'COMPLETED',
    startedAt: watch.startedAt,
    atLeastMs,
    atMostMs,
  });
  ends.set(ends.value + 1);
  for (const key of observations.keys()) {
    if (observations.size <= historyLimit) return;
    observations.remove(key);
  }
}

/**
 * When the import is expected to end; null where that is over. Nobody saw the start of a further attempt, or of one whose age the clock
 * does not tell, and an import that was not heard of may have ended: of these nothing is claimed.
 */
export function outlookOf({ learned }: Readable<LearningState>, watch: Watch): Outlook | null {
  if (watch.endedAt !== null || (watch.known !== null && isTerminal(watch.known.status))) return null;
  const isAgeKnown = watch.known !== null && watch.attempt === 1 && !watch.isAgeDoubtful;
  return isAgeKnown ? outlookFor(learned.value.fit, traitsOf(watch)) : nothingLearned;
}

function traitsOf({ account, reference, fileName, size, known }: Watch): Traits {
  const { workspace, projectId } = reference;
  const told = positiveOrNull(known?.metaData?.size ?? null);
  return { account, workspace, projectId, format: formatOf(fileName), size: told ?? positiveOrNull(size) };
}

/**
 * Learns anew where one of fifty ends is new: a fit looks at all that is remembered, and ten thousand imports may end in one minute.
 * `now`: epoch ms by the clock, as the starts are.
 */
export function learn(state: LearningState, now: number): void {
  const { observations, ends } = state;
  const learned = state.learned.value;
  const before = learnableBefore(state, now);
  if (learned.before === before && learned.ends === ends.value) return;
  const learnable = [...observations.values()].filter(({ startedAt }) => startedAt < before);
  const isGood =
    learned.ends >= 0 && newsSince(learned, ends.value, learnable.length) * 50 <= learned.fit.count;
  const { fit, fittedAtEnds } = isGood
    ? learned
    : { fit: fitObservations(learnable), fittedAtEnds: ends.value };
  state.learned.set({ fit, fittedAtEnds, ends: ends.value, before });
}

/** Ends that the fit does not know, counting those that may be learned from only now. */
function newsSince({ fit, fittedAtEnds }: Learned, ends: number, learnable: number): number {
  return Math.max(ends - fittedAtEnds, Math.abs(learnable - fit.count));
}

/**
 * Of imports that began together, the short ones end first: learning from them while the long ones still run would make every
 * import look late. So an end counts once all that began before it have ended too, but for a few, and for those that never end.
 */
function learnableBefore({ running, observations }: LearningState, now: number): number {
  if (running.size() * 100 <= observations.size * ignoredPercent) return Infinity;
  for (let first = running.first(); first !== null; first = running.first()) {
    if (now - first.dueAt < endlessMs) return first.dueAt;
    running.remove(first.key);
  }
  return Infinity;
}
