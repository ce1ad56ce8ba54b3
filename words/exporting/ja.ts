import type { exporting as english } from './en.ts';

export const exporting: typeof english = {
  title: 'エクスポート',
  export: 'エクスポート…',
  lists: { watchlist: '監視リスト', history: '通知履歴' },
  exportList: { watchlist: '監視リストをエクスポート…', history: '通知履歴をエクスポート…' },
  chooseTitle: { watchlist: '監視リストのエクスポート', history: '通知履歴のエクスポート' },
  chooseAdvice: 'CSV は表計算ソフト、JSON はスクリプトに適しています。どちらも「追加」画面で再び開けます。',
  cancel: 'キャンセル',
  saved: (fileName) => `保存しました: ${fileName}`,
};
