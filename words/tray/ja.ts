import type { tray as english } from './en.ts';

export const tray: typeof english = {
  importing: (count) => `登録中 ${count} 件`,
  failed: (count) => `失敗 ${count} 件`,
  nothing: '登録中のアセットはありません',
  checked: (age) => `最終確認: ${age}`,
  pausedUntil: (time) => `${time} まで一時停止中`,
  lastAnswer: (age) => `最後の応答は${age}`,
  nextTry: (duration) => `${duration}後に再試行`,
  tryingNow: '再試行中',
  neverAnswered: 'まだ応答がありません',
  offline: 'このコンピューターはオフラインです',
  noAccount: 'アカウントを連携してください',
  keyMissing: '保存した認証キーを読み取れません',
  openAccount: 'アカウントを開く…',
  checkNow: '今すぐ確認',
  pauseHour: '1 時間一時停止',
  pauseTomorrow: '明日 8:00 まで一時停止',
  resume: '再開',
  open: 'Import Watch を開く',
  quit: '終了',
};
