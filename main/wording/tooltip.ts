import { countOf, formatAge, formatDuration, formatMoment, formatNumber } from '../../words/format.ts';
import { problemText } from '../../words/problem-text.ts';
import { warningText } from '../../words/warning-text.ts';
import { trayWords } from '../../words/tray-words.ts';
import type { Language, Warning } from '../contract.ts';
import type { Counts, Health, Quiet } from '../model/view.ts';

export interface TooltipState {
  readonly health: Health;
  readonly counts: Counts;
  /** Only the warnings that need the person. */
  readonly warnings: readonly Warning[];
}

/** The tray's tooltip, such as "3 importing · 1 failed · checked 12 s ago". `now` in epoch ms. */
export function tooltipOf(
  { health, counts, warnings }: TooltipState,
  now: number,
  language: Language,
): string {
  const needs = warnings.map((warning) => warningText(warning, language).title);
  return [...needs, ...countParts(counts, language), ...healthParts(health, now, language)]
    .filter(Boolean)
    .join(' · ');
}

function countParts({ importing, unreadFailures, inDoubt }: Counts, language: Language): string[] {
  const tray = trayWords[language];
  return [
    importing > 0 ? tray.importing(formatNumber(importing, language)) : '',
    unreadFailures > 0 ? tray.failed(formatNumber(unreadFailures, language)) : '',
    inDoubt > 0 ? tray.inDoubt(countOf(inDoubt, language)) : '',
  ];
}

function healthParts(health: Health, now: number, language: Language): readonly string[] {
  const tray = trayWords[language];
  switch (health.kind) {
    case 'paused':
      return [tray.pausedUntil(formatMoment(health.until, now, language))];
    case 'needs-you':
      return [problemText(health.problem, language).title];
    case 'no-account':
      return [tray.noAccount];
    case 'key-missing':
      return [tray.keyMissing];
    case 'unknown': {
      const reason = health.problem === null ? tray.offline : problemText(health.problem, language).title;
      return [reason, lastAnswer(health.answeredAt, now, language), nextTry(health.nextAt, now, language)];
    }
    case 'idle':
      return [tray.nothing, ...quietParts(health.quiet, now, language)];
    case 'watching':
      if (health.answeredAt === null) return [tray.neverAnswered];
      return [
        tray.checked(formatAge(now - health.answeredAt, language)),
        ...quietParts(health.quiet, now, language),
      ];
  }
}

function quietParts(quiet: Quiet | null, now: number, language: Language): readonly string[] {
  const tray = trayWords[language];
  if (quiet === null) return [];
  return [
    quiet.kind === 'system' ? tray.systemQuiet : tray.quietUntil(formatMoment(quiet.until, now, language)),
  ];
}

function lastAnswer(at: number | null, now: number, language: Language): string {
  const tray = trayWords[language];
  return at === null ? tray.neverAnswered : tray.lastAnswer(formatAge(now - at, language));
}

/** Empty if the next try waits for an event, such as the return of the network. */
function nextTry(at: number | null, now: number, language: Language): string {
  const tray = trayWords[language];
  if (at === null) return '';
  return at <= now ? tray.tryingNow : tray.nextTry(formatDuration(at - now, language));
}
