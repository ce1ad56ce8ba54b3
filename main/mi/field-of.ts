import * as v from 'valibot';
import { cleanText } from './clean-text.ts';

/** Names the first field that could not be read, with what was expected: `result.uploadStatus (string)`. Never a value. */
export function fieldOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const issue = issues[0];
  const path = v.getDotPath(issue) ?? 'body';
  const expected = isMissingKey(issue) ? 'required' : (issue.expected ?? issue.type);
  return cleanText(`${path} (${expected})`) ?? 'body';
}

/** An absent key is reported by its own quoted name, which would read as if that text were expected. */
function isMissingKey(issue: v.BaseIssue<unknown>): boolean {
  return issue.received === 'undefined';
}
