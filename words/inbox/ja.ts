import type { inbox as english } from './en.ts';

export const inbox: typeof english = {
  title: '通知履歴',
  empty: '通知はまだありません',
  emptyAdvice: 'インポートが終わると、通知がここに残ります。',
  unread: '未読',
  markAllRead: 'すべて既読にする',
  clear: '消去',
  clearTitle: 'すべての通知を消去しますか？',
  clearAdvice: '監視中のインポートは監視リストに残ります。',
  clearYes: 'すべて消去',
  cancel: 'キャンセル',
  showMore: (count) => `以前の通知を表示（${count}）`,
  asset: (id) => `アセット ${id}`,
  fates: {
    recorded: 'まもなく表示',
    showing: '表示しています',
    shown: (by) => `表示済み · ${by}`,
    notShown: (reasons) => `表示されませんでした: ${reasons}`,
  },
  held: {
    'turned-off': 'この通知がオフのため表示なし',
    'told-with-group': 'グループとまとめてお知らせ',
    'ended-before-found': '見つけた時点で終了していたため表示なし',
  },
};
