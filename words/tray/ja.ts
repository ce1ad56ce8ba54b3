import type { tray as english } from './en.ts';

export const tray: typeof english = {
  importing: (count) => `インポート中 ${count} 件`,
  failed: (count) => `失敗 ${count} 件`,
  nothing: 'インポート中のものはありません',
  checked: (age) => `${age}に確認`,
  pausedUntil: (time) => `${time} まで一時停止中`,
  lastAnswer: (age) => `最後の応答は${age}`,
  nextTry: (duration) => `${duration}後に再試行`,
  tryingNow: '再試行中',
  neverAnswered: 'まだ何も確認できていません',
  offline: 'このコンピューターはオフラインです',
  noAccount: 'アカウントを接続すると始まります',
  keyMissing: 'キーを読み取れません',
  checkNow: '今すぐ確認',
  pauseHour: '1 時間一時停止',
  pauseTomorrow: '明日まで一時停止',
  resume: '再開',
  open: 'Import Watch を開く',
  quit: '終了',
};
