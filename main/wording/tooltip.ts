import { formatAge, formatMoment, formatNumber } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../contract.ts';
import type { Counts, Health } from '../monitor/view.ts';

/** The tray's tooltip, such as "3 importing · 1 failed · checked 12 s ago". `now` in epoch ms. */
export function tooltipOf(health: Health, counts: Counts, now: number, language: Language): string {
  return [...countParts(counts, language), healthPart(health, now, language)].filter(Boolean).join(' · ');
}

function countParts({ importing, unreadFailures }: Counts, language: Language): string[] {
  const { tray } = words[language];
  return [
    importing > 0 ? tray.importing(formatNumber(importing, language)) : '',
    unreadFailures > 0 ? tray.failed(formatNumber(unreadFailures, language)) : '',
  ];
}

function healthPart(health: Health, now: number, language: Language): string {
  const { problems, tray } = words[language];
  switch (health.kind) {
    case 'paused':
      return tray.pausedUntil(formatMoment(health.until, now, language));
    case 'needs-you':
      return problems[health.problem.kind].title;
    case 'no-account':
      return tray.noAccount;
    case 'key-missing':
      return tray.keyMissing;
    case 'unknown':
      if (health.problem === null) return tray.offline;
      return health.answeredAt === null ? tray.neverAnswered : tray.cannotTell(ageOf(health.answeredAt));
    case 'idle':
      return tray.nothing;
    case 'watching':
      return health.answeredAt === null ? tray.neverAnswered : tray.checked(ageOf(health.answeredAt));
  }

  function ageOf(at: number): string {
    return formatAge(now - at, language);
  }
}
