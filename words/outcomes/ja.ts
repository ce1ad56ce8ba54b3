import type { outcomes as english } from './en.ts';

export const outcomes: typeof english = {
  waiting: '確認待ち',
  importing: 'インポート中',
  completed: 'インポート完了',
  failed: 'インポート失敗',
  'file-not-there': 'ファイルなし',
  'not-valid': '無効なファイル',
  gone: 'アセットなし',
  unknown: '不明なステータス',
};
