import type { firstStart as model } from './en.ts';

export const firstStart: typeof model = {
  title: '登録が終わったらお知らせします',
  text: 'Media Intelligence の登録状態を代わりに確認し、完了または失敗したときに一度だけお知らせします。失敗したときは理由も表示します。',
  connect: 'アカウントを連携',
  tryDemo: 'サンプルデータで試す',
  privacy: 'Secret Key がこのコンピューターの外に出ることはありません。',
  inTray:
    'ウィンドウを閉じても、Import Watch はトレイで動作を続けます。終了するには、トレイのメニューで「終了」を選択してください。',
};
