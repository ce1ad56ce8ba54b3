import { outcomeOf } from '../../model/import-status.ts';
import { projectOf } from '../../model/follow.ts';
import type { TimelineEntry, TimelineLine } from '../../model/timeline.ts';
import type { Watch } from '../../model/watch.ts';
import type { MonitorView } from '../state.ts';
import { deliveriesOf } from './deliveries.ts';
import { entriesOf, timelineKey } from '../timelines/timelines.ts';

/** Merges by time what several books know of one import; entries of one moment stay in the order of the sources. */
export function timelineOf<Entry extends { readonly at: number }>(
  ...sources: readonly (readonly Entry[])[]
): readonly Entry[] {
  return sources.flat().toSorted((one, other) => one.at - other.at);
}

/** What happened to the watch, oldest first: to itself, and to its group, its project, its account, and the machine while it was in progress. */
export function timelineOfWatch(state: MonitorView, watch: Watch): readonly TimelineLine[] {
  const { id, account, addedAt, endedAt, group } = watch;
  const since = (entries: readonly TimelineEntry[]) => entries.filter(({ at }) => at >= addedAt);
  const meanwhile = (entries: readonly TimelineEntry[]) =>
    entries.filter(
      (entry) =>
        entry.at <= (endedAt ?? Infinity) && entry.kind === 'problem' && (entry.until ?? Infinity) >= addedAt,
    );
  const deliveries = deliveriesOf(state, id).map((delivery) => {
    const at = delivery.last?.at ?? delivery.at;
    return { kind: 'delivery', at, delivery } as const;
  });
  const own = timelineOf<TimelineEntry>(
    [{ kind: 'added', at: addedAt }],
    meanwhile(entriesOf(state, timelineKey('machine'))),
    meanwhile(entriesOf(state, timelineKey('account', account))),
    entriesOf(state, timelineKey('watch', id)),
    since(group === null ? [] : entriesOf(state, timelineKey('group', group.id))),
    since(entriesOf(state, timelineKey('project', projectOf(watch)))),
  ).map((entry) => (entry.kind === 'status' ? { ...entry, outcome: outcomeOf(entry.status) } : entry));
  return timelineOf<TimelineLine>(own, deliveries);
}
