import type { Timeline, TimelineEntry, TimelineKey, TimelineSubject } from '../../model/timeline.ts';
import type { Index, Store } from '../kernel/store.ts';

/** The newest of each subject are kept. */
const mostOfOne = 40;
/** Of all subjects together: some ten of each of 20,000 imports. Beyond that the subject that came first is forgotten as a whole. */
export const mostOfAll = 200_000;

export type TimelinesState = Readonly<ReturnType<typeof createTimelines>>;

export function createTimelines(store: Store) {
  const timelines = store.collection<string, Timeline>(({ key }) => key);
  return { timelines, timelineEntries: timelines.keep(countEntries()) };
}

function countEntries(): Index<Timeline> & { readonly all: () => number } {
  let count = 0;
  return {
    clear: () => void (count = 0),
    changed: (from, to) => void (count += (to?.entries.length ?? 0) - (from?.entries.length ?? 0)),
    all: () => count,
  };
}

export const timelineKey = (subject: TimelineSubject, id = ''): TimelineKey => `${subject} ${id}`;

export function entriesOf(
  { timelines }: { readonly timelines: { readonly get: (key: string) => Timeline | undefined } },
  key: TimelineKey,
): readonly TimelineEntry[] {
  return timelines.get(key)?.entries ?? [];
}

export function note(state: TimelinesState, key: TimelineKey, entry: TimelineEntry): void {
  const { timelines, timelineEntries } = state;
  timelines.put({ key, entries: [...entriesOf(state, key), entry].slice(-mostOfOne) });
  for (const oldest of timelines.keys()) {
    if (timelineEntries.all() <= mostOfAll) return;
    timelines.remove(oldest);
  }
}

/** What kept the subject from being heard of is this now, or nothing: the last problem ends, and another begins. */
export function noteProblem(
  state: TimelinesState,
  key: TimelineKey,
  problem: Extract<TimelineEntry, { kind: 'problem' }>['problem'] | null,
  at: number,
): void {
  const entries = entriesOf(state, key);
  const open = entries.findLastIndex((entry) => entry.kind === 'problem' && entry.until === null);
  const last = entries[open];
  if (last?.kind === 'problem') {
    if (last.problem === problem) return;
    state.timelines.put({ key, entries: entries.with(open, { ...last, until: at }) });
  }
  if (problem !== null) note(state, key, { kind: 'problem', at, problem, until: null });
}
