import type { Change, Health, InboxEntry } from '../contract.ts';
import type { WatchId } from '../model/asset.ts';
import type { GroupId } from '../model/group.ts';
import type { Notice, NoticeKey } from '../model/notice.ts';
import {
  countsOf,
  followCards,
  groupRowOf,
  inboxEntryOf,
  isNamedByTray,
  rowOf,
  troublesOf,
  wishCards,
} from '../monitor/view/rows.ts';
import type { Watch } from '../model/watch.ts';
import type { EffectOf } from '../monitor/kernel/effects.ts';
import { healthOf, pausedUntil, quietNow } from '../monitor/view/health.ts';
import type { MonitorView } from '../monitor/state.ts';
import type { Counts, GroupRow, Row } from '../model/view.ts';
import { newestOf } from '../wording/tray-menu.ts';

/** The state of the whole at one moment. */
export interface Picture {
  readonly health: Health;
  readonly counts: Counts;
}

export interface Projection {
  /** Takes note of what changed; it is told with everything else of the same moment. */
  readonly note: (changes: EffectOf<'changed'>) => void;
  /** Parts of the window that do not come from the monitor. */
  readonly notePart: (part: Part) => void;
  /** Of all watches where none are given. */
  readonly rows: (of?: Iterable<Watch>) => readonly Row[];
  readonly groups: () => readonly GroupRow[];
  readonly inbox: (of?: Iterable<Notice>) => readonly InboxEntry[];
  /** The rows that the tray's menu has room for. */
  readonly newest: () => { readonly importing: readonly Row[]; readonly ended: readonly Row[] };
  readonly picture: () => Picture;
  readonly stop: () => void;
}

export type Part = Pick<
  Change,
  'settings' | 'arrangement' | 'language' | 'accounts' | 'warnings' | 'hooks' | 'update'
>;

/** Milliseconds in which changes are gathered into one message to the window. */
const momentMs = 40;

/** Turns changes of the state into one message a moment for the window and one picture of the whole. */
export function createProjection(
  state: MonitorView,
  tell: (change: Change, picture: Picture) => void,
): Projection {
  const watches = new Set<WatchId>();
  const notices = new Set<NoticeKey>();
  const groups = new Set<GroupId>();
  let areWishesNew = false;
  let part: Part = {};
  let timer: NodeJS.Timeout | null = null;
  let told = {
    health: '',
    quiet: '',
    counts: '',
    follows: '',
    troubles: '',
    pausedUntil: pausedUntil(state),
    lastNotifier: state.lastNotifier.value,
  };

  const picture = (): Picture => {
    const health = healthOf(state);
    const counts = countsOf(state);
    return { health, counts };
  };

  function later(): void {
    timer ??= setTimeout(flush, momentMs);
  }

  function flush(): void {
    timer = null;
    const now = picture();
    const change: Change = {
      ...monitorChange(state, watches, notices),
      ...groupChange(state, groups),
      ...(areWishesNew && { wishes: wishCards(state) }),
      ...part,
      ...healthChange(now),
    };
    watches.clear();
    notices.clear();
    groups.clear();
    areWishesNew = false;
    part = {};
    tell(change, now);
  }

  function healthChange({ health, counts }: Picture): Change {
    const follows = followCards(state);
    const troubles = troublesOf(state);
    const quiet = quietNow(state);
    const next = {
      health: JSON.stringify(health),
      quiet: JSON.stringify(quiet),
      counts: JSON.stringify(counts),
      follows: JSON.stringify(follows),
      troubles: JSON.stringify(troubles),
      pausedUntil: pausedUntil(state),
      lastNotifier: state.lastNotifier.value,
    };
    const change: Change = {
      ...(next.health !== told.health && { health }),
      ...(next.quiet !== told.quiet && { quiet }),
      ...(next.counts !== told.counts && { counts }),
      ...(next.follows !== told.follows && { follows }),
      ...(next.troubles !== told.troubles && { troubles }),
      ...(next.pausedUntil !== told.pausedUntil && { pausedUntil: next.pausedUntil }),
      ...(next.lastNotifier !== told.lastNotifier && { lastNotifier: next.lastNotifier }),
    };
    told = next;
    return change;
  }

  return {
    note(changes) {
      for (const watch of changes.watches) watches.add(watch);
      for (const notice of changes.notices) notices.add(notice);
      for (const group of changes.groups) groups.add(group);
      if (changes.wishes.length > 0) areWishesNew = true;
      later();
    },
    notePart(next) {
      part = { ...part, ...next };
      later();
    },
    rows: (of = state.watches.values()) => Array.from(of, (watch) => rowOf(state, watch)),
    groups: () => groupRows(state, state.groups.keys()),
    inbox: (of = state.notices.values()) => Array.from(of, inboxEntryOf),
    newest() {
      const told = [...state.watches.values()].filter((watch) => isNamedByTray(state, watch));
      const { importing, ended } = newestOf(told);
      const rows = (watches: readonly Watch[]) => watches.map((watch) => rowOf(state, watch));
      return { importing: rows(importing), ended: rows(ended) };
    },
    picture,
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function monitorChange(state: MonitorView, watches: Set<WatchId>, notices: Set<NoticeKey>): Change {
  const present = [...watches].flatMap((id) => state.watches.get(id) ?? []);
  const gone = [...watches].filter((id) => !state.watches.has(id));
  const entries = [...notices].flatMap((key) => state.notices.get(key) ?? []);
  const forgotten = [...notices].filter((key) => !state.notices.has(key));
  return {
    ...(present.length > 0 && { rows: present.map((watch) => rowOf(state, watch)) }),
    ...(gone.length > 0 && { removed: gone }),
    ...(entries.length > 0 && { inbox: entries.map(inboxEntryOf) }),
    ...(forgotten.length > 0 && { inboxRemoved: forgotten }),
  };
}

function groupChange(state: MonitorView, groups: Set<GroupId>): Change {
  const present = groupRows(state, groups);
  const shown = new Set(present.map(({ id }) => id));
  const gone = [...groups].filter((id) => !shown.has(id));
  return {
    ...(present.length > 0 && { groups: present }),
    ...(gone.length > 0 && { groupsRemoved: gone }),
  };
}

/** A followed project keeps its group while nothing is in it; then there is nothing to see of it. */
function groupRows(state: MonitorView, ids: Iterable<GroupId>): readonly GroupRow[] {
  const present = [...ids].flatMap((id) => state.groups.get(id) ?? []);
  return present.filter(({ id }) => state.members.of(id).size > 0).map((group) => groupRowOf(state, group));
}
