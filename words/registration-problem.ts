import type { Language, Problem } from '../main/contract.ts';
import { problemText, type ProblemText } from './problem-text.ts';
import type { registering } from './registering/en.ts';
import { sharedWords } from './shared-words.ts';

type Refusal = keyof typeof registering.refused;

/** The service's codes that say what is wrong with a registration (API overview, response status codes). */
const refusalOfCode: Readonly<Record<string, Refusal>> = {
  '10001': 'invalidRequest',
  '10014': 'nothingSelected',
  '10016': 'folder',
  '10023': 'tooMany',
};

/** Why a file was not registered, and what to do next; of other problems what is said of them everywhere. */
export function registrationProblemText(problem: Problem, language: Language): ProblemText {
  const refusal = refusalOf(problem);
  const said = problemText(problem, language);
  return refusal === null ? said : { ...said, ...sharedWords[language].registering.refused[refusal] };
}

function refusalOf({ kind, code }: Problem): Refusal | null {
  if (kind === 'permission') return 'permission';
  if (kind === 'not-found') return 'projectNotFound';
  if (kind === 'account-gone') return 'accountGone';
  return kind === 'refused' ? (refusalOfCode[code ?? ''] ?? 'otherwise') : null;
}
