import type { outcomes as english } from './en.ts';

export const outcomes: typeof english = {
  waiting: '確認待ち',
  importing: '登録中',
  completed: '登録完了',
  failed: '登録失敗',
  'file-not-there': 'ファイルなし',
  'not-valid': '無効なファイル',
  gone: 'アセットが見つからない',
  unknown: '不明なステータス',
};
