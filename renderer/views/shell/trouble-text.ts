import type { AccountCard, Health, Language } from '../../../main/contract.ts';
import { formatAge, formatDuration, formatMoment } from '../../../words/format.ts';
import { problemText } from '../../../words/problem-text.ts';
import { words } from '../../../words/words.ts';
import { problemPlaces, type Fix } from '../../lib/problem-fixes.ts';

export interface TroubleText {
  /** `act`: nothing goes on until the person acts; `wait`: nothing fresh is known, and it is tried again by itself. */
  readonly kind: 'act' | 'wait';
  readonly title: string;
  readonly advice: string;
  /** How old the last answer is and when the next try is; null where neither is known. */
  readonly times: string | null;
  readonly fix: Fix | null;
}

/** What stands under the title while the whole, or one account, cannot be asked; null while all is well. */
export function troubleText(
  health: Health,
  accounts: readonly AccountCard[],
  now: number,
  language: Language,
): TroubleText | null {
  const { shell, problems } = words[language];
  // With one account there is no question whose key it is.
  const of = (id: string, title: string): string => {
    const name = accounts.length > 1 ? accounts.find((account) => account.id === id)?.name : undefined;
    return name === undefined ? title : shell.ofAccount(name, title);
  };
  switch (health.kind) {
    case 'needs-you': {
      const { title, advice } = problemText(health.problem, language);
      const { fix } = problemPlaces[health.problem.kind];
      return { kind: 'act', title: of(health.account, title), advice, times: null, fix };
    }
    case 'key-missing': {
      const title = of(health.account, shell.keyMissing);
      return { kind: 'act', title, advice: shell.keyMissingAdvice, times: null, fix: 'open-account' };
    }
    case 'unknown': {
      const times = timesText(health.answeredAt, health.nextAt, now, language);
      const { problem } = health;
      if (problem === null) {
        const title = shell.offlineSince(formatMoment(health.since, now, language));
        return { kind: 'wait', title, advice: problems.offline.advice, times, fix: null };
      }
      const { title, advice } = problemText(problem, language);
      return { kind: 'wait', title, advice, times, fix: problemPlaces[problem.kind].fix };
    }
    default:
      return null;
  }
}

function timesText(answeredAt: number | null, nextAt: number | null, now: number, language: Language) {
  const { shell } = words[language];
  const parts = [
    answeredAt === null ? null : shell.lastAnswer(formatAge(now - answeredAt, language)),
    nextTry(nextAt, now, language),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}

/** Null where it waits for an event, such as the return of the network. */
function nextTry(at: number | null, now: number, language: Language): string | null {
  const { shell } = words[language];
  if (at === null) return null;
  return at <= now ? shell.tryingNow : shell.nextTry(formatDuration(at - now, language));
}
