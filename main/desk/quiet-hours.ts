import type { Settings } from '../contract.ts';
import type { QuietHours, Span } from '../model/monitor-settings.ts';

export type QuietSetting = 'quietHours' | 'quietDays' | 'quietFrom' | 'quietUntil' | 'quietLetsFailuresPass';

/** More than a machine sleeps before the desk reckons them anew. */
const daysAhead = 14;

/**
 * Quiet hours from yesterday's on, as this computer's time zone has them today. Days are taken by the calendar, so that "until eight" is
 * eight also where the clocks change in between; a time that such a change leaves out is the same while later, as `Date` reads it.
 */
export function quietHoursOf(settings: Pick<Settings, QuietSetting>, now: number): QuietHours {
  const spans = settings.quietHours ? Array.from({ length: daysAhead + 2 }, (_, day) => day - 1) : [];
  return {
    spans: joined(spans.flatMap((day) => spanOf(settings, now, day) ?? [])),
    letsFailuresPass: settings.quietLetsFailuresPass,
  };
}

/** By which `quietHoursOf` reckons: where this is another one, what it said is old. */
export function calendarDay(now: number): string {
  const date = new Date(now);
  return `${date.toDateString()} ${date.getTimezoneOffset()}`;
}

/** The span that begins so many days from today; null where that day has none. */
function spanOf(
  { quietDays, quietFrom, quietUntil }: Pick<Settings, QuietSetting>,
  now: number,
  day: number,
) {
  const date = new Date(now);
  const at = (days: number, minutes: number) =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() + day + days, 0, minutes);
  const begins = at(0, quietFrom);
  const fromMonday = (at(0, 0).getDay() + 6) % 7;
  if ((quietDays & (1 << fromMonday)) === 0) return null;
  return { from: begins.getTime(), until: at(quietUntil > quietFrom ? 0 : 1, quietUntil).getTime() };
}

/** Where one ends as the next begins, as with whole days, nothing may be told in between. */
function joined(spans: readonly Span[]): readonly Span[] {
  return spans.reduce<readonly Span[]>((before, span) => {
    const last = before.at(-1);
    return last !== undefined && span.from <= last.until
      ? [...before.slice(0, -1), { from: last.from, until: Math.max(last.until, span.until) }]
      : [...before, span];
  }, []);
}
