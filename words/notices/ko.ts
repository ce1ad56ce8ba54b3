import type { notices as english } from './en.ts';

export const notices: typeof english = {
  asset: (id) => `에셋 ${id}`,
  one: (outcome, name) => `${outcome}: ${name}`,
  allCompleted: (count) => `에셋 ${count}개 등록 완료`,
  allFailed: (count) => `에셋 ${count}개 등록 실패`,
  someFailed: (count, failed) => `에셋 ${count}개 등록 종료, ${failed}개 실패`,
  whileAway: (summary) => `자리를 비우신 동안: ${summary}`,
  list: (outcome, names) => `${outcome}: ${names}`,
  separator: ', ',
  andMore: (names, count) => `${names} 외 ${count}개`,
  onlyMore: (count) => `외 ${count}개`,
};
