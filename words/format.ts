import type { Language } from '../main/contract.ts';
import type { Count } from './plural.ts';
import { sharedWords } from './shared-words.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

type DurationUnit = 'days' | 'hours' | 'minutes' | 'seconds';

/** From this many milliseconds on, a duration is told in these units; the smaller unit is left out where it is zero. */
const durationSteps: readonly {
  from: number;
  unit: DurationUnit;
  length: number;
  rest: DurationUnit | null;
  restLength: number;
}[] = [
  { from: day, unit: 'days', length: day, rest: 'hours', restLength: hour },
  { from: hour, unit: 'hours', length: hour, rest: 'minutes', restLength: minute },
  { from: minute, unit: 'minutes', length: minute, rest: null, restLength: minute },
  { from: 0, unit: 'seconds', length: second, rest: null, restLength: second },
];

export function formatNumber(value: number, language: Language): string {
  return numberFormat(language).format(value);
}

/** What a message is given that has a plural; without one it is given the text alone. */
export function countOf(number: number, language: Language): Count {
  return { number, text: formatNumber(number, language) };
}

/** A duration in ms in words, rounded down: `45 s`, `9 min`, `1 h 2 min`, `3 d 4 h`. A negative one counts as none. */
export function formatDuration(durationMs: number, language: Language): string {
  const whole = Math.max(0, durationMs);
  const step = durationStepOf(whole);
  const { units } = sharedWords[language];
  const count = Math.floor(whole / step.length);
  const rest = step.rest === null ? 0 : Math.floor((whole % step.length) / step.restLength);
  const first = units[step.unit](formatNumber(count, language));
  if (step.rest === null || rest === 0) return first;
  return `${first} ${units[step.rest](formatNumber(rest, language))}`;
}

/** From one duration to another, both in ms, never narrower than they are: `12 to 18 min`, `45 s to 2 min`, `50 min to 1 h 5 min`. */
export function formatDurationRange(fromMs: number, toMs: number, language: Language): string {
  const end = roundedUp(toMs);
  const step = durationStepOf(end);
  const last = formatDuration(end, language);
  if (formatDuration(fromMs, language) === last) return last;
  const isSameUnit = step.rest === null && durationStepOf(fromMs) === step;
  const first = isSameUnit
    ? formatNumber(Math.floor(fromMs / step.length), language)
    : formatDuration(fromMs, language);
  return sharedWords[language].units.range(first, last);
}

/** To the smallest unit that is said of one so long. */
function roundedUp(durationMs: number): number {
  const { restLength } = durationStepOf(durationMs);
  const end = Math.ceil(durationMs / restLength) * restLength;
  return durationStepOf(end).restLength === restLength ? end : roundedUp(end);
}

function durationStepOf(durationMs: number): (typeof durationSteps)[number] {
  return durationSteps.find(({ from }) => durationMs >= from) ?? durationSteps[durationSteps.length - 1]!;
}

/** The length of a video in ms as a player shows it, rounded to seconds: `4:14`, `1:02:11`. */
export function formatClockDuration(durationMs: number): string {
  const seconds = Math.round(Math.max(0, durationMs) / second);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** How long ago, of a span in ms: `12 s ago`; under a second it is `just now`. */
export function formatAge(ageMs: number, language: Language): string {
  const { units } = sharedWords[language];
  return ageMs < second ? units.justNow : units.ago(formatDuration(ageMs, language));
}

const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in bytes with decimal units, as Object Storage counts them: `120 MB`, `8.4 GB`. */
export function formatSize(bytes: number, language: Language): string {
  const exponent = bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3);
  // 999 950 would be rounded to "1000 kB"; it belongs to the next unit.
  const raised =
    exponent > 0 && Number((bytes / 1000 ** exponent).toPrecision(3)) >= 1000 ? exponent + 1 : exponent;
  const index = Math.min(raised, sizeUnits.length - 1);
  const value = bytes / 1000 ** index;
  return numberFormat(language, {
    style: 'unit',
    unit: sizeUnits[index]!,
    unitDisplay: index === 0 ? 'long' : 'short',
    maximumFractionDigits: index > 0 && value < 10 ? 1 : 0,
  }).format(value);
}

