import type { inbox as english } from './en.ts';

export const inbox: typeof english = {
  title: '通知履歴',
  empty: '通知はまだありません',
  emptyAdvice: '登録が終わると、通知がここに表示されます。',
  unread: '未読',
  markAllRead: 'すべて既読にする',
  clear: '消去',
  clearTitle: 'すべての通知を消去しますか？',
  clearAdvice: '監視中のアセットは監視リストに残ります。消去した通知は元に戻せません。',
  clearYes: 'すべて消去',
  cancel: 'キャンセル',
  showMore: (count) => `以前の通知を表示（${count}）`,
  asset: (id) => `アセット ${id}`,
  fates: {
    recorded: '通知待ち',
    showing: '通知を表示中',
    shown: (by) => `通知済み · ${by}`,
    notShown: (reasons) => `通知されませんでした: ${reasons}`,
  },
  postponed: {
    'quiet-hours': '通知を控える時間の終了後に通知',
    'do-not-disturb': 'おやすみモードの終了後に通知',
    muted: 'ミュートの解除後に通知',
  },
  held: {
    'turned-off': '設定またはグループでこの通知がオフ',
    'told-with-group': 'グループの通知に含む',
    'ended-before-found': '見つけた時点で登録が終わっていたため通知なし',
    'no-longer-watched': 'ミュート中にリストから外れたため通知なし',
    'over-by-then': 'すでに終わったか、リストから外れたため通知なし',
  },
};
