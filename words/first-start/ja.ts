import type { firstStart as model } from './en.ts';

export const firstStart: typeof model = {
  title: 'インポートが終わったらお知らせします',
  text: 'Import Watch があなたに代わって Media Intelligence に状態を問い合わせ、ファイルの準備ができたとき、または失敗したときに、このウィンドウとトレイで一度だけお知らせします。',
  connect: 'アカウントを接続',
  tryDemo: 'サンプルのインポートで試す',
};
