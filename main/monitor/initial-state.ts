import { isOpen } from './asking.ts';
import type { AccountId } from './asset.ts';
import { createHistory, noteRunning } from './learning/history.ts';
import type { Observation } from './learning/observation.ts';
import type { StoredFollow } from './follow/follow.ts';
import { restoreFollow } from './follow/following.ts';
import { beginDigest, gather, shortestPauseMs } from './gathering.ts';
import { enterNotice } from './ledger.ts';
import { restoredGroup, type SavedGroup } from './groups/group.ts';
import { becomeMember, enterGroup } from './groups/membership.ts';
import type { Notice } from './notice.ts';
import type { MonitorSettings, State, Watch } from './state.ts';
import { emptyTally, recount } from './tally.ts';

/** What is kept of a watch between two runs: everything but what belongs to the run. */
export type SavedWatch = Omit<
  Watch,
  'problem' | 'problemsInRow' | 'missing' | 'inFlight' | 'dueAt' | 'counted'
>;

/** A watch without what belongs to the run, as it is written. */
export function savedWatch(watch: Watch): SavedWatch {
  const {
    problem: _problem,
    problemsInRow: _row,
    missing: _missing,
    inFlight: _flight,
    dueAt: _due,
    counted: _counted,
    ...saved
  } = watch;
  return saved;
}

export interface Beginning {
  /** Epoch milliseconds of the start. */
  readonly at: number;
  /** Any 32-bit integer; decides the jitter of the whole run. */
  readonly seed: number;
  readonly settings: MonitorSettings;
  readonly watches: readonly SavedWatch[];
  readonly notices: readonly Notice[];
  /** How long imports took in former runs, oldest end first; none where a run has no past. */
  readonly durations?: readonly Observation[];
  /** The followed projects, with all that they saw. */
  readonly follows?: readonly StoredFollow[];
  readonly groups?: readonly SavedGroup[];
  /** Those that the person has; each comes to be known at the latest when it is ready. */
  readonly accounts?: readonly AccountId[];
  readonly pausedUntil: number | null;
}

/** The state at the start of a run. What was in progress is awaited by a digest, and so is each notice that a crash caught. */
export function createState(beginning: Beginning): State {
  const state: State = {
    watches: new Map(),
    accounts: new Map(),
    owned: new Set(beginning.accounts),
    follows: new Map(),
    groups: new Map(),
    unsettledGroups: new Set(),
    emptiedRounds: new Set(),
    notices: new Map(),
    settled: new Set(),
    unread: { all: 0, failures: 0 },
    history: createHistory(beginning.durations ?? []),
    banners: new Map(),
    gathering: null,
    lastBannerAt: 0,
    bannerPauseMs: shortestPauseMs,
    asking: new Map(),
    tally: emptyTally(),
    importingOf: new Map(),
    machine: {
      suspended: false,
      doubtedAt: null,
      online: true,
      offlineSince: null,
      askFrom: 0,
      lenientUntil: 0,
    },
    settings: beginning.settings,
    pausedUntil: beginning.pausedUntil,
    pauseIsLength: false,
    newestAt: beginning.at,
    random: beginning.seed | 0,
    nextRequest: 1,
    nextBanner: 1,
    revision: 0,
    savedRevision: 0,
    saveProblem: null,
    wakeAt: null,
    unfinished: null,
    lastNotifier: null,
  };
  for (const follow of beginning.follows ?? []) restoreFollow(state, follow);
  for (const saved of beginning.groups ?? []) enterGroup(state, restoredGroup(saved));
  for (const saved of beginning.watches) restore(state, saved);
  for (const notice of beginning.notices) enterNotice(state, notice);
  awaitWhatHappenedMeanwhile(state, beginning.at);
  return state;
}

function restore(state: State, saved: SavedWatch): void {
  const watch: Watch = {
    ...saved,
    problem: null,
    problemsInRow: 0,
    missing: null,
    inFlight: null,
    dueAt: null,
    counted: null,
  };
  state.watches.set(watch.id, watch);
  becomeMember(state, watch);
  recount(state, watch);
  noteRunning(state, watch);
}

function awaitWhatHappenedMeanwhile(state: State, at: number): void {
  const open = [...state.watches.values()].filter(isOpen).map((watch) => watch.id);
  const caught = [...state.notices.values()].filter(
    (notice) => notice.fate.kind === 'recorded' || notice.fate.kind === 'showing',
  );
  if (open.length === 0 && caught.length === 0) return;
  beginDigest(state, open, at);
  for (const notice of caught) gather(state, notice.key, at);
}
