import type { follow as english } from './en.ts';

export const follow: typeof english = {
  way: 'プロジェクトをフォロー',
  explained:
    'プロジェクトの新しいインポートを見つけて確認します。見つけた時点で終了しているものは、通知せずに一覧へ追加します。',
  start: 'このプロジェクトをフォロー',
  started: (name) => `フォローを開始しました: ${name}`,
  already: (name) => `すでにフォロー中です: ${name}`,
  followed: 'フォロー中のプロジェクト',
  none: 'フォロー中のプロジェクトはありません。',
  looked: (age) => `${age}に確認`,
  looking: '確認しています',
  firstLook: '初回の確認中',
  notYet: 'まだ確認していません',
  importing: (count) => `進行中 ${count} 件`,
  known: (count) => `把握 ${count} 件`,
  waiting: (count) => `確認待ち ${count} 件`,
  onlyCompleted:
    'このプロジェクトの一覧には完了したインポートだけが表示されるため、進行中のものは見つかりません。',
  onlyEnded: '見つかったインポートはすべて終了していました。進行中のものは一覧に表示されないようです。',
  addByHand: '終了時に通知を受けるには、アセット ID で追加してください。',
  lookAt: (name) => `今すぐ確認: ${name}`,
  stop: (name) => `フォローを停止: ${name}`,
  stopped: (name) => `フォローを停止しました: ${name}。インポートの確認は続けます。`,
  again: (name) => `再びフォローしています: ${name}`,
};
