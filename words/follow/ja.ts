import type { follow as english } from './en.ts';

export const follow: typeof english = {
  way: 'プロジェクトを監視',
  explained:
    'プロジェクトで登録中のアセットと、新しく登録されるアセットを見つけて監視します。登録がすでに終わっているものは、リストに追加しません。',
  start: 'このプロジェクトを監視',
  started: (name) => `プロジェクトの監視を開始しました: ${name}`,
  already: (name) => `すでに監視中のプロジェクトです: ${name}`,
  followed: '監視中のプロジェクト',
  none: '監視中のプロジェクトはありません。',
  looked: (age) => `最終確認: ${age}`,
  looking: '確認しています',
  firstLook: '初回の確認中',
  notYet: 'まだ確認していません',
  importing: (count) => `登録中 ${count} 件`,
  known: (count) => `アセット ${count} 件`,
  waiting: (count) => `確認待ち ${count} 件`,
  onlyCompleted:
    'このプロジェクトのリストには登録が完了したアセットだけが表示されるため、登録中のものは見つかりません。',
  onlyEnded: '見つかったアセットの登録はすべて終わっていました。登録中のものはリストに表示されないようです。',
  addByHand: '登録の終了時に通知を受け取るには、アセット ID で追加してください。',
  lookAt: (name) => `今すぐ確認: ${name}`,
  stop: (name) => `プロジェクトの監視を停止: ${name}`,
  stopped: (name) => `監視停止: ${name}（アセットは保持）`,
  again: (name) => `プロジェクトの監視を再開しました: ${name}`,
};
