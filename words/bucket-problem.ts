import { bucketPolicy, objectStorageHost, type Language, type Problem } from '../main/contract.ts';
import { problemText, type ProblemText } from './problem-text.ts';
import { words } from './words.ts';

/** Why a bucket could not be listed, and what to do next. Of other problems it is what is said of them everywhere. */
export function bucketProblemText(problem: Problem, language: Language): ProblemText {
  const said = problemText(problem, language);
  const { problems } = words[language].bucketPicker;
  switch (problem.kind) {
    case 'permission':
      return { ...said, title: problems.permission.title, advice: problems.permission.advice(bucketPolicy) };
    case 'not-found':
    case 'credentials':
    case 'service':
      return { ...said, ...problems[problem.kind] };
    case 'offline':
      return { ...said, title: problems.offline.title, advice: problems.offline.advice(objectStorageHost) };
    default:
      return said;
  }
}
