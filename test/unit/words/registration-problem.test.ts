import { expect, test } from 'vitest';
import { registrationProblemText } from '../../../words/registration-problem.ts';
import { aProblem } from '../../support/samples/problems.ts';

const ofImports = { en: /import|stop watching|asset ID/i, ko: /감시|에셋 ID/, ja: /監視|アセット ID/ };

test.each([
  [
    'of a disconnected account',
    'account-gone',
    { en: /Connect the account/, ko: /다시 연결/, ja: /再度連携/ },
  ],
  ['refused for another reason', 'refused', { en: /object key/, ko: /오브젝트 키/, ja: /オブジェクトキー/ }],
] as const)('a file %s is told what to do, as a file and not as an import', (_what, kind, expected) => {
  for (const language of ['en', 'ko', 'ja'] as const) {
    const { advice } = registrationProblemText(aProblem(kind), language);
    expect(advice).toMatch(expected[language]);
    expect(advice).not.toMatch(ofImports[language]);
  }
});
