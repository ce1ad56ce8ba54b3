import type { Health, Language, Quiet } from '../../../main/contract.ts';
import { formatAge, formatDuration, formatMoment } from '../../../words/format.ts';
import { words } from '../../../words/words.ts';

export interface HealthText {
  readonly tone: 'good' | 'warning' | 'plain';
  readonly text: string;
}

/** The line under the title. `now` is epoch milliseconds. */
export function healthText(health: Health, now: number, language: Language): HealthText {
  const { problems, shell } = words[language];
  switch (health.kind) {
    case 'paused':
      return { tone: 'plain', text: shell.pausedUntil(formatMoment(health.until, now, language)) };
    case 'needs-you':
      return { tone: 'warning', text: shell.needsYou(problems[health.problem.kind].short) };
    case 'no-account':
      return { tone: 'plain', text: shell.noAccount };
    case 'key-missing':
      return { tone: 'warning', text: shell.keyMissing };
    case 'unknown': {
      const since = formatMoment(health.since, now, language);
      const text =
        health.problem === null
          ? shell.offlineSince(since)
          : shell.since(problems[health.problem.kind].short, since);
      return { tone: 'warning', text };
    }
    case 'idle':
      return { tone: 'plain', text: quietly(health.quiet, shell.idle, now, language) };
    case 'watching':
      return { tone: 'good', text: quietly(health.quiet, watching(health, now, language), now, language) };
  }
}

function quietly(quiet: Quiet | null, text: string, now: number, language: Language): string {
  const { shell } = words[language];
  if (quiet === null) return text;
  const why =
    quiet.kind === 'system' ? shell.systemQuiet : shell.quietUntil(formatMoment(quiet.until, now, language));
  return `${why} · ${text}`;
}

function watching(
  { answeredAt, nextAt, isSlowed, scarce }: Extract<Health, { kind: 'watching' }>,
  now: number,
  language: Language,
): string {
  const { shell } = words[language];
  if (answeredAt === null) return shell.neverAnswered;
  const checked = shell.checked(formatAge(now - answeredAt, language));
  if (isSlowed) return `${checked} · ${shell.slowed}`;
  const [spared] = scarce;
  if (spared !== undefined) return `${checked} · ${shell.scarce[spared]}`;
  const waitMs = nextAt === null ? 0 : nextAt - now;
  return waitMs < 1_000 ? checked : `${checked} · ${shell.next(formatDuration(waitMs, language))}`;
}
