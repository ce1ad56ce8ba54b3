import type { notices as english } from './en.ts';

export const notices: typeof english = {
  asset: (id) => `アセット ${id}`,
  one: (outcome, name) => `${outcome}: ${name}`,
  allCompleted: (count) => `${count} 件のインポートが完了しました`,
  allFailed: (count) => `${count} 件のインポートに失敗しました`,
  someFailed: (count, failed) => `${count} 件のインポートが終了（うち ${failed} 件失敗）`,
  allGone: (count) => `${count} 件のアセットがありません`,
  andGone: (summary, count) => `${summary}、アセットなし ${count} 件`,
  whileAway: (summary) => `不在中のお知らせ: ${summary}`,
  list: (outcome, names) => `${outcome}: ${names}`,
  separator: '、',
  andMore: (names, count) => `${names} ほか ${count} 件`,
  onlyMore: (count) => `ほか ${count} 件`,
  groupDone: (group, completed, all) => `${group}: ${all} 件中 ${completed} 件の登録が完了`,
  groupPartlyFailed: (group, completed, all, failed) =>
    `${group}: ${all} 件中 ${completed} 件の登録が完了、${failed} 件失敗`,
  groups: (count) => `グループ ${count} 件`,
  groupAllEnded: 'グループの登録がすべて終わりました。',
  groupFirstFailure: (group, name) => `${group}、最初の失敗: ${name}`,
  groupSoFar: (group, ended, all) => `${group}: これまでに ${all} 件中 ${ended} 件が終了`,
  notShown: {
    'not-supported': 'このシステムはアプリの通知に対応していません',
    'no-session-bus': 'デスクトップセッション（D-Bus）がありません',
    'no-notification-service': 'デスクトップで通知サービスが動いていません',
    'notify-send-missing': 'notify-send がインストールされていません（libnotify-bin パッケージ）',
    'wrong-processor': '通知プログラムがこのプロセッサーでは動きません',
    'no-answer': 'システムから応答がありませんでした',
    refused: 'システムが通知を拒否しました。システム設定で Import Watch の通知を許可してください',
    'program-failed': '通知プログラムが失敗しました',
  },
};
