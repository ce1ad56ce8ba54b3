import type { WatchId } from '../../model/asset.ts';
import { projectOf, type FollowId } from '../../model/follow.ts';
import { ruleOf } from '../../model/import-status.ts';
import type { Appearance } from '../../model/listing.ts';
import { isOpen, type Watch } from '../../model/watch.ts';
import { indexNames } from '../kernel/lookup.ts';
import type { Readable, Rows, Store } from '../kernel/store.ts';
import { nothingLearned } from '../learning/estimate.ts';
import { inProject, type Tallied, watchesIn } from './tally.ts';
import { outlookOf, type LearningState } from '../learning/history.ts';
import { learnSighting, looksEnded, provesRunning, signsOf } from '../learning/listings.ts';
import { listDensity, longestWaitMs, type Doorbell } from '../learning/next-look.ts';

/** How the newest reading of its project's list showed a watch, while it is in progress and until the first reading after its end. */
export interface Shown {
  readonly watch: WatchId;
  readonly project: FollowId;
  readonly appearance: Appearance;
  /** When the first page that showed it so was asked for, epoch ms by the clock. */
  readonly since: number;
  /** When the reading before was asked for, which showed it otherwise; null where there was none. */
  readonly before: number | null;
  /** It was asked for because of this. */
  readonly rang: boolean;
  /** It was learned that a running import is shown so. */
  readonly isLearned: boolean;
  /** When it was last found in progress although it had rung; epoch ms by the clock, 0 for never. */
  readonly falseAt: number;
}

/** How often the list of a project is to be read for the watches in it. */
export interface Bell {
  readonly project: FollowId;
  /** Between two readings, but for the person's floor; null where it is not read. */
  readonly everyMs: number | null;
  /** When that was decided, steady ms. */
  readonly decidedAt: number;
}

export type DoorbellState = Readonly<ReturnType<typeof createDoorbell>>;

export function createDoorbell(store: Store) {
  const shown = store.collection<WatchId, Shown>(({ watch }) => watch);
  return {
    bells: store.collection<FollowId, Bell>(({ project }) => project),
    shown,
    /** By project. */
    shownIn: shown.keep(indexNames<WatchId, Shown>(({ project }) => [project])),
  };
}

type Part = LearningState & DoorbellState;

/** What the list of its project does for the schedule of a watch. */
export function doorbellOf(state: Readable<Part> & Tallied, watch: Watch, clock: number): Doorbell {
  const project = projectOf(watch);
  const everyMs = state.bells.get(project)?.everyMs ?? Infinity;
  const shown = state.shown.get(watch.id);
  const rings = shown?.project === project && clock - shown.falseAt >= longestWaitMs;
  const appearance = rings ? shown.appearance : null;
  const listed = Math.max(1, watchesIn(state, inProject(project), 'importing').size);
  return { density: 1 / everyMs, signs: signsOf(state, watch.account, appearance).proven, listed };
}

/** How many readings in a millisecond are worth it for these watches of a project. */
export function densityFor(
  state: Readable<Part>,
  watches: readonly Watch[],
  pages: number,
  clock: number,
): number {
  const listed = watches.map((watch) => ({
    outlook: outlookOf(state, watch) ?? nothingLearned,
    ageMs: clock - watch.startedAt,
    signs: signsOf(state, watch.account, state.shown.get(watch.id)?.appearance ?? null),
  }));
  return listDensity(listed, pages);
}

/** Whether a list that is read so often stands in the place of looks: each import is to be heard of in this time. */
export const isOftenEnough = (everyMs: number): boolean => everyMs <= longestWaitMs;

/** How it ended, as a list may show it; null where it has not, and where the asset is there no longer. */
function phaseOfEnd(status: string): 'completed' | 'failed' | null {
  const { bucket } = ruleOf(status);
  return bucket === 'completed' || bucket === 'failed' ? bucket : null;
}

/**
 * Whether its list alone has shown that an import, whose first answer says that it ended so, was in progress after it was added: what had
 * ended before is told to nobody.
 */
export function wasShownRunning(
  state: Readable<LearningState>,
  { account, shownAs }: Watch,
  status: string,
): boolean {
  const phase = phaseOfEnd(status);
  return shownAs !== null && phase !== null && provesRunning(state, account, shownAs, phase);
}

/**
 * The list of its project showed a watch so, on a page that was asked for at `askedAt` (epoch ms by the clock). True where that may be
 * its end: it looks otherwise than before, or from the start as imports do that have ended.
 */
export function noteShown(
  state: Part,
  watch: Watch,
  appearance: Appearance,
  askedAt: number,
  before: number | null,
): boolean {
  const known = state.shown.get(watch.id);
  const project = projectOf(watch);
  if (!isOpen(watch)) {
    // A page that was asked for before the end says nothing of it.
    if (known === undefined || watch.endedAt === null || askedAt < watch.endedAt) return false;
    const phase = phaseOfEnd(watch.known!.status);
    if (phase !== null) learnSighting(state, watch.account, phase, appearance);
    state.shown.remove(watch.id);
    return false;
  }
  const isFirst = known?.project !== project;
  if (!isFirst && known.appearance === appearance) return false;
  const falseAt = known?.falseAt ?? 0;
  // A list that shows each import now so, now otherwise must not have all of them asked for over and over.
  const rang = looksEnded(state, watch.account, appearance, isFirst) && askedAt - falseAt >= longestWaitMs;
  state.shown.put({
    watch: watch.id,
    project,
    appearance,
    since: askedAt,
    before,
    rang,
    isLearned: false,
    falseAt,
  });
  return rang;
}

/**
 * An answer to a question that left at `sentAt` (epoch ms by the clock) came. Is it still in progress, it was so when it was listed: how
 * it was shown then, if that is news.
 */
export function noteRunning(
  state: Part & { readonly watches: Rows<WatchId, Watch> },
  id: WatchId,
  sentAt: number,
): Appearance | null {
  const [watch, shown] = [state.watches.get(id), state.shown.get(id)];
  if (watch?.known?.status !== 'IN_PROGRESS' || !shown || shown.isLearned || sentAt < shown.since)
    return null;
  state.shown.patch(id, { isLearned: true, ...(shown.rang && { falseAt: sentAt }) });
  learnSighting(state, watch.account, 'running', shown.appearance);
  return shown.appearance;
}
