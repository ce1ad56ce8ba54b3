import type { MuteSpan, PauseSpan } from '../contract.ts';
import type { Mute } from '../model/mute.ts';
import type { EventOf } from '../monitor/kernel/events.ts';

const hour = 3_600_000;
/** The hour of the next day, by this computer's clock, at which "until tomorrow" ends. */
const morning = 8;

/** When a pause ends, epoch ms. "Until tomorrow" ends at eight in the morning of the next calendar day. */
export function pauseEnd(length: PauseSpan, now: number): number {
  if (length === 'one-hour') return now + hour;
  const end = new Date(now);
  end.setDate(end.getDate() + 1);
  end.setHours(morning, 0, 0, 0);
  return end.getTime();
}

/** How long what is muted now is muted. */
export function muteFor(span: MuteSpan, now: number): Mute {
  if (span === 'until-it-ends') return { kind: span };
  return { kind: 'until', at: pauseEnd(span, now), isLength: isLength(span) };
}

/** An hour stays an hour where the clock is set meanwhile; "until tomorrow" is a time of day. */
const isLength = (span: PauseSpan): boolean => span === 'one-hour';

/** What the monitor is told. */
export function pauseOf(length: PauseSpan, now: number): EventOf<'paused'> {
  return { kind: 'paused', until: pauseEnd(length, now), isLength: isLength(length) };
}
