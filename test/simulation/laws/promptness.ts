import { longestListedWaitMs, longestWaitMs } from '../../../main/monitor/learning/next-look.ts';
import type { FollowId } from '../../../main/model/follow.ts';
import type { Problem } from '../../../main/model/problem.ts';
import type { Watch } from '../../../main/model/watch.ts';
import { stopping, type Flight } from './account-record.ts';
import type { Court } from './court.ts';
import type { Verdict } from './own-trouble.ts';

/** A probe of an account in trouble comes after 4.4 minutes at the latest, a watch's own next look after 16.5. */
const probeMs = 270_000;
/** What met trouble of registering alone: the next probe, which is answered, comes after 5.5 s, and is followed by all that is due. */
const registeringMs = 60_000;
/** A probe of an account that was given up. */
const rareProbeMs = 1_000_000;
const ownMs = 1_000_000;
/** What became of a file whose reply was lost is looked for again so long after that met trouble of its own, or was in vain. */
const searchMs = 300_000;
/** The longest interval where nothing was learned, at an age of some hours, and where something was, with their jitter, and a slow answer. */
const unlearnedIntervalMs = 150_000;
const learnedIntervalMs = 1.1 * longestWaitMs;
/** Where a list is read that may be the first to tell of an end, and may not. */
const listedIntervalMs = 1.1 * longestListedWaitMs;
/** A slow answer. */
export const answerMs = 32_000;
/** A limit that the first look meets has it wait for half a minute. */
const firstLookMs = 60_000;
/** So often it may meet that, until the pace is found that is let through: once in each interval that the person has chosen. */
const mostLimits = 3;
/** How much longer each of the other imports may make the wait. */
const eachLookMs = { none: 250, 'slow answers': 2_000, 'very slow answers': 4_500, 'a limit': 2_000 };

export interface PromptnessPorts {
  readonly court: Court;
  readonly now: () => number;
  /** How long the laptop has been awake, ms: timers stand still while it sleeps. */
  readonly awake: () => number;
  readonly floorMs: () => number;
  /** How long ago the last pause ended by the laptop's clock, ms; infinite where there was none. */
  readonly sincePause: () => number;
  readonly watches: () => number;
  /** Ends that it remembers from before the story. */
  readonly endsBefore: number;
  /** By what looks are spaced further at times. */
  readonly spacing: 1 | 2;
  /** What keeps all looks of an account back, for as long as there are many. */
  readonly strain: keyof typeof eachLookMs;
  /** Lists may be read: a project is followed, or so many imports stand in one that it is worth it. */
  readonly readsLists: boolean;
}

export type PromptnessLaw = ReturnType<typeof createPromptnessLaw>;

