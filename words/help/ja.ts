import type { help as english } from './en.ts';

export const help: typeof english = {
  title: 'ヘルプ',
  report: 'サポート用レポート',
  copyReport: 'レポートをコピー…',
  reportTitle: 'レポート',
  reportAdvice: '以下の内容がコピーされます。英語で書かれ、認証キーは含まれません。',
  withNames: '名前を含める',
  withNamesHint: 'アカウント、ワークスペース、プロジェクト、ファイルの名前と API のメッセージです。',
  copy: 'コピー',
  copied: 'レポートをコピーしました。',
  close: '閉じる',
  log: 'ログ',
  openLogFolder: 'ログのフォルダーを開く',
  folderNotOpened: 'フォルダーを開けませんでした。',
  selfCheck: 'セルフチェック',
  runSelfCheck: 'セルフチェックを実行',
  checking: 'チェック中…',
  selfCheckHint:
    'サンプルデータでこのコンピューターをチェックします。1 分ほどかかり、通知が数回表示されます。',
  passed: 'セルフチェックで問題は見つかりませんでした。',
  failed: 'セルフチェックで問題が見つかりました。サポートを受けるには、レポートをコピーしてください。',
  notices: 'オープンソースライセンス',
};
