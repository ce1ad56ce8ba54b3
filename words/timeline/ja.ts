import type { timeline as english } from './en.ts';

export const timeline: typeof english = {
  title: '経過',
  added: '追加',
  problem: (title, duration) => `${title}（${duration}）`,
  problemSince: (title) => `${title}（継続中）`,
  unmuted: 'ミュートを解除',
  nextCheck: (duration) => `次の確認まで ${duration}`,
  checking: '確認中',
  toldAt: (time) => `${time} に通知された理由`,
  notTold: '通知されなかった理由',
  notToldYet: 'まだ通知されていない理由',
  because: {
    import: '登録が終わり、この通知がオンになっています。',
    late: '類似のアセットより登録に時間がかかっていて、この通知がオンになっています。',
    'group-failure': 'グループで最初に登録に失敗したアセットです。',
    'group-done': 'グループの登録がすべて終わりました。',
  },
  afterwards: {
    'quiet-hours': (time) => `${time} に確認し、通知を控える時間の終了を待ちました。`,
    'do-not-disturb': (time) => `${time} に確認し、おやすみモードの終了を待ちました。`,
    muted: (time) => `${time} に確認し、ミュート中のため待ちました。`,
  },
  waits: {
    'quiet-hours': '通知を控える時間です。終わると通知されます。',
    'do-not-disturb': 'おやすみモードがオンです。オフになると通知されます。',
    muted: 'ミュート中です。解除されると通知されます。',
  },
  held: {
    'turned-off': '設定またはグループで、この通知がオフになっていました。',
    'told-with-group': 'グループの通知に含まれます。',
    'ended-before-found': 'プロジェクトの確認時に、登録はすでに終わっていました。',
    'no-longer-watched': 'ミュート中で、ミュートが終わる前にリストから外れました。',
    'over-by-then': '通知できるようになった時点で、登録はすでに終わっていたか、リストから外れていました。',
  },
  notShown: (reasons) => `通知を表示できませんでした: ${reasons}`,
  wasOver: '最初の確認時に登録はすでに終わっていたため、新しく通知することはありませんでした。',
  wasNeverThere: 'アセットは一度も見つからなかったため、通知することはありませんでした。',
  isOnItsWay: '通知を準備しています。',
};
