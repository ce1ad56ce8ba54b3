import type { firstStart as model } from './en.ts';

export const firstStart: typeof model = {
  title: '取り込みの終わりがわかります',
  text: 'Import Watch が Media Intelligence に代わりに問い合わせ、ファイルの準備ができたとき、または失敗したときに、ここだけでなくトレイでも一度だけお知らせします。',
  connect: 'アカウントを接続',
  tryDemo: 'サンプルの取り込みで試す',
};
