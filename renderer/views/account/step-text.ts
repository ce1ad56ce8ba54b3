import type { Language, TestStep, TestStepName } from '../../../main/contract.ts';
import { formatDuration, formatNumber } from '../../../words/format.ts';
import { problemText } from '../../../words/problem-text.ts';
import { words } from '../../../words/words.ts';

export interface StepText {
  /** What was measured, else the state in a word. */
  readonly figure: string;
  /** Why the step failed or was corrected, and the fix; empty where there is nothing to do. */
  readonly advice: readonly string[];
}

/** A step of the connection test in the person's language. */
export function stepText(step: TestStep, language: Language): StepText {
  return { figure: figureOf(step, language), advice: adviceOf(step, language) };
}

const figureTexts: Record<TestStepName, ((figure: number, language: Language) => string) | null> = {
  address: null,
  connection: (figure, language) => words[language].account.milliseconds(formatNumber(figure, language)),
  clock: (figure, language) => words[language].account.clockOff(formatDuration(Math.abs(figure), language)),
  signature: null,
  permission: null,
  workspaces: (figure, language) => words[language].account.workspaceCount(formatNumber(figure, language)),
};

function figureOf(step: TestStep, language: Language): string {
  const state = words[language].account.states[step.state];
  if (step.state === 'not-reached' || step.state === 'running') return state;
  const measured = step.figure === null ? null : figureTexts[step.name]?.(step.figure, language);
  // A failed step's detail is a host or the name of a rule; neither says to a person that the step failed.
  return measured ?? (step.state === 'passed' ? step.detail : null) ?? state;
}

function adviceOf(step: TestStep, language: Language): readonly string[] {
  const { clockCorrected, failedWithoutReason, sourceAdvice } = words[language].account;
  if (step.state === 'corrected') return [clockCorrected];
  if (step.state !== 'failed') return [];
  if (step.problem === null) return [failedWithoutReason[step.name]];
  const { advice, details, title } = problemText(step.problem, language);
  const more = step.problem.kind === 'permission' ? [sourceAdvice] : [];
  return [title, advice, ...more, ...(details.length === 0 ? [] : [details.join(' · ')])];
}
