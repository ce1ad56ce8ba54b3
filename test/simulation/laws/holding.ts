import type { QuietHours } from '../../../main/model/monitor-settings.ts';
import { isAboutFiles, type Notice } from '../../../main/model/notice.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import { hasFailed } from '../service.ts';
import type { Court } from './court.ts';

export interface HoldingPorts {
  readonly court: Court;
  /** The laptop's clock, epoch ms. */
  readonly clock: () => number;
  /** How long the laptop has been awake, ms. */
  readonly awake: () => number;
  readonly quiet: () => QuietHours;
  /** Something around what it tells of is muted. */
  readonly isMuted: (state: MonitorView, notice: Notice) => boolean;
}

export type HoldingLaw = ReturnType<typeof createHoldingLaw>;

/** How late an alarm may be. */
const lateMs = 5_000;
/** How soon the monitor is tried again. */
const restMs = 10_000;

/** Law 9: what is held back is held back for a reason, and given to a digest in the step in which there is none any more. */
export function createHoldingLaw({ court, clock, awake, quiet, isMuted }: HoldingPorts) {
  /** The system said that it keeps quiet, and not yet that it does so no longer. */
  let isSystemQuiet = false;
  /** What quiet hours alone hold back: until which time of the clock, and by when its alarm has rung that counts the time that passes. */
  let held: { readonly until: number; readonly rungBy: number } | null = null;

  function holds({ spans, letsFailuresPass }: QuietHours, notice: Notice): boolean {
    const isQuiet = spans.some(({ from, until }) => from <= clock() && clock() < until);
    return isQuiet && !(letsFailuresPass && tellsOfFailure(notice));
  }

  return {
    isQuiet: (notice: Notice): boolean => isSystemQuiet || holds(quiet(), notice),
    setSystemQuiet: (next: boolean): void => void (isSystemQuiet = next),
    /** Not even the failure of a step could be taken: the alarm may come only after that. */
    rests(): void {
      if (held !== null) held = { ...held, rungBy: Math.max(held.rungBy, awake() + restMs + lateMs) };
    },
    started(): void {
      isSystemQuiet = false;
      held = null;
    },
    afterStep(state: MonitorView): void {
      if (held !== null && clock() > held.until + lateMs && awake() > held.rungBy)
        court.breach(9, 'what quiet hours held back was told long after them');
      const end = quiet().spans.find(({ from, until }) => from <= clock() && clock() < until)?.until;
      const isHeld = !isSystemQuiet && end !== undefined && state.inbox.of('postponed').size > 0;
      held = isHeld ? { until: end, rungBy: awake() + end - clock() + lateMs } : null;
      for (const shelf of ['postponed', 'muted'] as const)
        for (const key of state.inbox.of(shelf)) {
          const notice = state.notices.get(key)!;
          if (!isSystemQuiet && !holds(quiet(), notice) && !isMuted(state, notice))
            court.breach(9, `${key} is held back for no reason`);
        }
    },
  };
}

/** Also a group with some. */
export function tellsOfFailure(notice: Notice): boolean {
  if (isAboutFiles(notice)) return true;
  return notice.about === 'group-done' ? notice.failed > 0 : hasFailed(notice.status);
}
