import type { notices as english } from './en.ts';

export const notices: typeof english = {
  asset: (id) => `アセット ${id}`,
  one: (outcome, name) => `${outcome}: ${name}`,
  allCompleted: (count) => `${count} 件の登録が完了しました`,
  allFailed: (count) => `${count} 件の登録が失敗しました`,
  someFailed: (count, failed) => `${count} 件の登録が終了（うち ${failed} 件失敗）`,
  whileAway: (summary) => `不在中のお知らせ: ${summary}`,
  list: (outcome, names) => `${outcome}: ${names}`,
  separator: '、',
  andMore: (names, count) => `${names} ほか ${count} 件`,
  onlyMore: (count) => `ほか ${count} 件`,
};
