import type { WatchId } from '../../../main/model/asset.ts';
import { problemRules, type Problem } from '../../../main/model/problem.ts';
import type { Happening } from '../../../main/monitor/kernel/events.ts';
import type { End } from '../service.ts';
import type { Flight } from './account-record.ts';

/** Why the app could not look at anything. */
export type Away = 'down' | 'asleep' | 'suspended' | 'offline' | 'paused';

/** Whether an import ended while the app was away: for certain, by all that the app can know, or not. */
export type EndedAway = 'yes' | 'maybe' | 'no';

interface Absence {
  readonly from: number;
  readonly to: number;
}

export interface AbsencesPorts {
  /** True time, ms. */
  readonly now: () => number;
  /** The laptop's clock, epoch ms. */
  readonly clock: () => number;
  /** How long nothing is planned for a watch in progress at most, ms. */
  readonly longestIntervalMs: () => number;
}

export type Absences = ReturnType<typeof createAbsences>;

/** A sleep that nobody tells of shows itself by an alarm that is late by a minute. */
const unnoticedMs = 60_000;
/** A process that still runs so long after it was told of a sleep need not believe it. */
const doubtMs = 60_000;
const marginMs = 10_000;
const remembered = 20;

/** When the app was away, by what really happened to it and what it was told. */
export function createAbsences({ now, clock, longestIntervalMs }: AbsencesPorts) {
  const reasons = new Set<Away>(['down']);
  const past: Absence[] = [];
  /** What stood in the way of a look, by account or watch: true time of the last. */
  const hindered = new Map<string, number>();
  let [since, suspendedAt, pausedUntil, lastBack, lastJump] = [-Infinity, 0, -Infinity, 0, -Infinity];
  let isPauseOfLength = false;
  /** Counts every moment that may begin a digest. */
  let returns = 0;

  function leave(reason: Away): void {
    if (reasons.size === 0) since = now();
    reasons.add(reason);
  }

  function comeBack(...over: readonly Away[]): void {
    const wasAway = reasons.size > 0;
    for (const reason of over) reasons.delete(reason);
    returns += 1;
    lastBack = now();
    if (!wasAway || reasons.size > 0) return;
    past.push({ from: since, to: now() });
    if (past.length > remembered) past.shift();
  }

  /** A pause ends by the clock, and a sleep that was announced when the app still runs a while later: it sees that with its next step. */
  function look(): void {
    if (reasons.has('suspended') && now() >= suspendedAt + doubtMs) comeBack('suspended');
    if (reasons.has('paused') && clock() >= pausedUntil) comeBack('paused');
  }

  function wasHindered(account: string, watch: WatchId, from: number): boolean {
    return [account, watch].some((key) => (hindered.get(key) ?? -Infinity) >= from);
  }

  return {
    leave,
    comeBack,
    look,
    /** The last moment at which the app came back, or could believe that it did: true time, ms. */
    lastBack: () => lastBack,
    returns: () => returns,
    told(event: Happening): void {
      if (event.kind === 'suspended') {
        suspendedAt = now();
        leave('suspended');
      } else if (event.kind === 'resumed') comeBack('suspended');
      else if ((event.kind === 'check-now' || event.kind === 'look-now') && reasons.has('suspended'))
        comeBack('suspended');
      else if (event.kind === 'offline') leave('offline');
      else if (event.kind === 'online') comeBack('offline');
      else if (event.kind === 'unpaused') comeBack('paused');
      else if (event.kind === 'paused') {
        pausedUntil = event.until;
        isPauseOfLength = event.isLength;
        leave('paused');
      } else if (event.kind === 'account-not-ready' || event.kind === 'account-removed')
        hindered.set(event.account, now());
      else if (event.kind === 'account-ready') {
        // Nothing could be asked of it before.
        lastBack = now();
        returns += 1;
      }
    },
    /** A jump of the clock looks like a sleep. */
    clockJumped(byMs: number): void {
      look();
      if (isPauseOfLength) pausedUntil += Math.min(0, byMs);
      lastJump = now();
      lastBack = now();
      returns += 1;
    },
    /** What was on the wire while the app was away may have been answered before. */
    heard({ watch, sentAt }: Flight): void {
      if (past.some(({ to }) => to >= sentAt)) hindered.set(watch, now());
    },
    /** `isOfOne`: not of whatever is asked, for which the account rests. */
    met({ account, watch }: Flight, { kind }: Problem, isOfOne: boolean): void {
      hindered.set(problemRules[kind].scope === 'watch' && isOfOne ? watch : account, now());
    },
    /** A fault of our own kept its answer from the app: its next look may come when no digest waits for it any more. */
    lost: (watch: WatchId): void => void hindered.set(watch, now()),
    /** Newly or again in the list: nothing was planned for it before. */
    entered: (watch: WatchId) => void hindered.set(watch, now()),
    /** `heardAt`: when the watch was last heard of before it was learned that it has ended, true time. */
    endedAway(account: string, watch: WatchId, end: End, heardAt: number): EndedAway {
      look();
      const absence = past.findLast(({ to }) => to >= heardAt);
      if (absence === undefined) return lastJump >= heardAt ? 'maybe' : 'no';
      // What is looked at only later for a reason of its own is no part of what the app came back to.
      const isPlain = lastJump < heardAt && !wasHindered(account, watch, heardAt) && absence.from >= heardAt;
      const lasted = absence.to - absence.from;
      const wasDue = lasted >= longestIntervalMs() + unnoticedMs + marginMs;
      return isPlain && wasDue && end.at <= absence.to ? 'yes' : 'maybe';
    },
    died: () => leave('down'),
    /** A new process was told nothing yet; the pause is kept in the settings. */
    started(until: number | null): void {
      if (until !== null && clock() < until) {
        pausedUntil = until;
        isPauseOfLength = false;
        leave('paused');
      } else reasons.delete('paused');
      comeBack('down', 'suspended', 'offline');
    },
  };
}
