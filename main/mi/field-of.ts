import * as v from 'valibot';
import type { FieldProblem } from '../model/problem.ts';

/** What each kind of schema expects, in words for a person who looks at the answer. */
const faults: Readonly<Record<string, FieldProblem['fault']>> = {
  string: 'not-text',
  regex: 'not-text',
  max_length: 'not-text',
  number: 'not-a-number',
  safe_integer: 'not-a-number',
  min_value: 'not-a-number',
  array: 'not-a-list',
  object: 'not-an-object',
};

/** Names the first field that could not be read and what was expected there. Never a value. */
export function fieldOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): FieldProblem {
  const issue = issues[0];
  // valibot reports an absent key as an issue of the object, not of the key's own schema.
  const fault = issue.received === 'undefined' ? 'missing' : faults[issue.type];
  return { path: v.getDotPath(issue), fault: fault ?? 'not-as-expected', figure: null };
}
