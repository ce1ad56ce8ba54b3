import { longestListedWaitMs, longestWaitMs } from '../../../main/monitor/learning/next-look.ts';
import type { Problem } from '../../../main/model/problem.ts';
import { stopping, type Flight } from './account-record.ts';
import type { Court } from './court.ts';

/** A probe of an account in trouble comes after 4.4 minutes at the latest, a watch's own next look after 16.5. */
const probeMs = 270_000;
/** What met trouble of registering alone: the next probe, which is answered, comes after 5.5 s, and is followed by all that is due. */
const registeringMs = 60_000;
/** A probe of an account that was given up. */
const rareProbeMs = 1_000_000;
const ownMs = 1_000_000;
/** The longest interval where nothing was learned, at an age of some hours, and where something was, with their jitter, and a slow answer. */
const unlearnedIntervalMs = 150_000;
const learnedIntervalMs = 1.1 * longestWaitMs;
/** Where a list is read that may be the first to tell of an end, and may not. */
const listedIntervalMs = 1.1 * longestListedWaitMs;
const answerMs = 32_000;

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

  // The monitor learns from ends that it has seen, so it cannot have learned before the first.
  const learnedMs = ports.readsLists ? listedIntervalMs : learnedIntervalMs;
  const intervalMs = () => ports.spacing * Math.max(ends === 0 ? unlearnedIntervalMs : learnedMs, floorMs());

  return {
    /** The longest time between two looks at an import in progress, where nothing is in the way, ms. */
    intervalMs,
    /** Sleep, death, a pause, a jump of the clock: nothing is expected of the time before it is over. */
    disturbed(): void {
      quietFrom = Math.max(quietFrom, now() + answerMs);
    },
    /** What was planned by the clock may come late by as long as nothing was to happen, `pauseMs` where the app is paused. */
    clockJumped(pauseMs: number): void {
      quietFrom = Math.max(quietFrom, now() + pauseMs + answerMs);
      for (const [watch, until] of ofWatch) ofWatch.set(watch, until + ownMs);
    },
    /** `isOfOne`: it is in the way of nothing but what was asked for. */
    met({ account, watch, for: purpose }: Flight, { kind, retryAfterMs }: Problem, isOfOne: boolean): void {
      const map = isOfOne ? ofWatch : ofAccount;
      const ofAllMs =
        purpose === 'registration' ? registeringMs : stopping.includes(kind) ? rareProbeMs : probeMs;
      const until = awake() + (isOfOne ? ownMs : ofAllMs) + (retryAfterMs ?? 0);
      const key = isOfOne ? watch : account;
      map.set(key, Math.max(map.get(key) ?? 0, until));
    },
    learned(account: string, watch: string, endedAt: number): void {
      const pauseEnd = now() - Math.max(0, sincePause());
      const troubleUntil = Math.max(ofAccount.get(account) ?? 0, ofWatch.get(watch) ?? 0);
      const troubleEnd = now() - Math.max(0, awake() - troubleUntil);
      const from = Math.max(endedAt, quietFrom, pauseEnd, troubleEnd);
      // What was on the wire when it ended may come late and say that it goes on; the next look is reckoned from there.
      const allowed = answerMs + intervalMs() + answerMs + watches() * 250;
      ends += 1;
      if (now() - from > allowed)
        court.breach(1, `the end of ${watch} was learned after ${Math.round((now() - from) / 1_000)} s`);
    },
  };
}
