import type { muting as english } from './en.ts';

export const muting: typeof english = {
  mute: 'ミュート',
  muteProject: (name) => `ミュート: ${name}`,
  unmuteProject: (name) => `ミュートを解除: ${name}`,
  spans: {
    'one-hour': '1 時間',
    'until-tomorrow': '明日 8:00 まで',
    'until-it-ends': '登録が終わるまで',
  },
  untilAllEnd: 'すべて終わるまで',
  unmute: {
    watch: 'ミュートを解除',
    group: 'グループのミュートを解除',
    project: 'プロジェクトのミュートを解除',
  },
  allEnded: '選択したアセットに登録中のものはありません',
  done: 'ミュートしました。登録の結果は通知履歴に残ります。',
  undone: 'ミュートを解除しました',
  until: (time) => `${time} までミュート中`,
  untilEnd: {
    watch: '登録が終わるまでミュート中',
    group: 'すべて終わるまでミュート中',
    project: 'すべて終わるまでミュート中',
  },
  withGroup: 'グループ全体',
  withProject: 'プロジェクト全体',
};