/** Law 1, "at once": an end is learned with the next look, where nothing has been in the way. One account's trouble is not in the way of another. */
export function createPromptnessLaw(ports: PromptnessPorts) {
  const { court, now, awake, floorMs, sincePause, watches } = ports;
  let quietFrom = 0;
  let ends = ports.endsBefore;
  const ofAccount = new Map<string, number>();
  const ofWatch = new Map<string, number>();
  /** Of looking in a project for what files became whose replies were lost. */
  const ofSearch = new Map<FollowId, number>();
  /** What a file became, and the list of its project did not show. */
  const unshown = new Map<string, number>();
  /** When an answer last said how an import had stood before, true time. */
  const misled = new Map<string, number>();
  /** When it came into the list, true time, until it is first heard of. */
  const entered = new Map<string, number>();

  // The monitor learns from ends that it has seen, so it cannot have learned before the first.
  const eachMs = eachLookMs[ports.strain];
  const learnedMs = ports.readsLists ? listedIntervalMs : learnedIntervalMs;
  const intervalMs = () => ports.spacing * Math.max(ends === 0 ? unlearnedIntervalMs : learnedMs, floorMs());

  /** How long nothing has been in the way since `since`, true time. */
  function free(account: string, watch: string, since: number): number {
    const pauseEnd = now() - Math.max(0, sincePause());
    const troubleUntil = Math.max(ofAccount.get(account) ?? 0, ofWatch.get(watch) ?? 0);
    const troubleEnd = now() - Math.max(0, awake() - troubleUntil);
    return now() - Math.max(since, quietFrom, pauseEnd, troubleEnd, misled.get(watch) ?? 0);
  }

  function later<Key>(times: Map<Key, number>, key: Key, until: number): void {
    times.set(key, Math.max(times.get(key) ?? 0, until));
  }

  return {
    /** The longest time between two looks at an import in progress, where nothing is in the way, ms. */
    intervalMs,
    /** What was added shortly before the process died, and is not on the disk, or as it was before, is looked at by nobody. */
    started(watches: readonly Watch[]): void {
      const unheard = new Set<string>(watches.flatMap(({ id, known }) => (known === null ? id : [])));
      for (const watch of entered.keys()) if (!unheard.has(watch)) entered.delete(watch);
    },
    /** Sleep, death, a pause, a jump of the clock: nothing is expected of the time before it is over. */
    disturbed(): void {
      quietFrom = Math.max(quietFrom, now() + answerMs);
    },
    /** What was planned by the clock may come late by as long as nothing was to happen, `pauseMs` where the app is paused. */
    clockJumped(pauseMs: number): void {
      quietFrom = Math.max(quietFrom, now() + pauseMs + answerMs);
      for (const [watch, until] of ofWatch) ofWatch.set(watch, until + ownMs);
      for (const [project, until] of ofSearch) ofSearch.set(project, until + searchMs);
      for (const [watch, until] of unshown) unshown.set(watch, until + searchMs);
      for (const [account, until] of ofAccount)
        if (until > awake()) ofAccount.set(account, until + rareProbeMs);
    },
    /** `verdict`: whether it is in the way of nothing but what was asked for. */
    met(flight: Flight, { kind, retryAfterMs }: Problem, verdict: Verdict): void {
      const { account, watch, project, for: purpose } = flight;
      const isOfOne = verdict === 'own';
      const ofAllMs =
        purpose === 'registration' ? registeringMs : stopping.includes(kind) ? rareProbeMs : probeMs;
      const from = awake() + (retryAfterMs ?? 0);
      if (verdict !== 'of-all') later(ofWatch, watch, from + ownMs);
      // A limit that says for how long is obeyed by all, also that of one kind of question alone.
      const isOfAll = verdict !== 'own' || (kind === 'rate-limit' && retryAfterMs !== null);
      if (isOfAll) later(ofAccount, account, from + ofAllMs);
      if (isOfOne && (purpose === 'survey' || purpose === 'origin'))
        later(ofSearch, project, from + searchMs);
    },
    /** The service made a page of the list of its project, and what a file became is not in that. */
    notShown: (watch: string): void => void unshown.set(watch, awake() + searchMs),
    /** Nobody could tell what became of a file of this project, and the person has it looked for only now. */
    soughtAnew: (project: FollowId): void => later(ofSearch, project, awake()),
    /** It is what became of a file whose reply was lost: nobody could ask how it stands while nothing could tell which it is. */
    foundOut(project: FollowId, watch: string): void {
      const until = Math.min(awake(), Math.max(ofSearch.get(project) ?? 0, unshown.get(watch) ?? 0));
      later(ofWatch, watch, until);
    },
    misled: (watch: string): void => void misled.set(watch, now()),
    entered: (watch: string): void => void entered.set(watch, now()),
    left: (watch: string): void => void entered.delete(watch),
    /** What has ended by its first look is told to nobody, so that must not wait. */
    heard(account: string, watch: string): void {
      const took = free(account, watch, entered.get(watch) ?? now());
      entered.delete(watch);
      const firstMs =
        ports.strain === 'a limit' ? Math.max(firstLookMs, mostLimits * floorMs()) : firstLookMs;
      if (took > 2 * answerMs + firstMs + watches() * eachMs)
        court.breach(1, `${watch} was first heard of after ${Math.round(took / 1_000)} s`);
    },
    learned(account: string, watch: string, endedAt: number): void {
      // What was on the wire when it ended may come late and say that it goes on; the next look is reckoned from there.
      const allowed = answerMs + intervalMs() + answerMs + watches() * eachMs;
      ends += 1;
      const took = free(account, watch, endedAt);
      if (took > allowed)
        court.breach(1, `the end of ${watch} was learned after ${Math.round(took / 1_000)} s`);
    },
  };
}
