import { expect, it } from 'vitest';
import { endsText } from '../../../renderer/lib/ends-text.ts';
import { anInboxEntry } from '../../support/samples/inbox-entries.ts';

const ends = (count: number) =>
  Array.from({ length: count }, (_, index) => anInboxEntry(`${index + 1}.mov`, { outcome: 'completed' }));

it.each([
  ['en', '1.mov: Completed, 2.mov: Completed', '1,234 imports finished, 0 failed'],
  ['ko', '1.mov: 등록 완료, 2.mov: 등록 완료', '등록 1,234건 종료, 그중 실패 0건'],
  ['ja', '1.mov: 登録完了、2.mov: 登録完了', '登録が 1,234 件終わり、うち失敗は 0 件です'],
] as const)('ends are said by name where they are few, else counted, in %s', (language, few, many) => {
  expect(endsText(ends(2), language)).toBe(few);
  expect(endsText(ends(1_234), language)).toBe(many);
});