/** The time of day of an epoch time in ms, with hours and minutes. `timeZone` is the system's where it is not given. */
export function formatTimeOfDay(at: number, language: Language, timeZone?: string): string {
  return dateFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, timeZone).format(at);
}

/** The time of day, with its day before it unless that is today. Both are epoch times in ms. */
export function formatMoment(at: number, now: number, language: Language, timeZone?: string): string {
  const time = formatTimeOfDay(at, language, timeZone);
  const { tomorrow, yesterday } = sharedWords[language].units;
  switch ((dayOf(at, timeZone).getTime() - dayOf(now, timeZone).getTime()) / day) {
    case -1:
      return yesterday(time);
    case 0:
      return time;
    case 1:
      return tomorrow(time);
    default:
      return `${formatDay(at, now, language, timeZone)} ${time}`;
  }
}

/** As short as a list needs it: the time of day for today, else the day. */
export function formatDayOrTime(at: number, now: number, language: Language, timeZone?: string): string {
  return dayOf(at, timeZone).getTime() === dayOf(now, timeZone).getTime()
    ? formatTimeOfDay(at, language, timeZone)
    : formatDay(at, now, language, timeZone);
}

/** The day, with the year where it is another one. */
function formatDay(at: number, now: number, language: Language, timeZone?: string): string {
  const isThisYear = dayOf(at, timeZone).getUTCFullYear() === dayOf(now, timeZone).getUTCFullYear();
  const day = { month: 'short', day: 'numeric' } as const;
  return dateFormat(language, isThisYear ? day : { ...day, year: 'numeric' }, timeZone).format(at);
}

/** The day in the zone's calendar, as its midnight in UTC: some last 23 or 25 hours, so that a time a day later may be of the day after. */
function dayOf(at: number, timeZone?: string): Date {
  const parts = dateFormat('en', { year: 'numeric', month: 'numeric', day: 'numeric' }, timeZone);
  const [month, date, year] = parts.format(at).split('/').map(Number);
  return new Date(Date.UTC(year!, month! - 1, date));
}

/** `day`: 0 for Monday. */
export function formatWeekday(day: number, width: 'narrow' | 'long', language: Language): string {
  // The fifth of January 1970 was a Monday.
  return dateFormat(language, { weekday: width }, 'UTC').format((4 + day) * 86_400_000);
}

/** `minutes` from midnight. */
export function formatMinutes(minutes: number, language: Language): string {
  return formatTimeOfDay(minutes * 60_000, language, 'UTC');
}

/** Makes most of what a list formats with in this language: some 10 ms that a start can spend while it waits. */
export function prepareFormats(language: Language): void {
  formatDayOrTime(0, 0, language);
  formatDay(0, 0, language);
  for (const bytes of [1e6, 1e7, 1e9, 1e10]) formatSize(bytes, language);
}

const decimal: Intl.NumberFormatOptions = { maximumFractionDigits: 1 };
const numberFormats = new Map<string, Intl.NumberFormat>();

/** Kept: each takes as long to make as a hundred numbers or dates to format, and a list formats some for every row and second. */
function numberFormat(language: Language, options = decimal): Intl.NumberFormat {
  const key = JSON.stringify([language, options]);
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(language, options);
  numberFormats.set(key, known);
  return known;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(
  language: Language,
  options: Intl.DateTimeFormatOptions,
  timeZone?: string,
): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options, timeZone ?? offsets()]);
  const known =
    dateFormats.get(key) ??
    new Intl.DateTimeFormat(language, timeZone === undefined ? options : { ...options, timeZone });
  dateFormats.set(key, known);
  return known;
}

/** Of the system's zone in winter and summer: a computer that travels must not go on with the zone it left. */
function offsets(): readonly number[] {
  return [0, 6].map((month) => new Date(2026, month).getTimezoneOffset());
}
