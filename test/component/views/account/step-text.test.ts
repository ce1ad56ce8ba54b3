import { describe, expect, it } from 'vitest';
import type { Problem, TestStep } from '../../../../main/contract.ts';
import { testStepNames } from '../../../../main/contract.ts';
import { stepText } from '../../../../renderer/views/account/step-text.ts';
import { words } from '../../../../words/words.ts';

const languages = ['en', 'ko', 'ja'] as const;

function problem(kind: Problem['kind'], clockOffsetMs: number | null = null): Problem {
  return {
    kind,
    httpStatus: 401,
    code: '200',
    message: 'Authentication Failed',
    field: null,
    traceId: 'trace-7',
    retryAfterMs: null,
    clockOffsetMs,
    at: 0,
  };
}

describe('a step of the connection test', () => {
  it('shows what was measured where something was', () => {
    const figures: [TestStep, string][] = [
      [
        { name: 'address', state: 'passed', figure: null, detail: 'mi.apigw.ntruss.com' },
        'mi.apigw.ntruss.com',
      ],
      [{ name: 'connection', state: 'passed', figure: 41, detail: 'mi.apigw.ntruss.com' }, '41 ms'],
      [{ name: 'workspaces', state: 'passed', figure: 3, detail: null }, '3 found'],
      [{ name: 'signature', state: 'passed', figure: null, detail: null }, 'OK'],
      [{ name: 'permission', state: 'not-reached' }, 'not tested'],
      [{ name: 'permission', state: 'running' }, 'testing…'],
    ];
    for (const [step, figure] of figures) {
      expect(stepText(step, 'en')).toEqual({ figure, advice: [] });
    }
  });

  it('says how far a corrected clock is off, and that it is corrected for', () => {
    const text = stepText({ name: 'clock', state: 'corrected', figure: -420_000 }, 'en');
    expect(text.figure).toBe('7 min off');
    expect(text.advice).toEqual([words.en.account.clockCorrected]);
  });

  it.each(languages)(
    'says what a failed step ran into, what to do, and the exact details, in %s',
    (language) => {
      const failed: TestStep = {
        name: 'permission',
        state: 'failed',
        problem: problem('permission'),
        figure: null,
        detail: null,
      };
      const { advice } = stepText(failed, language);
      expect(advice.slice(0, 2)).toEqual([
        words[language].problems.permission.title,
        words[language].problems.permission.advice,
      ]);
      expect(advice.join(' ')).toContain('NCP_VPC_MEDIA_INTELLIGENCE_VIEWER');
      expect(advice.join(' ')).toContain('trace-7');
    },
  );

  it('says by how much the clock is wrong where it stopped the test', () => {
    const failed: TestStep = {
      name: 'clock',
      state: 'failed',
      problem: problem('clock', 420_000),
      figure: 420_000,
      detail: null,
    };
    expect(stepText(failed, 'en').figure).toBe('7 min off');
    expect(stepText(failed, 'en').advice[0]).toContain('7 min');
  });

  it.each(['not-https', 'mi.apigw.ntruss.com'])('is said to have failed, and not to be %s', (detail) => {
    const text = stepText({ name: 'address', state: 'failed', problem: null, figure: null, detail }, 'en');
    expect(text.figure).toBe(words.en.account.states.failed);
  });

  it.each(languages)('has a fix for each step that failed without an answer, in %s', (language) => {
    const fixes = testStepNames.map(
      (name) =>
        stepText({ name, state: 'failed', problem: null, figure: null, detail: null }, language).advice,
    );
    expect(fixes.every((fix) => fix.length === 1 && fix[0] !== '')).toBe(true);
    expect(new Set(fixes.flat()).size).toBe(testStepNames.length);
  });
});
